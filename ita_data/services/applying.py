"""The one way by which anything gets into the store."""

from datetime import UTC, datetime

from ita_data.model.actors import Actor
from ita_data.model.changes import Batch, Changes, Origin
from ita_data.model.errors import MonthClosed
from ita_data.services.guarding import closed_by
from ita_data.services.opening import Store
from ita_data.store import write_to, writer
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
        touched = closed_by(connection, changes)
        if touched and not reason:
            raise MonthClosed(touched)
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
