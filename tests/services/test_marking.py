from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from ita_data.exports.problem_list import MOST_LISTED, PROBLEM_LIST
from ita_data.imports import isolation
from ita_data.imports.isolation import read_apart
from ita_data.imports.layouts.layout import Known
from ita_data.language import language
from ita_data.model.problems import Place, Problem
from ita_data.services import marking
from ita_data.services.marking import marked_up
from tests.imports.files import DAY
from tests.imports.hostile import FILES, READ, Hostile

PROBLEM = Problem("status-unknown", Place("Sheet", "A1"), "ทำแล้วมั้ง")


def workbook() -> bytes:
    made = Workbook()
    made.active["A1"] = "ทำแล้วมั้ง"
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def test_a_file_is_marked_in_a_child_process_that_may_write_to_no_disk() -> None:
    found = load_workbook(BytesIO(marked_up(workbook(), "ม.ค..xlsx", [PROBLEM])))
    assert PROBLEM.message in found["Sheet"]["A1"].comment.text


def test_the_marks_are_in_the_language_of_whoever_asks() -> None:
    token = language.set("en")
    try:
        found = load_workbook(BytesIO(marked_up(workbook(), "jan.xlsx", [PROBLEM])))
    finally:
        language.reset(token)
    assert "Left out" in found["Sheet"]["A1"].comment.text


def test_a_file_that_is_no_workbook_comes_back_as_one() -> None:
    problem = Problem("status-unknown", Place("a.txt", "B1"), "?")
    found = load_workbook(BytesIO(marked_up("สถานะ\t?".encode(), "a.txt", [problem])))
    assert found["a.txt"]["B1"].comment is not None


def assert_only_listed(file: bytes, problems: int) -> None:
    """Whether a file is the list of so many problems alone, and says why."""
    (sheet,) = load_workbook(BytesIO(file)).worksheets
    assert sheet.title == PROBLEM_LIST
    assert str(problems) in sheet["A1"].value
    assert "ใหญ่เกินกว่าจะทำเครื่องหมาย" in sheet["A2"].value
    assert sheet.max_row == 3 + min(problems, MOST_LISTED)


def test_of_a_file_with_too_many_cells_only_the_problems_are_listed() -> None:
    rows = "\n".join(f"{row},1,2,3,4,5,6,7,8,9" for row in range(31_000))
    assert_only_listed(marked_up(rows.encode(), "a.csv", [PROBLEM]), 1)


def test_too_many_problems_are_only_listed_and_the_last_ones_only_counted() -> None:
    problems = [Problem("status-unknown", Place("Sheet", f"A{row}"), "?") for row in range(1, 10_002)]
    assert_only_listed(marked_up(workbook(), "a.xlsx", problems), 10_001)


def test_of_a_file_whose_marking_takes_too_much_the_problems_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(work: Any, *arguments: Any) -> Any:
        if work.__name__ == "_marked_up":
            raise isolation.ChildFailed(isolation.Failure.TOO_LONG)
        return work(*arguments)

    monkeypatch.setattr(marking, "run_apart", fail)
    assert_only_listed(marked_up(workbook(), "a.xlsx", [PROBLEM]), 1)


@pytest.mark.parametrize("file", [file for file in FILES.values() if READ in file.codes], ids=lambda file: file.name)
def test_a_hostile_file_that_was_read_is_marked_or_its_problems_are_listed(file: Hostile) -> None:
    data = file.make()
    problems = read_apart(data, file.name, Known(today=DAY, received_on=DAY)).problems
    assert PROBLEM_LIST in load_workbook(BytesIO(marked_up(data, file.name, problems))).sheetnames
