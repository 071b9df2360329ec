"""The office backs itself up each day and before its tables change, keeps as many as was set, and says how it went."""

import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ita_data import store
from ita_data.model.errors import CopyFailed
from ita_data.model.periods import THAILAND
from ita_data.services import backup_places, clock, daily_backups, opening, verifying, watching_over
from ita_data.services.backup_places import place_at, place_of
from ita_data.services.opening import Store
from tests.databases import Databases, address_of
from tests.offices import bring_report
from tests.pages.apps import PATIENCE

_BACKUPS = "from ui.settings.backups import show_backups; show_backups()"
NOON = datetime(2026, 11, 30, 12, tzinfo=THAILAND)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The moment that the clocks show, which a test may exchange."""
    moment = [NOON]
    monkeypatch.setattr(clock, "now", lambda: moment[0])
    return moment


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with a report, which the environment names."""
    monkeypatch.setenv("DATABASE_URL", address_of(tmp_path / "office.db"))
    store = opening.open_store()
    bring_report(store)
    return store


def names() -> list[str]:
    return sorted(path.name for path in place_of().folder.iterdir())


def make_older(office: Store) -> None:
    office.dispose()
    connection = sqlite3.connect(office.url.database or "")
    connection.executescript("DROP TABLE drafts; DROP TABLE digests; UPDATE alembic_version SET version_num = '0020'")
    connection.close()


def make_unwritable(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "file").touch()
    monkeypatch.setenv("BACKUP_FOLDER", str(folder / "file" / "backups"))


def settings_say() -> str:
    app = AppTest.from_string(_BACKUPS, default_timeout=PATIENCE).run()
    return " ".join(each.value.replace("\\", "") for each in (*app.error, *app.warning))


def test_one_is_made_each_day(office: Store, now: list[datetime]) -> None:
    made = daily_backups.back_up_if_due(office)
    assert made == place_of().folder / "office-20261130-120000.db"
    assert verifying.verify(made).faults == ()
    now[0] += timedelta(hours=11)
    assert daily_backups.back_up_if_due(office) is None
    now[0] += timedelta(hours=2)
    daily_backups.back_up_if_due(office)
    assert names() == ["office-20261130-120000.db", "office-20261201-010000.db"]


