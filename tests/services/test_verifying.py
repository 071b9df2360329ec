"""What `verify` says of the office's database and of a backup, on both databases."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from ita_data import store
from ita_data.services import backups, verifying
from ita_data.store import log_tables, tables
from tests.databases import address_of
from tests.store.office import RECORDS, plan, write

pytestmark = pytest.mark.usefixtures("programs_of_postgresql")


@pytest.fixture
def office(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A store with everything, which the environment names."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    with store.write_to(engine) as connection:
        connection.execute(sa.insert(log_tables.files).values(sha256="ab" * 32, data=b"a file"))
    return engine


def test_a_sound_office_has_no_faults(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    assert verifying.verify().faults == ()


def test_a_file_or_closed_month_that_something_else_wrote_is_named(office: Engine) -> None:
    write(office, plan(RECORDS, revision=1))
    another = sa.create_engine(office.url)
    with another.begin() as connection:
        connection.execute(sa.update(log_tables.files).values(data=b"another one"))
        connection.execute(sa.update(tables.TABLES["closing"]).values(figures="{}"))
    another.dispose()
    said = " ".join(verifying.verify().faults)
    names = ("files", "closings") if office.dialect.name == "sqlite" else ("abab", "1")
    assert all(name in said for name in names)


def test_a_backup_is_verified_as_well_as_the_office(office: Engine, tmp_path: Path) -> None:
    copy = backups.back_up(office, tmp_path / "copy")
    assert verifying.verify(copy).faults == ()
    data = bytearray(copy.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    copy.write_bytes(data)
    assert verifying.verify(copy).faults


def test_a_database_of_an_older_program_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "office.db"
    monkeypatch.setenv("DATABASE_URL", address_of(path))
    engine = store.engine_for(path)
    store.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(sa.text("DROP TABLE digests"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0020'"))
    engine.dispose()
    found = verifying.verify()
    assert (found.faults, len(found.notes)) == ((), 1)


def test_where_no_database_was_made_yet_nothing_is_wrong_and_none_is_made(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database)
    found = verifying.verify()
    assert (found.faults, "ยังไม่ได้สร้างฐานข้อมูล" in found.notes[0]) == ((), True)
    address = sa.make_url(database)
    if address.get_backend_name() == "sqlite":
        assert not Path(address.database or "").exists()
    else:
        engine = store.engine_for(database)
        assert store.is_bare(engine)
        engine.dispose()


def test_a_database_in_memory_is_said_to_hold_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite://")
    found = verifying.verify()
    assert (found.faults, len(found.notes)) == ((), 1)
