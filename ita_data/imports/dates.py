"""Months and days as office files write them, each with what has to be said of how it was understood.

A year of four digits is Buddhist from 2400 on and Gregorian from 1900 to 2100; one of two digits is 2540 to 2599, also
where a program has completed it to 1968 or 2068, which is said. Where two numbers may be day and month either way, the
day is taken first, as Thais write it, and that is said.
"""

import re
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from ita_data.imports.grid import Cell
from ita_data.imports.spellings import calendar_month, spellings_of
from ita_data.model.periods import BUDDHIST_ERA, THAILAND, FiscalMonth
from ita_data.model.repairs import arabic
from ita_data.model.spelling import normalised

CERTAIN = ""
_NO_MATCH: tuple[bool, date | None, str] = (False, None, CERTAIN)

# The patterns are matched with keys, where "15/1/2568" has become "15.1.2568" and "พ.ศ." is "พศ".
_YEAR = r"(?P<year>\d{4}|[4-9]\d)"
_ERA_AND_YEAR = rf"(?:ปี)?(?:พศ|คศ|พุทธศักราช|คริสต์ศักราช)?{_YEAR}"
_TIME = r"(?:(?:[.t]|เวลา)(?:\d{1,2}(?:\.\d{1,2}){0,2}|\d{2}\.\d{2}\.\d{2}\.\d{3,9})น?)?"
_BEFORE_MONTH = r"(?:ประจำ|รอบ|สิ้น|ของ)?(?:เดือน)?"
_MONTHS = (
    re.compile(rf"{_BEFORE_MONTH}(?P<name>\D+?){_ERA_AND_YEAR}(?:ครั้งที่\d{{1,2}})?"),
    re.compile(rf"(?P<month>\d{{1,2}})\.{_YEAR}"),
    re.compile(r"(?P<year>\d{4})\.(?P<month>\d{1,2})"),
)
_MONTH_ALONE = re.compile(rf"{_BEFORE_MONTH}(?P<name>\D+)")
_DAYS = (
    re.compile(rf"(?:ภายใน|เมื่อ|ลง)?(?:วัน\D*?ที่)?(?P<day>\d{{1,2}})(?P<name>\D+?){_ERA_AND_YEAR}{_TIME}"),
    re.compile(rf"(?P<year>\d{{4}})\.(?P<month>\d{{1,2}})\.(?P<day>\d{{1,2}}){_TIME}"),
    re.compile(rf"(?P<name>[a-z]+)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?(?P<year>\d{{4}}){_TIME}"),
)
_MAY_BE_MONTH = re.compile(r"\d{2}")
"""What every month has that is written with its year; a cheap look."""
_MAY_BE_DAY = re.compile(r"\d\D+\d|[a-z]\d{5}")
"""What every day has that is written with its year; a cheap look."""
_BESIDE_ZONE = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})", re.IGNORECASE
)
_DAY_AND_MONTH = re.compile(rf"(?P<first>\d{{1,2}})\.(?P<second>\d{{1,2}})\.{_YEAR}{_TIME}")
_BRACKETED = re.compile(r"[^()]*\(([^()]+)\)?")
"""A range in brackets after other words: รอบ 6 เดือน (1 ต.ค. 67 - 31 มี.ค. 68); the last bracket may be cut off."""
_BEGINNING = re.compile(r"(?:ระหว่าง)?(?:วันที่)?(?P<day>\d{1,2})(?P<name>\D*)")
_DASH = re.compile(r"\s*(?:[-–—,]|ถึง|และ)\s*")

_NOT_TYPED = {"date-from-number", "date-range"}
"""How nobody writes one day: as the number by which Excel counts it, or from one to another."""
_LONGEST = 200
"""A longer text is no day, and looking for the range in it would take long."""

_SERIAL = re.compile(r"\d{5,6}")
_SERIAL_BEGINS = date(1899, 12, 30)
_SERIAL_YEARS = (range(2000, 2101), range(2500, 2601))
"""The years in which a mere number may be a day that Excel counted: Gregorian, or Buddhist taken for Gregorian."""
_COMPLETED = (range(1940, 2000), range(2040, 2100))
"""The years to which programs complete the last two digits of a Buddhist one: 68 becomes 1968 or 2068."""
_LAST_BUDDHIST = 2699


def fiscal_month(cell: Cell, fiscal_year: int | None = None) -> tuple[FiscalMonth | None, str]:
    """The month a cell names, and the code of the problem that says how it was understood, or why it wasn't.

    ม.ค. 68, มกราคม พ.ศ. 2568, 01/2568, 2025-01, or a day in that month. One without a year is that of `fiscal_year`.
    """
    if isinstance(cell.value, str):
        return _written_month(cell.text, fiscal_year)
    found, said = day(cell)
    return (FiscalMonth.of(found), said) if found else (None, "month-unreadable")


