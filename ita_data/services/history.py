"""How what the store holds came there."""

from ita_data.language import gettext as _
from ita_data.model.changes import Author, Batch, Change, Key
from ita_data.model.errors import NotFound
from ita_data.services.opening import Store
from ita_data.store import log, reading


def batches(store: Store) -> list[Batch]:
    """Every applied write, the newest first; those that were undone say by which batch."""
    with reading(store) as connection:
        return log.batches(connection)


def changes_of(store: Store, batch: int) -> list[Change]:
    """What one batch added, changed and removed."""
    with reading(store) as connection:
        return log.changes(connection, batch)


def authors(store: Store, organisation: str, fiscal_year: int, kind: str) -> dict[Key, Author]:
    """Who wrote each record of one kind in a plan last."""
    with reading(store) as connection:
        return log.authors(connection, organisation, fiscal_year, kind)


def file_of(store: Store, batch: Batch) -> bytes:
    """The file that a batch came from, as it was. Raises NotFound where none was kept."""
    with reading(store) as connection:
        data = log.file(connection, batch.origin.sha256)
    if data is None:
        raise NotFound(_("No file was kept with batch {batch}.").format(batch=batch.id))
    return data
