"""What a SQLite file is before anybody opens it as the database: sound, or which of the things that it must not be.

Looking changes nothing. All is read through SQLite: closing a file that was opened beside it would take its locks away.
"""

import sqlite3
from contextlib import closing
from enum import StrEnum
from pathlib import Path

from ita_data.language import gettext as _
from ita_data.language import mark
from ita_data.store.new_files import with_companions
from ita_data.store.patience import PATIENCE

_OUR_TABLES = {"alembic_version", "revisions", "batches"}
_HEADER = 32


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


def state_of(path: Path, known: list[str]) -> FileState:
    """What a file is to a program that knows these revisions of the tables."""
    if not path.exists():
        return FileState.MISSING
    if not path.stat().st_size:
        return FileState.EMPTY
    try:
        with closing(opened_to_look(path)) as connection:
            state = _state_of_tables(connection, known)
            return FileState.CUT if state is FileState.SOUND and _lacks_pages(connection, path) else state
    except sqlite3.DatabaseError as error:
        return _state_of_unreadable(path, error)
    except UnicodeDecodeError:
        return FileState.DAMAGED


def said(path: Path | str, state: FileState) -> str:
    """What is wrong with a file that isn't sound."""
    return _(_SAID[state]).format(file=path)


def opened_to_look(path: Path) -> sqlite3.Connection:
    """A connection that reads alone; where a write was broken off, SQLite first takes its traces back."""
    is_left_in_midst = any(companion.exists() for companion in with_companions(path)[1:])
    mode = "rw" if is_left_in_midst else "ro"
    address = f"{path.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)


def _state_of_tables(connection: sqlite3.Connection, known: list[str]) -> FileState:
    # One reading throughout, which no write may get in between.
    connection.execute("BEGIN")
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return FileState.EMPTY
    if not tables >= _OUR_TABLES:
        return FileState.FOREIGN
    (version,) = connection.execute("SELECT max(version_num) FROM alembic_version").fetchone()
    if version not in known:
        return FileState.NEWER
    ((said, *_others), *_more) = connection.execute("PRAGMA quick_check(1)").fetchall()
    return FileState.SOUND if said == "ok" else FileState.DAMAGED


def _lacks_pages(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the end of a file is missing that held no row, which SQLite reads as if nothing were."""
    if any(companion.exists() for companion in with_companions(path)[1:]):
        return False  # What is written last stands beside it.
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    return path.stat().st_size < int(pages * size)


def _state_of_unreadable(path: Path, error: sqlite3.DatabaseError) -> FileState:
    code = error.sqlite_errorcode & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return FileState.NOT_SQLITE
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
        return FileState.CUT if _is_cut(path) else FileState.DAMAGED
    return FileState.UNREADABLE


def _is_cut(path: Path) -> bool:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    # The format keeps a page of 65,536 bytes as 1.
    size = int.from_bytes(header[16:18]) or 1
    pages = int.from_bytes(header[28:32])
    return path.stat().st_size < (65536 if size == 1 else size) * pages
