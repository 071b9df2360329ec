"""Saving what somebody entered on a page: many records as one batch, planned and written like an import."""

from collections.abc import Mapping, Sequence

from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Change, Changes, Key, Origin
from ita_data.model.errors import Overtaken, StaleChanges
from ita_data.model.records import Record, by_key
from ita_data.services.applying import apply_changes
from ita_data.services.clock import today
from ita_data.services.deciding import PAGE
from ita_data.services.opening import Store
from ita_data.store import reader, reading

Edit = tuple[Record | None, Record | None]
"""A record as the page showed it and as it shall be; None where there was none, or where none shall be left."""

_ATTEMPTS = 5
"""How often edits are planned anew where others wrote other records at the same moment."""


def save(
    store: Store, organisation: str, fiscal_year: int, edits: Sequence[Edit], actor: Actor, reason: str = ""
) -> Batch | None:
    """Write edits as one batch and give it; None where nothing differs from what is stored.

    Raises Overtaken where somebody saved one of the records since the page showed it, and MonthClosed where a closed
    month would change without a `reason`; then nothing was written.
    """
    for _attempt in range(_ATTEMPTS - 1):
        try:
            return _save(store, organisation, fiscal_year, edits, actor, reason)
        except StaleChanges:
            continue
    return _save(store, organisation, fiscal_year, edits, actor, reason)


def _save(
    store: Store, organisation: str, fiscal_year: int, edits: Sequence[Edit], actor: Actor, reason: str
) -> Batch | None:
    with reading(store) as connection:
        stored = by_key(reader.records(connection, organisation, fiscal_year))
        revision = reader.revision(connection)
    changes = tuple(_change(stored, edit) for edit in edits if edit[0] != edit[1])
    overtaken = tuple(change for change, shown in zip(changes, _shown(edits), strict=True) if change.before != shown)
    if overtaken:
        raise Overtaken(overtaken)
    plan = Changes(organisation, fiscal_year, revision, changes)
    return apply_changes(store, plan, Origin(PAGE, today()), actor, reason=reason) if plan.writes else None


def _shown(edits: Sequence[Edit]) -> list[Record | None]:
    return [before for before, after in edits if before != after]


def _change(stored: Mapping[Key, Record], edit: Edit) -> Change:
    """From what is stored now to what somebody entered."""
    shown, after = edit
    record = after or shown
    assert record is not None
    before = stored.get((record.kind, record.key))
    if after is None:
        return Change(Action.REMOVED, before or shown, None)
    return Change(Action.CHANGED if before else Action.ADDED, before, after)
