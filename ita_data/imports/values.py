"""Single values as office files write them: months, percentages, days and measure codes.

A year of four digits is Buddhist from 2400 on; one of two digits is 2540 to 2599. Nothing is guessed but which of two
numbers is the day and which the month, and that is said.
"""

import re
from collections.abc import Container
from datetime import date

from ita_data.imports.grid import Cell, is_percent_format
from ita_data.imports.spellings import arabic, calendar_month, key
from ita_data.model.periods import BUDDHIST_ERA, FiscalMonth

# All but the last two patterns are matched with keys, where "15/1/2568" has become "15.1.2568" and "พ.ศ." is "พศ".
_YEAR = r"(?P<year>\d{4}|[4-9]\d)"
_ERA_AND_YEAR = rf"(?:ปี)?(?:พศ|คศ)?{_YEAR}"
_MONTHS = (
    re.compile(rf"(?:ประจำ)?(?:เดือน)?(?P<name>\D+?){_ERA_AND_YEAR}"),
    re.compile(r"(?P<month>\d{1,2})\.(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})\.(?P<month>\d{1,2})"),
)
_DAYS = (
    re.compile(rf"(?:วัน\D*?ที่)?(?P<day>\d{{1,2}})(?P<name>\D+?){_ERA_AND_YEAR}"),
    re.compile(r"(?P<year>\d{4})\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})(?:[.t][0.]+)?"),
)
_DAY_AND_MONTH = re.compile(rf"(?P<first>\d{{1,2}})\.(?P<second>\d{{1,2}})\.{_YEAR}")
_PERCENTAGE = re.compile(r"(?:ร้อยละ)?\s*(\d+(?:\.\d+)?)\s*(?:%|เปอร์เซ็นต์)?")
_MEASURE = re.compile(r"(ก?)\.?([1-9]\d*)\.([1-9]\d*)")


def fiscal_month(cell: Cell) -> FiscalMonth | None:
    """The month a cell names: ม.ค. 68, มกราคม พ.ศ. 2568, 01/2568, 2025-01, or a workbook's own date."""
    if isinstance(cell.value, date):
        stored = _stored_day(cell.value)
        return FiscalMonth.of(stored) if stored else None
    if not isinstance(cell.value, str):
        return None
    first_day = _first_match(_MONTHS, key(cell.text))
    return FiscalMonth.of(first_day) if first_day else None


def day(cell: Cell) -> tuple[date | None, bool]:
    """The day a cell names, and whether the order of day and month in it had to be guessed (day first).

    15 ม.ค. 68, 15 มกราคม พ.ศ. 2568, 15/1/2568, 2025-01-15, or a workbook's own date.
    """
    if isinstance(cell.value, date):
        return _stored_day(cell.value), False
    if not isinstance(cell.value, str):
        return None, False
    text = key(cell.text)
    if match := _DAY_AND_MONTH.fullmatch(text):
        return _day_first(int(match["first"]), int(match["second"]), match["year"])
    return _first_match(_DAYS, text), False


def progress(cell: Cell) -> float | None:
    """The percentage a cell holds, 0 to 100: 50, "๕๐ %", or 0.5 that the workbook shows as 50%."""
    match cell.value:
        case bool():
            return None
        case int() | float() as number:
            percentage = number * 100 if is_percent_format(cell.number_format) else float(number)
        case _:
            written = _PERCENTAGE.fullmatch(arabic(cell.text))
            percentage = float(written[1]) if written else -1
    return round(percentage, 6) if 0 <= percentage <= 100 else None


def measure_code(cell: Cell) -> str | None:
    """The measure code a cell holds, as plans write it: 4.2 or ก1.3."""
    match = _MEASURE.fullmatch("".join(arabic(cell.text).split()))
    return f"{match[1]}{match[2]}.{match[3]}" if match else None


def measure_codes(cell: Cell, known: Container[str]) -> tuple[str, ...]:
    """The known codes a cell may mean: none, one, or two where a number shown as 4.1 may have been typed as 4.10."""
    code = measure_code(cell) or ""
    candidates = [code]
    if isinstance(cell.value, float):
        candidates = [code, f"{code}0"] if code in known else [code.rstrip("0")]
    return tuple(candidate for candidate in candidates if candidate in known)


def _first_match(patterns: tuple[re.Pattern[str], ...], text: str) -> date | None:
    """The day that the first fitting pattern finds; the first of the month where it knows no day."""
    for pattern in patterns:
        if match := pattern.fullmatch(text):
            found = match.groupdict()
            month = calendar_month(found["name"]) if "name" in found else int(found["month"])
            return _date(found["year"], month or 0, int(found.get("day", 1)))
    return None


def _day_first(first: int, second: int, year: str) -> tuple[date | None, bool]:
    if second > 12:
        return _date(year, first, second), False
    return _date(year, second, first), first <= 12 and first != second


def _stored_day(stored: date) -> date | None:
    """A workbook's date with the year that was meant.

    Excel takes a Buddhist year for a Gregorian one, and completes the 68 of 15/1/68 to 1968.
    """
    year = stored.year + 600 if 1940 <= stored.year <= 1999 else stored.year
    return _date(str(year), stored.month, stored.day)


def _date(year_written: str, month: int, day_of_month: int) -> date | None:
    try:
        return date(_gregorian(int(year_written)), month, day_of_month)
    except ValueError:
        return None


def _gregorian(year: int) -> int:
    """A year in the Gregorian calendar; 0, which is no year, for one that nobody means."""
    if year < 100:
        year += 2500
    if year >= 2400:
        return year - BUDDHIST_ERA
    return year if 1900 <= year <= 2100 else 0
