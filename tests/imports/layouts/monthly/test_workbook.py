from dataclasses import replace

import pytest

from ita_data.imports.layouts import LAYOUTS
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.model.problems import Verdict
from ita_data.model.records import Records
from tests.imports.layouts.monthly.small_workbooks import (
    HEADERS,
    OTHER_PLAN,
    PLAN,
    RECEIVED,
    REVIEW,
    ROW,
    codes,
    read_against,
    read_book,
    read_rows,
    reviews,
    row,
)
from tests.imports.made_files import workbook


def test_the_fiscal_year_of_most_rows_is_the_files() -> None:
    reading = read_rows(HEADERS, row(month="ม.ค. 86"), ROW, row(measure="4.1"))
    assert len(reviews(reading)) == 2
    assert codes(reading) == ["year-doubtful"]


def test_the_workbook_of_another_office_is_refused() -> None:
    reading = read_rows(["รายงานประจำเดือน"], ["สำนักงานเขตดุสิต"], HEADERS, ROW)
    (problem,) = reading.problems
    assert (reading.verdict, reading.records) == (Verdict.REJECTED, None)
    assert (problem.code, problem.value, problem.words) == (
        "office-different",
        "สำนักงานเขตดุสิต",
        {"office": PLAN.organisation},
    )


@pytest.mark.parametrize("title", ["สำนักงานเขต ตัวอย่าง", "ของสํานักงานเขตตัวอย่าง กรุงเทพมหานคร", "ของฝ่ายปกครอง"])
def test_the_same_office_in_another_spelling_is_no_other_office(title: str) -> None:
    assert reviews(read_rows([title], HEADERS, ROW)) == (REVIEW,)


@pytest.mark.parametrize("plan", [PLAN, OTHER_PLAN])
def test_of_several_offices_the_one_named_in_the_title_is_meant(plan: Records) -> None:
    reading = read_against(workbook([plan.organisation], HEADERS, ROW), PLAN, OTHER_PLAN)
    assert reading.records == Records(plan.organisation, 2568, reviews=(REVIEW,))


def test_a_workbook_that_might_be_of_several_offices_is_refused() -> None:
    reading = read_against(workbook(HEADERS, ROW), PLAN, OTHER_PLAN)
    assert (reading.verdict, codes(reading)) == (Verdict.REJECTED, ["office-ambiguous"])


def test_an_office_that_is_none_of_several_has_no_plan() -> None:
    reading = read_against(workbook(["สำนักงานเขตพระนคร"], HEADERS, ROW), PLAN, OTHER_PLAN)
    assert codes(reading) == ["plan-missing"]


def test_a_plan_without_sections_knows_no_section() -> None:
    reading = read_book(workbook(HEADERS, ROW), replace(PLAN, sections=()))
    assert codes(reading) == ["section-unknown", "no-rows"]


@pytest.mark.parametrize("rows", [[], [row(status=None)], [row(month="#N/A")]])
def test_a_workbook_of_which_nothing_can_be_taken_is_refused(rows: list[list[object]]) -> None:
    reading = read_rows(HEADERS, *rows)
    assert (reading.verdict, reading.records) == (Verdict.REJECTED, None)
    assert codes(reading)[-1] == "no-rows"
    assert len(reading.problems) == len(rows) + 1


@pytest.mark.parametrize("rows", [[["ชื่อ", "คะแนน"], ["ก", 1]], [["สถานะ"], ["ดี"]], [ROW]])
def test_a_workbook_without_known_headers_is_refused(rows: list[list[object]]) -> None:
    reading = read_rows(*rows)
    assert (reading.verdict, reading.layout, codes(reading)) == (Verdict.REJECTED, "", ["layout-unknown"])


def test_a_file_that_stays_shut_is_refused_with_its_name_and_hash() -> None:
    reading = read(b"", "ว่าง.xlsx", Known(today=RECEIVED, received_on=RECEIVED))
    assert (reading.file_name, reading.sha256[:8], reading.layout) == ("ว่าง.xlsx", "e3b0c442", "")
    assert (reading.verdict, codes(reading)) == (Verdict.REJECTED, ["file-empty"])


def test_every_layout_is_registered_under_its_own_name() -> None:
    assert [layout.name for layout in LAYOUTS.values()] == list(LAYOUTS)


def test_invented_data_are_marked_as_such() -> None:
    records = read_rows(["ข้อมูลตัวอย่าง ไม่ใช่ผลจริง"], HEADERS, ROW).records
    assert records is not None
    assert records.is_sample
    assert records.reviews == (replace(REVIEW, is_sample=True),)


def test_without_a_plan_for_its_year_a_workbook_is_refused_but_its_rows_are_judged() -> None:
    reading = read_book(workbook(HEADERS, row(month="ม.ค. 67"), row(month="ม.ค. 67", status="ดี")))
    assert (reading.verdict, reading.records) == (Verdict.REJECTED, None)
    assert [(found.code, found.value) for found in reading.problems][0] == ("plan-missing", "2567")
    assert [found.ok for found in reading.rows] == [True, False]
