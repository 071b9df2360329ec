"""Where the table of a sheet begins, and what its columns hold."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell, Grid, Row, filled
from ita_data.imports.layouts.monthly.contents import Test, fields_by_content, rivals_in, unknown_columns
from ita_data.imports.layouts.monthly.headers import (
    LEFT_ASIDE,
    NEEDED,
    NO_HEADERS,
    TABLE,
    Answers,
    Headers,
    headed,
    headers_of,
    is_lower_row,
    known_headers,
    parts_plan_and_result,
)
from ita_data.imports.layouts.monthly.twice import by_what_they_hold, without_people
from ita_data.imports.spellings import SECTION_WORD, header_near
from ita_data.model.spelling import normalised

_LOOKED_THROUGH = 2_000
"""How many rows of a sheet are looked through for its headers."""
_DAY = "วัน"
"""What the header of a column of days begins with: no month in it is that of the row."""
_SAMPLE = 200
"""How many rows under the headers have to show what a column holds."""


@dataclass(frozen=True, slots=True)
class Table:
    """The first table of a sheet: its headers and the rows they stand in, by numbers from 0.

    `by_content` are the columns known only by what they hold, `repaired` those with a slip in their header, `unknown`
    the first cells of those still unknown. `rivals` are those of them whose cells all say a section, month, status or
    percentage: what they say may be what is meant.
    `months_beside` says that columns for single months were left aside, because the table has a status of its own.
    """

    headers: Headers
    header_rows: range
    by_content: Mapping[int, str]
    repaired: Mapping[int, str]
    unknown: Mapping[int, Sequence[Cell]]
    months_beside: bool = False
    rivals: Mapping[int, str] = field(default_factory=dict)

    @property
    def unread(self) -> frozenset[int]:
        """The columns under unknown headers that aren't rivals, but those of days."""
        others = {index: headed(self.headers, index) for index in self.unknown if index not in self.rivals}
        return frozenset(index for index, header in others.items() if header and not header.startswith(_DAY))


def table_of(grid: Grid, tests: Mapping[str, Test], answers: Answers) -> Table | None:
    """The table of a sheet, complete or not; None where nothing tells that there is one."""
    rows = list(islice(grid.rows, _LOOKED_THROUGH))
    numbers = [number for number, row in enumerate(rows) if any(filled(row))]
    headers, header_rows = _best_headers(rows, numbers, answers)
    table = _with_contents(headers, header_rows, _sample(rows, numbers, header_rows), tests)
    table = _with_visible(table, grid.hidden_columns)
    if table.headers.is_complete or table.headers.is_telling:
        return table
    return _headless_table(rows, numbers, tests)


def _best_headers(rows: Sequence[Row], numbers: Sequence[int], answers: Answers) -> tuple[Headers, range]:
    """The first complete headers, or those with the most fields."""
    best, place = NO_HEADERS, range(0)
    for number, below in zip(numbers, [*numbers[1:], None], strict=False):
        headers, header_rows = headers_of(rows[number], answers=answers), range(number, number + 1)
        if below is not None and _is_upper_row(rows[number], rows[below], headers, answers):
            headers, header_rows = headers_of(rows[below], rows[number], answers), range(number, below + 1)
        if _rank(headers) > _rank(best):
            best, place = headers, header_rows
        if best.is_complete:
            break
    return best, place


def _is_upper_row(row: Row, below: Row, headers: Headers, answers: Answers) -> bool:
    if parts_plan_and_result(below) and headers.fields:
        return True
    if not headers.fields and not known_headers(below, answers):
        return False
    if not is_lower_row(below, headers, answers) or (headers.fields <= {"section", "month"} and _is_labels(row)):
        return False
    both, alone = headers_of(below, row, answers), headers_of(below, answers=answers)
    if both.ticks and headers.is_complete:
        return not headers.ticks
    return _rank(both) > max(_rank(headers), _rank(alone))


def _is_labels(row: Row) -> bool:
    """Whether a row says the section or month of what is below it: "ฝ่าย", "ฝ่ายปกครอง", "เดือน", "ม.ค. 68"."""
    cells = [cell for cell in filled(row) if not known_headers((cell,))]
    return any(cell.text.startswith(SECTION_WORD) or fiscal_month(cell)[0] for cell in cells[:2]) and len(cells) <= 2


