"""Files on the command line: what is checked, and what is imported."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ita_data.config import ROOT
from ita_data.services import opening
from ita_data.services.history import batches
from ita_data.services.sample import SAMPLE
from tests.commands.runs import DONE, IN_PART, REFUSED, WRONG_USAGE, history, run, run_json
from tests.imports.layouts.small_reports import HEADERS, TITLE, heading, row
from tests.imports.made_files import workbook
from tests.offices import REPORT

COUNTS = {
    "indicators": 10,
    "items": 40,
    "measures": 35,
    "outcomes": 27,
    "initiatives": 3,
    "initiative_measures": 12,
    "reviews": 0,
}
MEASURE = "ใช้ประโยชน์จากเทคโนโลยีและช่องทางออนไลน์ในการสื่อสารและพัฒนาบริการ"
"""What measure ก2.4 of the report says."""

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A report of one measure beside a text that belongs nowhere."""
    rows = [row(measure="9. ไม่มีที่อยู่"), heading("ตัวชี้วัดที่ 1 ก"), row(code="I1", measure="1. ประกาศ")]
    path = tmp_path / "faulty.xlsx"
    path.write_bytes(workbook([TITLE], HEADERS, *rows))
    return path


@pytest.fixture
def unreadable(tmp_path: Path) -> Path:
    """A file that is no report."""
    path = tmp_path / "notes.txt"
    path.write_text("บันทึก", encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", ["txt", "xlsx", "docx"])
def test_check_counts_what_a_report_holds_and_makes_no_database(database: Path, suffix: str) -> None:
    found = run_json("check", SAMPLE / f"report-2568.{suffix}")
    assert (found["outcome"], found["layout"]) == ("accepted", "report")
    assert found["counts"] == COUNTS
    assert found["rows"]
    assert not database.parent.exists()


def test_check_names_every_problem_with_its_place(database: Path, faulty: Path) -> None:
    found = run_json("check", faulty, code=IN_PART)
    assert found["outcome"] == "partial"
    assert found["problems"][0] == {
        "code": "text-homeless",
        "severity": "error",
        "sheet": "Sheet",
        "cell": "C3",
        "value": "9. ไม่มีที่อยู่",
        "message": found["problems"][0]["message"],
        "mend": found["problems"][0]["mend"],
    }
    assert not database.exists()


def test_check_says_the_same_to_people(database: Path, faulty: Path) -> None:
    result = run("--language", "en", "check", faulty)
    assert result.exit_code == IN_PART
    assert "Measures: 1" in result.stdout
    assert "C3 The text “9. ไม่มีที่อยู่” belongs to no indicator and no initiative." in result.stdout
    assert not database.exists()


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_file_that_is_rejected_is_refused(unreadable: Path, command: str) -> None:
    assert run(command, unreadable).exit_code == REFUSED
    assert run_json(command, unreadable, code=REFUSED)["outcome"] == "rejected"


def test_a_file_that_is_not_there_is_wrong_usage(database: Path) -> None:
    assert run("check", "nothing.xlsx").exit_code == WRONG_USAGE
    assert not database.exists()


def test_import_gives_the_number_of_its_batch() -> None:
    found = run_json("import", REPORT, "--yes")
    assert (found["outcome"], found["batch"], found["refusals"]) == ("accepted", 1, [])
    assert found["changes"]["added"] > 100
    assert history() == [1]


def test_import_of_the_same_file_again_has_nothing_to_change() -> None:
    run("import", SAMPLE / "report-2568.xlsx", "--yes")
    found = run_json("import", SAMPLE / "report-2568.docx")
    assert (found["batch"], found["changes"]["added"], found["changes"]["changed"]) == (None, 0, 0)
    assert run("--language", "en", "import", SAMPLE / "report-2568.xlsx").stdout.endswith("Nothing to change.\n")
    assert history() == [1]


def test_import_writes_nothing_while_a_file_waits_for_an_answer(tmp_path: Path) -> None:
    run("import", REPORT, "--yes")
    headers = ("รหัสมาตรการ", "สถานะ")
    open_file = tmp_path / "report.xlsx"
    open_file.write_bytes(workbook(headers, ("4.1", "ดำเนินการแล้ว")))
    result = run("--language", "en", "import", open_file, "--yes")
    assert result.exit_code == REFUSED
    assert "Nothing is imported before the file's questions are answered" in result.stderr
    assert history() == [1]


def test_import_names_what_may_be_new_or_the_same_in_other_words(tmp_path: Path) -> None:
    run("import", REPORT, "--yes")
    text = REPORT.read_text(encoding="utf-8")
    assert text.count(MEASURE) == 1
    other = tmp_path / "report.txt"
    other.write_text(text.replace(MEASURE, "ติดตั้งกล้องวงจรปิดในลานจอดรถ"), encoding="utf-8")
    result = run("--language", "en", "import", other, "--yes")
    assert result.exit_code == REFUSED
    assert "in other words, or new" in result.stderr
    assert "Nothing to change" not in result.stdout
    assert history() == [1]


def test_import_asks_before_it_writes() -> None:
    assert run("import", REPORT, typed="n\n").exit_code == REFUSED
    assert history() == []
    assert run("import", REPORT, typed="y\n").exit_code == DONE
    assert history() == [1]


def test_import_asks_beside_the_json() -> None:
    result = run("import", REPORT, "--json", typed="y\n")
    assert json.loads(result.stdout)["batch"] == 1


def test_import_without_an_answer_writes_nothing() -> None:
    assert run("import", REPORT, "--json").exit_code == REFUSED
    assert history() == []


def test_import_takes_what_can_be_taken(faulty: Path) -> None:
    found = run_json("import", faulty, "--yes", code=IN_PART)
    assert (found["outcome"], found["batch"]) == ("partial", 1)
    assert history() == [1]


def test_import_remembers_who_brought_the_file_and_when() -> None:
    run("import", REPORT, "--yes", "--received-on", "2024-10-01", "--actor", "ผู้ประสานงานแผน", "--role", "director")
    store = opening.open_store()
    (batch,) = batches(store)
    store.dispose()
    assert (batch.actor.name, batch.actor.role) == ("ผู้ประสานงานแผน", "director")
    assert batch.origin.received_on == date(2024, 10, 1)


def test_import_names_no_batch_where_somebody_else_was_faster() -> None:
    """Two people confirm the same import: the second one's is refused, in words and without a batch."""
    command = [sys.executable, "-m", "ita_data", "--language", "en", "import", str(REPORT)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, encoding="utf-8", **pipes) as second:
        assert second.stdout is not None
        while "Not in the file" not in second.stdout.readline():
            assert second.poll() is None
        assert run_json("import", REPORT, "--yes")["batch"] == 1
        output, errors = second.communicate("y\n", timeout=60)
    assert second.returncode == REFUSED
    assert "batch" not in output
    assert "Someone else saved a change meanwhile" in errors
    assert history() == [1]