def day(cell: Cell) -> tuple[date | None, str]:
    """The day a cell names, and the code of the problem that says how it was understood, or why it wasn't.

    15 ม.ค. 68, 15 มกราคม พ.ศ. 2568, 15/1/2568, 2025-01-15, a workbook's own date, or the number by which Excel
    counts it. Of a range the last day is taken.
    """
    match cell.value:
        case date() as stored:
            return _stored_day(stored)
        case bool() | None:
            return None, "date-unreadable"
        case int() | float() as number:
            return _counted_day(number)
    return _day_in(cell.text)


def day_typed(text: str) -> date | None:
    """The day that somebody typed into a field in any of these ways; None where it is none yet, or several."""
    found, said = _day_in(text)
    return None if said in _NOT_TYPED else found


@lru_cache(maxsize=10_000)
def _written_month(text: str, fiscal_year: int | None) -> tuple[FiscalMonth | None, str]:
    wanted = normalised(text)
    is_month, first_day, said = _first_match(_MONTHS, wanted) if _MAY_BE_MONTH.search(wanted) else _NO_MATCH
    if is_month and first_day:
        return FiscalMonth.of(first_day), said
    if not is_month and (month := _month_alone(wanted)) and fiscal_year:
        return FiscalMonth.in_year(fiscal_year, month), "month-without-year"
    found, said = _day_in(text)
    if found is None or (said == "date-range" and not _is_within_a_month(text)):
        return None, "month-unreadable"
    return FiscalMonth.of(found), said


@lru_cache(maxsize=10_000)
def _day_in(text: str) -> tuple[date | None, str]:
    if len(text) > _LONGEST:
        return None, "date-unreadable"
    text = arabic(text).strip(" ()")
    if _SERIAL.fullmatch(text):
        return _counted_day(int(text))
    if not _MAY_BE_DAY.search(normalised(text)):
        return None, "date-unreadable"
    if _BESIDE_ZONE.fullmatch(text):
        return _day_in_bangkok(text)
    found, said = _written_day(text)
    several = _range(_BRACKETED.sub(r"\1", text)) if said == "date-unreadable" else None
    return (several[1], "date-range") if several else (found, said)


def last_day_of_month(cell: Cell) -> date | None:
    """The last day of the month that a cell names, or of the last of several: "ภายในเดือนมีนาคม 2568"."""
    if not isinstance(cell.value, str):
        return None
    text = _DASH.split(arabic(cell.text).strip(" ()"))[-1]
    first_day = _first_match(_MONTHS, normalised(text).removeprefix("ภายใน"))[1]
    return FiscalMonth.of(first_day).last_day if first_day else None


def end_of_month_meant(cell: Cell, reported: FiscalMonth | None) -> date | None:
    """The last day of the one month that a cell names as a whole: "ตลอดเดือน" of the reported one, or "มกราคม 2568"."""
    if not isinstance(cell.value, str) or len(cell.text) > _LONGEST:
        return None
    wanted = _within().sub("", normalised(cell.text))
    if wanted in _whole_months():
        return reported.last_day if reported else None
    month = _written_month(wanted, reported.fiscal_year if reported else None)[0]
    return month.last_day if month else None


def day_in_fiscal_year(cell: Cell, fiscal_year: int) -> date | None:
    """The day of a fiscal year that a cell names without a year: "15 ม.ค." or "15/1"."""
    if not isinstance(cell.value, str):
        return None
    text = arabic(cell.text).strip(" ()")
    found = (_written_day(f"{text} {year}")[0] for year in (fiscal_year - 1, fiscal_year))
    return next((day for day in found if day and FiscalMonth.of(day).fiscal_year == fiscal_year), None)


def _written_day(text: str) -> tuple[date | None, str]:
    if not _MAY_BE_DAY.search(wanted := normalised(text)):
        return None, "date-unreadable"
    wanted = _weekday().sub("", wanted)
    if match := _DAY_AND_MONTH.fullmatch(wanted):
        return _day_first(int(match["first"]), int(match["second"]), match["year"])
    is_day, found, said = _first_match(_DAYS, wanted)
    if is_day:
        return found, said if found else "date-impossible"
    return None, "date-unreadable"


def _day_in_bangkok(text: str) -> tuple[date | None, str]:
    """The day that it was in Bangkok at a moment written with its time zone; the year may be Buddhist."""
    year = _gregorian(int(text[:4]))
    try:
        moment = datetime.fromisoformat(
            f"{year:04d}{text[4:]}".replace(" +", "+").replace(" -", "-").replace(" Z", "Z")
        )
    except ValueError:
        return None, "date-impossible"
    return moment.astimezone(THAILAND).date(), CERTAIN


