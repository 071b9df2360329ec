"""Opening the store."""

import subprocess
import sys
from pathlib import Path

import pytest

from ita_data.config import ROOT
from ita_data.model.errors import StoreUnusable
from ita_data.services import opening
from tests.offices import bring_report
from tests.services.office import (
    OFFICE,
)


def test_looking_makes_no_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "folder" / "office.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    assert opening.plans(opening.store_to_read()) == []
    assert not path.parent.exists()


def test_looking_finds_the_database_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'office.db'}")
    written = opening.open_store()
    bring_report(written)
    written.dispose()
    found = opening.store_to_read()
    assert [name.organisation for name in opening.plans(found)] == [OFFICE]
    found.dispose()


def test_an_address_of_another_kind_is_refused_without_telling_its_password() -> None:
    with pytest.raises(StoreUnusable) as refusal:
        opening.open_store("mysql://user:secret@host/name")
    assert "secret" not in str(refusal.value)


def test_the_services_are_loaded_one_by_one() -> None:
    """Who checks a file where no database was made needs none, nor pandas."""
    code = "import sys; import ita_data.services.checking; print(*{'sqlalchemy', 'alembic', 'pandas'} & {*sys.modules})"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True).strip() == ""
