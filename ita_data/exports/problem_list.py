"""The first sheet of a marked file: every problem with a link to its cell."""

from collections.abc import Mapping, Sequence
from copy import copy

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.row_heights import fit_row
from ita_data.exports.workbooks import font_of, prepare_page, storable, write_header, write_text, write_title
from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.problem_kinds import Severity
from ita_data.model.problem_list import MARK, PROBLEM_LIST
from ita_data.model.problems import Problem
from ita_data.thai_text import cut_short

_HINT = f"{MARK} และไม่ถูกนำเข้า โปรดแก้ไขช่องที่ระบายสีในไฟล์นี้ บันทึก แล้วส่งอีกครั้ง"
_HINT_ALONE = (
    f"{MARK} ไฟล์ที่ส่งมาใหญ่เกินกว่าจะทำเครื่องหมายในไฟล์ได้ จึงมีเฉพาะรายการปัญหาไม่เกิน {{limit}} รายการแรก "
    "โปรดแก้ไขในไฟล์เดิมแล้วส่งอีกครั้ง"
)

MOST_LISTED = 5_000
"""How many problems are listed where they can't be marked; nobody mends more by hand."""

FILLS = {
    Severity.REFUSAL: PatternFill("solid", fgColor="F8C9C4"),
    Severity.ERROR: PatternFill("solid", fgColor="F8C9C4"),
    Severity.WARNING: PatternFill("solid", fgColor="FFE08A"),
    Severity.NOTE: PatternFill("solid", fgColor="CFE3F7"),
}
SYMBOLS = {Severity.REFUSAL: "✖", Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.NOTE: "●"}

_HEAD_ROW, _FIRST_ROW = 3, 4
_WIDTHS = (8, 18, 22, 10, 28, 50, 56)
_LINK_COLUMN = 4
_LINK_COLOUR = "0B5394"
_SHOWN_VALUE = 200


def problem_list_alone(problems: Sequence[Problem]) -> Workbook:
    """A workbook of the list alone, up to `MOST_LISTED` problems, the gravest first; it says why."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    _add_list(workbook, problems, {}, _HINT_ALONE.format(limit=f"{MOST_LISTED:,}"), MOST_LISTED)
    return workbook


def add_problem_list(workbook: Workbook, problems: Sequence[Problem], sheets: Mapping[str, str]) -> None:
    """Put the list before all other sheets; `sheets` gives the title of each of the file's sheets in this workbook."""
    _add_list(workbook, problems, sheets, _HINT, len(problems))


def is_problem_list(sheet: Worksheet) -> bool:
    """Whether a sheet is such a list, from an earlier marking."""
    return sheet.title.startswith(PROBLEM_LIST) and str(sheet["A2"].value).startswith(MARK)


def severity_shown(severity: Severity) -> str:
    """A severity as a symbol and a word, because colours don't reach everybody."""
    return f"{SYMBOLS[severity]} {label('severity', severity)}"


def _add_list(
    workbook: Workbook, problems: Sequence[Problem], sheets: Mapping[str, str], hint: str, limit: int
) -> None:
    sheet = workbook.create_sheet(PROBLEM_LIST, 0)
    ordered = sorted(problems, key=lambda problem: list(Severity).index(problem.severity))[:limit]
    headers = (
        _("No."),
        _("Weight"),
        _("Sheet"),
        _("Cell"),
        _("What was found"),
        _("What is wrong"),
        _("How to mend it"),
    )
    write_title(sheet, 1, _("Problems and remarks ({number})").format(number=len(problems)), len(headers))
    write_title(sheet, 2, hint, len(headers))
    for column, (header, width) in enumerate(zip(headers, _WIDTHS, strict=True), start=1):
        write_header(sheet, _HEAD_ROW, column, header)
        sheet.column_dimensions[sheet.cell(_HEAD_ROW, column).column_letter].width = width
        # Looks are slow to set one by one, and a file may have thousands of problems: they are copied from here.
        write_text(sheet, _FIRST_ROW, column, header)
    for row, problem in enumerate(ordered, start=_FIRST_ROW):
        _write_problem(sheet, row, problem, sheets.get(problem.place.sheet, ""))
    sheet.freeze_panes = sheet.cell(_FIRST_ROW, 1)
    prepare_page(sheet, _HEAD_ROW)
    _show_alone(workbook, sheet)


def _write_problem(sheet: Worksheet, row: int, problem: Problem, title: str) -> None:
    place = problem.place
    texts = [
        str(row - _FIRST_ROW + 1),
        severity_shown(problem.severity),
        place.sheet or _("Whole file"),
        place.cell,
        cut_short(problem.value, _SHOWN_VALUE),
        problem.message,
        problem.mend,
    ]
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(row, column, storable(text))
        cell.data_type = "s"
        cell._style = copy(sheet.cell(_FIRST_ROW, column)._style)  # noqa: SLF001
    fit_row(sheet, row, zip(texts, _WIDTHS, strict=True))
    sheet.cell(row, 2).fill = FILLS[problem.severity]
    if title and place.cell:
        link = sheet.cell(row, _LINK_COLUMN)
        link.hyperlink = Hyperlink(link.coordinate, location=f"{quote_sheetname(title)}!{place.cell}")
        link.font = font_of(color=_LINK_COLOUR)


def _show_alone(workbook: Workbook, sheet: Worksheet) -> None:
    """Open the workbook on one sheet; where several are selected, Excel writes into all of them at once."""
    for other in workbook.worksheets:
        other.sheet_view.tabSelected = False
    sheet.sheet_view.tabSelected = True
    workbook.active = sheet
