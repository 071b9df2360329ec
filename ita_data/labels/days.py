"""Days and months as people write them: with the Buddhist year, or in English with the Gregorian one."""

from datetime import date

from ita_data.language import language

BUDDHIST_ERA = 543

_THAI_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
_ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month_name(day: date) -> str:
    """The month of a day in any year: ต.ค., or Oct in English."""
    return (_ENGLISH_MONTHS if language.get() == "en" else _THAI_MONTHS)[day.month - 1]


def month_label(day: date, *, in_full: bool = False) -> str:
    """The month of a day: ต.ค. 67, with its whole year ต.ค. 2567, or Oct 2024 in English."""
    buddhist = day.year + BUDDHIST_ERA
    year = str(day.year) if language.get() == "en" else str(buddhist) if in_full else f"{buddhist % 100:02d}"
    return f"{month_name(day)} {year}"


def date_label(day: date) -> str:
    """A day: 5 ธ.ค. 67, or 5 Dec 2024 in English."""
    return f"{day.day} {month_label(day)}"
