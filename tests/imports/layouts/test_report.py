"""What small reports with one peculiarity each come to; the real one is read in tests/imports/test_report.py."""

from dataclasses import replace
from typing import Any

import pytest

from ita_data.imports.layouts.report import ReportLayout
from ita_data.model.cadence import Cadence
from ita_data.model.plan_name import PlanName
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Verdict, verdict_of
from ita_data.model.records import EVERY_SECTION, Assignment, Measure, Records, Role, Section
from tests.imports.layouts.small_reports import (
    HEADERS,
    INITIATIVE_HEADERS,
    KNOWN,
    TITLE,
    grid,
    heading,
    initiative_row,
    met,
    read,
    records,
    row,
)
from tests.imports.made_files import document, sheet

FIRST = heading("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่")
WHOLE = row(
    code="I1",
    issue="ไม่ชัดเจน",
    measure="1. ประกาศคู่มือ",
    outcome="1. ประกาศคู่มือแล้ว",
    responsible="ฝ่ายปกครอง/ ทุกฝ่าย",
    follow_up="ทุกเดือน",
)
KEPT = {"responsible": "ฝ่ายปกครอง", "follow_up": "ทุกเดือน"}


def measures(*rows: list[str]) -> dict[str, tuple[str, ...]]:
    """The items of each measure, by its code."""
    return {measure.code: measure.items for measure in records(read(*rows)).measures}


def test_a_plain_report_has_no_problems() -> None:
    reading = read(FIRST, WHOLE)
    found = records(reading)
    assert reading.problems == ()
    assert (found.organisation, found.fiscal_year) == ("สำนักงานเขตตัวอย่าง", 2568)
    assert found.measures == (Measure("1.1", 1, None, 1, "ประกาศคู่มือ", "", Cadence.MONTHLY, None, "ทุกเดือน", ("I1",)),)
    assert found.assignments == (
        Assignment("1.1", "ฝ่ายปกครอง", Role.LEAD),
        Assignment("1.1", EVERY_SECTION, Role.SUPPORTING),
    )
    assert [link.key for link in found.links] == [("1.1", "1.1")]


def test_numbering_that_restarts_in_each_item_goes_on_through_the_indicator() -> None:
    found = measures(
        FIRST,
        row(code="I1", measure="1. ประกาศ 2. อบรม", **KEPT),
        row(code="I2", measure="1. ติดตาม\n2. สรุป"),
    )
    assert found == {"1.1": ("I1",), "1.2": ("I1",), "1.3": ("I2",), "1.4": ("I2",)}


def test_a_row_without_a_code_belongs_to_the_item_above() -> None:
    assert measures(FIRST, row(code="I1", measure="1. ประกาศ", **KEPT), row(measure="2. อบรม")) == {
        "1.1": ("I1",),
        "1.2": ("I1",),
    }


def test_a_measure_merged_over_rows_answers_the_items_of_all_of_them() -> None:
    rows = [FIRST, row(code="I1", measure="1. ประกาศ", **KEPT), row(code="I2"), row(code="I3", measure="2. อบรม")]
    made = sheet([TITLE], HEADERS, *rows, arrange=lambda made: made.merge_cells("C4:C5"))
    found = records(ReportLayout().read([made], KNOWN))
    assert [measure.items for measure in found.measures] == [("I1", "I2"), ("I3",)]


def test_a_remark_merged_over_the_columns_is_no_measure() -> None:
    rows = [FIRST, WHOLE, row(code="หมายเหตุ: ร่าง")]
    made = sheet([TITLE], HEADERS, *rows, arrange=lambda made: made.merge_cells("A5:F5"))
    reading = ReportLayout().read([made], KNOWN)
    assert len(records(reading).measures) == 1
    assert met(reading, "code-unknown") == [("code-unknown", "A5", "หมายเหตุ: ร่าง")]


def test_a_range_gives_its_measures_to_all_items() -> None:
    assert measures(FIRST, row(code="O1 - O3", measure="1. ประกาศ", **KEPT)) == {"1.1": ("O1", "O2", "O3")}


def test_a_repaired_code_is_proposed_with_its_cell() -> None:
    reading = read(FIRST, row(code="11", measure="1. ประกาศ", **KEPT))
    (problem,) = reading.problems
    assert (problem.code, problem.place.cell, problem.words) == ("code-repaired", "A4", {"proposal": "I1"})
    assert [item.code for item in records(reading).items] == ["I1"]


def test_an_unknown_code_is_a_problem_and_its_measures_are_still_read() -> None:
    reading = read(
        FIRST, row(code="I1", measure="1. ประกาศ", **KEPT), row(code="ข้อ 2", issue="ไม่ชัดเจน", measure="2. อบรม")
    )
    assert met(reading, "code-unknown") == [("code-unknown", "A5", "ข้อ 2")]
    assert met(reading, "text-homeless") == [("text-homeless", "B5", "ไม่ชัดเจน")]
    assert {measure.code: measure.items for measure in records(reading).measures} == {"1.1": ("I1",), "1.2": ()}


