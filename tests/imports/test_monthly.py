from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from ita_data.imports.layouts import LAYOUTS
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from ita_data.model.problems import Severity, Verdict
from ita_data.model.records import EVERY_SECTION, Assignment, Records, Review, Role
from ita_data.model.states import Status
from tests.imports.made_files import saved, workbook
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead, measure, records_of

HEADS = [
    "รหัสมาตรการ",
    "มาตรการ/กิจกรรม",
    "ฝ่ายที่รับผิดชอบ",
    "เดือนที่รายงาน",
    "สถานะ",
    "ความก้าวหน้า (%)",
    "ผลการดำเนินการ",
    "วันที่ดำเนินการ",
    "หลักฐาน/ลิงก์",
    "หมายเหตุ",
]
RECEIVED = date(2025, 2, 4)
PLAN = records_of(
    measure("4.1"),
    measure("4.2"),
    measure("ก1.3"),
    lead("4.1", ADMINISTRATION),
    lead("4.2", ADMINISTRATION),
    Assignment("4.2", WORKS, Role.SUPPORTING),
    Assignment("ก1.3", EVERY_SECTION, Role.LEAD),
)
ROW = ["4.2", "ข้อความ", ADMINISTRATION, "ม.ค. 68", "อยู่ระหว่างดำเนินการ", 50, "จัดประชุม", "15 ม.ค. 68", "บันทึก 1/2568", "-"]
REVIEW = Review(
    "4.2",
    ADMINISTRATION,
    4,
    Status.IN_PROGRESS,
    RECEIVED,
    50,
    "จัดประชุม",
    date(2025, 1, 15),
    "บันทึก 1/2568",
    "-",
)


def read_book(data: bytes, plan: Records | None = PLAN) -> Reading:
    return read_against(data, *([plan] if plan else []))


def read_against(data: bytes, *plans: Records) -> Reading:
    known = {(plan.organisation, plan.fiscal_year): plan for plan in plans}
    return read(data, "book.xlsx", Known(plans=known, today=RECEIVED, received_on=RECEIVED))


def read_rows(*rows: Sequence[object], arrange: Callable[[Any], None] | None = None) -> Reading:
    return read_book(workbook(*rows, arrange=arrange))


def row(**changed: object) -> list[object]:
    """The usual row with some fields changed."""
    names = ["measure", "title", "section", "month", "status", "progress", "result", "done_on", "evidence", "note"]
    return [changed.get(name, value) for name, value in zip(names, ROW, strict=True)]


def reviews(reading: Reading) -> tuple[Review, ...]:
    assert reading.records is not None
    return reading.records.reviews


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_a_row_becomes_a_review() -> None:
    reading = read_rows(HEADS, ROW)
    assert (reading.layout, reading.verdict, reading.problems) == ("monthly", Verdict.ACCEPTED, ())
    assert reading.records == Records(PLAN.organisation, 2568, reviews=(REVIEW,))
    assert [(found.kind, found.place.cell, found.texts["measure"]) for found in reading.rows] == [
        ("review", "A2", "4.2")
    ]


def test_the_heads_may_stand_anywhere_and_in_any_order() -> None:
    reading = read_rows(["รายงาน"], [], [None, None, *reversed(HEADS)], [None, None, *reversed(ROW)])
    assert reviews(reading) == (REVIEW,)


def test_values_may_be_numbers_dates_and_percentages_of_the_workbook() -> None:
    def show_percent(made: Any) -> None:
        made["F2"].number_format = "0%"

    days = {"month": datetime(2568, 1, 1), "done_on": datetime(2025, 1, 15)}  # noqa: DTZ001
    reading = read_rows(HEADS, row(measure=4.2, progress=0.5, **days), arrange=show_percent)
    assert reviews(reading) == (REVIEW,)


def test_what_may_stay_empty_is_empty() -> None:
    blank = dict.fromkeys(("title", "progress", "result", "done_on", "evidence", "note"))
    reading = read_rows(HEADS, row(status="ยังไม่ได้ดำเนินการ", **blank))
    assert reviews(reading) == (Review("4.2", ADMINISTRATION, 4, Status.NOT_STARTED, RECEIVED),)
    assert reading.problems == ()


