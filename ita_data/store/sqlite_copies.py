"""Copies of a SQLite database: one file each, of one state that was committed."""

import sqlite3
from contextlib import closing
from pathlib import Path
from secrets import randbelow

import sqlalchemy as sa
from sqlalchemy import Engine

from ita_data.language import gettext as _
from ita_data.model.errors import NotWritten
from ita_data.store.engine import read_from
from ita_data.store.file_states import opened_to_look
from ita_data.store.log_tables import revisions

_COUNT_OF_CHANGES = (24, 92)
"""Where the format keeps it, and for which count its other notes hold."""


def copy_store(engine: Engine, target: Path) -> None:
    """Copy a store that others may be writing to; `target` isn't there yet."""
    with read_from(engine) as connection:
        # What is read first holds the state still; it waits for a writer as any reader does.
        connection.execute(sa.select(revisions.c.number))
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        _copy(driver, target, str(engine.url.database))


def copy_file(file: Path, target: Path) -> None:
    """Copy a file that no engine holds."""
    with closing(opened_to_look(file)) as connection:
        _copy(connection, target, str(file))


def _copy(connection: sqlite3.Connection, target: Path, source: str) -> None:
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            # Nobody else knows the file, and whoever asked for it has the disk keep it.
            copy.execute("PRAGMA synchronous=OFF")
            connection.backup(copy)
            # A copy of a file with a write-ahead log would have one too, and is to be one file.
            copy.execute("PRAGMA journal_mode=DELETE")
        _count_from_anywhere(target)
    except sqlite3.Error as error:
        text = _("No copy of {database} can be written into {folder}: {reason}. Check that its disk isn't full.")
        raise NotWritten(text.format(database=source, folder=target.parent, reason=error)) from error


def _count_from_anywhere(file: Path) -> None:
    """Give a copy a count of changes that no other has: SQLite knows by it that what it holds of a file is old.

    All copies would have the same, and a server might take one that was written into the file for the former one.
    """
    count = randbelow(1 << 31).to_bytes(4)
    with file.open("rb+") as opened:
        for place in _COUNT_OF_CHANGES:
            opened.seek(place)
            opened.write(count)
