"""What reviews say, field by field, in lists of them and one beside another."""

from collections.abc import Mapping
from math import isnan
from typing import Any

from pandas import NA

from ita_data.labels import date_label, label, progress_label
from ita_data.model.field_labels import field_label
from ita_data.model.review_fields import REVIEW_FIELDS, Kind

_NOTHING = "–"

_LISTED = tuple(name for name, field in REVIEW_FIELDS.items() if field.is_listed)


def listed_headers() -> list[str]:
    """The headers of what lists show of a review."""
    return [field_label(name) for name in _LISTED]


def listed_texts(review: Mapping[Any, Any] | None) -> list[str]:
    """What a row of a snapshot's reviews says under these headers; a dash for each where there is none."""
    return [_listed_text(name, review[name] if review else None) for name in _LISTED]


def field_text(name: str, value: Any) -> str:
    """What a review says in a field; a dash where that is nothing."""
    if value is None or value is NA or _is_not_a_number(value):
        return _NOTHING
    match REVIEW_FIELDS[name].kind:
        case Kind.STATUS:
            return label("status", value)
        case Kind.PERCENT:
            return f"{value:g}%"
        case Kind.WHOLE_NUMBER:
            return f"{value:,}"
        case Kind.DATE:
            return date_label(value)
        case _:
            return str(value)


def _listed_text(name: str, value: Any) -> str:
    """The same in a list, where percentages are whole ones like everywhere."""
    is_percentage = REVIEW_FIELDS[name].kind is Kind.PERCENT and value is not None
    return progress_label(value) if is_percentage else field_text(name, value)


def _is_not_a_number(value: Any) -> bool:
    """Whether this is how a frame says that nobody gave a percentage."""
    return isinstance(value, float) and isnan(value)
