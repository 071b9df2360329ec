"""Months, windows and names as findings say them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from ita_data.findings.counted import Counted
from ita_data.labels import month_label, month_name
from ita_data.language import gettext as _
from ita_data.model.periods import FiscalMonth
from ita_data.thai_text import cut_short

_FEW = 3
LONGEST_NAME = 44
"""So many letters of a section or indicator stand on two lines beside a chart."""


def month_words(counted: Counted, month: int) -> str:
    """A month of the fiscal year looked at: มี.ค. 68."""
    return month_label(_first_day(counted, month))


def short_month(counted: Counted, month: int) -> str:
    """The same without its year: มี.ค."""
    return month_name(_first_day(counted, month))


def day_words(day: date) -> str:
    """A day of the year looked at: 8 เม.ย."""
    return f"{day.day} {month_name(day)}"


def short_months(counted: Counted, months: Iterable[int]) -> str:
    """Months with runs drawn together, without years: ต.ค.–ม.ค., มี.ค."""
    return ", ".join(_run(short_month(counted, run[0]), short_month(counted, run[-1])) for run in _runs(months))


def window(counted: Counted, last_month: int) -> str:
    """From October up to a month: สะสม ต.ค.–มี.ค.; of October alone that month."""
    first, last = short_month(counted, 1), short_month(counted, last_month)
    return first if last_month == 1 else _("{first}–{last} together").format(first=first, last=last)


def section_name(counted: Counted, section: str) -> str:
    """A section's short name, or its own where it has none."""
    return member_name(counted, "section", section)


def member_name(counted: Counted, group: str, member: Any) -> str:
    """The shown name of a member of a group: an indicator or a section."""
    return cut_short(" ".join(counted.names[group].get(member, str(member)).split()), LONGEST_NAME)


def together(names: Sequence[str]) -> str:
    """Names one after the other: ก, ข และ ค."""
    if len(names) == 1:
        return names[0]
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def indicator_names(numbers: Sequence[int]) -> str:
    """ตัวชี้วัดที่ 3 และ 5, or how many indicators they are."""
    named = few_or_number([str(number) for number in numbers], "")
    return (
        _("Indicator {number}").format(number=named) if named else _("{number} indicators").format(number=len(numbers))
    )


def heading_name(heading: str) -> str:
    """The name of an indicator or initiative by the code of its measures: ตัวชี้วัดที่ 4, of ก2 ประเด็น ก2."""
    if heading.isdecimal():
        return indicator_names([int(heading)])
    return _("Initiative {number}").format(number=heading)


def few_or_number(names: Sequence[str], many: str) -> str:
    """Names one after the other, or `many` with their number where nobody would read them all."""
    return together(names) if len(names) <= _FEW else many.format(number=len(names))


def _first_day(counted: Counted, month: int) -> date:
    return FiscalMonth(counted.month.fiscal_year, month).first_day


def _runs(months: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def _run(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"
