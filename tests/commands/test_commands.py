"""The command line, each command on a database of its own, or on the sample office where it only looks."""

import subprocess
import sys
from pathlib import Path

import pytest

from ita_data.__main__ import COMMANDS
from ita_data.config import ROOT
from ita_data.model.actors import Actor, ActorRole
from ita_data.services import closing, first_run, opening
from ita_data.services.sample import SAMPLE
from tests.commands.runs import DONE, REFUSED, WRONG_USAGE, history, run, run_json
from tests.databases import address_of
from tests.offices import REPORT, report_of

pytestmark = pytest.mark.usefixtures("database")


def test_undo_restores_what_a_batch_changed_and_history_tells() -> None:
    run("import", REPORT, "--yes")
    undone = run_json("undo", 1, "--yes", "--actor", "ผู้ประสานงานแผน")
    assert (undone["batch"], undone["undoes"], undone["changes"]["added"]) == (2, 1, 0)
    newest, oldest = run_json("history")["batches"]
    assert (newest["undoes"], newest["actor"], newest["removed"]) == (1, "ผู้ประสานงานแผน", undone["changes"]["removed"])
    assert (oldest["undone_by"], oldest["file"], oldest["added"]) == (2, REPORT.name, newest["removed"])
    lines = run("--language", "en", "history").stdout.splitlines()
    assert "Undoes batch 1" in lines[0]
    assert REPORT.name in lines[1]
    assert lines[1].endswith("Undone by batch 2")
    assert run("status").exit_code == REFUSED


def test_undo_asks_before_it_writes() -> None:
    run("import", REPORT, "--yes")
    assert run("undo", 1, typed="n\n").exit_code == REFUSED
    assert history() == [1]
    assert run("undo", 1, typed="y\n").exit_code == DONE
    assert history() == [2, 1]


def test_what_is_closed_changes_on_the_command_line_with_a_reason_only() -> None:
    run("import", SAMPLE / "report-2568.xlsx", "--yes")
    store = opening.open_store()
    closing.close_month(store, opening.plans(store)[0], 1, Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR))
    store.dispose()
    october = SAMPLE / "monthly" / "2567-10_finance.xlsx"
    refused = run("import", october, "--yes")
    assert refused.exit_code == REFUSED
    assert "ต.ค. 67" in refused.output
    assert history() == [2, 1]
    run("import", october, "--yes", "--reason", "ส่งไฟล์ล่าช้า")
    assert run("undo", 3, "--yes").exit_code == REFUSED
    run("undo", 3, "--yes", "--reason", "ไฟล์ผิดเดือน")
    assert [batch["reason"] for batch in run_json("history")["batches"]] == ["ไฟล์ผิดเดือน", "ส่งไฟล์ล่าช้า", "", ""]


def test_undo_lists_what_stands_in_its_way() -> None:
    run("import", SAMPLE / "report-2568.xlsx", "--yes")
    run("import", SAMPLE / "monthly" / "2567-10_finance.xlsx", "--yes")
    found = run_json("undo", 1, "--yes", code=REFUSED)
    assert found["batch"] is None
    assert {(each["batch"], each["kind"], each["rests_on"]["kind"]) for each in found["blockers"]} == {
        (2, "review", "measure")
    }
    result = run("--language", "en", "undo", 1, "--yes")
    assert result.exit_code == REFUSED
    assert "Undo these first: 2." in result.stderr
    assert "Batch 2: Review 2.1" in result.stderr


def test_undo_refuses_what_was_undone_and_what_never_was() -> None:
    run("import", REPORT, "--yes")
    run("undo", 1, "--yes")
    assert run("undo", 1, "--yes").exit_code == REFUSED
    assert run("undo", 99, "--yes").exit_code == REFUSED
    assert history() == [2, 1]


def test_history_of_no_database_is_empty_and_makes_none(database: Path) -> None:
    assert run_json("history") == {"batches": []}
    assert not database.exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(command: str) -> None:
    assert run(command, "--help").exit_code == DONE
    assert command in run("--help").stdout


def test_status_looks_at_the_year_that_is_named_or_at_the_latest(tmp_path: Path) -> None:
    for year in (2569, 2568):
        path = tmp_path / f"report-{year}.txt"
        path.write_bytes(report_of(year))
        run("import", path, "--yes")
    assert run_json("status")["fiscal_year"] == 2569
    assert run_json("status", "--fiscal-year", 2568)["fiscal_year"] == 2568
    assert run_json("status", "--fiscal-year", 2568, "--as-of", "2026-01-31")["month"] == 12
    assert run_json("status", "--fiscal-year", 2569, "--as-of", "2024-12-31")["month"] == 1


