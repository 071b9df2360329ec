"""The one way by which anything gets into the store."""

from datetime import UTC, datetime

from ita_data.model.actors import Actor
from ita_data.model.changes import Batch, ChangePlan, Origin
from ita_data.services.opening import Store
from ita_data.store import writer, writing
from ita_data.store.writer import OnProgress


def apply_changes(
    store: Store,
    changes: ChangePlan,
    origin: Origin,
    actor: Actor,
    *,
    data: bytes = b"",
    undoes: int | None = None,
    on_progress: OnProgress | None = None,
) -> Batch:
    """Write a plan of changes in one transaction, and give the batch once it is saved."""
    with writing(store) as connection:
        now = datetime.now(UTC)
        return writer.apply(connection, changes, origin, actor, now, data=data, undoes=undoes, on_progress=on_progress)
