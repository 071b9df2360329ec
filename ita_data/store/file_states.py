"""What a SQLite file is before anybody opens it as the database: sound, or which of the things that it must not be.

Looking changes nothing. All is read through SQLite: closing a file that was opened beside it would take its locks away.
"""

import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path, PurePath
from urllib.parse import quote

from ita_data.language import gettext as _
from ita_data.language import mark
from ita_data.store.new_files import with_companions
from ita_data.store.patience import PATIENCE

_OUR_TABLES = {"alembic_version", "revisions", "batches"}


class FileState(StrEnum):
    """What became of the file of a database."""

    SOUND = "sound"
    MISSING = "missing"
    EMPTY = "empty"
    CUT = "cut"
    DAMAGED = "damaged"
    NOT_SQLITE = "not_sqlite"
    FOREIGN = "foreign"
    NEWER = "newer"
    UNREADABLE = "unreadable"


_SAID = {
    FileState.MISSING: mark("The database {file} is gone, though this office has been working with it."),
    FileState.EMPTY: mark("The database {file} is empty: nothing of the office is in it."),
    FileState.CUT: mark("The database {file} is cut off: its end is missing."),
    FileState.DAMAGED: mark("The database {file} is damaged."),
    FileState.NOT_SQLITE: mark("The file {file} is no SQLite database, or its first bytes are damaged."),
    FileState.FOREIGN: mark("The database {file} belongs to another program."),
    FileState.NEWER: mark("The database {file} was made by a newer version of this program. Install that version."),
    FileState.UNREADABLE: mark(
        "The database {file} can't be read at the moment. Check that this program may read and write it."
    ),
}


def state_of(path: Path, known: list[str], *, checks_pages: bool = True) -> FileState:
    """What a file is to a program that knows these revisions of the tables; its pages may be checked elsewhere."""
    if not path.exists():
        return FileState.MISSING
    if not path.stat().st_size:
        return FileState.EMPTY
    # Before it is opened: with a write-ahead log SQLite has some beside it for as long as that lasts.
    is_written = any(companion.exists() for companion in with_companions(path)[1:])
    try:
        connection = opened_to_look(path)
    except sqlite3.Error:
        return FileState.UNREADABLE
    with closing(connection):
        state = _state_of_opened(connection, known, checks_pages)
        if state is FileState.DAMAGED and _promises_more(connection):
            return FileState.CUT
        if state is FileState.SOUND and not is_written and _ends_within_a_page(connection, path):
            return FileState.CUT
        return state


def said(path: Path | str, state: FileState) -> str:
    """What is wrong with a file that isn't sound."""
    return _(_SAID[state]).format(file=path)


def opened_to_look(path: Path) -> sqlite3.Connection:
    """A connection that reads alone; where a write was broken off, SQLite first takes its traces back."""
    # Not opened as one that can't write: that one would leave the files of a write-ahead log behind.
    connection = sqlite3.connect(address_of(path.resolve()), uri=True, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA query_only=ON")
    return connection


def address_of(path: PurePath) -> str:
    """The address by which SQLite opens a file that is there; one on a share stands in it without a host."""
    place = quote(path.as_posix(), safe="/:", errors="surrogateescape")
    return f"file://{place if place.startswith('/') else f'/{place}'}?mode=rw"


def _state_of_opened(connection: sqlite3.Connection, known: list[str], checks_pages: bool) -> FileState:
    try:
        state = _state_of_tables(connection, known)
        return state if state is not FileState.SOUND or not checks_pages else _state_of_pages(connection)
    except sqlite3.DatabaseError as error:
        return _state_of_unreadable(error)
    except UnicodeDecodeError:
        return FileState.DAMAGED


def _state_of_tables(connection: sqlite3.Connection, known: list[str]) -> FileState:
    # One reading throughout, which no write may get in between.
    connection.execute("BEGIN")
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return FileState.EMPTY
    if not tables >= _OUR_TABLES:
        return FileState.FOREIGN
    (version,) = connection.execute("SELECT max(version_num) FROM alembic_version").fetchone()
    return FileState.SOUND if version in known else FileState.NEWER


def _state_of_pages(connection: sqlite3.Connection) -> FileState:
    ((said, *_others), *_more) = connection.execute("PRAGMA quick_check(1)").fetchall()
    return FileState.SOUND if said == "ok" else FileState.DAMAGED


def _promises_more(connection: sqlite3.Connection) -> bool:
    """Whether the beginning of a file says that it has more pages than are there."""
    try:
        # Of all that can be asked, this reads the beginning alone.
        connection.execute("PRAGMA freelist_count").fetchone()
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT
    return False


def _ends_within_a_page(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether a part of the last page is missing that held no row, which SQLite reads as if nothing were."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return path.stat().st_size < int(pages * size)


def _state_of_unreadable(error: sqlite3.DatabaseError) -> FileState:
    code = error.sqlite_errorcode & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return FileState.NOT_SQLITE
    return FileState.DAMAGED if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR) else FileState.UNREADABLE
