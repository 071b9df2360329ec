"""Changes in the words of the screen: which record, which field, from what to what."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from ita_data.labels import Family, date_label, label, month_label
from ita_data.language import gettext as _
from ita_data.model.changes import Action, Change
from ita_data.model.decisions import Closing, HeldMeeting, Order, Remark, Reopening
from ita_data.model.field_labels import field_label
from ita_data.model.pace import Targets
from ita_data.model.periods import MONTHS, FiscalMonth
from ita_data.model.records import Exemption, Record, Review
from ita_data.model.review_fields import Kind, fields_of
from ita_data.model.rules import Holiday, Rules
from ita_data.model.score import WHOLE_OFFICE, Score
from ui.html.differences import marked
from ui.parts.renumbered import is_told_together, renumbered_rows, told_together
from ui.parts.tables import text_table

_FAMILIES: dict[str, Family] = {
    "status": "status",
    "role": "role",
    "cadence": "cadence",
    "state": "link_state",
    "response": "response",
    "topic": "topic",
    "band": "band",
    "section_kind": "section_kind",
}
"""The fields that hold one of our own words, with the family it belongs to."""
_NAMED = ("measure", "outcome", "section", "month", "from_month", "day", "code", "subject")
"""The fields that already stand in a record's name."""
_SILENT_UNLESS_SO = ("is_sample", "is_decided")
"""What is said of few records, and of the others not at all."""
_NOT_SHOWN = ("figures", "score")
"""The figures of a closed month have a place of their own on the months' page; the likeness of a link tells nobody."""


def changes_table(changes: Iterable[Change], fiscal_year: int, key: str) -> None:
    """One row for each field that differs; a record that comes or goes is one row with all it holds.

    Numbers that change, and another order of many records, stand in one row each.
    """
    changes = list(changes)
    together = told_together(changes)
    rows = [*renumbered_rows(changes), *(row for each in changes for row in change_rows(each, fiscal_year, together))]
    if rows:
        text_table([_("Record"), _("What happens"), _("Field"), _("Before"), _("After")], rows, key)


def change_rows(change: Change, fiscal_year: int, together: Collection[str] = ()) -> list[tuple[str, ...]]:
    """The rows of one change, but for the fields told together: record, what happens, field, before, after."""
    action, kind = label("action", change.action), label("kind", change.record.kind)
    name = f"{kind} {record_name(change.record, fiscal_year)}"
    if change.action is Action.CHANGED:
        rows = [
            (name, action, field_label(field), *versions(field, old, new, fiscal_year))
            for field, old, new in change.differences
            if field not in _NOT_SHOWN and not is_told_together(change, field, together)
        ]
        return rows + _kept(change, name, fiscal_year)
    held = "; ".join(f"{field_label(name)}: {shown(name, value, fiscal_year)}" for name, value in _held(change.record))
    is_new = change.action is Action.ADDED
    return [(name, action, "", "" if is_new else held, held if is_new else "")]


def _kept(change: Change, name: str, fiscal_year: int) -> list[tuple[str, ...]]:
    """The fields that the file leaves blank, which keep what they hold."""
    kept = ((field, shown(field, getattr(change.before, field), fiscal_year)) for field in change.kept)
    return [(name, _("Kept because blank"), field_label(field), value, value) for field, value in kept]


def _held(record: Record) -> Iterator[tuple[str, Any]]:
    """The fields that say something which the record's name doesn't."""
    for entry in (entry for entry in fields(record) if entry.compare):
        value = getattr(record, entry.name)
        is_silent = value in (None, "", ()) or (entry.name in _SILENT_UNLESS_SO and not value)
        if not is_silent and entry.name not in (*_NAMED, *_NOT_SHOWN):
            yield entry.name, value


def record_name(record: Record, fiscal_year: int) -> str:
    """What people call a record: its code or number, with its measure, section and month where it has them."""
    match record:
        case Review() | Exemption():
            parts: tuple[str, ...] = (record.measure, record.section)
        case Closing() | Reopening() | HeldMeeting():
            parts = record.key[:-1]
        case Holiday():
            return date_label(record.day)
        case Rules():
            return _("from {month} on").format(month=month_label(FiscalMonth(fiscal_year, record.from_month).first_day))
        case Order() | Remark():
            parts = (*record.key, record.section, *((record.measure,) if record.measure else ()))
        case Score():
            subject = _("Whole office") if record.subject == WHOLE_OFFICE else record.subject
            return f"{record.fiscal_year} · {subject}"
        case _:
            return " · ".join(record.key)
    return " · ".join((*parts, month_label(FiscalMonth(fiscal_year, record.month).first_day)))


def versions(field: str, old: Any, new: Any, fiscal_year: int) -> tuple[str, str]:
    """A field's value before and after; in texts, what differs is marked."""
    before, after = shown(field, old, fiscal_year), shown(field, new, fiscal_year)
    return marked(before, after) if isinstance(new, str) and field not in _FAMILIES else (before, after)


def shown(field: str, value: Any, fiscal_year: int) -> str:
    """A field's value as text; nothing for what isn't there."""
    if value is None:
        return ""
    if field.endswith("month"):
        return month_label(FiscalMonth(fiscal_year, value).first_day)
    if field == "completion_targets":
        return ", ".join(_targets(value, fiscal_year))
    if field in _FAMILIES:
        return label(_FAMILIES[field], value)
    if field in fields_of(Kind.WHOLE_NUMBER):
        return f"{value:,}"
    return _plain_value(value)


def _targets(targets: Targets, fiscal_year: int) -> Iterator[str]:
    """Each month that has a target, with it."""
    for month, target in zip(MONTHS, targets, strict=False):
        if target is not None:
            yield f"{month_label(FiscalMonth(fiscal_year, month).first_day)} {target}%"


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
        case Decimal():
            return f"{value:.2f}"
        case _:
            return str(value)
