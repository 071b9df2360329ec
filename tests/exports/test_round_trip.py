"""What an export writes, the import reads back as the records it was made of."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.exports import EXPORTS
from ita_data.exports.monthly import monthly_workbook
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.model.outcome_lines import as_entered
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Item, Link, LinkState, Measure, Outcome, Records
from ita_data.model.rules import Rules
from tests.imports.files import REPORT, read_report

WRITTEN = Outcome(
    "4.4",
    4,
    4,
    "",
    done_on=date(2024, 12, 2),
    done_until=date(2025, 8, 29),
    quantity="ครุภัณฑ์ 1,214 รายการ",
    document="กท 5001/123",
    evidence="https://example.com/1 https://example.com/2",
)

each_report = pytest.mark.parametrize("name", [name for name in EXPORTS if name.startswith("report-")])


def read_back(name: str, records: Records) -> Records:
    export = EXPORTS[name]
    reading = read_report(export.file_of(records), f"report{export.suffix}")
    assert reading.records is not None
    return reading.records


def as_a_report_says_it(records: Records, read: Records) -> Records:
    """The records without what no report holds: reviews, and the links and sections that reading adds."""
    return replace(records, reviews=(), links=read.links, sections=read.sections)


@each_report
def test_the_real_report_comes_back_whole(name: str) -> None:
    records = read_report(REPORT.read_bytes(), REPORT.name).records
    assert records is not None
    assert read_back(name, records) == records


@each_report
def test_everything_the_layout_can_write_comes_back(name: str, plan: Records) -> None:
    read = read_back(name, plan)
    assert read == as_a_report_says_it(plan, read)


@each_report
def test_an_outcome_written_on_screen_changes_nothing_when_the_report_comes_again(name: str) -> None:
    records = read_report(REPORT.read_bytes(), REPORT.name).records
    assert records is not None
    written = as_entered(WRITTEN, "ตรวจสอบวัสดุและครุภัณฑ์ 3 ครั้ง\nครั้งที่ 1 พบครบถ้วน\n2. รายงานผลแล้ว")
    stored = replace(
        records,
        rules=(Rules(),),
        outcomes=(*records.outcomes, written),
        links=(*records.links, Link(written.code, "4.2", LinkState.CONFIRMED)),
    )
    read = read_back(name, stored)
    assert written in read.outcomes
    assert changes_of(stored, read, 0).writes == ()


@each_report
def test_a_measure_that_answers_no_item_comes_back_without_one(name: str, plan: Records) -> None:
    loose = Measure("8.1", 8, None, 4, "ติดตามทั้งตัวชี้วัด")
    other = [measure for measure in plan.measures if measure.indicator != 8]
    read = read_back(name, replace(plan, measures=(*other, loose)))
    assert [measure.items for measure in read.measures if measure.indicator == 8] == [()]


@each_report
def test_a_measure_under_two_issues_comes_back_as_one(name: str, plan: Records) -> None:
    """Beside E1 and E3 it is printed twice, with E2 between them."""
    shared = replace(plan.measures[1], items=("E1", "E3"))
    mended = replace(plan, measures=(plan.measures[0], shared, *plan.measures[2:]))
    read = read_back(name, mended)
    assert [measure for measure in read.measures if measure.code.startswith("6.")] == [*mended.measures[:3]]


@each_report
def test_measures_in_another_order_keep_their_codes(name: str, plan: Records) -> None:
    first, second, *others = plan.measures
    mended = replace(plan, measures=(replace(second, position=1), replace(first, position=2), *others))
    read = read_back(name, mended)
    assert [(each.code, each.position, each.text) for each in read.measures[:2]] == [
        ("6.2", 1, "เผยแพร่คู่มือ"),
        ("6.1", 2, "เน้นย้ำมาตรฐานการให้บริการ"),
    ]


@each_report
def test_a_number_that_was_left_out_stays_left_out(name: str, plan: Records) -> None:
    """Without 6.2 and 8.1, 6.3 and 8.2 are 6.3 and 8.2 all the same."""
    mended = replace(plan, measures=tuple(each for each in plan.measures if each.code not in {"6.2", "8.1"}))
    assert [each.code for each in read_back(name, mended).measures] == ["6.1", "6.3", "8.2", "9.1", "ก1.1", "ก1.2"]


@each_report
def test_an_item_that_was_added_keeps_its_code_and_its_place(name: str, plan: Records) -> None:
    """Its indicator stands before others, and its code is none of an instrument."""
    added = Item("ข้อ 3", 6, "ตอบช้า", 23)
    mended = replace(plan, items=(*plan.items[:3], added, *plan.items[3:]))
    assert read_back(name, mended).items == mended.items


@each_report
def test_numbers_within_a_text_part_nothing(name: str, plan: Records) -> None:
    words = {"text": "จัดประชุม 2. ติดตามผล", "detail": "3) สรุป 4. เผยแพร่\nครั้งที่ 7. ทบทวน"}
    mended = replace(plan, measures=(replace(plan.measures[0], **words), *plan.measures[1:]))
    assert read_back(name, mended).measures == mended.measures


@each_report
def test_who_leads_a_measure_alone_comes_back_for_that_measure_alone(name: str, plan: Records) -> None:
    """6.2 stands between 6.1 and 6.3, and nobody has it."""
    mended = replace(plan, assignments=tuple(each for each in plan.assignments if each.measure != "6.2"))
    assert read_back(name, mended).assignments == mended.assignments


def test_a_monthly_workbook_gives_back_its_reviews(plan: Records) -> None:
    received_on = date(2025, 2, 4)
    workbook = monthly_workbook(plan, "ฝ่ายการคลัง", 4)
    known = Known(plans={plan.plan: plan}, today=received_on, received_on=received_on)
    reading = read(workbook, "monthly.xlsx", known)
    assert not reading.problems
    assert reading.records is not None
    assert reading.records.reviews == plan.reviews
