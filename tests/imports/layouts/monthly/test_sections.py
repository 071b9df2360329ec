from dataclasses import replace
from datetime import date

import pytest

from ita_data.imports.spellings import standard_sections
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Verdict
from ita_data.model.records import EVERY_SECTION, Section
from ita_data.model.section_kind import SectionKind
from tests.imports.layouts.monthly.small_workbooks import (
    HEADERS,
    PLAN,
    REVIEW,
    codes,
    met,
    read_book,
    read_rows,
    reviews,
    row,
)
from tests.imports.made_files import workbook
from tests.plans import ADMINISTRATION, ENFORCEMENT, WORKS, lead

ENVIRONMENT = "ฝ่ายสิ่งแวดล้อมและสุขาภิบาล"
CLEANSING = "ฝ่ายรักษาความสะอาดและสวนสาธารณะ"


@pytest.mark.parametrize(
    "text",
    [
        "ฝ่ายปกครอง/ฝ่ายโยธา",
        "ฝ่ายปกครอง, ฝ่ายโยธา",
        "- ฝ่ายปกครอง\n- ฝ่ายโยธา",
        "1. ฝ่ายปกครอง\n2. ฝ่ายโยธา",
        "ฝ่ายปกครองและฝ่ายโยธา",
        "ฝ่ายปกครอง  ฝ่ายโยธา",
    ],
)
def test_a_row_for_several_sections_is_a_review_of_each_and_that_is_said(text: str) -> None:
    reading = read_rows(HEADERS, row(section=text))
    assert reviews(reading) == (REVIEW, replace(REVIEW, section=WORKS))
    assert codes(reading) == ["row-for-several-sections"]
    assert reading.rows[0].values["sections"] == [ADMINISTRATION, WORKS]


def test_a_title_with_a_former_name_says_whose_report_it_is() -> None:
    before, *others = PLAN.sections
    renamed = replace(before, name="ฝ่ายปกครองและทะเบียน", former_names=("ฝ่ายปกครอง",))
    assignments = tuple(replace(each, section=renamed.name) for each in PLAN.assignments if each.section == before.name)
    plan = replace(PLAN, sections=(renamed, *others), assignments=assignments)
    headers, cells = ([text for text in line if text not in ("ฝ่ายที่รับผิดชอบ", "ฝ่ายปกครอง")] for line in (HEADERS, row()))
    reading = read_book(workbook(["รายงานประจำเดือนมกราคม 2568 ฝ่ายปกครอง"], headers, cells), plan)
    assert [review.section for review in reviews(reading)] == [renamed.name]


@pytest.mark.parametrize(("ended_on", "section"), [(date(2024, 12, 31), WORKS), (date(2025, 1, 31), ADMINISTRATION)])
def test_a_report_of_a_section_that_was_merged_into_another_is_the_others_and_that_is_said(
    ended_on: date, section: str
) -> None:
    ended, works, *others = PLAN.sections
    sections = (replace(ended, ends_on=ended_on), replace(works, former_names=(ADMINISTRATION,)), *others)
    reading = read_book(workbook(HEADERS, row()), replace(PLAN, sections=sections))
    assert reviews(reading) == (replace(REVIEW, section=section),)
    assert codes(reading) == (["section-repaired"] if section == WORKS else [])


def test_a_school_reports_on_what_it_is_named_for_and_not_on_measures_of_all() -> None:
    school = Section("โรงเรียนวัดจันทร์", position=4, section_kind=SectionKind.SCHOOL)
    plan = replace(PLAN, sections=(*PLAN.sections, school), assignments=lead("4.2", EVERY_SECTION))
    of_all, of_school = (
        read_book(workbook(HEADERS, row(section=school.name)), replace(plan, assignments=(*plan.assignments, *more)))
        for more in ((), lead("4.2", school.name))
    )
    assert codes(of_all) == ["measure-not-assigned"]
    assert codes(of_school) == []


def test_no_single_section_is_every_section() -> None:
    reading = read_rows(HEADERS, row(), row(measure="ก1.3", section="ทุกฝ่าย"))
    assert met(reading) == [("section-every", "C3", "ทุกฝ่าย")]


def test_every_section_beside_one_is_taken_for_that_one_and_doubted() -> None:
    reading = read_rows(HEADERS, row(section="ฝ่ายปกครอง/ ทุกฝ่าย"))
    assert reviews(reading) == (REVIEW,)
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.words) == (
        "section-every-beside",
        Severity.WARNING,
        {"sections": ADMINISTRATION},
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ปกครอง", ADMINISTRATION),
        ("สิ่งแวดล้อมฯ", ENVIRONMENT),
        ("รักษาความสะอาดฯ", CLEANSING),
        ("ฝ่ายรักษาความสะอาด", CLEANSING),
        ("ฝายเทศกิจ", ENFORCEMENT),
        ("ฝ่ายโยธาา", WORKS),
    ],
)
def test_a_name_that_only_seems_to_be_a_section_is_taken_with_a_warning(text: str, name: str) -> None:
    reading = read_book(
        workbook(HEADERS, row(measure="ก1.3", section=text)), replace(PLAN, sections=standard_sections())
    )
    assert [review.section for review in reviews(reading)] == [name]
    (problem,) = reading.problems
    assert (problem.code, problem.value, problem.words["proposal"]) == ("section-repaired", text, name)


@pytest.mark.parametrize("text", ["ฝ่ายสิ่งแวดล้อมฯ", "ฝ่ายสิ่งแวดล้อม", "ฝ่ายรักษาฯ", "ฝ่าย ปกครอง"])
def test_the_usual_short_names_are_taken_without_a_word(text: str) -> None:
    reading = read_book(
        workbook(HEADERS, row(measure="ก1.3", section=text)), replace(PLAN, sections=standard_sections())
    )
    assert reading.problems == ()


@pytest.mark.parametrize("text", ["ฝ่ายบัญชี", "ฝ่ายปกครอง/ฝ่ายบัญชี", "กลุ่มงาน", "-"])
def test_a_row_that_names_an_unknown_section_is_left_out(text: str) -> None:
    reading = read_rows(HEADERS, row(section=text), row())
    assert reading.verdict is Verdict.PARTIAL
    assert codes(reading)[0] == "section-unknown"
    assert reviews(reading) == (REVIEW,)


@pytest.mark.parametrize("text", ["หัวหน้าฝ่ายปกครอง", "ฝ่ายปกครอง สำนักงานเขตบางกอกน้อย", "ฝ่ายปกครอง (หลัก)", "ฝ่ายปกครอง?"])
def test_words_around_a_section_are_left_out_and_that_is_said(text: str) -> None:
    reading = read_rows(HEADERS, row(section=text))
    assert (reviews(reading), met(reading)) == ((REVIEW,), [("section-repaired", "C2", text)])


def test_the_beginning_of_one_section_s_name_is_read_as_it_and_that_is_said() -> None:
    reading = read_book(workbook(HEADERS, row(section="ฝ่ายสิ่งแวดล้อมและสุขา")), None)
    assert reading.rows[0].values["sections"] == [ENVIRONMENT]
    assert codes(reading) == ["plan-unknown-yet", "section-repaired"]
