"""A marked file shows its problems to people, and reads as the file that was sent."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from ita_data.exports import EXPORTS
from ita_data.exports.marked import AUTHOR, marked_up
from ita_data.exports.monthly import monthly_workbook
from ita_data.exports.problem_list import FILLS
from ita_data.exports.workbooks import workbook_bytes
from ita_data.imports.files import open_grids
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from ita_data.model.problem_kinds import Severity
from ita_data.model.problem_list import PROBLEM_LIST
from ita_data.model.problems import Place, Problem
from ita_data.model.records import Records
from tests.exports.conftest import FINANCE
from tests.imports.files import read_report

SHEET = "ม.ค. 68"
PROBLEMS = (
    Problem("date-guessed", Place(SHEET, "B2"), "5/1/2568", {"proposal": "5 ม.ค. 68"}),
    Problem("status-unknown", Place(SHEET, "A2"), "ทำแล้วมั้ง"),
    Problem("measure-not-assigned", Place(SHEET, "A2"), FINANCE, {"measure": "4.2"}),
    Problem("no-rows", Place()),
)
ERROR, NOTE = (FILLS[severity].fgColor.rgb for severity in (Severity.ERROR, Severity.NOTE))


@dataclass(frozen=True)
class Text:
    """A cell of a made grid."""

    place: Place
    origin: Place
    text: str = ""
    error: str = ""


@dataclass(frozen=True)
class Texts:
    """A made grid."""

    sheet: str
    rows: tuple[tuple[Text, ...], ...]


def texts(sheet: str, **cells: str) -> Texts:
    """A grid with these texts by address, a cell a row."""
    return Texts(
        sheet, tuple((Text(Place(sheet, address), Place(sheet, address), text),) for address, text in cells.items())
    )


@pytest.fixture
def workbook() -> Any:
    """A person's own workbook with a bold cell, a formula, a merged range and a comment."""
    made = Workbook()
    sheet = made.active
    sheet.title = SHEET
    sheet["A1"], sheet["A2"], sheet["B2"], sheet["C2"] = "สถานะ", "ทำแล้วมั้ง", "5/1/2568", "=1+1"
    sheet["A1"].font = Font(name="TH Sarabun New", bold=True)
    sheet.merge_cells("D1:E3")
    sheet["D1"] = "รวม"
    sheet["B2"].comment = Comment("ถามหัวหน้าก่อน", "สมชาย")
    return made


def marked(workbook: Any, *problems: Problem) -> Any:
    return load_workbook(BytesIO(marked_up(workbook_bytes(workbook), [texts(SHEET)], problems)))


def test_cells_are_coloured_by_the_worst_of_their_problems_and_keep_their_looks(workbook: Any) -> None:
    sheet = marked(workbook, *PROBLEMS)[SHEET]
    assert (sheet["A2"].fill.fgColor.rgb, sheet["B2"].fill.fgColor.rgb) == (ERROR, NOTE)
    assert sheet["A1"].font.bold
    assert sheet["A1"].comment is None


def test_a_comment_says_in_words_how_bad_it_is_what_is_wrong_and_how_to_mend_it(workbook: Any) -> None:
    comment = marked(workbook, *PROBLEMS)[SHEET]["A2"].comment
    assert comment.author == AUTHOR
    for problem in PROBLEMS[1:3]:
        assert problem.message in comment.text
        assert problem.mend in comment.text
    assert "✖ ไม่นำเข้า" in comment.text


def test_the_comment_of_a_person_stays_and_is_alone_again_when_the_cell_was_mended(workbook: Any) -> None:
    once = marked(workbook, *PROBLEMS)
    assert "ถามหัวหน้าก่อน" in once[SHEET]["B2"].comment.text
    again = marked(once)[SHEET]
    assert again["B2"].comment.text == "ถามหัวหน้าก่อน"
    assert again["A2"].comment is None
    assert {again[cell].fill.fill_type for cell in ("A2", "B2")} == {None}


def test_the_problem_of_a_merged_cell_is_marked_at_the_first_one_of_its_range(workbook: Any) -> None:
    sheet = marked(workbook, Problem("cell-ignored", Place(SHEET, "E3"), "รวม"))[SHEET]
    assert sheet["D1"].comment is not None
    assert "D1:E3" in sheet.merged_cells


def test_problems_of_one_merged_range_share_a_comment(workbook: Any) -> None:
    problems = [Problem("cell-ignored", Place(SHEET, cell), "รวม") for cell in ("D1", "E3")]
    comment = marked(workbook, *problems)[SHEET]["D1"].comment.text
    assert comment.count(problems[0].message) == 2
    assert "———" not in comment


def test_a_sheet_of_somebody_else_with_the_name_of_the_list_stays(workbook: Any) -> None:
    workbook.create_sheet(PROBLEM_LIST)["A2"] = "ไม่มีปัญหา"
    found = marked(workbook, *PROBLEMS)
    assert found[PROBLEM_LIST]["A2"].value == "ไม่มีปัญหา"
    assert len(found.sheetnames) == 3
    assert len(marked(found, *PROBLEMS).sheetnames) == 3


def test_the_first_sheet_lists_every_problem_the_worst_first_with_links_to_the_cells(workbook: Any) -> None:
    found = marked(workbook, *PROBLEMS)
    listed = found.worksheets[0]
    assert listed.title == PROBLEM_LIST
    rows = [[cell.value for cell in row] for row in listed.iter_rows(min_row=4)]
    assert [row[5] for row in rows] == [PROBLEMS[place].message for place in (3, 1, 2, 0)]
    assert [row[2:4] for row in rows] == [["ทั้งไฟล์", None], [SHEET, "A2"], [SHEET, "A2"], [SHEET, "B2"]]
    assert [listed.cell(row, 4).hyperlink is None for row in (4, 5)] == [True, False]
    assert listed["D5"].hyperlink.location == f"'{SHEET}'!A2"
    assert [sheet.sheet_view.tabSelected for sheet in found.worksheets] == [True, False]


