"""Undoing a batch."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Changes, Origin
from ita_data.model.closing import OFFICE_WIDE
from ita_data.model.decisions import Closing
from ita_data.model.errors import AlreadyUndone, ClosingStands, ItaError, NotFound
from ita_data.model.planning.undo import Written, changes_of_undo, standing
from ita_data.model.records import KINDS
from ita_data.services.applying import apply_changes
from ita_data.services.guarding import closed_by
from ita_data.services.opening import Store, office_day
from ita_data.store import log, read_from, reader
from ita_data.store.writer import OnProgress

UNDO = "undo"
"""The layout of a batch that takes another one back."""

_OPPOSITE = {Action.ADDED: Action.REMOVED, Action.CHANGED: Action.CHANGED, Action.REMOVED: Action.ADDED}


def counts(store: Store, batch_id: int) -> list[tuple[str, Action, int]]:
    """How many records of each kind undoing a batch would remove, change back and add again; told at once."""
    with read_from(store) as connection:
        written = log.counts(connection, batch_id)
    order = [(kind, action) for action in Action for kind in KINDS]
    undone = [(kind, _OPPOSITE[action], number) for kind, action, number in written]
    return sorted(undone, key=lambda each: order.index(each[:2]))


def preview(store: Store, batch_id: int) -> Changes:
    """What undoing a batch would change; raises as `undo` does."""
    with read_from(store) as connection:
        return _changes(connection, batch_id)


def needs_reason(store: Store, batch_id: int) -> bool:
    """Whether undoing a batch would change a closed month; not where it can't be undone anyway."""
    with read_from(store) as connection:
        batch = next((batch for batch in log.batches(connection) if batch.id == batch_id), None)
        if batch is None or not _is_any_month_closed(connection, batch.organisation):
            return False
        try:
            return bool(closed_by(connection, _changes(connection, batch_id)))
        except ItaError:
            return False


def undo(store: Store, batch_id: int, actor: Actor, on_progress: OnProgress | None = None, reason: str = "") -> Batch:
    """Restore exactly what a batch changed, as a batch of its own that can be undone too, and give that one.

    Raises NotFound, AlreadyUndone, ClosingStands for a batch that closed a month, UndoBlocked where later batches touch
    the same fields or rest on what would go, MonthClosed where a closed month would change without a `reason`, and
    StaleChanges where somebody wrote at the same moment; then nothing was written.
    """
    changes = preview(store, batch_id)
    if any(change.record.kind == Closing.kind for change in changes.writes):
        raise ClosingStands
    return apply_changes(
        store, changes, Origin(UNDO, office_day(store)), actor, undoes=batch_id, reason=reason, on_progress=on_progress
    )


def _is_any_month_closed(connection: Connection, organisation: str) -> bool:
    plans = (plan for plan in reader.plans(connection) if plan.organisation == organisation)
    return any(reader.records_of(connection, plan, Closing) for plan in plans)


def _changes(connection: Connection, batch_id: int) -> Changes:
    batches = log.batches(connection)
    batch = next((batch for batch in batches if batch.id == batch_id), None)
    if batch is None:
        raise NotFound(_("There is no import with the number {number}.").format(number=batch_id))
    if batch.undone_by is not None:
        raise AlreadyUndone(batch.id, batch.undone_by)
    later = [each for each in batches if each.id > batch_id and each.organisation == batch.organisation]
    own, other_years = _written(connection, standing(later), batch.fiscal_year)
    return changes_of_undo(
        log.changes(connection, batch_id),
        own,
        reader.records(connection, batch.plan),
        reader.revision(connection),
        other_years,
        since=log.names_since(connection, batch),
    )


def _written(
    connection: Connection, batches: Iterable[Batch], fiscal_year: int
) -> tuple[list[Written], Collection[list[Written]]]:
    """What batches of an office wrote to the plan of a year or to the office itself, and to each of its other plans."""
    own: list[Written] = []
    others: defaultdict[int, list[Written]] = defaultdict(list)
    for batch in batches:
        for change in log.changes_by_present_names(connection, batch):
            is_own = batch.fiscal_year == fiscal_year or change.record.kind in OFFICE_WIDE
            (own if is_own else others[batch.fiscal_year]).append((batch.id, change))
    return own, others.values()
