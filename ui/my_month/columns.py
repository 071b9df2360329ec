"""The columns of the sheet: how a value is written in a cell, and what a text that was typed into one says."""

from datetime import date
from typing import Any

from ita_data.imports.dates import day_typed
from ita_data.imports.percentages import written_percentage
from ita_data.language import gettext as _
from ita_data.model.repairs import arabic
from ita_data.model.review_fields import LARGEST_NUMBER, REVIEW_FIELDS, Kind
from ita_data.model.states import Status
from ui.forms.day import fault_of, written_day
from ui.parts.reviews import field_text

COLUMNS = ("status", "result", "progress", "people_reached", "done_on")
"""The answers that are entered in the sheet; all of them are in the form beside it."""


def written(name: str, value: Any) -> str:
    """A value as it stands in its cell; blank where there is none."""
    if value is None:
        return ""
    match REVIEW_FIELDS[name].kind:
        case Kind.PERCENT | Kind.WHOLE_NUMBER:
            return field_text(name, value).removesuffix("%")
        case Kind.DATE:
            return written_day(value)
    return str(value)


def read(name: str, text: str, opens: date) -> tuple[Any, str]:
    """What a text in a cell says, and what is wrong with it, blank where nothing is; `opens` is a day as an example."""
    text = text.strip()
    match REVIEW_FIELDS[name].kind:
        case Kind.STATUS:
            return Status(text) if text else None, ""
        case Kind.PERCENT:
            return _number(
                text, written_percentage(text), _("“{text}” is no percentage. Write a number from 0 to 100.")
            )
        case Kind.WHOLE_NUMBER:
            fault = _("“{text}” is no number of people. Write a whole number, such as 120.")
            return _number(text, _whole(text), fault)
        case Kind.DATE:
            return day_typed(text), fault_of(text, opens)
    return text, ""


def _number(text: str, number: float | None, fault: str) -> tuple[float | None, str]:
    return number, fault.format(text=text) if text and number is None else ""


def _whole(text: str) -> int | None:
    digits = arabic(text).replace(",", "").strip()
    is_number = digits.isdecimal() and digits.isascii() and int(digits) <= LARGEST_NUMBER
    return int(digits) if is_number else None