def test_an_item_that_stands_in_two_indicators_is_taken_once() -> None:
    reading = read(FIRST, WHOLE, heading("ตัวชี้วัดที่ 2 การใช้งบประมาณ"), WHOLE)
    assert [(item.code, item.indicator) for item in records(reading).items] == [("I1", 1)]
    assert met(reading, "code-duplicate") == [("code-duplicate", "A5", "I1")]


@pytest.mark.parametrize("rhythm", ["ตลอดปีงบประมาณ", "อย่างต่อเนื่อง", "เมื่อมีกรณี"])
def test_an_open_rhythm_sets_no_date_and_asks_for_one(rhythm: str) -> None:
    reading = read(FIRST, row(measure="1. ประกาศ", responsible="ฝ่ายปกครอง", follow_up=rhythm))
    assert met(reading, "cadence-open") == [("cadence-open", "F4", rhythm)]
    (measure,) = records(reading).measures
    assert (measure.cadence, measure.follow_up) == (Cadence.AS_NEEDED, rhythm)


def test_an_unknown_rhythm_is_kept_as_written_and_sets_no_date() -> None:
    reading = read(FIRST, row(measure="1. ประกาศ", responsible="ฝ่ายปกครอง", follow_up="ทุกสัปดาห์"))
    assert met(reading, "cadence-unknown") == [("cadence-unknown", "F4", "ทุกสัปดาห์")]
    (measure,) = records(reading).measures
    assert (measure.cadence, measure.follow_up) == (Cadence.AS_NEEDED, "ทุกสัปดาห์")


def test_measures_above_the_first_rhythm_are_named_as_lacking_one() -> None:
    reading = read(
        FIRST,
        row(measure="1. ประกาศ", responsible="ฝ่ายปกครอง"),
        row(measure="2. อบรม"),
        row(measure="3. สรุป", follow_up="ทุกเดือน"),
    )
    assert met(reading, "cadence-missing") == [("cadence-missing", "A3", "1.1, 1.2")]


def test_a_measure_that_nobody_answers_for_is_named() -> None:
    reading = read(FIRST, row(measure="1. ประกาศ", follow_up="ทุกเดือน"), row(measure="2. อบรม", responsible="ฝ่ายปกครอง"))
    assert met(reading, "section-unassigned") == [("section-unassigned", "C4", "1.1")]


def test_an_unknown_section_is_named_once_however_many_measures_it_has() -> None:
    reading = read(FIRST, row(measure="1. ประกาศ 2. อบรม", responsible="ฝ่ายบัญชี", follow_up="ทุกเดือน"))
    assert met(reading, "section-unknown") == [("section-unknown", "E4", "ฝ่ายบัญชี")]
    assert records(reading).assignments == ()


def test_a_table_without_any_heading_is_refused_with_all_its_texts() -> None:
    reading = read(row(code="I1", issue="ไม่ชัดเจน", measure="1. ประกาศ"))
    assert reading.records is None
    assert met(reading, "text-homeless", "no-rows") == [
        ("text-homeless", "A3", "I1"),
        ("text-homeless", "B3", "ไม่ชัดเจน"),
        ("text-homeless", "C3", "1. ประกาศ"),
        ("no-rows", "", ""),
    ]


def test_stray_cells_and_remarks_are_reported() -> None:
    reading = read(FIRST, [*WHOLE, "ฉบับร่าง"], ["หน้า 2"])
    assert met(reading, "cell-ignored") == [("cell-ignored", "A5", "หน้า 2"), ("cell-ignored", "G4", "ฉบับร่าง")]
    assert {problem.severity for problem in reading.problems} == {Severity.NOTE}


def test_a_table_without_headers_is_reported() -> None:
    reading = ReportLayout().read([grid([TITLE], HEADERS, FIRST, WHOLE), grid(WHOLE)], KNOWN)
    assert met(reading, "headers-missing") == [("headers-missing", "A1", "I1")]
    assert verdict_of(reading.problems) is Verdict.PARTIAL


def test_a_word_table_parted_at_a_page_break_is_read_to_its_end() -> None:
    def fill(made: Any) -> None:
        made.add_paragraph(TITLE)
        for rows in ([HEADERS, FIRST, WHOLE], [row(measure="2. อบรม", responsible="ฝ่ายโยธา")]):
            table = made.add_table(len(rows), len(HEADERS))
            for cell, text in zip(table._cells, [text for texts in rows for text in texts], strict=True):  # noqa: SLF001
                cell.text = text
            made.add_paragraph()

    reading = ReportLayout().read(document(fill), KNOWN)
    assert [measure.text for measure in records(reading).measures][-1] == "อบรม"
    assert met(reading, "headers-not-repeated", "headers-missing") == [("headers-not-repeated", "C1", "2. อบรม")]


