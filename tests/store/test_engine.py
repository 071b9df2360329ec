import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, Event

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import InternalError

from ita_data import store
from ita_data.model.errors import StaleChanges, StoreUnusable
from ita_data.store import log_tables, tables
from ita_data.store.engine import sqlite_pragmas
from tests.databases import SqliteFiles
from tests.store.office import RECORDS, plan, revision, stored, write


def test_a_second_writer_waits_for_the_first(engine: Engine) -> None:
    first_is_in, order = Event(), []

    def first() -> None:
        with store.write_to(engine):
            first_is_in.set()
            second_had_its_chance.wait(0.5)
            order.append("first")

    def second() -> None:
        first_is_in.wait()
        with store.write_to(engine):
            second_had_its_chance.set()
            order.append("second")

    second_had_its_chance = Event()
    _together(first, second)
    assert order == ["first", "second"]
    assert revision(engine) == 2


def test_many_writers_at_once_all_get_their_turn(engine: Engine) -> None:
    def write_five_times() -> None:
        for _ in range(5):
            with store.write_to(engine):
                pass

    _together(*[write_five_times] * 4)
    assert revision(engine) == 20


def test_a_writer_gives_up_on_a_store_that_stays_locked(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_data.store.engine.PATIENCE", 1)
    engine = store.engine_for(database)
    store.upgrade(engine)
    with store.write_to(engine), pytest.raises(StoreUnusable), store.write_to(engine):
        pass
    engine.dispose()


def test_of_two_plans_for_the_same_revision_one_is_applied_and_the_other_is_stale(engine: Engine) -> None:
    ready, refused = Barrier(2), []

    def apply() -> None:
        ready.wait()
        try:
            write(engine, plan(RECORDS))
        except StaleChanges as error:
            refused.append(error)

    _together(apply, apply)
    assert len(refused) == 1
    assert stored(engine) == RECORDS


def test_a_reading_sees_one_state_while_others_write(engine: Engine) -> None:
    with ThreadPoolExecutor() as others, store.read_from(engine) as connection:
        before = store.revision(connection)
        written = others.submit(write, engine, plan(RECORDS))
        # PostgreSQL lets the writer pass; a SQLite file with a rollback journal lets it wait for the reader.
        with suppress(TimeoutError):
            written.result(timeout=0.5)
        assert store.revision(connection) == before
        assert store.plans(connection) == []
    assert revision(engine) == before + 1


def test_a_reading_keeps_nothing(engine: Engine) -> None:
    with suppress(InternalError), store.read_from(engine) as connection:
        connection.execute(sa.update(log_tables.revisions).values(number=99))
    assert revision(engine) == 0


def test_a_writing_that_fails_keeps_nothing(engine: Engine) -> None:
    def fail() -> None:
        with store.write_to(engine) as connection:
            connection.execute(sa.insert(tables.organisations).values(id=1, name="ก"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.read_from(engine) as connection:
        assert connection.execute(sa.select(tables.organisations)).all() == []
    assert revision(engine) == 0


def test_texts_in_json_stay_readable_in_the_database(engine: Engine) -> None:
    write(engine, plan(RECORDS))
    after = sa.select(sa.cast(log_tables.changes.c.after, sa.Text)).where(log_tables.changes.c.kind == "outcome")
    with store.read_from(engine) as connection:
        assert "เผยแพร่คู่มือแล้ว" in connection.execute(after).scalars().first()


def test_a_sqlite_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "a%20b?c#d" / "ita.db"
    engine = store.engine_for(path)
    store.upgrade(engine)
    engine.dispose()
    assert path.is_file()


@pytest.mark.parametrize(
    ("version", "journal"),
    [((3, 40, 1), "journal_mode=DELETE"), ((3, 51, 2), "journal_mode=DELETE"), ((3, 51, 3), "journal_mode=WAL")],
)
def test_write_ahead_logging_waits_for_a_library_without_its_fault(version: tuple[int, int, int], journal: str) -> None:
    assert journal in sqlite_pragmas(version)


def test_the_pragmas_hold_on_every_connection(sqlite: SqliteFiles) -> None:
    with sqlite.empty() as address:
        engine = store.engine_for(address)
        with store.read_from(engine) as first, store.read_from(engine) as second:
            for connection in (first, second):
                assert _pragma(connection, "foreign_keys") == 1
                assert _pragma(connection, "busy_timeout") == 15_000
                wal = sqlite3.sqlite_version_info >= (3, 51, 3)
                assert _pragma(connection, "journal_mode") == ("wal" if wal else "delete")
                assert _pragma(connection, "synchronous") == (2 if wal else 3)
        engine.dispose()


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    engine = store.engine_for("postgresql+psycopg://ita:secret@127.0.0.1:1/offices?sslpassword=hidden")
    with pytest.raises(StoreUnusable, match="127.0.0.1/offices") as refusal, store.read_from(engine):
        pass
    assert "secret" not in str(refusal.value)
    assert "hidden" not in str(refusal.value)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear director, " * 100)
    engine = store.engine_for(path)
    with pytest.raises(StoreUnusable, match="letter.txt"), store.read_from(engine):
        pass


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnusable, match="ita.db"):
        store.engine_for(tmp_path / "file" / "ita.db")


@pytest.mark.parametrize(
    "address", ["secret", "mysql://ita:secret@localhost/ita", "postgresql+psycopg://ita:secret@localhost:port/ita"]
)
def test_an_address_of_another_kind_is_refused_without_being_quoted(address: str) -> None:
    with pytest.raises(StoreUnusable) as refusal:
        store.engine_for(address)
    assert "secret" not in str(refusal.value)
    assert refusal.value.__cause__ is None


def _pragma(connection: sa.Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def _together(*tasks: Callable[[], None]) -> None:
    """Run the tasks in threads of their own; the first error of any of them is raised."""
    with ThreadPoolExecutor(len(tasks)) as threads:
        for done in [threads.submit(task) for task in tasks]:
            done.result(timeout=30)