@pytest.mark.parametrize("command", ["status", "gaps"])
def test_without_a_plan_there_is_nothing_to_show(database: Path, command: str) -> None:
    result = run("--language", "en", command, "--json")
    assert (result.exit_code, result.stdout) == (REFUSED, "")
    assert result.stderr == "There is no such plan in the store.\n"
    assert not database.exists()


def test_gaps_lists_measures_without_an_outcome_and_the_initiatives_apart() -> None:
    run("import", REPORT, "--yes")
    found = run_json("gaps")
    assert {"4.2", "5.3", "5.4", "9.3", "10.1"} <= {row["measure"] for row in found["gaps"]}
    assert len(found["gaps"]) + len(found["unconfirmed"]) == 35
    assert len(found["initiatives"]) == 12
    lines = run("gaps").stdout.splitlines()
    assert [line for line in lines if line.strip().startswith("4.2 ")]


def test_demo_loads_the_sample_office_once(
    sample_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "office.db"
    copy.write_bytes(sample_office.read_bytes())
    monkeypatch.setenv("DATABASE_URL", address_of(copy))
    assert run_json("demo") == {"batches": []}
    assert "0" in run("demo").stdout


def test_demo_names_its_batches() -> None:
    assert run_json("demo")["batches"] == sorted(history())


def test_db_upgrade_makes_the_database(database: Path) -> None:
    assert run_json("db", "upgrade") == {"revision": 0}
    assert database.exists()
    assert run("--language", "en", "db", "upgrade").stdout == "The database is up to date.\n"


def test_the_sample_office_is_loaded_in_a_first_run_alone(database: Path) -> None:
    run_json("db", "upgrade", "--with-sample")
    batches = history()
    assert batches
    opening.begin_anew()
    run_json("db", "upgrade", "--with-sample")
    assert history() == []
    database.unlink()
    assert run("db", "upgrade", "--with-sample").exit_code == REFUSED


def test_a_first_run_that_was_broken_off_while_it_made_the_tables_loads_the_sample_office(database: Path) -> None:
    first_run.begin(database)
    database.touch()
    run_json("db", "upgrade", "--with-sample")
    assert history()


def test_a_database_that_cannot_be_used_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://user:secret@host/name")
    result = run("db", "upgrade")
    assert (result.exit_code, result.stdout) == (REFUSED, "")
    assert "DATABASE_URL" in result.stderr
    assert "secret" not in result.stderr


def test_it_runs_as_a_module_in_thai() -> None:
    command = [sys.executable, "-m", "ita_data", "check", str(REPORT)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "โปรดตรวจ" in result.stdout
    assert result.stderr == ""


def test_rollover_makes_the_next_plan_and_says_what_it_left_out() -> None:
    run("import", REPORT, "--yes")
    found = run_json("rollover", 2568, "--map", "I1=I13", "--map", "I2=", "--yes")
    assert (found["batch"], found["fiscal_year"], found["kept"]) == (2, 2569, 0)
    assert found["noticed"] == [
        {"notice": "item_dropped", "record": "I2"},
        {"notice": "items_lost", "record": "1.2"},
    ]
    assert run_json("rollover", 2568, "--map", "I1=I13", "--map", "I2=", "--yes")["batch"] is None
    assert run_json("undo", 2, "--yes")["batch"] == 3


def test_rollover_asks_before_it_writes_and_refuses_codes_that_collide() -> None:
    run("import", REPORT, "--yes")
    refused = run("--language", "en", "rollover", 2568, typed="n\n")
    assert refused.exit_code == REFUSED
    assert "Plan of fiscal year 2569" in refused.stdout
    assert run("rollover", 2568, "--map", "I1=I2", "--yes").exit_code == REFUSED
    assert run("rollover", 2568, "--map", "I1", "--yes").exit_code == WRONG_USAGE
    assert run("rollover", 2570, "--yes").exit_code == REFUSED
    assert history() == [1]


def test_status_opens_the_running_year_where_the_next_plan_is_there_already() -> None:
    run("import", REPORT, "--yes")
    run("rollover", 2568, "--yes")
    years = [run_json("status", "--as-of", day)["fiscal_year"] for day in ("2025-09-30", "2025-10-01")]
    assert years == [2568, 2569]
