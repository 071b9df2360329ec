"""An uploaded file with its problems marked in it: coloured cells, a comment on each, and a first sheet listing all.

The file that comes out is read as the one that went in: colours and comments say nothing to the import, and it passes
the added sheet over. So a person may mend the marked file and send it back.
"""

import warnings
from collections import defaultdict
from collections.abc import Collection, Sequence
from io import BytesIO
from itertools import islice

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from ita_data.exports.calculated import answers_in, with_answers
from ita_data.exports.problem_list import (
    FILLS,
    add_problem_list,
    is_problem_list,
    problem_list_alone,
    severity_shown,
)
from ita_data.exports.row_heights import line_count
from ita_data.exports.text_copies import TextGrid, workbook_of_texts
from ita_data.exports.workbooks import storable, workbook_bytes
from ita_data.model.problem_kinds import Severity
from ita_data.model.problem_list import PROBLEM_LIST
from ita_data.model.problems import Problem

AUTHOR = "ITA"
"""Who wrote the comments; those of an earlier marking are taken out by this name."""

MOST_CELLS = 300_000
MOST_PROBLEMS = 10_000
"""Up to so many cells and problems a file is marked; beyond it takes minutes, and more memory than a child may have."""

_ZIP = b"PK"
_COMMENT_WIDTH, _LETTERS_A_LINE, _POINTS_A_LINE = 340, 40, 18
_LONGEST_COMMENT = 2_000
_BEFORE_THEIRS = "\n\n———\n"
"""Parts our comment from the one that stood there before it."""
_SEVERITIES = list(Severity)


def marked_up(data: bytes, grids: Sequence[TextGrid], problems: Sequence[Problem]) -> bytes:
    """The file as .xlsx with its problems marked; for a child process, because it opens what somebody sent.

    An Excel workbook keeps its looks and formulas, but no macros. Of any other kind of file, or where openpyxl can't
    open the workbook, the texts are put into a new one. Of a file that is too large only the problems are listed.
    `grids` are the file's sheets or tables, none where it was refused.
    """
    if len(problems) > MOST_PROBLEMS or _has_more_cells(grids, MOST_CELLS):
        return listed(problems)
    own = _own_workbook(data, {grid.sheet for grid in grids})
    if own is None:
        workbook, titles = workbook_of_texts(grid for grid in grids if grid.sheet != PROBLEM_LIST)
        _mark(workbook, problems, titles)
        return workbook_bytes(workbook)
    _take_marks_out(own)
    _mark(own, problems, {title: title for title in own.sheetnames})
    file = workbook_bytes(own)
    return with_answers(file, own, answers_in(data)) if _has_formulas(own) else file


def listed(problems: Sequence[Problem]) -> bytes:
    """The list of the problems alone, as .xlsx, where nothing can be marked."""
    return workbook_bytes(problem_list_alone(problems))


def _has_more_cells(grids: Sequence[TextGrid], limit: int) -> bool:
    cells = (cell for grid in grids for row in grid.rows for cell in row)
    return next(islice(cells, limit, None), None) is not None


def _own_workbook(data: bytes, sheets: Collection[str]) -> Workbook | None:
    """The workbook to write into; None where openpyxl can't open it, or doesn't see all of these sheets in it."""
    if not sheets or not data.startswith(_ZIP):
        # A file that was refused is never opened here.
        return None
    try:
        with warnings.catch_warnings(action="ignore"):
            workbook = load_workbook(BytesIO(data), rich_text=True, keep_links=False)
    except Exception:  # noqa: BLE001 - what openpyxl raises has no common base
        return None
    return workbook if set(sheets) <= set(workbook.sheetnames) else None


def _take_marks_out(workbook: Workbook) -> None:
    """Take out what an earlier marking left, because the cells may have been mended since."""
    colours = {fill.fgColor.rgb for fill in FILLS.values()}
    for sheet in workbook.worksheets:
        if is_problem_list(sheet):
            workbook.remove(sheet)
        for cell in _cells(sheet):
            if cell.comment and cell.comment.author == AUTHOR:
                theirs = cell.comment.text.partition(_BEFORE_THEIRS)[2]
                cell.comment = Comment(theirs, "") if theirs else None
                cell.fill = PatternFill() if cell.fill.fgColor.rgb in colours else cell.fill


def _has_formulas(workbook: Workbook) -> bool:
    return any(cell.data_type == "f" for sheet in workbook.worksheets for cell in _cells(sheet))


def _cells(sheet: Worksheet) -> list[Cell]:
    """The cells that there are; `iter_rows` would make all those between them."""
    return list(sheet._cells.values())  # noqa: SLF001 - nothing public gives them


def _mark(workbook: Workbook, problems: Sequence[Problem], titles: dict[str, str]) -> None:
    marked: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        sheet = _sheet_of(workbook, titles.get(problem.place.sheet))
        if sheet and problem.place.cell:
            cell = _first_of_merged(sheet, problem.place.cell)
            marked[sheet.title, cell.coordinate].append(problem)
    for (title, address), found in marked.items():
        _mark_cell(workbook[title][address], found)
    add_problem_list(workbook, problems, titles)


def _sheet_of(workbook: Workbook, title: str | None) -> Worksheet | None:
    """The sheet of this title, unless it is a mere chart."""
    sheet = workbook[title] if title else None
    return sheet if isinstance(sheet, Worksheet) else None


def _first_of_merged(sheet: Worksheet, address: str) -> Cell:
    """The cell at an address, or the first one of the merged range that covers it."""
    cell = sheet[address]
    if not isinstance(cell, MergedCell):
        return cell
    covering = next(area for area in sheet.merged_cells.ranges if address in area)
    return sheet.cell(covering.min_row, covering.min_col)


def _mark_cell(cell: Cell, problems: Sequence[Problem]) -> None:
    worst = min((problem.severity for problem in problems), key=_SEVERITIES.index)
    texts = [f"{severity_shown(problem.severity)}: {problem.message}\n→ {problem.mend}" for problem in problems]
    text = storable("\n\n".join(texts))[:_LONGEST_COMMENT]
    if cell.comment:
        text += _BEFORE_THEIRS + cell.comment.text
    height = _POINTS_A_LINE * (line_count(text.split("\n"), _LETTERS_A_LINE) + 1)
    cell.comment = Comment(text, AUTHOR, height=height, width=_COMMENT_WIDTH)
    cell.fill = FILLS[worst]