def test_a_dash_for_progress_and_date_says_that_there_is_none() -> None:
    (review,) = reviews(read_rows(HEADS, row(progress="-", done_on="–")))
    assert (review.progress, review.done_on) == (None, None)


def test_bullets_of_a_result_stay_and_a_link_is_written_out() -> None:
    def link(made: Any) -> None:
        made["I2"].hyperlink = "https://example.com/1"

    (review,) = reviews(read_rows(HEADS, row(result="งาน\n• ประชุม\n- สรุป", evidence="ภาพ"), arrange=link))
    assert (review.result, review.evidence) == ("งาน\n- ประชุม\n- สรุป", "ภาพ\nhttps://example.com/1")


@pytest.mark.parametrize(
    "above",
    [
        [["ฝ่ายที่รับผิดชอบ: ฝ่ายปกครอง"], ["เดือนที่รายงาน: มกราคม 2568"]],
        [["ฝ่ายที่รับผิดชอบ", "ฝ่ายปกครอง", "เดือนที่รายงาน", "ม.ค. 68"]],
        [["ฝ่ายที่รับผิดชอบ :", "ฝ่ายปกครอง"], ["เดือน :", None, "๑/๒๕๖๘"]],
        [["ฝ่าย: ฝ่ายปกครอง\nเดือน: ม.ค. 2568"]],
        [["แบบรายงานผลการดำเนินการ ประจำเดือนมกราคม พ.ศ. 2568"], ["ฝ่าย", "ฝ่ายปกครอง"]],
    ],
)
def test_section_and_month_may_stand_once_above_the_rows(above: list[list[object]]) -> None:
    heads = [name for name in HEADS if name not in ("ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน")]
    rows = [[*ROW[:2], *ROW[4:]], ["ก1.3", *ROW[1:2], *ROW[4:]]]
    reading = read_rows(*above, heads, *rows)
    assert reviews(reading) == (REVIEW, replace(REVIEW, measure="ก1.3"))
    assert reading.problems == ()


def test_a_row_that_names_its_own_section_and_month_goes_before_what_stands_above() -> None:
    reading = read_rows(["ฝ่าย:", ENFORCEMENT], ["เดือน:", "ก.พ. 68"], HEADS, ROW)
    assert reviews(reading) == (REVIEW,)


def test_sections_may_follow_one_another_on_a_sheet() -> None:
    blank_section = row(measure="ก1.3", section=None)
    rows = [["ฝ่าย: ฝ่ายโยธา"], HEADS, blank_section, ["ฝ่าย: ฝ่ายเทศกิจ"], HEADS, blank_section]
    assert [review.section for review in reviews(read_rows(*rows))] == [WORKS, ENFORCEMENT]


def test_a_merged_measure_counts_for_all_its_rows() -> None:
    rows = [HEADS, ROW, row(measure=None, section=WORKS)]
    reading = read_rows(*rows, arrange=lambda made: made.merge_cells("A2:A3"))
    assert reviews(reading) == (REVIEW, replace(REVIEW, section=WORKS))


def test_text_merged_across_columns_belongs_to_the_first_one() -> None:
    reading = read_rows(HEADS, row(done_on=None), arrange=lambda made: made.merge_cells("G2:J2"))
    assert reviews(reading) == (replace(REVIEW, done_on=None, evidence="", note=""),)


def test_heads_in_two_storeys_are_read_by_the_lower_one() -> None:
    def merge(made: Any) -> None:
        for column in "ABCD":
            made.merge_cells(f"{column}1:{column}2")
        made.merge_cells("E1:J1")

    upper = [*HEADS[:4], "การรายงาน"]
    assert reviews(read_rows(upper, [None] * 4 + HEADS[4:], ROW, arrange=merge)) == (REVIEW,)


def test_repeated_heads_and_blank_rows_are_skipped() -> None:
    reading = read_rows(HEADS, ROW, [], HEADS, row(measure="4.1"), [None] * 10)
    assert [review.measure for review in reviews(reading)] == ["4.2", "4.1"]
    assert reading.problems == ()


