"""Months and days as official papers write them, whatever language the reader chose."""

import re
from datetime import date

from ita_data.model.periods import BUDDHIST_ERA, FiscalMonth

_MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
_DAY = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})")


def thai_month(month: FiscalMonth) -> str:
    """A month with its Buddhist year: มกราคม 2568."""
    return _month_of(month.first_day)


def thai_day(day: date) -> str:
    """A day with its Buddhist year: 5 กุมภาพันธ์ 2568."""
    return f"{day.day} {_month_of(day)}"


def thai_day_in(text: str) -> date | None:
    """The day that a text says in just these words; None where it says anything else."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found["year"]) - BUDDHIST_ERA, _MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None


def _month_of(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"
