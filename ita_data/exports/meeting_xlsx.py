"""The figures behind a meeting's screens as an Excel workbook: a page that sums up, and a sheet for each metric shown.

Headers and titles are official Thai; the words of statuses and states are in the language that is set.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.agenda import Meeting, Screen
from ita_data.exports.meeting_summary import RATE, SUMMARY, draw_summary, rate_format
from ita_data.exports.meeting_texts import title_lines
from ita_data.exports.row_heights import fit_row
from ita_data.exports.workbooks import (
    prepare_page,
    storable,
    workbook_bytes,
    write_header,
    write_text,
    write_title,
    write_value,
)
from ita_data.labels import Family, label
from ita_data.model.periods import FiscalMonth
from ita_data.model.thai_dates import thai_month

_COUNT, _MEAN = "#,##0", "0.0"
_ALWAYS = "measure_status"
_SUMMED_UP = "headline"

_METRICS: dict[str, tuple[str, ...]] = {
    "headline": (
        "completion",
        "completion_by_month",
        "reporting",
        "reporting_by_month",
        "at_same_age_by_month",
        "silent_sections",
    ),
    "completion_by_indicator": ("completion_by_indicator",),
    "completion_by_section": ("completion_by_section", "status_by_section"),
    "completion_by_indicator_and_section": ("completion_by_indicator_and_section",),
    "reporting_by_month": ("reporting_by_month", "at_same_age_by_month"),
    "reporting_by_section_and_month": ("reporting_by_section", "reporting_by_section_and_month", "states"),
    "section": ("states",),
    "sections": ("states",),
    "standstill": ("standstill",),
    "finished": ("finished",),
}
"""What stands behind each screen, by its name without a number."""

_SHEETS = {
    "completion": "มาตรการที่ดำเนินการแล้ว",
    "completion_by_month": "ดำเนินการแล้ว รายเดือน",
    "reporting": "การรายงาน",
    "reporting_by_month": "การรายงาน รายเดือน",
    "at_same_age_by_month": "ณ วันเดียวกันของรอบ รายเดือน",
    "silent_sections": "ฝ่ายที่ไม่ส่งเลย",
    "completion_by_indicator": "ดำเนินการแล้ว รายตัวชี้วัด",
    "completion_by_section": "ดำเนินการแล้ว รายฝ่าย",
    "completion_by_indicator_and_section": "ดำเนินการแล้ว ตัวชี้วัดและฝ่าย",
    "reporting_by_section": "การรายงาน รายฝ่าย",
    "reporting_by_section_and_month": "การรายงาน รายฝ่ายและเดือน",
    "states": "สถานะของรายงาน",
    "standstill": "เทียบกับสามเดือนก่อน",
    "finished": "แล้วเสร็จในเดือนนี้",
    "status_by_section": "สถานะ รายฝ่าย",
    "measure_status": "สถานะของมาตรการ",
}
"""Each metric's sheet, in this order."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its header, its width in letters, its values as a cell holds them, its format unless it is a text."""

    header: str
    width: int
    value_of: Callable[[Meeting, Any], Any]
    number_format: str = ""


def _as_it_is(_meeting: Meeting, value: Any) -> Any:
    return value


def _count(header: str) -> _Column:
    return _Column(header, 14, _as_it_is, _COUNT)


def _rate(header: str) -> _Column:
    return _Column(header, 14, _as_it_is, RATE)


def _word(family: Family, header: str) -> _Column:
    return _Column(header, 24, lambda _meeting, value: label(family, value))


def _month(header: str) -> _Column:
    return _Column(header, 18, lambda meeting, value: thai_month(FiscalMonth(meeting.month.fiscal_year, value)))


_COLUMNS: dict[str, _Column] = {
    "indicator": _Column("ตัวชี้วัด", 28, lambda meeting, value: meeting.names["indicator"].get(value, str(value))),
    "initiative": _Column("ประเด็น", 10, lambda _meeting, value: f"ก{value}"),
    "section": _Column("ส่วนราชการ", 30, _as_it_is),
    "measure": _Column("รหัสมาตรการ", 12, _as_it_is),
    "text": _Column("มาตรการ/กิจกรรม", 60, _as_it_is),
    "month": _month("เดือน"),
    "role": _word("role", "บทบาท"),
    "status": _word("status", "สถานะ"),
    "motion": _word("motion", "ความเคลื่อนไหว"),
    "measures": _count("มาตรการทั้งหมด"),
    "applicable": _count("มาตรการที่นับ"),
    "completed": _count("ดำเนินการแล้ว"),
    "unconfirmed": _count("ในจำนวนนี้รอยืนยัน"),
    "completed_by_all": _count("ทุกฝ่ายว่าแล้วเสร็จ"),
    "in_progress": _count("อยู่ระหว่างดำเนินการ"),
    "not_started": _count("ยังไม่ดำเนินการ"),
    "not_applicable": _count("ไม่เกี่ยวข้อง"),
    "completion": _rate("ร้อยละที่ดำเนินการแล้ว"),
    "pace": _rate("แนวตามเวลา"),
    "is_target": _Column("ที่มาของแนว", 18, lambda _meeting, value: "เป้าหมายของแผน" if value else "ตามเวลาที่ผ่านไป"),
    "progress": _Column("ความก้าวหน้า (%)", 14, _as_it_is, _MEAN),
    "done": _count("ทำแล้ว (รอบ)"),
    "rounds": _count("จากทั้งปี (รอบ)"),
    "expected": _count("รายงานที่ต้องส่ง"),
    "due": _count("ถึงกำหนดแล้ว"),
    "received": _count("ได้รับแล้ว"),
    "on_time": _count("ทันกำหนด"),
    "late": _count("ล่าช้า"),
    "missing": _count("ขาดรายงาน"),
    "not_yet_due": _count("ยังไม่ถึงกำหนด"),
    "exempt": _count("ยกเว้น"),
    "reporting_rate": _rate("ร้อยละที่ได้รับ"),
    "on_time_rate": _rate("ร้อยละที่ทันกำหนด"),
    "lead_received": _count("หลัก ได้รับแล้ว"),
    "lead_due": _count("หลัก ถึงกำหนดแล้ว"),
    "supporting_received": _count("ร่วม ได้รับแล้ว"),
    "supporting_due": _count("ร่วม ถึงกำหนดแล้ว"),
    "is_unconfirmed": _Column("การยืนยัน", 14, lambda _meeting, value: "รอยืนยัน" if value else ""),
    "latest_month": _month("รายงานล่าสุด"),
    "state": _word("state", "สถานะของรายงาน"),
    "days": _count("ล่าช้าหรือเกินกำหนด (วัน)"),
}
"""How a metric's columns are shown, in this order; other columns are left out."""


