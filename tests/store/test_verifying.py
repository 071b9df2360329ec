"""`verify` finds whatever is not as it was written."""

import sqlite3
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from ita_data import store
from ita_data.model.errors import StoreUnusable
from ita_data.services import backups
from ita_data.store import log_tables, tables, verifying
from ita_data.store.migrations import revisions
from tests.store.damages import DAMAGES, NAMED, UNNOTICED, content, flipped, outcomes
from tests.store.office import RECORDS, plan, write
from tests.store.test_writer import EVERYTHING_CHANGED


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store that everything was written to, changed and removed in, with a file among it."""
    path = tmp_path / "office.db"
    engine = store.engine_for(path)
    store.upgrade(engine)
    write(engine, plan(RECORDS))
    write(engine, plan(EVERYTHING_CHANGED, RECORDS, revision=1))
    with store.write_to(engine) as connection:
        connection.execute(sa.insert(log_tables.files).values(sha256="ab", data=bytes(range(256)) * 40))
        connection.execute(sa.delete(tables.TABLES["remark"]))
    engine.dispose()
    return path


def faults(path: Path) -> list[str]:
    return verifying.faults(path, revisions())


def by_hand(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_what_the_program_wrote_is_sound(file: Path) -> None:
    assert faults(file) == []


def test_a_write_that_failed_leaves_the_digests_as_they_were(file: Path) -> None:
    engine = store.engine_for(file)

    def fail() -> None:
        with store.write_to(engine) as connection:
            connection.execute(sa.delete(log_tables.files))
            raise ZeroDivisionError

    for _each in range(2):
        with pytest.raises(ZeroDivisionError):
            fail()
    with store.write_to(engine) as connection:
        connection.execute(sa.update(tables.sections).values(short_name="ปค."))
    engine.dispose()
    assert faults(file) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE reviews SET progress = progress + 0.5 WHERE id = (SELECT min(id) FROM reviews WHERE progress > 0)",
            "reviews",
        ),
        ("UPDATE sections SET name = name || ' '", "sections"),
        ("DELETE FROM changes WHERE id = 1", "changes"),
        ("UPDATE files SET data = zeroblob(10240)", "files"),
        ("UPDATE revisions SET number = 0", "revisions"),
        ("UPDATE digests SET total = total + 1 WHERE name = 'batches'", "batches"),
        ("DROP INDEX ix_batches_sha256", "sqlite_schema"),
        ("DROP TABLE digests", "digests"),
        ("UPDATE measures SET plan_id = 999", "plans"),
    ],
)
def test_what_something_else_wrote_is_named(file: Path, statement: str, said: str) -> None:
    by_hand(file, statement)
    assert said in " ".join(faults(file))


def test_every_random_damage_is_named_or_changes_no_row(file: Path) -> None:
    found = outcomes(file, 30 * len(DAMAGES), Random(16))
    assert not any(outcome == UNNOTICED for _damage, outcome in found)
    assert min(found[damage.__name__, NAMED] for damage in DAMAGES if damage is not flipped) > 25
    assert found["flipped", NAMED] > 2


def test_a_flipped_bit_in_every_value_is_named(file: Path, tmp_path: Path) -> None:
    """Wherever a text of the office stands in the file, in a table or in an index."""
    whole, damaged = file.read_bytes(), tmp_path / "damaged.db"
    text = "ฝ่ายปกครอง".encode()
    places = [place for place in range(len(whole)) if whole.startswith(text, place)]
    assert len(places) > 10
    for place in places[:40]:
        data = bytearray(whole)
        data[place + 5] ^= 1
        damaged.write_bytes(data)
        if not faults(damaged):
            assert content(damaged) == content(file)


def test_an_upgrade_writes_the_digests_of_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    engine = store.engine_for(path)
    store.upgrade(engine)
    write(engine, plan(RECORDS))
    by_hand(path, "DROP TABLE drafts", "DROP TABLE digests", "UPDATE alembic_version SET version_num = '0020'")
    assert not verifying.has_digests(path)
    store.upgrade(engine)
    engine.dispose()
    assert faults(path) == []


def test_a_copy_of_a_damaged_store_is_no_backup(file: Path, tmp_path: Path) -> None:
    by_hand(file, "UPDATE sections SET name = name || ' '")
    engine = store.engine_for(file)
    with pytest.raises(backups.CopyFailed, match="sections") as failure:
        backups.back_up(engine, tmp_path / "copy.db")
    engine.dispose()
    assert str(file) in str(failure.value)
    assert ".part" not in str(failure.value)
    assert not list(tmp_path.glob("*copy*"))


def test_a_store_that_can_be_read_no_further_is_named_and_not_its_copy(file: Path, tmp_path: Path) -> None:
    engine = store.engine_for(file)
    with store.read_from(engine):
        data = file.read_bytes()
        file.write_bytes(data[: len(data) - 3 * 4096])
    with pytest.raises((backups.CopyFailed, StoreUnusable)) as failure:
        backups.back_up(engine, tmp_path / "copy.db")
    engine.dispose()
    assert str(file) in str(failure.value)
    assert ".part" not in str(failure.value)
    assert not list(tmp_path.glob("*copy*"))
