"""Changes in the words of the screen: which record, which field, from what to what."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any

import streamlit as st
from pandas import DataFrame

from ita_data.labels import date_label, label, month_label
from ita_data.language import gettext as _
from ita_data.model.changes import Action, Change
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Record

_FAMILIES = {"status": "status", "role": "role", "cadence": "cadence", "state": "link_state"}
"""The fields that hold one of our own words, with the family it belongs to."""
_NAMED = ("measure", "outcome", "section", "month", "code")
"""The fields that already stand in a record's name."""


def changes_table(changes: Iterable[Change], fiscal_year: int) -> None:
    """One row for each field that differs; a record that comes or goes is one row with all it holds."""
    rows = [row for change in changes for row in _rows(change, fiscal_year)]
    columns = [_("What happens"), _("Kind"), _("Record"), _("Field"), _("Before"), _("After")]
    st.dataframe(DataFrame(rows, columns=columns), hide_index=True, width="stretch")


def _rows(change: Change, fiscal_year: int) -> list[tuple[str, ...]]:
    action, kind = label("action", change.action), label("kind", change.record.kind)
    name = record_name(change.record, fiscal_year)
    if change.action is Action.CHANGED:
        return [
            (action, kind, name, label("field", field), shown(field, old, fiscal_year), shown(field, new, fiscal_year))
            for field, old, new in change.differences
        ]
    held = "; ".join(
        f"{label('field', entry.name)}: {shown(entry.name, value, fiscal_year)}"
        for entry in fields(change.record)
        if (value := getattr(change.record, entry.name)) not in (None, "") and entry.name not in _NAMED
    )
    is_new = change.action is Action.ADDED
    return [(action, kind, name, "", "" if is_new else held, held if is_new else "")]


def record_name(record: Record, fiscal_year: int) -> str:
    """What people call a record: its code, or for a review its measure, section and month."""
    if record.kind == "review":
        measure, section, month = record.key
        return f"{measure} · {section} · {month_label(FiscalMonth(fiscal_year, int(month)).first_day)}"
    return " · ".join(record.key)


def shown(field: str, value: Any, fiscal_year: int) -> str:
    """A field's value as text; nothing for what isn't there."""
    if value is None:
        return ""
    if field == "month":
        return month_label(FiscalMonth(fiscal_year, value).first_day)
    if field in _FAMILIES:
        return label(_FAMILIES[field], value)
    return _plain_value(value)


def _plain_value(value: Any) -> str:
    match value:
        case bool():
            return _("yes") if value else _("no")
        case date():
            return date_label(value)
        case tuple():
            return ", ".join(value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)
