"""What an export writes, the import reads back as the records it was made of."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.exports import EXPORTS
from ita_data.exports.monthly import monthly_workbook
from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.model.records import Measure, Records
from tests.imports.files import REPORT, read_report

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
