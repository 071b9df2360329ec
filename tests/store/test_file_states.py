"""Looking at a SQLite file changes nothing, whoever works with it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from ita_data import store
from ita_data.store.file_states import FileState, address_of, state_of
from ita_data.store.migrations import revisions

PAGE = 4096
WRITE = """import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
connection.execute("PRAGMA writable_schema=ON")
connection.execute("BEGIN IMMEDIATE")"""
"""What another program does to write, also into a file whose end is missing."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with its tables and nothing beside it."""
    path = tmp_path / "ข้อมูล 100%#?.db"
    engine = store.engine_for(path)
    store.upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def server(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection of this process in the midst of writing."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


def look(file: Path) -> FileState:
    return state_of(file, revisions())


@pytest.mark.parametrize("missing", [1, PAGE - 1, PAGE, 3 * PAGE])
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_look_leaves_nothing_beside_a_file_and_sees_that_its_end_is_missing(
    file: Path, mode: str, missing: int
) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA journal_mode={mode}")
        # Pages in which no row stands any more.
        connection.execute("INSERT INTO files (sha256, data) VALUES ('a', zeroblob(40960))")
        connection.commit()
        connection.execute("DELETE FROM files")
        connection.commit()
    assert look(file) is FileState.SOUND
    os.truncate(file, file.stat().st_size - missing)
    before = file.read_bytes()
    assert look(file) is FileState.CUT
    assert [*file.parent.iterdir()] == [file]
    assert file.read_bytes() == before


def test_what_a_write_ahead_log_holds_is_looked_at_and_stays(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as server:
        server.execute("PRAGMA journal_mode=WAL")
        server.execute("INSERT INTO files (sha256, data) VALUES ('a', zeroblob(40960))")
        assert look(file) is FileState.SOUND
        assert len([*file.parent.iterdir()]) == 3
        server.execute("UPDATE alembic_version SET version_num = '9999'")
        assert look(file) is FileState.NEWER


@pytest.mark.skipif(sys.platform == "win32", reason="there a lock belongs to whoever opened the file")
@pytest.mark.parametrize("missing", [0, 3 * PAGE])
@pytest.mark.usefixtures("server")
def test_a_look_takes_no_lock_away_from_the_server_that_looks(file: Path, missing: int) -> None:
    os.truncate(file, file.stat().st_size - missing)
    assert look(file) is (FileState.CUT if missing else FileState.SOUND)
    other = subprocess.run([sys.executable, "-c", WRITE, file], capture_output=True, text=True, check=False)
    assert "database is locked" in other.stderr


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/data/100%?.db"), "file:///data/100%25%3F.db?mode=rw"),
        (PureWindowsPath(r"C:\ita\ita.db"), "file:///C:/ita/ita.db?mode=rw"),
        (PureWindowsPath(r"\\nas\office\ita.db"), "file:////nas/office/ita.db?mode=rw"),
    ],
)
def test_a_file_is_opened_by_an_address_without_a_host(path: PurePath, address: str) -> None:
    assert address_of(path) == address


def test_what_cannot_be_opened_is_not_called_damaged(tmp_path: Path) -> None:
    assert look(tmp_path) is FileState.UNREADABLE