def test_every_sheet_with_the_heads_is_read_and_the_others_are_left_aside() -> None:
    made = Workbook()
    made.active.append(["คำอธิบาย"])
    for month in ("ม.ค. 68", "ก.พ. 68"):
        sheet = made.create_sheet(month)
        sheet.append(HEADS)
        sheet.append(row(month=month))
    reading = read_book(saved(made))
    assert [review.month for review in reviews(reading)] == [4, 5]
    assert [found.place.sheet for found in reading.rows] == ["ม.ค. 68", "ก.พ. 68"]
    assert reading.problems == ()


def test_invented_data_are_marked_as_such() -> None:
    records = read_rows(["ข้อมูลตัวอย่าง ไม่ใช่ผลจริง"], HEADS, ROW).records
    assert records is not None
    assert records.is_sample
    assert records.reviews == (replace(REVIEW, is_sample=True),)


@pytest.mark.parametrize(
    ("changed", "cell", "code", "value"),
    [
        ({"measure": None}, "A3", "measure-missing", ""),
        ({"measure": "9.9"}, "A3", "measure-unknown", "9.9"),
        ({"measure": "มาตรการ"}, "A3", "measure-unknown", "มาตรการ"),
        ({"section": None}, "C3", "section-missing", ""),
        ({"section": "ฝ่ายบัญชี"}, "C3", "section-unknown", "ฝ่ายบัญชี"),
        ({"section": "ทุกฝ่าย"}, "C3", "section-unknown", "ทุกฝ่าย"),
        ({"month": None}, "D3", "month-missing", ""),
        ({"month": "เดือนนี้"}, "D3", "month-unreadable", "เดือนนี้"),
        ({"month": "ต.ค. 68"}, "D3", "month-outside-plan", "ต.ค. 68"),
        ({"month": "มี.ค. 68"}, "D3", "month-ahead", "มี.ค. 68"),
        ({"status": None}, "E3", "status-missing", ""),
        ({"status": "ดีมาก"}, "E3", "status-unknown", "ดีมาก"),
        ({"progress": 101}, "F3", "progress-unreadable", "101"),
        ({"done_on": "เมื่อวาน"}, "H3", "date-unreadable", "เมื่อวาน"),
        ({"result": "#N/A"}, "G3", "cell-error", "#N/A"),
        ({"status": "=A1"}, "E3", "cell-error", "=A1"),
        ({"month": "#REF!"}, "D3", "cell-error", "#REF!"),
    ],
)
def test_a_row_with_a_fault_is_left_out_and_its_cell_is_named(
    changed: dict[str, object], cell: str, code: str, value: str
) -> None:
    reading = read_rows(HEADS, ROW, row(**changed))
    assert reading.verdict is Verdict.PARTIAL
    assert reviews(reading) == (REVIEW,)
    assert [(found.code, found.place.cell, found.value) for found in reading.problems] == [(code, cell, value)]


def test_every_fault_of_a_row_is_named_at_once() -> None:
    reading = read_rows(HEADS, ROW, row(measure="9.9", status="ดีมาก", progress="มาก"))
    assert codes(reading) == ["measure-unknown", "status-unknown", "progress-unreadable"]


def test_every_problem_can_be_read() -> None:
    rows = [row(measure="9.9", section="ฝ่ายบัญชี", done_on="5/1/2568"), row(measure="4.1", section=WORKS), ROW, ROW]
    for problem in read_rows([*HEADS, "อื่น ๆ"], *rows).problems:
        assert problem.message
        assert problem.mend


def test_the_second_row_for_a_measure_section_and_month_is_not_taken() -> None:
    reading = read_rows(HEADS, ROW, row(result="อื่น"))
    (problem,) = reading.problems
    assert reviews(reading) == (REVIEW,)
    assert (problem.code, problem.place.cell, problem.words["first"]) == ("row-duplicate", "A3", "Sheet · A2")