def _rank(headers: Headers) -> tuple[bool, int, int, int]:
    return headers.is_complete, len(headers.fields - LEFT_ASIDE), len(headers.months), len(headers.ticks)


def _sample(rows: Sequence[Row], numbers: Sequence[int], header_rows: range) -> list[Row]:
    return [rows[number] for number in numbers if number >= header_rows.stop][:_SAMPLE]


def _with_contents(headers: Headers, header_rows: range, sample: Sequence[Row], tests: Mapping[str, Test]) -> Table:
    months_beside = bool(headers.months) and not headers.months_tell
    headers = replace(headers, months=()) if months_beside else headers
    headers = without_people(by_what_they_hold(headers, sample, tests["section"]), sample)
    repaired = _repaired(headers)
    headers = replace(headers, columns=dict(sorted({**headers.columns, **repaired}.items())))
    unknown = unknown_columns(headers, sample)
    wanted = {name: is_it for name, is_it in tests.items() if name not in headers.fields}
    # Percentages under an unknown header may be anything, and are asked about: a report does without them.
    found = fields_by_content(
        _likely_columns(headers, unknown), {name: is_it for name, is_it in wanted.items() if name != "progress"}
    )
    if "measure" in wanted.keys() - found.values():
        # Here one cell is enough: nothing else under these headers looks like a code.
        found |= fields_by_content(_numbers_and_titles(headers, sample), {"measure": wanted["measure"]}, least=1)
    columns = dict(sorted({**headers.columns, **found}.items()))
    rest = {index: cells for index, cells in unknown.items() if index not in found}
    under_headers = {index: held for index, held in _likely_columns(headers, rest).items() if headed(headers, index)}
    rivals = {} if headers.months else rivals_in(under_headers, tests)
    return Table(replace(headers, columns=columns), header_rows, found, repaired, rest, months_beside, rivals)


def _with_visible(table: Table, hidden: Collection[int]) -> Table:
    """The table with visible columns of the fields of hidden ones, whose words their headers hold: "ร้อยละล่าสุด"."""
    headers = table.headers
    words = {normalised(headed(headers, index)): name for index, name in headers.columns.items() if index + 1 in hidden}
    again = {
        index: name
        for index in table.unknown
        for word, name in words.items()
        if word and index + 1 not in hidden and word in normalised(headed(headers, index))
    }
    return replace(table, headers=replace(headers, again={**headers.again, **again})) if again else table


def _likely_columns(headers: Headers, unknown: Mapping[int, Sequence[Cell]]) -> dict[int, Sequence[Cell]]:
    """The unknown columns but those of days, people and other offices: ผู้นิเทศ names no section that reports."""
    return {index: held for index, held in unknown.items() if not _is_of_others(headed(headers, index))}


def _is_of_others(header: str) -> bool:
    return header.startswith(("ผู้", _DAY)) or (header.startswith("หน่วย") and header != "หน่วย")


def _repaired(headers: Headers) -> dict[int, str]:
    """The columns whose headers are one slip away from that of a missing field; none where two claim it."""
    slips = {
        index: header_near(TABLE, cell.text) for index, cell in headers.texts.items() if index not in headers.taken
    }
    near = {index: name for index, name in slips.items() if name and name not in headers.fields}
    return {index: name for index, name in near.items() if list(near.values()).count(name) == 1}


def _numbers_and_titles(headers: Headers, sample: Sequence[Row]) -> dict[int, list[Cell]]:
    """The cells under ลำดับ and มาตรการ, under which some offices write the code."""
    others = {index: name for index, name in headers.columns.items() if name not in ("number", "title")}
    cells = unknown_columns(replace(headers, columns=others), sample)
    return {index: held for index, held in cells.items() if index in headers.columns}


def _headless_table(rows: Sequence[Row], numbers: Sequence[int], tests: Mapping[str, Test]) -> Table | None:
    """A table none of whose headers is known, where measures and statuses stand below one another in it."""
    for header_row, first in zip(numbers, numbers[1:], strict=False):
        if all(any(tests[name](cell) for cell in filled(rows[first])) for name in NEEDED):
            headers = headers_of(rows[header_row])
            place = range(header_row, header_row + 1)
            table = _with_contents(headers, place, _sample(rows, numbers, place), tests)
            return table if table.headers.is_complete else None
    return None
