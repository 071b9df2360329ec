"""Noticing that the file of a database was taken away or exchanged while it is open.

A connection goes on reading and writing a file that has lost its name, and whatever it writes there is lost.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import InvalidatePoolError

from ita_data.language import gettext as _
from ita_data.model.errors import StoreUnusable
from ita_data.store.file_states import FileState, said

FileIdentity = tuple[int, int]
"""What tells a file from another one of the same name."""
_KNOWN = "file"


def identity_of(path: Path) -> FileIdentity | None:
    """Which file bears a name now; None where none does."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def watch(engine: Engine, path: Path) -> None:
    """Have an engine give no connection to a file that no longer bears the database's name, nor make one anew.

    Its connections raise StoreUnusable where the file is gone after the first of them.
    """
    was_opened = False

    def require(*_any: object) -> None:
        if was_opened and identity_of(path) is None:
            raise StoreUnusable(said(path, FileState.MISSING))

    def note(_connection: sqlite3.Connection, record: Any) -> None:
        nonlocal was_opened
        was_opened = True
        record.info[_KNOWN] = identity_of(path)

    def compare(_connection: sqlite3.Connection, record: Any, _proxy: object) -> None:
        require()
        if record.info[_KNOWN] != identity_of(path):
            # Those that wait in the pool belong to the former file too.
            raise InvalidatePoolError

    event.listen(engine, "do_connect", require)
    event.listen(engine, "connect", note)
    event.listen(engine, "checkout", compare)


def require_same_file(connection: Connection) -> None:
    """Raise StoreUnusable where the file was exchanged under a write, which would be lost with it."""
    known, path = connection.info.get(_KNOWN), connection.engine.url.database
    if known is not None and path and known != identity_of(Path(path)):
        text = _("The database {file} was exchanged or removed meanwhile, so nothing was saved. Try again.")
        raise StoreUnusable(text.format(file=path))