def test_a_section_without_an_assignment_is_taken_with_a_warning() -> None:
    reading = read_rows(
        HEADS, row(measure="4.1", section=WORKS), row(section=WORKS), row(measure="ก1.3", section=WORKS)
    )
    assert len(reviews(reading)) == 3
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.place.cell) == ("measure-not-assigned", Severity.WARNING, "C2")


def test_a_day_whose_order_was_guessed_says_so() -> None:
    reading = read_rows(HEADS, row(done_on="5/1/2568"))
    (problem,) = reading.problems
    assert reviews(reading) == (replace(REVIEW, done_on=date(2025, 1, 5)),)
    assert (problem.code, problem.words["proposal"]) == ("date-guessed", "5 ม.ค. 68")


def test_a_number_that_may_be_two_measures_is_neither() -> None:
    plan = replace(PLAN, measures=(*PLAN.measures, measure("4.10")))
    reading = read_book(workbook(HEADS, ROW, row(measure=4.1)), plan)
    (problem,) = reading.problems
    assert (problem.code, problem.place.cell) == ("measure-ambiguous", "A3")
    assert (problem.words["first"], problem.words["second"]) == ("4.1", "4.10")


def test_a_wrong_section_above_the_rows_is_one_problem() -> None:
    heads = [name for name in HEADS if name != "ฝ่ายที่รับผิดชอบ"]
    without_section = [*ROW[:2], *ROW[3:]]
    reading = read_rows(["ฝ่าย:", "ฝ่ายบัญชี"], heads, without_section, without_section)
    assert [(found.code, found.place.cell) for found in reading.problems] == [
        ("section-unknown", "B1"),
        ("no-rows", ""),
    ]


def test_a_column_without_a_known_head_is_named_once_with_all_that_it_holds() -> None:
    reading = read_rows([*HEADS, "ผู้รายงาน"], [*ROW, "ก", "ข"], [*row(measure="4.1"), "ก", "ค"])
    assert [(found.code, found.place.cell, found.value, found.words["count"]) for found in reading.problems] == [
        ("column-ignored", "K1", "ผู้รายงาน", "3"),
        ("column-ignored", "L2", "ข", "2"),
    ]
    assert reading.verdict is Verdict.ACCEPTED


def test_a_result_that_runs_on_into_a_row_of_its_own_is_not_lost_in_silence() -> None:
    rest = [None] * 6 + ["และสรุปผลต่อผู้บริหาร"]
    reading = read_rows(HEADS, ROW, rest)
    assert reviews(reading) == (REVIEW,)
    assert reading.verdict is Verdict.PARTIAL
    assert [(found.code, found.place.cell, found.value) for found in reading.problems] == [
        ("row-incomplete", "G3", "และสรุปผลต่อผู้บริหาร")
    ]


def test_a_signature_under_the_results_is_no_lost_row() -> None:
    signature = [[None] * 6 + [line] for line in ("ลงชื่อ ........", "(หัวหน้าฝ่าย)", "ตำแหน่ง หัวหน้าฝ่าย")]
    assert set(codes(read_rows(HEADS, ROW, *signature))) == {"cell-ignored"}


def test_numbers_of_rows_and_titles_of_measures_are_left_aside_on_purpose() -> None:
    assert read_rows(["ลำดับ", *HEADS], [1, *ROW]).problems == ()


def test_lines_for_signatures_under_the_rows_are_remarks() -> None:
    reading = read_rows(HEADS, ROW, [], ["ลงชื่อ ........ ผู้รายงาน"], [None, "ตำแหน่ง", "หัวหน้าฝ่าย"])
    assert reviews(reading) == (REVIEW,)
    assert [found.place.cell for found in reading.problems] == ["A4", "B5", "C5"]
    assert set(codes(reading)) == {"cell-ignored"}


def test_the_fiscal_year_of_most_rows_is_the_files() -> None:
    reading = read_rows(HEADS, row(month="ม.ค. 86"), ROW, row(measure="4.1"))
    assert len(reviews(reading)) == 2
    assert codes(reading) == ["month-outside-plan"]


