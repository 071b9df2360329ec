"""Yearly reports with one thing wrong in each, by the code of the problem that comes of it."""

from collections.abc import Sequence

from openpyxl import Workbook

from ita_data.exports.content import INDICATOR_HEADERS
from ita_data.exports.workbooks import add_values, workbook_bytes
from ita_data.model.records import Records
from ita_data.model.report_template import values_of

OFFICE, YEAR = "สำนักงานเขตตัวอย่าง", "ประจำปีงบประมาณ พ.ศ. 2568"
HEADING = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"
ROW = ("I1", "การให้บริการล่าช้า", "1. จัดอบรมการให้บริการ", "1. จัดอบรมแล้ว", "ฝ่ายปกครอง", "ทุกเดือน")

Rows = Sequence[Sequence[str]]


def report(
    *rows: Sequence[str], title: Sequence[str] = (OFFICE, YEAR), headers: Sequence[str] = INDICATOR_HEADERS
) -> Workbook:
    """A yearly report of these rows under its title and headers."""
    workbook = Workbook()
    for line in title:
        workbook.active.append([line])
    for row in (headers, *rows):
        workbook.active.append(list(row))
    return workbook


def _cells(**changed: str) -> tuple[str, ...]:
    fields = ("code", "issue", "measure", "outcome", "responsible", "follow_up")
    return tuple(changed.get(name, text) for name, text in zip(fields, ROW, strict=True))


def _second_sheet(rows: Rows) -> Workbook:
    workbook = report([HEADING], ROW)
    sheet = workbook.create_sheet("หน้า 2")
    for row in rows:
        sheet.append(list(row))
    return workbook


ROWS: dict[str, Rows] = {
    "code-repaired": ([HEADING], _cells(code="11")),
    "code-unknown": ([HEADING], ROW, _cells(code="ข้อแรก", measure="2. จัดทำคู่มือ", outcome="")),
    "code-duplicate": ([HEADING], ROW, _cells(measure="2. จัดทำคู่มือ", outcome=""), ["ตัวชี้วัดที่ 2 การใช้งบประมาณ"], ROW),
    "indicator-unreadable": ([HEADING], ROW, ["ตัวชี้วัดเรื่องอื่น"], _cells(code="I2")),
    "indicator-renamed": ([HEADING], ROW, ["ตัวชี้วัดที่ 1 การใช้งบประมาณ"], _cells(code="I2")),
    "text-split": (
        [HEADING],
        _cells(measure="1. จัดอบรมการ"),
        _cells(code="I2", issue="อื่น", measure="ให้บริการ", outcome=""),
    ),
    "text-homeless": (ROW, [HEADING], _cells(code="I2")),
    "cadence-unknown": ([HEADING], _cells(follow_up="บ่อย ๆ")),
    "cadence-open": ([HEADING], _cells(follow_up="อย่างต่อเนื่อง")),
    "cadence-missing": ([HEADING], _cells(follow_up="")),
    "section-unassigned": ([HEADING], _cells(responsible="")),
}
"""The rows under the headers."""


STEPS = ("ประเด็น", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "การกำกับติดตาม", "ผลการดำเนินการ")
OF_ISSUE = ("การให้บริการ", "จัดอบรม", "1) แต่งตั้งคณะทำงาน", "ฝ่ายปกครอง", "ม.ค. – มี.ค. 68", "ทุกเดือน", "จัดอบรมแล้ว")
OF_INDICATOR = (HEADING, *OF_ISSUE[1:])
MEASURES: dict[str, Rows] = {
    "measures-ungrouped": (STEPS[1:], OF_ISSUE[1:]),
    "issue-as-initiative": (STEPS, OF_ISSUE),
    "issue-left-out": (STEPS, (HEADING,), OF_ISSUE),
    "outcomes-left-out": (STEPS, OF_ISSUE),
    "period-left-out": (STEPS, (*OF_INDICATOR[:4], "ไตรมาสที่ 2", *OF_INDICATOR[5:])),
}
"""The headers and rows of reports with a column for the steps of each measure."""


def broken_reports() -> dict[str, bytes]:
    """A file for every code of these tables."""
    made = {code: report(*rows) for code, rows in ROWS.items()}
    made["office-unknown"] = report([HEADING], ROW, title=(YEAR,))
    made["year-unknown"] = report([HEADING], ROW, title=(OFFICE,))
    made |= {code: report(*rows, headers=headers) for code, (headers, *rows) in MEASURES.items()}
    made["layout-unknown"] = _letter()
    made["number-doubled"] = _mended_in_one_place()
    made["headers-missing"] = _second_sheet([("ชื่อ", "ตำแหน่ง"), ("ก", "ข")])
    return {code: workbook_bytes(workbook) for code, workbook in made.items()}


def _mended_in_one_place() -> Workbook:
    """A report of our own in which a measure that stands beside two issues was mended beside one of them."""
    first, between = _cells(outcome=""), _cells(code="I2", issue="อื่น", measure="2. จัดทำคู่มือ", outcome="")
    workbook = report([HEADING], first, between, _cells(code="I3", measure="1. จัดอบรมทุกไตรมาส", outcome=""))
    add_values(workbook, values_of(Records(OFFICE, 2568)))
    return workbook


def _letter() -> Workbook:
    workbook = Workbook()
    for line in ("บันทึกข้อความ", "เรียน ผู้อำนวยการเขต", "เพื่อโปรดทราบ"):
        workbook.active.append([line])
    return workbook
