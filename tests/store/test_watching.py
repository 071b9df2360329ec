"""A file that was exchanged or removed under an open store is noticed: nothing is read from it or lost in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ita_data import store
from ita_data.model.errors import StaleChanges, StoreUnusable
from ita_data.model.records import Records
from ita_data.services import backups
from tests.store.office import RECORDS, plan, revision, stored, write

Exchange = Callable[[Path, Path], None]
NOTHING = Records("สำนักงานอื่น", 2568)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A copy of another office's file, which has seen as many writes and as many changes of its file."""
    engine = store.engine_for(tmp_path / "other.db")
    store.upgrade(engine)
    write(engine, plan(NOTHING))
    copy = backups.back_up(engine, tmp_path / "copy.db")
    engine.dispose()
    return copy


def put_in_place(copy: Path, path: Path) -> None:
    shutil.copy(copy, path.with_name("new"))
    path.with_name("new").replace(path)


def write_into(copy: Path, path: Path) -> None:
    path.write_bytes(copy.read_bytes())


@pytest.mark.parametrize("exchange", [put_in_place, write_into])
def test_a_store_reads_the_file_that_has_its_name_now(
    office: Engine, other: Path, exchange: Exchange, tmp_path: Path
) -> None:
    before = revision(office)
    exchange(other, tmp_path / "office.db")
    assert stored(office, NOTHING.organisation).rules
    assert not stored(office).measures
    assert int(revision(office)) == int(before)
    assert revision(office) != before


def test_what_was_computed_on_the_former_file_is_not_written_into_the_new_one(
    office: Engine, other: Path, tmp_path: Path
) -> None:
    computed = plan(RECORDS, RECORDS, revision=revision(office))
    put_in_place(other, tmp_path / "office.db")
    with pytest.raises(StaleChanges):
        write(office, computed)


def test_a_write_is_refused_whose_file_went_meanwhile(office: Engine, other: Path, tmp_path: Path) -> None:
    def write_and_lose() -> None:
        with store.write_to(office):
            put_in_place(other, tmp_path / "office.db")

    with pytest.raises(StoreUnusable, match="office.db"):
        write_and_lose()
    assert stored(office, NOTHING.organisation).rules


def test_a_file_that_was_removed_is_not_made_anew(office: Engine, tmp_path: Path) -> None:
    (tmp_path / "office.db").rename(tmp_path / "away.db")
    for _each in range(2):
        with pytest.raises(StoreUnusable, match="office.db"):
            revision(office)
        office.dispose()
    assert not (tmp_path / "office.db").exists()