def test_without_a_plan_for_its_year_a_workbook_is_refused() -> None:
    reading = read_book(workbook(HEADS, ROW), plan=None)
    assert (reading.verdict, reading.records) == (Verdict.REJECTED, None)
    assert [(found.code, found.value) for found in reading.problems] == [("plan-missing", "2568")]


OTHER_PLAN = replace(PLAN, organisation="สำนักงานเขตดุสิต")


def test_the_workbook_of_another_office_is_refused() -> None:
    reading = read_rows(["รายงานประจำเดือน"], ["สำนักงานเขตดุสิต"], HEADS, ROW)
    (problem,) = reading.problems
    assert (reading.verdict, reading.records) == (Verdict.REJECTED, None)
    assert (problem.code, problem.value, problem.words) == (
        "office-different",
        "สำนักงานเขตดุสิต",
        {"office": PLAN.organisation},
    )


@pytest.mark.parametrize("title", ["สำนักงานเขต ตัวอย่าง", "ของสํานักงานเขตตัวอย่าง กรุงเทพมหานคร", "ของฝ่ายปกครอง"])
def test_the_same_office_in_another_spelling_is_no_other_office(title: str) -> None:
    assert reviews(read_rows([title], HEADS, ROW)) == (REVIEW,)


@pytest.mark.parametrize("plan", [PLAN, OTHER_PLAN])
def test_of_several_offices_the_one_named_in_the_title_is_meant(plan: Records) -> None:
    reading = read_against(workbook([plan.organisation], HEADS, ROW), PLAN, OTHER_PLAN)
    assert reading.records == Records(plan.organisation, 2568, reviews=(REVIEW,))


def test_a_workbook_that_might_be_of_several_offices_is_refused() -> None:
    reading = read_against(workbook(HEADS, ROW), PLAN, OTHER_PLAN)
    assert (reading.verdict, codes(reading)) == (Verdict.REJECTED, ["office-ambiguous"])


def test_an_office_that_is_none_of_several_has_no_plan() -> None:
    reading = read_against(workbook(["สำนักงานเขตพระนคร"], HEADS, ROW), PLAN, OTHER_PLAN)
    assert codes(reading) == ["plan-missing"]


def test_a_plan_without_sections_knows_no_section() -> None:
    reading = read_book(workbook(HEADS, ROW), replace(PLAN, sections=()))
    assert codes(reading) == ["section-unknown", "no-rows"]


@pytest.mark.parametrize("rows", [[], [row(status=None)], [row(month=None)], [row(month="#N/A")]])
def test_a_workbook_of_which_nothing_can_be_taken_is_refused(rows: list[list[object]]) -> None:
    reading = read_rows(HEADS, *rows)
    assert (reading.verdict, reading.records) == (Verdict.REJECTED, None)
    assert codes(reading)[-1] == "no-rows"
    assert len(reading.problems) == len(rows) + 1


def test_a_missing_column_is_named_by_its_head() -> None:
    reading = read_rows([name for name in HEADS if name != "สถานะ"], ROW)
    assert (reading.verdict, reading.layout) == (Verdict.REJECTED, "monthly")
    assert [(found.code, found.value) for found in reading.problems] == [("column-missing", "สถานะ")]


@pytest.mark.parametrize("rows", [[["ชื่อ", "คะแนน"], ["ก", 1]], [["สถานะ"], ["ดี"]], [ROW]])
def test_a_workbook_without_known_heads_is_refused(rows: list[list[object]]) -> None:
    reading = read_rows(*rows)
    assert (reading.verdict, reading.layout, codes(reading)) == (Verdict.REJECTED, "", ["layout-unknown"])


def test_a_file_that_stays_shut_is_refused_with_its_name_and_hash() -> None:
    reading = read(b"", "ว่าง.xlsx", Known(today=RECEIVED, received_on=RECEIVED))
    assert (reading.file_name, reading.sha256[:8], reading.layout) == ("ว่าง.xlsx", "e3b0c442", "")
    assert (reading.verdict, codes(reading)) == (Verdict.REJECTED, ["file-empty"])


def test_every_layout_is_registered_under_its_own_name() -> None:
    assert [layout.name for layout in LAYOUTS.values()] == list(LAYOUTS)
