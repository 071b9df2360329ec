"""A database that isn't sound is refused and left untouched; a first run is known by its mark."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ita_data.language import language
from ita_data.model.errors import OfficeThere, PlaceTaken, StoreUnusable
from ita_data.services import backups, first_run, opening, sample
from ita_data.store import file_states
from tests.databases import address_of
from tests.offices import COORDINATOR, bring_report

PAGE = 4096


def empty(file: Path) -> None:
    file.write_bytes(b"")


def without_tables(file: Path) -> None:
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("VACUUM")
    connection.close()


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: -3 * PAGE])


def cut_within_the_first_page(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:700])


def damaged(file: Path) -> None:
    whole = file.read_bytes()
    middle = len(whole) // PAGE // 2
    file.write_bytes(whole[: middle * PAGE] + bytes(3 * PAGE) + whole[(middle + 3) * PAGE :])


def a_letter(file: Path) -> None:
    file.write_text("เรียน ผู้อำนวยการเขต " * 300)


def of_another_program(file: Path) -> None:
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE letters (id INTEGER)")
    connection.close()


def of_a_newer_program(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


STATES: dict[Callable[[Path], None], str] = {
    empty: "is empty",
    without_tables: "is empty",
    cut: "is cut off",
    cut_within_the_first_page: "is cut off",
    damaged: "is damaged",
    a_letter: "is no SQLite database",
    of_another_program: "belongs to another program",
    of_a_newer_program: "newer version",
}


@pytest.fixture
def office(sample_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of an office that has been working with it, with nothing but its mark beside it."""
    file = Path(shutil.copy(sample_office, tmp_path))
    monkeypatch.setenv("DATABASE_URL", address_of(file))
    opening.open_store().dispose()
    return file


@pytest.mark.parametrize("becomes", STATES)
def test_a_file_that_is_not_sound_is_refused_and_left_untouched(office: Path, becomes: Callable[[Path], None]) -> None:
    becomes(office)
    before = {path.name: path.read_bytes() for path in office.parent.iterdir()}
    assert_refused(office, STATES[becomes], is_helped=becomes is not of_a_newer_program)
    assert {path.name: path.read_bytes() for path in office.parent.iterdir()} == before


def test_a_database_that_is_gone_is_not_made_anew(office: Path) -> None:
    office.unlink()
    assert_refused(office, "is gone")
    assert not office.exists()


def test_a_busy_database_is_answered_with_no_advice_to_restore(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_states, "PATIENCE", 0.1)
    with closing(sqlite3.connect(office, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert_refused(office, "at the moment", is_helped=False)


def test_a_file_without_a_mark_that_is_empty_is_refused_too(office: Path) -> None:
    first_run.forget(office)
    empty(office)
    assert_refused(office, "is empty")


def test_a_first_run_that_was_broken_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "data" / "office.db"
    monkeypatch.setenv("DATABASE_URL", address_of(file))
    first_run.begin(file)
    file.touch()
    opening.open_store().dispose()
    file.unlink()
    assert_refused(file, "is gone")


def test_a_database_of_before_there_were_marks_gets_one(office: Path) -> None:
    first_run.forget(office)
    opening.open_store().dispose()
    office.unlink()
    assert_refused(office, "is gone")


def test_the_refusal_is_thai(office: Path) -> None:
    office.unlink()
    with pytest.raises(StoreUnusable, match="ไม่พบไฟล์ฐานข้อมูล.*restore FILE --set-aside.*db new"):
        opening.open_store()


def test_a_backup_brings_a_gone_database_back(office: Path) -> None:
    store = opening.open_store()
    plans = opening.plans(store)
    copy = backups.back_up(store, office.with_name("copy.db"))
    store.dispose()
    office.unlink()
    backups.restore(copy)
    restored = opening.open_store()
    assert opening.plans(restored) == plans
    restored.dispose()


def test_a_new_database_is_made_on_purpose_and_the_former_one_kept(office: Path) -> None:
    whole = office.read_bytes()
    aside = opening.begin_anew()
    made = opening.open_store()
    assert aside is not None
    assert aside.read_bytes() == whole
    assert opening.plans(made) == []
    made.dispose()


def test_the_sample_office_is_loaded_beside_a_real_one_only_where_that_is_named(tmp_path: Path) -> None:
    store = opening.open_store(tmp_path / "office.db")
    bring_report(store)
    office = opening.plans(store)[0].organisation
    for named in ("", "สำนักงานเขตอื่น"):
        with pytest.raises(OfficeThere, match=f'demo --beside "{office}"'):
            sample.require_no_office(store, named)
    sample.require_no_office(store, office)
    store.dispose()


@pytest.mark.usefixtures("office")
def test_the_sample_office_is_loaded_into_an_empty_store_and_goes_on_in_its_own(tmp_path: Path) -> None:
    bare, own = opening.open_store(tmp_path / "bare.db"), opening.open_store()
    sample.require_no_office(bare)
    sample.require_no_office(own)
    assert sample.load_sample(own, COORDINATOR) == []
    bare.dispose()
    own.dispose()


def test_a_database_on_a_server_is_not_made_anew_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://ita@127.0.0.1:1/offices")
    with pytest.raises(PlaceTaken, match="DATABASE_URL"):
        opening.begin_anew()


def assert_refused(file: Path, words: str, *, is_helped: bool = True) -> None:
    token = language.set("en")
    try:
        with pytest.raises(StoreUnusable) as refusal:
            opening.open_store()
    finally:
        language.reset(token)
    said = str(refusal.value)
    assert words in said
    assert str(file) in said
    assert ("python -m ita_data restore FILE --set-aside" in said) is is_helped
