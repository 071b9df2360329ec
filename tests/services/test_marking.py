from io import BytesIO

from openpyxl import Workbook, load_workbook

from ita_data.language import language
from ita_data.model.problems import Place, Problem
from ita_data.services.marking import marked_up

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
