"""The monthly workbook of one section: what it has to report on in a month, to be filled in and sent back."""

from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.content import SAMPLE_LINE
from ita_data.exports.guidance import add_guidance, add_origin
from ita_data.exports.monthly_form import COLUMNS, STATUS_WORDS, restrict, write_headers, write_row
from ita_data.exports.workbooks import prepare_page, workbook_bytes, write_title
from ita_data.model.monthly_template import key_of_row
from ita_data.model.periods import FiscalMonth
from ita_data.model.planning.asked import measures_to_report
from ita_data.model.records import Measure, Records, Review
from ita_data.model.review_fields import ANSWERS, REVIEW_FIELDS, Kind, fields_of
from ita_data.model.thai_dates import thai_month

_SHOWN_COLUMNS = sum(not column.is_hidden for column in COLUMNS.values())
_FROZEN_COLUMNS = 2


def monthly_workbook(records: Records, section: str, month: int, revision: int = 0) -> bytes:
    """The workbook of a section and fiscal month as .xlsx: a row for each measure that the section may report on.

    What the section already reported for the month is filled in, and what it reported before stands beside it for
    reference. `revision` is the store's, which tells later whether a record was changed since; 0 is none.
    """
    reported_on = FiscalMonth(records.fiscal_year, month)
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = thai_month(reported_on)
    header_row = _write_title(sheet, records, section, reported_on) + 1
    write_headers(sheet, header_row)
    for row, measure in enumerate(measures_to_report(records, section, month), start=header_row + 1):
        write_row(sheet, row, _values(records, measure, section, reported_on))
    restrict(sheet, header_row + 1, records.fiscal_year)
    sheet.freeze_panes = sheet.cell(header_row + 1, _FROZEN_COLUMNS + 1)
    prepare_page(sheet, header_row)
    add_guidance(workbook, records, section, reported_on)
    add_origin(workbook, records, section, reported_on, revision)
    return workbook_bytes(workbook)


def _write_title(sheet: Worksheet, records: Records, section: str, month: FiscalMonth) -> int:
    """Writes the lines above the headers, and gives the row of the last one."""
    lines = [
        f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {records.fiscal_year}",
        records.organisation,
        f"{section} ประจำเดือน{thai_month(month)}",
    ]
    if records.is_sample:
        lines.append(SAMPLE_LINE)
    for row, line in enumerate(lines, start=1):
        write_title(sheet, row, line, _SHOWN_COLUMNS)
    return len(lines)


def _values(records: Records, measure: Measure, section: str, month: FiscalMonth) -> dict[str, Any]:
    """What is known of a row before it is filled in, by field."""
    reviews = {
        review.month: review
        for review in records.reviews
        if (review.measure, review.section) == (measure.code, section) and review.month <= month.month
    }
    reported = reviews.pop(month.month, None)
    previous = reviews[max(reviews)] if reviews else None
    return {
        "measure": measure.code,
        "title": measure.text,
        "section": section,
        "month": thai_month(month),
        "key": str(key_of_row(measure, section, month)),
        **(_reference(previous, records.fiscal_year) if previous else {}),
        **(_answers(reported) if reported else {}),
    }


def _reference(review: Review, fiscal_year: int) -> dict[str, Any]:
    progress = "" if review.progress is None else f" {review.progress:g}%"
    month = thai_month(FiscalMonth(fiscal_year, review.month))
    return {
        "previous_status": f"{STATUS_WORDS[review.status]}{progress}\n({month})",
        "previous_result": "\n".join(filter(None, [review.result, *_numbers(review)])),
    }


def _numbers(review: Review) -> Iterator[str]:
    """The numbers of a review in words, a line each: จำนวนผู้เข้าร่วม (คน): 120."""
    for name in fields_of(Kind.WHOLE_NUMBER):
        if (number := getattr(review, name)) is not None:
            yield f"{REVIEW_FIELDS[name].column.header}: {number:,}"


def _answers(review: Review) -> dict[str, Any]:
    return {name: getattr(review, name) for name in ANSWERS} | {"status": STATUS_WORDS[review.status]}
