"""The blocks of a report's tables: all rows under one indicator's heading, or of one initiative."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ita_data.imports.grid import Cell
from ita_data.imports.layouts.entries import Span, spans_of
from ita_data.imports.layouts.report_tables import TableRow
from ita_data.model.problems import Problem

_HEADING = re.compile(r"^ตัวชี้วัด(?:ที่)?\s*(?P<number>[0-9๐-๙]+)?[.:]?\s*(?P<name>.*)$", re.DOTALL)
_HEADING_WORD = "ตัวชี้วัด"


@dataclass(slots=True)
class Block:
    """The rows of one indicator or one initiative, with the cell that names it."""

    number: int
    name: str
    heading: Cell
    rows: list[TableRow] = field(default_factory=list)

    def spans(self, column: str) -> list[Span]:
        """The filled cells of a column, each with the rows it spans."""
        return spans_of([row.cells.get(column) for row in self.rows])


def indicator_blocks(rows: Iterable[TableRow]) -> tuple[list[Block], list[Problem]]:
    """One block an indicator; a heading repeated on the next page goes on with its block."""
    blocks: dict[int, Block] = {}
    current: Block | None = None
    problems: list[Problem] = []
    for row in rows:
        heading = row.only_cell
        if heading is not None and heading is row.cells.get("code") and heading.text.startswith(_HEADING_WORD):
            current = _indicator_block(heading, blocks, problems)
        elif current is None:
            problems += [Problem("text-homeless", cell.place, cell.text) for cell in _texts(row)]
        else:
            current.rows.append(row)
    return list(blocks.values()), problems


def initiative_blocks(rows: Iterable[TableRow]) -> tuple[list[Block], list[Problem]]:
    """One block an initiative, numbered in order; a row without a name goes on with the one above."""
    blocks: list[Block] = []
    problems: list[Problem] = []
    for row in rows:
        name = row.cells.get("initiative")
        if name is not None and not name.is_blank and not (blocks and blocks[-1].heading.origin == name.origin):
            blocks.append(Block(len(blocks) + 1, " ".join(name.text.split()), name))
        if blocks:
            blocks[-1].rows.append(row)
        else:
            problems += [Problem("text-homeless", cell.place, cell.text) for cell in _texts(row)]
    return blocks, problems


def _indicator_block(heading: Cell, blocks: dict[int, Block], problems: list[Problem]) -> Block | None:
    match = _HEADING.match(heading.text)
    if match is None or not match["number"]:
        problems.append(Problem("indicator-unreadable", heading.place, heading.text))
        return None
    number = int(match["number"])
    return blocks.setdefault(number, Block(number, " ".join(match["name"].split()), heading))


def _texts(row: TableRow) -> list[Cell]:
    return [cell for cell in (*row.cells.values(), *row.strays) if not cell.is_blank and not cell.is_covered]
