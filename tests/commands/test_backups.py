"""The commands that copy the office, bring a copy back, and look whether all is there."""

from pathlib import Path

from tests.commands.runs import REFUSED, run, run_json


def test_an_office_is_backed_up_verified_lost_and_restored(database: Path, tmp_path: Path) -> None:
    run("db", "upgrade")
    copy = tmp_path / "copy.db"
    assert run_json("backup", copy) == {"file": str(copy), "bytes": copy.stat().st_size}
    assert run_json("verify", copy) == {"place": str(copy), "faults": [], "notes": []}
    database.unlink()
    assert "restore FILE" in run("status").stderr
    assert run_json("restore", copy) == {"database": str(database), "set_aside": None}
    assert run_json("verify")["faults"] == []


def test_what_stands_there_stays_unless_it_is_set_aside(database: Path, tmp_path: Path) -> None:
    run("db", "upgrade")
    run("backup", tmp_path / "copy.db")
    before = database.read_bytes()
    result = run("restore", tmp_path / "copy.db")
    assert (result.exit_code, database.read_bytes()) == (REFUSED, before)
    aside = run_json("restore", tmp_path / "copy.db", "--set-aside")["set_aside"]
    assert Path(aside).read_bytes() == before
    assert Path(run_json("db", "new")["set_aside"]).exists()


def test_a_damaged_database_is_named_with_what_to_do(database: Path) -> None:
    run("db", "upgrade")
    database.write_bytes(database.read_bytes()[:-5000])
    result = run("--language", "en", "verify")
    assert result.exit_code == REFUSED
    assert "is cut off" in result.stdout
    assert "restore FILE --set-aside" in result.stdout
    assert run_json("verify", code=REFUSED)["faults"]


def test_a_folder_gets_a_file_named_by_its_moment(database: Path, tmp_path: Path) -> None:
    run("db", "upgrade")
    result = run("--language", "en", "backup", tmp_path)
    assert result.exit_code == 0
    (copy,) = tmp_path.glob("office-*.db")
    assert str(copy) in result.stdout
    assert database.exists()
