"""Columns known by what they hold, and the questions about those that even this doesn't tell."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from ita_data.imports.dates import day, fiscal_month
from ita_data.imports.grid import Cell, Row, column_letters, is_percent_format
from ita_data.imports.layouts.monthly.headers import Headers, headed
from ita_data.imports.layouts.responsible import sections_in
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.reading import ColumnQuestion
from ita_data.imports.spellings import SECTION_WORD, status
from ita_data.imports.values import measure_code, progress
from ita_data.model.records import Section

LEAST_CELLS = 3
"""So many cells at least have to speak for a field."""
LEAST_SHARE = 0.8
"""This share of a column's filled cells has to."""
LIKELY_SHARE = 0.5
"""From this share on a question names the field that the column might be."""
SAMPLES = 3
MOST_OFFERS = 20
"""So many columns that a sheet does without may be explained."""

Test = Callable[[Cell], bool]


def unknown_columns(headers: Headers, rows: Sequence[Row]) -> dict[int, list[Cell]]:
    """The filled cells of each column whose header says nothing, in these rows."""
    taken = headers.taken
    found: dict[int, list[Cell]] = {}
    for row in rows:
        for index, cell in enumerate(row):
            if index not in taken and not cell.is_blank and not cell.is_covered:
                found.setdefault(index, []).append(cell)
    return found


def tests_of(sections: Sequence[Section], measures: frozenset[str]) -> dict[str, Test]:
    """What tells each field by a cell; `measures` are those of the plan, where there is one."""
    return {
        "measure": lambda cell: _is_measure(cell, measures),
        "status": lambda cell: status(cell.text) is not None,
        "section": lambda cell: _is_section(cell, sections),
        "month": _is_month,
        "progress": _is_percentage,
    }


def fields_by_content(
    cells: Mapping[int, Sequence[Cell]], tests: Mapping[str, Test], least: int = LEAST_CELLS
) -> dict[int, str]:
    """The columns that nearly all through hold what only one field holds, where no other column does so too."""
    found: dict[int, str] = {}
    for name, is_it in tests.items():
        columns = [index for index, held in cells.items() if _speaks(held, is_it, least)]
        if len(columns) == 1 and columns[0] not in found:
            found[columns[0]] = name
    return found


def rivals_in(cells: Mapping[int, Sequence[Cell]], tests: Mapping[str, Test]) -> dict[int, str]:
    """The columns under unknown headers whose cells say what another column or the title says too, by the field.

    One cell is enough: what nobody looks at can't be told from what is meant.
    """
    named = {**tests, "section": lambda cell: tests["section"](cell) or tests["section"](_as_section(cell))}
    return {
        index: name
        for index, held in cells.items()
        for name in ("section", "month", "status", "progress")
        if _speaks(held, named[name], 1)
    }


def questions(
    sheet: str, headers: Headers, cells: Mapping[int, Sequence[Cell]], missing: Mapping[str, Test]
) -> tuple[ColumnQuestion, ...]:
    """A question for each unknown column that has a header, those that might be a missing field first."""
    asked = [
        ColumnQuestion(
            sheet,
            column_letters(index + 1),
            headed(headers, index),
            tuple(cell.text or cell.error for cell in held[:SAMPLES]),
            _likely(held, missing),
        )
        for index, held in sorted(cells.items())
        if headed(headers, index)
    ]
    return tuple(sorted(asked, key=lambda question: not question.field))


def offers(
    sheet: str, headers: Headers, cells: Mapping[int, Sequence[Cell]], asked: Collection[int]
) -> list[ColumnQuestion]:
    """An offer for each unknown column that a sheet does without to say what it holds, the first of them at most."""
    unread = {index: held for index, held in cells.items() if index not in headers.taken and index not in asked}
    return [replace(question, is_offer=True) for question in questions(sheet, headers, unread, {})[:MOST_OFFERS]]


def doubted_columns(
    sheet: str, headers: Headers, asked: Mapping[int, str], rows: Sequence[Row]
) -> list[ColumnQuestion]:
    """A question for each column that may hold what the title or another column says too; `rows` stand below it."""
    return [
        ColumnQuestion(sheet, column_letters(index + 1), headed(headers, index), _samples(rows, index), name)
        for index, name in asked.items()
        if headed(headers, index)
    ]


def _samples(rows: Sequence[Row], index: int) -> tuple[str, ...]:
    texts = (row[index].text for row in rows if index < len(row) and not row[index].is_covered)
    return tuple(islice(filter(None, texts), SAMPLES))


def _speaks(held: Sequence[Cell], is_it: Test, least: int) -> bool:
    speaking = sum(map(is_it, held))
    return speaking >= least and speaking >= LEAST_SHARE * len(held)


def _likely(held: Sequence[Cell], missing: Mapping[str, Test]) -> str:
    shares = {name: sum(map(is_it, held)) / len(held) for name, is_it in missing.items() if held}
    likely = max(shares, key=lambda name: shares[name], default="")
    if likely and shares[likely] >= LIKELY_SHARE:
        return likely
    return next(iter(missing)) if len(missing) == 1 else ""


def _is_measure(cell: Cell, measures: frozenset[str]) -> bool:
    if isinstance(cell.value, bool | int):
        return False
    code = measure_code(cell)
    return code in measures if measures else code is not None


def _is_section(cell: Cell, sections: Sequence[Section]) -> bool:
    named = sections_in(cell.text, sections)
    return bool(named) and all(found.name and found.is_certain for found in named)


def _as_section(cell: Cell) -> Cell:
    """A cell with the word that its section may lack: "การคลัง"."""
    return replace(cell, paragraphs=paragraphs_of(f"{SECTION_WORD}{cell.text}"), value=f"{SECTION_WORD}{cell.text}")


def _is_month(cell: Cell) -> bool:
    """Whether a cell names a month; a day in it doesn't, but Excel holds a month as its first day."""
    written = day(cell)[0]
    is_day = written is not None and (isinstance(cell.value, str) or written.day > 1)
    return not isinstance(cell.value, int | float) and not is_day and fiscal_month(cell)[0] is not None


def _is_percentage(cell: Cell) -> bool:
    has_sign = any(sign in cell.text for sign in ("%", "ร้อยละ")) or is_percent_format(cell.number_format)
    return has_sign and progress(cell) is not None
