"""Records as JSON and back, so that history can show what a batch changed long after the record moved on.

A packed record is a row of values; which fields they are of is said once for many.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

from ita_data.model.records import KINDS, Record

Row = Sequence[Any]


def field_names(kind: str) -> tuple[str, ...]:
    """The fields of a kind, in the order in which they are packed."""
    return tuple(_hints(kind))


def packed(kind: str, records: Sequence[Record]) -> list[Row]:
    """The values of records of one kind as JSON knows them: dates are ISO texts, and so are decimals texts."""
    columns = {name: list(map(attrgetter(name), records)) for name in field_names(kind)}
    for name in _texts(kind):
        texts = {value: None if value is None else str(value) for value in set(columns[name])}
        columns[name] = [texts[value] for value in columns[name]]
    return list(zip(*columns.values(), strict=True))


def unpacked(kind: str, names: Sequence[str], rows: Sequence[Row]) -> list[Record]:
    """The records of a kind whose fields `names` were packed into `rows`.

    A field that the kind gained since takes its default, one that it lost is dropped.
    """
    known = {name: reads for name, reads in _converters(kind).items() if name in names}
    columns = [_column(rows, names.index(name), reads) for name, reads in known.items()]
    make: Any = KINDS[kind]
    return [make(**dict(zip(known, values, strict=True))) for values in zip(*columns, strict=True)]


@cache
def _hints(kind: str) -> dict[str, Any]:
    hints = get_type_hints(KINDS[kind])
    return {field.name: hints[field.name] for field in fields(KINDS[kind])}


@cache
def _converters(kind: str) -> dict[str, Callable[[Any], Any] | None]:
    """What makes a field's value of what JSON gave back; nothing for those that come back as they went."""
    return {name: _converter(hint) for name, hint in _hints(kind).items()}


@cache
def _texts(kind: str) -> frozenset[str]:
    """The fields whose values JSON doesn't know: dates and decimals, which say themselves as texts."""
    return frozenset(name for name, reads in _converters(kind).items() if reads in (date.fromisoformat, Decimal))


def _converter(hint: Any) -> Callable[[Any], Any] | None:
    if date in (hint, *get_args(hint)):
        return date.fromisoformat
    if get_origin(hint) is tuple:
        return tuple
    kinds = (each for each in (hint, *get_args(hint)) if isinstance(each, type))
    return next((each for each in kinds if issubclass(each, Enum | Decimal)), None)


def _column(rows: Sequence[Row], position: int, reads: Callable[[Any], Any] | None) -> list[Any]:
    values = [row[position] for row in rows]
    return [None if value is None else reads(value) for value in values] if reads else values
