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
from ita_data.model.records import Link, LinkState, Measure, Outcome, Records
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


def test_a_monthly_workbook_gives_back_its_reviews(plan: Records) -> None:
    received_on = date(2025, 2, 4)
    workbook = monthly_workbook(plan, "ฝ่ายการคลัง", 4)
    known = Known(plans={plan.plan: plan}, today=received_on, received_on=received_on)
    reading = read(workbook, "monthly.xlsx", known)
    assert not reading.problems
    assert reading.records is not None
    assert reading.records.reviews == plan.reviews