def test_as_many_are_kept_as_was_set_and_other_files_stay(
    office: Store, now: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKUP_KEEP", "2, 0, 0")
    for _day in range(4):
        daily_backups.back_up_if_due(office)
        (place_of().folder / "ของผู้อำนวยการ.db").touch()
        now[0] += timedelta(days=1)
    assert names() == ["office-20261202-120000.db", "office-20261203-120000.db", "ของผู้อำนวยการ.db"]


def test_it_is_said_when_the_last_one_was_and_what_became_of_the_last_attempt(
    office: Store, now: list[datetime], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert daily_backups.last_backup() == daily_backups.LastBackup()
    daily_backups.back_up_if_due(office)
    now[0] += timedelta(days=1)
    make_unwritable(monkeypatch, tmp_path)
    with pytest.raises(CopyFailed, match="backups"):
        daily_backups.back_up_if_due(office)
    last = daily_backups.last_backup()
    assert (last.file, last.made_at) == ("office-20261130-120000.db", "2026-11-30T12:00:00+07:00")
    assert last.tried_at == "2026-12-01T12:00:00+07:00"
    assert str(tmp_path / "file" / "backups") in last.problem
    assert watching_over.health(lambda: office)["backup"]["problem"] == last.problem
    assert last.problem in settings_say()


def test_a_folder_whose_drive_is_gone_is_told(office: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "drive"
    gone.symlink_to(gone)
    monkeypatch.setenv("BACKUP_FOLDER", str(gone))
    with pytest.raises(CopyFailed, match="drive"):
        daily_backups.back_up_if_due(office)
    assert "drive" in daily_backups.last_backup().problem


def test_a_name_with_no_day_is_of_no_backup(office: Store) -> None:
    daily_backups.back_up_if_due(office)
    strange = place_of().folder / "office-20261399-000000.db"
    strange.touch()
    assert daily_backups.back_up_if_due(office) is None
    assert strange.exists()


def test_each_database_of_a_folder_has_its_own(
    office: Store, now: list[datetime], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BACKUP_KEEP", "1,0,0")
    offices = [office]
    for name in ("office2.db", "elsewhere/office.db"):
        monkeypatch.setenv("DATABASE_URL", address_of(tmp_path / name))
        assert daily_backups.last_backup() == daily_backups.LastBackup()
        offices.append(opening.open_store())
    for folder in ("", str(tmp_path / "all")):
        monkeypatch.setenv("BACKUP_FOLDER", folder)
        for _day in range(2):
            now[0] += timedelta(days=1)
            made = [daily_backups.back_up_if_due(each) for each in offices]
        assert all(file and file.exists() for file in made)
    assert len(list((tmp_path / "all").iterdir())) == 3
    for each in offices[1:]:
        each.dispose()


def test_databases_of_one_name_on_a_server_are_told_apart() -> None:
    first, second = (f"postgresql+psycopg://ita@{host}/office" for host in ("one", "two"))
    assert place_of(first).name != place_of(second).name
    assert place_of(first).name.startswith("office-")
    assert place_of(first).note != place_of(second).note


def test_a_wrong_retention_keeps_the_old_ones_and_is_told(
    office: Store, now: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKUP_KEEP", "many")
    for _each in range(2):
        daily_backups.back_up_if_due(office)
    now[0] += timedelta(days=1)
    daily_backups.back_up_if_due(office)
    assert len(names()) == 2
    last = daily_backups.last_backup()
    assert (last.problem, "BACKUP_KEEP" in last.old_ones) == ("", True)
    assert last.old_ones in settings_say()


def test_an_update_goes_on_though_the_retention_is_wrong(office: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKUP_KEEP", "many")
    make_older(office)
    opening.open_store().dispose()
    opening.open_store().dispose()
    assert len(names()) == 1


def test_what_a_killed_backup_or_restore_left_goes(office: Store) -> None:
    file = Path(office.url.database or "")
    place_of().folder.mkdir()
    left = [folder / f".{file.name}.12345678.part" for folder in (file.parent, place_of().folder)]
    for part in left:
        part.touch()
        os.utime(part, (0, 0))
    daily_backups.back_up_if_due(office)
    assert not any(part.exists() for part in left)


def test_an_old_one_that_cannot_be_removed_fails_no_backup(office: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKUP_KEEP", "1,0,0")
    (place_at(office.url).folder / "office-20200101-000000.db").mkdir(parents=True)
    assert daily_backups.back_up_if_due(office)
    last = daily_backups.last_backup()
    assert (last.problem, bool(last.old_ones)) == ("", True)


def test_a_copy_is_kept_before_the_tables_change(office: Store, now: list[datetime]) -> None:
    make_older(office)
    opening.open_store().dispose()
    opening.open_store().dispose()
    (copy,) = names()
    assert copy.endswith(f"-{now[0]:%Y%m%d-%H%M%S}.db")
    assert copy.startswith("office-before-")
    kept = sqlite3.connect(place_of().folder / copy)
    assert kept.execute("SELECT version_num FROM alembic_version").fetchone() == ("0020",)
    kept.close()


def test_tables_on_a_server_are_not_changed_without_a_copy_but_where_its_programs_are_missing(
    postgresql: Databases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "pg_dump"
    program.write_text("#!/bin/sh\necho disk full >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(backup_places, "DEFAULT_DATABASE", tmp_path / "ita.db")
    with postgresql.migrated() as address:
        engine = store.engine_for(address)
        with pytest.raises(CopyFailed, match="disk full"):
            daily_backups.back_up_before(engine, "0001")
        program.unlink()
        monkeypatch.setenv("PATH", str(tmp_path))
        daily_backups.back_up_before(engine, "0001")
        assert "pg_dump" in place_at(engine.url).note.read_text()
        engine.dispose()


def test_a_first_run_keeps_no_copy_of_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", address_of(tmp_path / "new.db"))
    opening.open_store().dispose()
    assert not place_of().folder.exists()


def test_the_health_answer_says_what_is_wrong(office: Store, now: list[datetime]) -> None:
    daily_backups.back_up_if_due(office)
    watching_over.look_through()
    found = watching_over.health(lambda: office)
    assert (found["is_well"], found["faults"], found["verified_at"]) == (True, [], f"{now[0].isoformat()}")
    assert found["backup"]["file"] == "office-20261130-120000.db"
    path = Path(office.url.database or "")
    path.write_bytes(path.read_bytes()[:-5000])
    watching_over.look_through()
    assert not watching_over.health(lambda: office)["is_well"]
    path.unlink()
    assert str(path) in " ".join(watching_over.health(opening.open_store)["faults"])


def test_the_faults_of_a_database_are_not_told_of_another_that_got_its_name(office: Store) -> None:
    path = Path(office.url.database or "")
    whole = path.read_bytes()
    path.write_bytes(whole[: -len(whole) // 2])
    watching_over.look_through()
    assert watching_over.health(lambda: office)["faults"]
    path.rename(path.with_name("former.db"))
    path.write_bytes(whole)
    restored = opening.open_store()
    found = watching_over.health(lambda: restored)
    assert (found["is_well"], found["faults"], found["verified_at"]) == (True, [], "")
    watching_over.watch_once(lambda: restored)
    assert watching_over.health(lambda: restored)["verified_at"]
    restored.dispose()


def test_what_was_mended_is_looked_through_again(office: Store) -> None:
    path = Path(office.url.database or "")
    with sqlite3.connect(path) as by_hand:
        by_hand.execute("UPDATE sections SET name = name || ' '")
    with pytest.raises(CopyFailed):
        watching_over.watch_once(lambda: office)
    assert not watching_over.health(lambda: office)["is_well"]
    with sqlite3.connect(path) as by_hand:
        by_hand.execute("UPDATE sections SET name = substr(name, 1, length(name) - 1)")
    watching_over.watch_once(lambda: office)
    assert watching_over.health(lambda: office)["is_well"]


def test_a_sound_database_that_was_backed_up_today_is_only_asked_for(office: Store) -> None:
    watching_over.watch_once(lambda: office)
    path = Path(office.url.database or "")
    before = {file: file.stat().st_mtime_ns for file in (path, *place_of().folder.iterdir())}
    verified = watching_over.health(lambda: office)["verified_at"]
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    watching_over.watch_once(lambda: office)
    other.close()
    assert {file: file.stat().st_mtime_ns for file in (path, *place_of().folder.iterdir())} == before
    assert watching_over.health(lambda: office)["verified_at"] == verified
