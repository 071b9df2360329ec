from ita_data.imports.layouts.blocks import Block, indicator_blocks
from ita_data.imports.layouts.issues import issues_of
from ita_data.imports.layouts.report_tables import tables_of
from tests.imports.layouts.small_reports import HEADERS, grid, heading, row
from tests.imports.made_files import sheet

SHORT, REST = "การประชาสัมพันธ์ของ", "หน่วยงานยังไม่เพียงพอ"


def block(*issues: str) -> Block:
    rows = [row(code=f"I{number}", issue=text) for number, text in enumerate(issues, start=1)]
    return indicator_blocks(tables_of([grid(HEADERS, heading("ตัวชี้วัดที่ 1 ก"), *rows)]).indicators)[0][0]


def texts(found: Block, split_rows: frozenset[int] = frozenset()) -> list[tuple[str, tuple[int, ...]]]:
    return [(issue.text, issue.rows) for issue in issues_of(found, split_rows)[0]]


def test_every_cell_is_an_issue_in_one_line() -> None:
    assert texts(block("1. ไม่ชัดเจน\n- และล่าช้า", "", "ไม่เป็นธรรม")) == [
        ("1. ไม่ชัดเจน และล่าช้า", (0,)),
        ("ไม่เป็นธรรม", (2,)),
    ]


def test_a_merged_issue_stands_for_all_its_rows() -> None:
    rows = [heading("ตัวชี้วัดที่ 1 ก"), row(code="I1", issue="ไม่ชัดเจน"), row(code="I2")]
    made = sheet(HEADERS, *rows, arrange=lambda made: made.merge_cells("B3:B4"))
    (found,) = indicator_blocks(tables_of([made]).indicators)[0]
    assert texts(found) == [("ไม่ชัดเจน", (0, 1))]


def test_an_issue_that_stops_short_above_a_split_row_runs_on() -> None:
    issues, (problem,) = issues_of(block(SHORT, REST), {1})
    assert [(issue.text, issue.rows, issue.place.cell) for issue in issues] == [(f"{SHORT} {REST}", (0, 1), "B3")]
    assert (problem.code, problem.place.cell, problem.value) == ("text-split", "B4", f"{SHORT} {REST}")
    assert problem.words == {"above": "B3"}


def test_an_issue_that_stops_short_above_another_row_stays_apart() -> None:
    assert texts(block(SHORT, REST)) == [(SHORT, (0,)), (REST, (1,))]


def test_a_whole_issue_above_a_split_row_stays_apart() -> None:
    assert texts(block("ไม่ชัดเจน", REST), frozenset({1})) == [("ไม่ชัดเจน", (0,)), (REST, (1,))]
