"""The values of workbooks: what each is, and how it is shown, with all its digits and its dates as in ISO 8601."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from math import isfinite
from typing import Any

from ita_data.imports.grid import Paragraph, Value, is_percent_format
from ita_data.imports.paragraphs import paragraphs_of

BUILT_IN_FORMATS = {
    2: "0.00",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    60: "0.00",
    67: "0%",
    68: "0.00%",
    71: "d/m/bbbb",
    72: "d-mmm-bb",
    73: "d-mmm",
    74: "mmm-bb",
    77: "d/m/bbbb h:mm",
    81: "d/m/bb",
}
"""What Excel refers to by number alone, as far as it tells more than the number; from 60 on in a Thai Excel only."""

BEGINS_1900 = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's dates have no time zone
BEGINS_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
"""The two days from which workbooks count."""

ERROR_CODES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""How binary workbooks write errors."""

_THAI_DATES = frozenset(BUILT_IN_FORMATS[number] for number in (71, 72, 73, 74, 77, 81))
"""The dates that no library takes for dates, because it doesn't know their formats."""
_DECIMALS = re.compile(r"t?[#,0]*0\.(?P<zeros>0+)%?")
_SECONDS_A_DAY = 24 * 60 * 60


def telling_format(number_format: str) -> str:
    """The format where it tells more than the number, else nothing: percentages, fixed decimals, Thai dates."""
    is_telling = is_percent_format(number_format) or _DECIMALS.fullmatch(number_format) or number_format in _THAI_DATES
    return number_format if is_telling else ""


@lru_cache(maxsize=16_384, typed=True)
def content_of(stored: Any, number_format: str, begins: datetime) -> tuple[tuple[Paragraph, ...], Value]:
    """The paragraphs and the value of a cell in which a reader found this; most of a long sheet stands in it often."""
    value = _plain(stored, number_format, begins)
    return paragraphs_of(_shown(value, number_format)), value


def number_in(written: str) -> float | str:
    """The number that a file writes as text; the text itself where it is no number."""
    try:
        number = float(written)
    except ValueError:
        return written
    return number if isfinite(number) else written


def day_in(written: str) -> datetime | str:
    """The day and time that a file writes as in ISO 8601; the text itself where there is no such day."""
    try:
        return datetime.fromisoformat(written.strip()).replace(tzinfo=None)
    except ValueError:
        return written


def _plain(value: Any, number_format: str, begins: datetime) -> Value:
    """A value of the kinds a grid holds; a time of day or a duration is no more than a text."""
    match value:
        case time() | timedelta():
            return str(value)
        case datetime():
            return value
        case date():
            return datetime.combine(value, time.min)
        case int() | float() if number_format in _THAI_DATES:
            return _counted(value, begins)
    plain: Value = value
    return plain


def _counted(number: float, begins: datetime) -> Value:
    """The day and time that a workbook counts by a number; the number itself where there is no such day."""
    try:
        return begins + timedelta(seconds=round(number * _SECONDS_A_DAY))
    except OverflowError:
        return number


def _shown(value: Value, number_format: str) -> str:
    """A value as text, with all its digits however few of them the format shows; dates as in ISO 8601."""
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, number_format)
        case datetime() if value.time() == time.min:
            return value.date().isoformat()
        case _:
            return str(value)


def _number(value: float, number_format: str) -> str:
    is_percent = is_percent_format(number_format)
    text = f"{value * 100 if is_percent else value:.15g}"
    if decimals := _DECIMALS.fullmatch(number_format):
        whole, _, fraction = text.partition(".")
        text = f"{whole}.{fraction.ljust(len(decimals['zeros']), '0')}"
    return f"{text}%" if is_percent else text