def _range(text: str) -> tuple[str, date] | None:
    """How "15 ม.ค. 68 - 20 ม.ค. 68" or "15–20 ม.ค. 68" begins, and its last day; None where the text is no range."""
    for dash in _DASH.finditer(text):
        end, said = _written_day(text[dash.end() :])
        if end and said == CERTAIN and _may_begin(text[: dash.start()], end):
            return text[: dash.start()], end
    return None


def _is_within_a_month(text: str) -> bool:
    """Whether a range begins in the month in which it ends; another one names no single month."""
    found = _range(arabic(text).strip(" ()"))
    if found is None:
        return False
    begin, end = _written_day(found[0])[0], found[1]
    if begin:
        return (begin.year, begin.month) == (end.year, end.month)
    match = _BEGINNING.fullmatch(normalised(found[0]))
    return match is not None and (not match["name"] or calendar_month(match["name"]) == end.month)


def _may_begin(text: str, end: date) -> bool:
    """Whether a range to this end may begin with a text: with a day before it, or with the number of one."""
    begin, _said = _written_day(text)
    if begin:
        return begin <= end
    match = _BEGINNING.fullmatch(normalised(text))
    if match is None or not match["day"]:
        return False
    return bool(calendar_month(match["name"])) if match["name"] else int(match["day"]) < end.day


def _first_match(patterns: tuple[re.Pattern[str], ...], text: str) -> tuple[bool, date | None, str]:
    """Whether a text has the form of a pattern, the day or first day of a month that it names, and what to say."""
    for pattern in patterns:
        if match := pattern.fullmatch(text):
            found = match.groupdict()
            month = calendar_month(found["name"]) if "name" in found else int(found["month"])
            day = _date(found["year"], month or 0, int(found.get("day") or 1))
            return month is not None, day, _said_of(int(found["year"]))
    return _NO_MATCH


def _month_alone(text: str) -> int | None:
    match = _MONTH_ALONE.fullmatch(text)
    return calendar_month(match["name"]) if match else None


def _day_first(first: int, second: int, year: str) -> tuple[date | None, str]:
    is_month_first = second > 12
    found = _date(year, first, second) if is_month_first else _date(year, second, first)
    if found is None:
        return None, "date-impossible"
    is_guessed = not is_month_first and first <= 12 and first != second
    return found, "date-guessed" if is_guessed else _said_of(int(year))


def _stored_day(stored: date) -> tuple[date | None, str]:
    """A workbook's date with the year that was meant: Excel takes a Buddhist year for a Gregorian one."""
    found = _date(str(stored.year), stored.month, stored.day)
    return (found, _said_of(stored.year)) if found else (None, "date-impossible")


def _counted_day(number: float) -> tuple[date | None, str]:
    """The day that Excel counts by a number, where anybody may mean it."""
    if not 0 < number < 1_000_000:
        return None, "date-unreadable"
    counted = _SERIAL_BEGINS + timedelta(days=int(number))
    if not any(counted.year in years for years in _SERIAL_YEARS):
        return None, "date-unreadable"
    found, _said = _stored_day(counted)
    return found, "date-from-number" if found else "date-unreadable"


def _date(year_written: str, month: int, day_of_month: int) -> date | None:
    try:
        return date(_gregorian(int(year_written)), month, day_of_month)
    except ValueError:
        return None


def _said_of(year: int) -> str:
    """What has to be said of a year as it is written."""
    return "year-of-excel" if _is_completed(year) else CERTAIN


def _is_completed(year: int) -> bool:
    return any(year in years for years in _COMPLETED)


def _gregorian(year: int) -> int:
    """A year in the Gregorian calendar; 0, which is no year, for one that nobody means."""
    if year < 100 or _is_completed(year):
        year = 2500 + year % 100
    if 2400 <= year <= _LAST_BUDDHIST:
        return year - BUDDHIST_ERA
    return year if 1900 <= year <= 2100 else 0


@cache
def _weekday() -> re.Pattern[str]:
    """A day of the week at the start of a text that is looked up, with a number or a month's name after it."""
    names = sorted(map(normalised, spellings_of("days", "of_the_week")), key=len, reverse=True)
    return re.compile(rf"^(?:วัน)?(?:{'|'.join(map(re.escape, names))})(?:ที่)?(?=\d|[a-z]+\d)")


@cache
def _within() -> re.Pattern[str]:
    words = sorted(map(normalised, spellings_of("days", "within")), key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, words))})+(?=\D)")


@cache
def _whole_months() -> frozenset[str]:
    return frozenset(map(normalised, spellings_of("days", "whole_month")))
