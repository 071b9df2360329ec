"""From which month to which a measure is active, as a report writes it: "ม.ค. – มี.ค. 68"."""

import re
from functools import cache

from ita_data.imports.layouts.months import month_spans
from ita_data.imports.layouts.spans import Month
from ita_data.imports.spellings import spellings_of
from ita_data.model.periods import BUDDHIST_ERA, FiscalMonth
from ita_data.model.repairs import arabic, repaired
from ita_data.model.spelling import normalised

Months = tuple[int | None, int | None]
"""The first and the last fiscal month, both empty for the whole year."""

_WHOLE_YEAR: Months = (None, None)
_TO = re.compile(r"\s*(?:[-–—]|ถึง)\s*")
_LETTER = re.compile(r"[^\W\d_]")
_FISCAL_YEAR = re.compile(r"(?:พ\.?\s?ศ\.?\s*)?\d{4}\s*$")


def active_months(text: str, fiscal_year: int) -> Months | None:
    """The months that a text names as a range or alone; None where it says something else, or names another year."""
    line = repaired(arabic(text)).strip()
    if _says_whole_year(line, fiscal_year):
        return _WHOLE_YEAR
    named = [_named(part) for part in _TO.split(line)]
    if not 1 <= len(named) <= 2 or None in named:
        return None
    months = _resolved([month for month in named if month], fiscal_year)
    if any(month.fiscal_year != fiscal_year for month in months) or months != sorted(months):
        return None
    first, last = months[0].month, months[-1].month
    return _WHOLE_YEAR if (first, last) == (1, 12) else (first, last)


def _says_whole_year(line: str, fiscal_year: int) -> bool:
    year = re.search(r"\d{4}", line)
    if year and int(year[0]) != fiscal_year:
        return False
    return normalised(_FISCAL_YEAR.sub("", line)) in _whole_year()


@cache
def _whole_year() -> frozenset[str]:
    return frozenset(map(normalised, spellings_of("active_months", "whole_year")))


def _named(part: str) -> Month | None:
    """The one month of one end of a range; None where words beside it make something else of it."""
    spans = month_spans(part)
    value = spans[0].value if len(spans) == 1 else None
    if not isinstance(value, tuple):
        return None
    rest = part[: spans[0].start] + part[spans[0].end :]
    for word in spellings_of("active_months", "harmless"):
        rest = rest.replace(word, "")
    return None if _LETTER.search(rest) else value


def _resolved(named: list[Month], fiscal_year: int) -> list[FiscalMonth]:
    """The months with their years; one without a year has that of the other, or lies in the fiscal year."""
    return [_month(month, year, fiscal_year) for month, year in _with_years(named)]


def _with_years(named: list[Month]) -> list[Month]:
    """The year of a range stands behind its last month: "พ.ย. – ก.พ. 68" begins in the year before."""
    if len(named) < 2 or named[0][1] or not named[1][1]:
        return named
    (first, _none), (last, year) = named
    return [(first, year - (first > last)), (last, year)]


def _month(month: int, year: int, fiscal_year: int) -> FiscalMonth:
    if not year:
        return FiscalMonth.in_year(fiscal_year, month)
    october = 10
    return FiscalMonth.in_year(year + BUDDHIST_ERA + (month >= october), month)