def test_a_known_office_keeps_its_stored_spelling() -> None:
    made = grid(["สำนักงานเขต ตัวอย่าง ปีงบประมาณ 2568"], HEADERS, FIRST, WHOLE)
    found = ReportLayout().read([made], replace(KNOWN, offices=("สำนักงานเขตตัวอย่าง",)))
    assert records(found).organisation == "สำนักงานเขตตัวอย่าง"


@pytest.mark.parametrize("column", "ABCDEF")
def test_a_spreadsheet_error_is_reported_with_its_cell(column: str) -> None:
    def spoil(made: Any) -> None:
        made[f"{column}5"] = "#REF!"

    reading = ReportLayout().read([sheet([TITLE], HEADERS, FIRST, WHOLE, row(measure="-"), arrange=spoil)], KNOWN)
    assert [(problem.code, problem.place.cell, problem.value) for problem in reading.problems] == [
        ("cell-error", f"{column}5", "#REF!")
    ]


@pytest.mark.parametrize(
    ("title", "code"),
    [("รายงานประจำปีงบประมาณ พ.ศ. 2568", "office-unknown"), ("สำนักงานเขตตัวอย่าง", "year-unknown")],
)
def test_a_report_without_its_office_or_year_is_refused(title: str, code: str) -> None:
    reading = read(FIRST, WHOLE, title=title)
    assert reading.records is None
    assert [problem.code for problem in reading.problems] == [code]


def test_a_report_without_any_measure_is_refused() -> None:
    reading = read(FIRST, row(code="I1", issue="ไม่ชัดเจน"))
    assert reading.records is None
    assert [problem.code for problem in reading.problems] == ["no-rows"]


def test_the_second_table_may_stand_alone() -> None:
    rows = [
        initiative_row(initiative="ประเด็น ก", measure="1. ปรับปรุง\n- ป้าย", pictures="ภาพที่ 1", responsible="ทุกฝ่าย"),
        initiative_row(measure="2. อบรม", pictures="ภาพที่ 2"),
    ]
    reading = ReportLayout().read([grid([TITLE], INITIATIVE_HEADERS, *rows)], KNOWN)
    found = records(reading)
    assert found.indicators == found.items == found.outcomes == ()
    assert [(initiative.number, initiative.name, initiative.pictures) for initiative in found.initiatives] == [
        (1, "ประเด็น ก", "ภาพที่ 1\nภาพที่ 2")
    ]
    assert [(measure.code, measure.text, measure.detail) for measure in found.measures] == [
        ("ก1.1", "ปรับปรุง", "ป้าย"),
        ("ก1.2", "อบรม", ""),
    ]
    assert met(reading, "cadence-missing") == [("cadence-missing", "A3", "ก1.1, ก1.2")]


def test_items_of_two_instruments_leave_the_indicator_without_one() -> None:
    (indicator,) = records(read(FIRST, WHOLE, row(code="E1"))).indicators
    assert indicator.instrument == ""


def test_the_offices_own_sections_are_known() -> None:
    school = Section("โรงเรียนวัดตัวอย่าง", position=1)
    plan = Records("สำนักงานเขตตัวอย่าง", 2567, sections=(school,))
    made = grid([TITLE], HEADERS, FIRST, row(measure="1. อบรม", responsible=school.name, follow_up="ทุกเดือน"))
    found = ReportLayout().read([made], replace(KNOWN, plans={plan.plan: plan}))
    assert records(found).assignments == (Assignment("1.1", school.name, Role.LEAD),)
    others = ReportLayout().read([made], replace(KNOWN, plans={PlanName("สำนักงานเขตอื่น", 2567): plan}))
    assert met(others, "section-unknown") == [("section-unknown", "E4", school.name)]


def test_every_problem_of_a_report_can_be_read() -> None:
    reading = read(
        row(measure="1. ประกาศ"),
        heading("ตัวชี้วัด การใช้อำนาจ"),
        FIRST,
        [*row(code="11", measure="1. ประกาศ", follow_up="อย่างต่อเนื่อง"), "ร่าง"],
        row(code="I1", measure="อบรม", responsible="ฝ่ายบัญชี", follow_up="ทุกสัปดาห์"),
        heading("ตัวชี้วัดที่ 1 การใช้งบประมาณ"),
        row(code="X1"),
    )
    assert {problem.severity for problem in reading.problems} == {Severity.NOTE, Severity.WARNING, Severity.ERROR}
    assert verdict_of(reading.problems) == "partial"
    assert all(problem.message and problem.mend for problem in reading.problems)