def meeting_xlsx(meeting: Meeting, screens: Iterable[Screen]) -> bytes:
    """The figures of the screens as .xlsx, and the status of every measure; the same bytes for the same figures."""
    matters = {_matter(screen) for screen in screens}
    shown = {metric for matter in matters for metric in _METRICS.get(matter, ())} | {_ALWAYS}
    workbook = Workbook()
    workbook.remove(workbook.active)
    if _SUMMED_UP in matters:
        draw_summary(workbook.create_sheet(SUMMARY), meeting)
    for metric, title in _SHEETS.items():
        if metric in shown and (meeting.rows(metric) or metric == _ALWAYS):
            _draw(workbook.create_sheet(title), meeting, _rows(meeting, metric))
    return workbook_bytes(workbook)


def _matter(screen: Screen) -> str:
    """A screen's name without its number: section of section-3, and orders of orders.2."""
    return screen.name.partition(".")[0].partition("-")[0]


def _rows(meeting: Meeting, metric: str) -> list[Mapping[str, Any]]:
    """A metric's rows, with what stands beside them; those that name a measure have its text too."""
    texts, beside = meeting.texts, _beside(meeting, metric)
    rows = [{**row, **beside.get(row.get("measure", row.get("month")), {})} for row in meeting.rows(metric)]
    return [{**row, "text": texts.get(row["measure"], "")} if "measure" in row else row for row in rows]


def _beside(meeting: Meeting, metric: str) -> Mapping[Any, Mapping[str, Any]]:
    """What of another metric stands beside a metric's rows; nothing where it was closed before that was kept."""
    match metric:
        case "measure_status":
            return {row["measure"]: _rounds(row) for row in meeting.rows("rounds_by_measure")}
        case "completion_by_month":
            return {row["month"]: row for row in meeting.rows("pace_by_month")}
    return {}


def _rounds(row: Mapping[str, Any]) -> dict[str, int | None]:
    """The rounds of a measure; nothing where it doesn't recur."""
    return {name: row[name] if row["rounds"] else None for name in ("done", "rounds")}


def _draw(sheet: Worksheet, meeting: Meeting, rows: Sequence[Mapping[str, Any]]) -> None:
    names = [name for name in _COLUMNS if rows and name in rows[0]] or ["measure", "text"]
    lines = [sheet.title, *title_lines(meeting)]
    for row, line in enumerate(lines, start=1):
        write_title(sheet, row, storable(line), len(names))
    header_row = len(lines) + 1
    for column, name in enumerate(names, start=1):
        write_header(sheet, header_row, column, _COLUMNS[name].header)
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMNS[name].width
    fit_row(sheet, header_row, [(_COLUMNS[name].header, _COLUMNS[name].width) for name in names])
    looks = _styled(sheet, header_row + 1, names) if rows else []
    for row, found in enumerate(rows, start=header_row + 1):
        _write_row(sheet, row, meeting, {name: found.get(name) for name in names}, looks)
    sheet.freeze_panes = sheet.cell(header_row + 1, 1)
    sheet.auto_filter.ref = f"A{header_row}:{get_column_letter(len(names))}{header_row + len(rows)}"
    prepare_page(sheet, header_row)


def _write_row(sheet: Worksheet, row: int, meeting: Meeting, values: Mapping[str, Any], looks: Sequence[Cell]) -> None:
    """Write a row with the looks of another one, because they are slow to set one by one."""
    texts: list[tuple[str, float]] = []
    for place, (name, value) in enumerate(values.items(), start=1):
        column = _COLUMNS[name]
        shown = None if value is None else column.value_of(meeting, value)
        cell = sheet.cell(row, place)
        cell.value = storable(shown) if isinstance(shown, str) else shown
        cell._style = copy(looks[place - 1]._style)  # noqa: SLF001
        if column.number_format == RATE and rate_format(shown) != RATE:
            cell.number_format = rate_format(shown)
        if isinstance(shown, str):
            cell.data_type = "s"
            texts.append((shown, column.width))
    fit_row(sheet, row, texts)


def _styled(sheet: Worksheet, row: int, names: Sequence[str]) -> list[Cell]:
    """A blank row of cells that look as their columns should."""
    formats = [_COLUMNS[name].number_format for name in names]
    return [
        write_value(sheet, row, place, None, form) if form else write_text(sheet, row, place, "-")
        for place, form in enumerate(formats, start=1)
    ]
