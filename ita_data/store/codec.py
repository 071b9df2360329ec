"""Records as JSON and back, so that history can show what a batch changed long after the record moved on."""

from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, get_args, get_type_hints

from ita_data.model.records import KINDS, Record


def packed(record: Record) -> dict[str, Any]:
    """The fields of a record as values that JSON knows: dates in ISO form, tuples as lists, enums as their value."""
    return {field.name: _packed(getattr(record, field.name)) for field in fields(record)}


def unpacked(kind: str, values: dict[str, Any]) -> Record:
    """The record of a kind that was packed into `values`.

    A field that the kind gained since takes its default, one that it lost is dropped.
    """
    known: dict[str, Any] = {
        name: _unpacked(hint, values[name]) for name, hint in _hints(kind).items() if name in values
    }
    return KINDS[kind](**known)


@cache
def _hints(kind: str) -> dict[str, Any]:
    hints = get_type_hints(KINDS[kind])
    return {field.name: hints[field.name] for field in fields(KINDS[kind])}


def _packed(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _unpacked(hint: Any, value: Any) -> object:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, str) and date in (hint, *get_args(hint)):
        return date.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return value