def test_a_file_that_is_marked_twice_has_one_list(workbook: Any) -> None:
    assert marked(marked(workbook, *PROBLEMS), *PROBLEMS).sheetnames == [PROBLEM_LIST, SHEET]


def test_values_that_look_like_formulas_or_hold_control_characters_are_listed_as_text(workbook: Any) -> None:
    listed = marked(workbook, Problem("status-unknown", Place(SHEET, "A2"), "=cmd|'/c calc'\x01\ufffe"))[PROBLEM_LIST]
    assert (listed["E4"].value, listed["E4"].data_type) == ("=cmd|'/c calc'", "s")


def test_formulas_stay_with_what_they_came_to() -> None:
    made = Workbook()
    made.active.title = SHEET
    made.active["A1"], made.active["A2"], made.active["A3"] = "=1+1", '="ก"&"ข"', "=C1"
    answers = {
        '"A1"><f>1+1</f><v>': '"A1"><f>1+1</f><v>2',
        '"A2"><f>"&#3585;"&amp;"&#3586;"</f><v>': '"A2" t="str"><f>"&#3585;"&amp;"&#3586;"</f><v>กข',
    }
    data = with_answers_written(workbook_bytes(made), answers)
    file = marked_up(data, [texts(SHEET)], PROBLEMS)
    formulas, values = load_workbook(BytesIO(file))[SHEET], load_workbook(BytesIO(file), data_only=True)[SHEET]
    assert [formulas[cell].value for cell in ("A1", "A2", "A3")] == ["=1+1", '="ก"&"ข"', "=C1"]
    assert [values[cell].value for cell in ("A1", "A2", "A3")] == [2, "กข", None]


def with_answers_written(data: bytes, answers: dict[str, str]) -> bytes:
    """A workbook with some of its XML replaced, as Excel would have filled it in."""
    changed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(changed, "w") as target:
        for part in source.infolist():
            content = source.read(part).decode()
            for before, after in answers.items():
                content = content.replace(before, after)
            target.writestr(part, content)
    return changed.getvalue()


def test_other_kinds_of_files_come_back_as_a_workbook_of_their_texts() -> None:
    name = "รายงาน: [ม.ค.]/68.csv"
    covered = Text(Place(name, "B1"), Place(name, "A1"), "สถานะ")
    grid = Texts(name, (*texts(name, A1="สถานะ", A2="=1+1", A3="\x02ก").rows, (covered,)))
    problem = Problem("status-unknown", Place(name, "A2"), "=1+1")
    found = load_workbook(BytesIO(marked_up(b"\xa1\xa2", [grid], [problem])))
    sheet = found.worksheets[1]
    assert sheet.title == "รายงาน   ม.ค.  68.csv"
    assert [sheet[cell].value for cell in ("A1", "A2", "A3")] == ["สถานะ", "=1+1", "ก"]
    assert sheet["A2"].data_type == "s"
    assert "A1:B1" in sheet.merged_cells
    assert sheet["A2"].comment.text.endswith(problem.mend)
    assert found[PROBLEM_LIST]["D4"].hyperlink.location == f"'{sheet.title}'!A2"


def test_a_workbook_that_does_not_open_comes_back_as_its_texts() -> None:
    found = load_workbook(BytesIO(marked_up(b"PK\x03\x04", [texts(SHEET, A2="ทำแล้วมั้ง")], PROBLEMS)))
    assert found[SHEET]["A2"].comment is not None


def test_a_file_of_which_nothing_was_read_comes_back_as_the_list_alone() -> None:
    found = load_workbook(BytesIO(marked_up(b"%PDF", [], PROBLEMS)))
    assert found.sheetnames == [PROBLEM_LIST]


def reading_of(data: bytes, records: Records) -> Reading:
    day = date(2025, 2, 4)
    return read(data, "monthly.xlsx", Known(plans={records.plan: records}, today=day, received_on=day))


def test_the_importer_reads_a_marked_workbook_as_it_read_the_one_that_was_sent(plan: Records) -> None:
    sent = load_workbook(BytesIO(monthly_workbook(plan, FINANCE, 4, 17)))
    sent.worksheets[0]["G5"], sent.worksheets[0]["K5"] = "ทำแล้วมั้ง", "5/1/2568"
    sent.worksheets[0]["I5"] = "ประมาณร้อยคน"
    data = workbook_bytes(sent)
    before = reading_of(data, plan)
    assert {"status-unknown", "date-guessed", "number-unreadable"} <= {problem.code for problem in before.problems}
    file = marked_up(data, open_grids(data, "monthly.xlsx")[0], before.problems)
    after = reading_of(file, plan)
    assert (after.rows, after.records, after.problems) == (before.rows, before.records, before.problems)
    assert after.base == before.base == 17


@pytest.mark.parametrize("name", EXPORTS)
def test_the_importer_reads_a_marked_report_as_it_read_the_one_that_was_sent(name: str, plan: Records) -> None:
    export = EXPORTS[name]
    data, file_name = export.file_of(plan), f"report{export.suffix}"
    before = read_report(data, file_name)
    assert before.problems
    after = read_report(marked_up(data, open_grids(data, file_name)[0], before.problems), "report.xlsx")
    assert after.records == before.records
    assert codes_of(after) == codes_of(before)


def codes_of(reading: Reading) -> list[tuple[str, str]]:
    return [(problem.code, problem.value) for problem in reading.problems]
