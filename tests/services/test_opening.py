"""Opening the store."""

import subprocess
import sys
from pathlib import Path

import pytest

from ita_data.config import ROOT
from ita_data.model.errors import StoreUnusable
from ita_data.services import opening
from tests.databases import address_of
from tests.offices import bring_report
from tests.services.office import (
    OFFICE,
)

STRANGE = "a%20b?c#d"
"""A folder's name that means something else in an address."""


def test_looking_makes_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / STRANGE / "office.db"
    monkeypatch.setenv("DATABASE_URL", address_of(path))
    assert opening.plans(opening.store_to_read()) == []
    assert not path.parent.exists()


def test_looking_finds_the_database_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", address_of(tmp_path / STRANGE / "office.db"))
    written = opening.open_store()
    bring_report(written)
    written.dispose()
    found = opening.store_to_read()
    assert [name.organisation for name in opening.plans(found)] == [OFFICE]
    found.dispose()


@pytest.mark.parametrize(
    "program", [("-m", "ita_data", "db", "upgrade"), ("-c", "from ui.look.store import store; store()")]
)
def test_the_database_lies_beside_the_program_whatever_its_folder_is_called(
    program: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    folder = tmp_path / STRANGE
    folder.mkdir()
    for part in ("ita_data", "ui"):
        (folder / part).symlink_to(ROOT / part)
    subprocess.run([sys.executable, *program], cwd=folder, check=True)
    assert (folder / "data" / "ita.db").is_file()
    assert list(tmp_path.iterdir()) == [folder]


def test_an_address_of_another_kind_is_refused_without_telling_its_password() -> None:
    with pytest.raises(StoreUnusable) as refusal:
        opening.open_store("mysql://user:secret@host/name")
    assert "secret" not in str(refusal.value)


def test_the_services_are_loaded_one_by_one() -> None:
    """Who checks a file where no database was made needs none, nor pandas."""
    code = "import sys; import ita_data.services.checking; print(*{'sqlalchemy', 'alembic', 'pandas'} & {*sys.modules})"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True).strip() == ""
