"""Where the table of a sheet begins, and what its columns hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell, Grid, Row, filled
from ita_data.imports.layouts.monthly.contents import Test, fields_by_content
from ita_data.imports.layouts.monthly.heads import (
    NEEDED,
    NO_HEADS,
    TABLE,
    Answers,
    Heads,
    heads_of,
    is_lower_storey,
    known_heads,
    unknown_columns,
)
from ita_data.imports.layouts.monthly.twice import by_what_they_hold, without_people
from ita_data.imports.spellings import SECTION_WORD, head_near

_LOOKED_THROUGH = 2_000
"""How many rows of a sheet are looked through for its heads."""
_SAMPLE = 200
"""How many rows under the heads have to show what a column holds."""


@dataclass(frozen=True, slots=True)
class Table:
    """The first table of a sheet: its heads and the rows they stand in, by numbers from 0.

    `by_content` are the columns known only by what they hold, `repaired` those with a slip in their head, `unknown` the
    first cells of those still unknown.
    `months_beside` says that columns for single months were left aside, because the table has a status of its own.
    """

    heads: Heads
    head_rows: range
    by_content: Mapping[int, str]
    repaired: Mapping[int, str]
    unknown: Mapping[int, Sequence[Cell]]
    months_beside: bool = False


def table_of(grid: Grid, tests: Mapping[str, Test], answers: Answers) -> Table | None:
    """The table of a sheet, complete or not; None where nothing tells that there is one."""
    rows = list(islice(grid.rows, _LOOKED_THROUGH))
    numbers = [number for number, row in enumerate(rows) if any(filled(row))]
    heads, head_rows = _best_heads(rows, numbers, answers)
    table = _with_contents(heads, head_rows, _sample(rows, numbers, head_rows), tests)
    if table.heads.is_complete or table.heads.is_telling:
        return table
    return _headless_table(rows, numbers, tests)


def _best_heads(rows: Sequence[Row], numbers: Sequence[int], answers: Answers) -> tuple[Heads, range]:
    """The first complete heads, or those with the most fields."""
    best, place = NO_HEADS, range(0)
    for number, below in zip(numbers, [*numbers[1:], None], strict=False):
        heads, head_rows = heads_of(rows[number], answers=answers), range(number, number + 1)
        if below is not None and _is_upper_storey(rows[number], rows[below], heads, answers):
            heads, head_rows = heads_of(rows[below], rows[number], answers), range(number, below + 1)
        if _rank(heads) > _rank(best):
            best, place = heads, head_rows
        if best.is_complete:
            break
    return best, place


def _is_upper_storey(row: Row, below: Row, heads: Heads, answers: Answers) -> bool:
    if not heads.fields and not known_heads(below, answers):
        return False
    if not is_lower_storey(below, heads, answers) or (heads.fields <= {"section", "month"} and _is_labels(row)):
        return False
    both, alone = heads_of(below, row, answers), heads_of(below, answers=answers)
    if both.ticks and heads.is_complete:
        return not heads.ticks
    return _rank(both) > max(_rank(heads), _rank(alone))


def _is_labels(row: Row) -> bool:
    """Whether a row says the section or month of what is below it: "ฝ่าย", "ฝ่ายปกครอง", "เดือน", "ม.ค. 68"."""
    cells = [cell for cell in filled(row) if not known_heads((cell,))]
    return any(cell.text.startswith(SECTION_WORD) or fiscal_month(cell)[0] for cell in cells[:2]) and len(cells) <= 2


def _rank(heads: Heads) -> tuple[bool, int, int, int]:
    return heads.is_complete, len(heads.fields), len(heads.months), len(heads.ticks)


def _sample(rows: Sequence[Row], numbers: Sequence[int], head_rows: range) -> list[Row]:
    return [rows[number] for number in numbers if number >= head_rows.stop][:_SAMPLE]


def _with_contents(heads: Heads, head_rows: range, sample: Sequence[Row], tests: Mapping[str, Test]) -> Table:
    months_beside = bool(heads.months) and not heads.months_tell
    heads = replace(heads, months=()) if months_beside else heads
    heads = without_people(by_what_they_hold(heads, sample, tests["section"]), sample)
    repaired = _repaired(heads)
    heads = replace(heads, columns=dict(sorted({**heads.columns, **repaired}.items())))
    unknown = unknown_columns(heads, sample)
    wanted = {name: is_it for name, is_it in tests.items() if name not in heads.fields}
    found = fields_by_content(unknown, wanted)
    if "measure" in wanted.keys() - found.values():
        # Here one cell is enough: nothing else under these heads looks like a code.
        found |= fields_by_content(_numbers_and_titles(heads, sample), {"measure": wanted["measure"]}, least=1)
    columns = dict(sorted({**heads.columns, **found}.items()))
    rest = {index: cells for index, cells in unknown.items() if index not in found}
    return Table(replace(heads, columns=columns), head_rows, found, repaired, rest, months_beside)


def _repaired(heads: Heads) -> dict[int, str]:
    """The columns whose heads are one slip away from that of a missing field; none where two claim it."""
    slips = {index: head_near(TABLE, cell.text) for index, cell in heads.texts.items() if index not in heads.taken}
    near = {index: name for index, name in slips.items() if name and name not in heads.fields}
    return {index: name for index, name in near.items() if list(near.values()).count(name) == 1}


def _numbers_and_titles(heads: Heads, sample: Sequence[Row]) -> dict[int, list[Cell]]:
    """The cells under ลำดับ and มาตรการ, under which some offices write the code."""
    others = {index: name for index, name in heads.columns.items() if name not in ("number", "title")}
    cells = unknown_columns(replace(heads, columns=others), sample)
    return {index: held for index, held in cells.items() if index in heads.columns}


def _headless_table(rows: Sequence[Row], numbers: Sequence[int], tests: Mapping[str, Test]) -> Table | None:
    """A table none of whose heads is known, where measures and statuses stand below one another in it."""
    for head_row, first in zip(numbers, numbers[1:], strict=False):
        if all(any(tests[name](cell) for cell in filled(rows[first])) for name in NEEDED):
            heads = heads_of(rows[head_row])
            place = range(head_row, head_row + 1)
            table = _with_contents(heads, place, _sample(rows, numbers, place), tests)
            return table if table.heads.is_complete else None
    return None
