"""The one way by which anything gets into the store."""

from datetime import UTC, datetime

from sqlalchemy import Connection

from ita_data.model.actors import Actor
from ita_data.model.changes import Batch, Changes, Origin
from ita_data.model.closing import closed_cells
from ita_data.model.decisions import Closing, Reopening
from ita_data.model.errors import MonthClosed
from ita_data.model.records import Outcome, Records
from ita_data.services.opening import Store
from ita_data.store import reader, write_to, writer
from ita_data.store.writer import OnProgress


def apply_changes(
    store: Store,
    changes: Changes,
    origin: Origin,
    actor: Actor,
    *,
    data: bytes = b"",
    undoes: int | None = None,
    reason: str = "",
    on_progress: OnProgress | None = None,
) -> Batch:
    """Write changes in one transaction, and give the batch once it is saved.

    Raises MonthClosed where it changes what was closed and no `reason` is given.
    """
    with write_to(store) as connection:
        now = datetime.now(UTC)
        touched = _closed_cells(connection, changes)
        if touched and not reason:
            raise MonthClosed(changes.fiscal_year, touched)
        return writer.apply(
            connection,
            changes,
            origin,
            actor,
            now,
            data=data,
            undoes=undoes,
            reason=reason if touched else "",
            on_progress=on_progress,
        )


def _closed_cells(connection: Connection, changes: Changes) -> tuple[tuple[str, int], ...]:
    """The closed sections and months that changes touch."""
    plan = changes.plan
    closings = reader.records_of(connection, plan, Closing)
    if not closings:
        return ()
    reopenings = reader.records_of(connection, plan, Reopening)
    outcomes = reader.records_of(connection, plan, Outcome)
    return closed_cells(changes.writes, Records(*plan, closings=closings, reopenings=reopenings, outcomes=outcomes))
