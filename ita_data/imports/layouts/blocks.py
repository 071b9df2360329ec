"""The blocks of a report's tables: all rows under one indicator's heading, or of one initiative."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ita_data.imports.grid import Cell, filled
from ita_data.imports.layouts.entries import Span, spans_of
from ita_data.imports.layouts.report_tables import HEADING_WORD, TableRow
from ita_data.model.problems import Problem
from ita_data.model.spelling import normalised

_HEADING = re.compile(r"^ตัวชี้วัด(?:ที่)?\s*(?P<number>[0-9๐-๙]+)?[.:]?\s*(?P<name>.*)$", re.DOTALL)

_MOST_DIGITS = 2
"""How many digits an indicator's number has at most."""


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
        if heading is not None and heading is row.cells.get("code") and heading.text.startswith(HEADING_WORD):
            current = _indicator_block(heading, blocks, problems)
        elif current is None:
            problems += _homeless(row)
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
            problems += _homeless(row)
    return blocks, problems


def indicator_named(text: str) -> tuple[int, str] | None:
    """The number and the name of the indicator in a heading such as "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล"."""
    match = _HEADING.match(text)
    if match is None or not match["number"] or len(match["number"]) > _MOST_DIGITS:
        return None
    return int(match["number"]), " ".join(match["name"].split())


def _indicator_block(heading: Cell, blocks: dict[int, Block], problems: list[Problem]) -> Block | None:
    named = indicator_named(heading.text)
    if named is None:
        problems.append(Problem("indicator-unreadable", heading.place, heading.text))
        return None
    number, name = named
    block = blocks.setdefault(number, Block(number, name, heading))
    if name and normalised(name) != normalised(block.name):
        problems.append(Problem("indicator-renamed", heading.place, heading.text, {"name": block.name}))
    return block


def _homeless(row: TableRow) -> list[Problem]:
    cells = filled((*row.cells.values(), *row.strays))
    return [Problem("text-homeless", cell.place, cell.text or cell.error) for cell in cells]
