"""Backups hold one committed state of the whole office, and go back into an empty place alone."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from select import select

import pytest
from sqlalchemy import Engine

from ita_data import store
from ita_data.config import ROOT
from ita_data.model.errors import CopyFailed, NotWritten, PlaceTaken
from ita_data.services import backups, first_run, opening
from ita_data.store import in_use
from tests.databases import Databases, address_of
from tests.store.dumps import dump
from tests.store.office import RECORDS, plan, revision, stored, write

pytestmark = pytest.mark.usefixtures("programs_of_postgresql")
HOLD = "from ita_data.services import opening; opening.hold(); print(flush=True); input()"


@pytest.fixture
def place(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty place for the office's database, which the environment names."""
    with databases.empty() as address:
        monkeypatch.setenv("DATABASE_URL", address)
        yield address


@pytest.mark.usefixtures("place")
def test_a_backup_restores_every_row_with_its_id(engine: Engine, tmp_path: Path) -> None:
    write(engine, plan(RECORDS))
    file = backups.back_up(engine, tmp_path / "copy")
    write(engine, plan(RECORDS, RECORDS, revision=1))
    backups.restore(file)
    restored = opening.open_store()
    assert (dump(restored), revision(restored)) == (dump(engine), 1)
    assert stored(restored) == RECORDS
    restored.dispose()


def test_a_backup_in_a_folder_is_named_by_its_moment(engine: Engine, tmp_path: Path) -> None:
    file = backups.back_up(engine, tmp_path)
    name = Path(engine.url.database or "").stem
    assert [path for path in tmp_path.iterdir() if path.name.startswith(name)] == [file]
    assert file.name.startswith(f"{name}-20")


def test_a_backup_never_takes_the_place_of_a_file(engine: Engine, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("a letter")
    with pytest.raises(NotWritten, match="copy.db"):
        backups.back_up(engine, target)
    assert target.read_text() == "a letter"


def test_a_database_in_the_place_is_left_as_it_is(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = backups.back_up(engine, tmp_path / "copy")
    write(engine, plan(RECORDS))
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    with pytest.raises(PlaceTaken, match="restore FILE --set-aside"):
        backups.restore(file)
    assert stored(engine) == RECORDS


@pytest.mark.usefixtures("place")
def test_a_damaged_backup_is_refused_and_the_place_stays_empty(engine: Engine, tmp_path: Path) -> None:
    file = backups.back_up(engine, tmp_path / "office.copy")
    file.write_bytes(file.read_bytes()[:-3000])
    with pytest.raises(CopyFailed, match=r"\.copy"):
        backups.restore(file)
    empty = opening.open_store()
    assert not opening.plans(empty)
    empty.dispose()


def test_a_file_that_is_no_backup_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", address_of(tmp_path / "office.db"))
    letter = tmp_path / "letter.txt"
    letter.write_text("เรียน ผู้อำนวยการเขต " * 40)
    with pytest.raises(CopyFailed, match="letter.txt"):
        backups.restore(letter)
    with pytest.raises(CopyFailed, match="nothing"):
        backups.restore(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == [letter]


def test_a_backup_of_the_other_kind_of_database_is_refused(
    sample_office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://ita@127.0.0.1:1/offices")
    with pytest.raises(CopyFailed, match="DATABASE_URL"):
        backups.restore(sample_office)


def test_the_former_database_is_kept_beside_where_it_is_set_aside(
    sample_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "office.db"
    path.write_text("damaged")
    path.with_name("office.db-journal").write_text("of the damaged one")
    monkeypatch.setenv("DATABASE_URL", address_of(path))
    restored = backups.restore(sample_office, sets_aside=True)
    assert restored.set_aside is not None
    assert restored.set_aside.read_text() == "damaged"
    assert not path.with_name("office.db-journal").exists()
    found, expected = (store.engine_for(each) for each in (path, sample_office))
    assert dump(found) == dump(expected)
    for each in (found, expected):
        each.dispose()


def test_what_is_set_aside_in_the_same_second_is_kept_too(
    sample_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "office.db"
    monkeypatch.setenv("DATABASE_URL", address_of(path))
    now = backups.clock.now()
    monkeypatch.setattr(backups.clock, "now", lambda: now)
    kept = []
    for text in ("first", "second", "third"):
        path.write_text(text)
        kept.append(backups.restore(sample_office, sets_aside=True).set_aside)
    assert [aside.read_text() for aside in kept if aside] == ["first", "second", "third"]


def test_nothing_is_restored_under_a_running_server(
    sample_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(sample_office, tmp_path / "office.db"))
    monkeypatch.setenv("DATABASE_URL", address_of(path))
    before = path.read_bytes()
    command = [sys.executable, "-c", HOLD]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        server.stdout.readline()
        with pytest.raises(PlaceTaken, match="office.db"):
            backups.restore(sample_office, sets_aside=True)
        server.kill()
    assert path.read_bytes() == before
    assert backups.restore(sample_office, sets_aside=True).set_aside is not None


def test_a_server_that_starts_in_the_midst_of_a_restore_waits_for_its_end(
    sample_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "office.db"
    monkeypatch.setenv("DATABASE_URL", address_of(path))
    finish, servers = first_run.finish, []

    def finish_while_a_server_starts(place: Path) -> None:
        server = subprocess.Popen([sys.executable, "-c", HOLD], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        servers.append(server)
        assert server.stdout is not None
        assert select([server.stdout], [], [], 3)[0] == []
        finish(place)

    monkeypatch.setattr(first_run, "finish", finish_while_a_server_starts)
    backups.restore(sample_office)
    with servers[0] as server:
        server.stdout.readline()
        for take in (lambda: backups.restore(sample_office, sets_aside=True), opening.begin_anew):
            with pytest.raises(PlaceTaken, match="office.db"):
                take()
        server.kill()


def test_a_new_database_is_made_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "office.db"
    monkeypatch.setenv("DATABASE_URL", address_of(path))
    with in_use.alone(path), pytest.raises(PlaceTaken, match="office.db"):
        opening.begin_anew()
    assert not path.exists()


def test_to_say_that_a_server_runs_makes_no_folder_and_fails_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "share" / "office.db", tmp_path / "file" / "office.db"):
        monkeypatch.setenv("DATABASE_URL", address_of(place))
        opening.hold()
    assert not (tmp_path / "share").exists()


def test_a_missing_program_of_postgresql_is_named(
    postgresql: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgresql.migrated() as address:
        engine = store.engine_for(address)
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(CopyFailed, match="pg_dump"):
            backups.back_up(engine, tmp_path / "copy")
        engine.dispose()
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize(("account", "password"), [("ita", "of the environment"), ("ita:its%20own", "its own")])
def test_the_password_of_the_environment_stands_where_the_address_has_none(
    account: str, password: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text('#!/bin/sh\necho "password: $PGPASSWORD" >&2\nexit 1\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("PGPASSWORD", "of the environment")
    engine = store.engine_for(f"postgresql+psycopg://{account}@127.0.0.1:1/offices")
    with pytest.raises(CopyFailed, match=f"password: {password}"):
        backups.back_up(engine, tmp_path / "copy")
