"""The office backs itself up each day and before its tables change, keeps as many as was set, and says how it went."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ita_data.config import backup_folder
from ita_data.model.errors import CopyFailed
from ita_data.model.periods import THAILAND
from ita_data.services import clock, daily_backups, opening, verifying, watching_over
from ita_data.services.opening import Store
from tests.databases import address_of
from tests.offices import bring_report

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
    return sorted(path.name for path in backup_folder().iterdir() if path.suffix != ".json")


def test_one_is_made_each_day(office: Store, now: list[datetime]) -> None:
    made = daily_backups.back_up_if_due(office)
    assert made == backup_folder() / "ita-20261130-120000.db"
    assert verifying.verify(made).faults == ()
    now[0] += timedelta(hours=11)
    assert daily_backups.back_up_if_due(office) is None
    now[0] += timedelta(hours=2)
    daily_backups.back_up_if_due(office)
    assert names() == ["ita-20261130-120000.db", "ita-20261201-010000.db"]


def test_as_many_are_kept_as_was_set_and_other_files_stay(
    office: Store, now: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKUP_KEEP", "2, 0, 0")
    for _day in range(4):
        daily_backups.back_up_if_due(office)
        (backup_folder() / "ของผู้อำนวยการ.db").touch()
        now[0] += timedelta(days=1)
    assert names() == ["ita-20261202-120000.db", "ita-20261203-120000.db", "ของผู้อำนวยการ.db"]


def test_it_is_said_when_the_last_one_was_and_what_became_of_the_last_attempt(
    office: Store, now: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert daily_backups.last_backup() == daily_backups.LastBackup()
    daily_backups.back_up_if_due(office)
    now[0] += timedelta(days=1)
    monkeypatch.setenv("BACKUP_KEEP", "many")
    with pytest.raises(CopyFailed, match="BACKUP_KEEP"):
        daily_backups.back_up_if_due(office)
    last = daily_backups.last_backup()
    assert (last.file, last.made_at) == ("ita-20261130-120000.db", "2026-11-30T12:00:00+07:00")
    assert last.tried_at == "2026-12-01T12:00:00+07:00"
    assert "BACKUP_KEEP" in last.problem


def test_a_folder_that_cannot_be_written_to_is_told(
    office: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("BACKUP_FOLDER", str(tmp_path / "file" / "backups"))
    with pytest.raises(CopyFailed, match="backups"):
        daily_backups.back_up_if_due(office)


def test_a_copy_is_kept_before_the_tables_change(office: Store, now: list[datetime]) -> None:
    path = Path(office.url.database or "")
    office.dispose()
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE drafts; DROP TABLE digests; UPDATE alembic_version SET version_num = '0020'")
    connection.close()
    opening.open_store().dispose()
    opening.open_store().dispose()
    (copy,) = names()
    assert copy.endswith(f"-{now[0]:%Y%m%d-%H%M%S}.db")
    assert copy.startswith("before-")
    kept = sqlite3.connect(backup_folder() / copy)
    assert kept.execute("SELECT version_num FROM alembic_version").fetchone() == ("0020",)
    kept.close()


def test_a_first_run_keeps_no_copy_of_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", address_of(tmp_path / "new.db"))
    opening.open_store().dispose()
    assert not backup_folder().exists()


def test_the_health_answer_says_what_is_wrong(office: Store, now: list[datetime]) -> None:
    daily_backups.back_up_if_due(office)
    watching_over.look_through()
    found = watching_over.health(lambda: office)
    assert (found["is_well"], found["faults"], found["verified_at"]) == (True, [], f"{now[0].isoformat()}")
    assert found["backup"]["file"] == "ita-20261130-120000.db"
    path = Path(office.url.database or "")
    path.write_bytes(path.read_bytes()[:-5000])
    watching_over.look_through()
    assert not watching_over.health(lambda: office)["is_well"]
    path.unlink()
    assert str(path) in " ".join(watching_over.health(opening.open_store)["faults"])
