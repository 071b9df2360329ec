"""Small monthly workbooks: the usual row, and what becomes of it when something in it is changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from ita_data.model.records import EVERY_SECTION, Assignment, Records, Review, Role
from ita_data.model.states import Status
from tests.imports.made_files import book, workbook
from tests.plans import ADMINISTRATION, WORKS, lead, measure, records_of

FIELDS = ("measure", "title", "section", "month", "status", "progress", "result", "done_on", "evidence", "note")
HEADERS = [
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
OTHER_PLAN = replace(PLAN, organisation="สำนักงานเขตดุสิต")
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

Arrangement = Callable[[Any], None]


def read_book(data: bytes, plan: Records | None = PLAN, columns: dict[str, str] | None = None) -> Reading:
    """What a workbook comes to for an office that has this plan alone, or nothing yet."""
    return read_against(data, *([plan] if plan else []), columns=columns)


def read_against(data: bytes, *plans: Records, columns: dict[str, str] | None = None) -> Reading:
    """What a workbook comes to against these plans, with answers about its columns that were given before."""
    known = {plan.plan: plan for plan in plans}
    offices = tuple(dict.fromkeys(plan.organisation for plan in plans))
    answers = columns or {}
    return read(
        data,
        "book.xlsx",
        Known(plans=known, offices=offices, columns={"monthly": answers}, today=RECEIVED, received_on=RECEIVED),
    )


def read_rows(*rows: Sequence[object], arrange: Arrangement | None = None) -> Reading:
    """What a sheet of these rows comes to against the plan."""
    return read_book(workbook(*rows, arrange=arrange))


def read_sheets(sheets: dict[str, Sequence[Sequence[object]]], arrange: Arrangement | None = None) -> Reading:
    """The same of a workbook of several sheets; `arrange` is given the workbook."""
    return read_book(book(sheets, arrange))


def row(**changed: object) -> list[object]:
    """The usual row with some fields changed."""
    return [changed.get(name, value) for name, value in zip(FIELDS, ROW, strict=True)]


def without(*names: str, of: Sequence[object] = HEADERS) -> list[object]:
    """The headers, or a row, without the columns of these fields."""
    return [value for name, value in zip(FIELDS, of, strict=True) if name not in names]


def reviews(reading: Reading) -> tuple[Review, ...]:
    """The reviews of a file that was taken."""
    assert reading.records is not None, codes(reading)
    return reading.records.reviews


def codes(reading: Reading) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in reading.problems]


def met(reading: Reading) -> list[tuple[str, str, str]]:
    """All problems: code, cell and value."""
    return [(problem.code, problem.place.cell, problem.value) for problem in reading.problems]
