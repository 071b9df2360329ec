"""The yearly report in the government's own layout: tables of cells that a workbook or document only has to draw.

The words are those of the official form, so they are Thai whatever language the reader chose.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ita_data.model.outcome_lines import report_lines
from ita_data.model.records import Assignment, Indicator, Initiative, Item, Measure, Outcome, Records, Role

SAMPLE_LINE = "ข้อมูลตัวอย่าง — สมมติขึ้นเพื่อสาธิต ไม่ใช่ผลการดำเนินงานจริง"
"""Stands above every table that holds invented data."""

INDICATOR_HEADERS = (
    "ตัวชี้วัด",
    "ประเด็นที่ต้องเตรียมความพร้อม/ยกระดับ",
    "มาตรการ/กิจกรรมเพื่อส่งเสริมคุณธรรมและความโปร่งใส",
    "ผลการดำเนินการ",
    "ผู้รับผิดชอบ",
    "การกำกับติดตามโดย ผอ.เขต",
)
INITIATIVE_HEADERS = (
    "ประเด็น",
    "การดำเนินการตามมาตรการ/กิจกรรม",
    "ภาพถ่ายประกอบการดำเนินงาน",
    "ส่วนราชการที่รับผิดชอบ",
)
SHORTEST_RANGE = 3
"""So many items with one issue and the same measures share a row, as in O1 - O17; fewer keep a row each."""

_ROLES = {Role.LEAD: "หลัก", Role.SUPPORTING: "ร่วม"}
_CODE = re.compile(r"(?P<letters>[IEO])(?P<number>\d+)")

Lines = tuple[str, ...]
Row = tuple[Lines, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines of text in a table; `rows` and `columns` say over how many the cell is merged."""

    lines: Lines
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its headers; `widths` are the columns' shares of the page, and blank cells are not listed."""

    name: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    height: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The lines of the title and the tables under it."""

    title: Lines
    tables: tuple[Table, ...]


def report_tables(records: Records) -> Report:
    """The yearly report of a plan: the indicators' table and, where the plan has initiatives, a second one for them.

    Neighbouring cells of an indicator or initiative that hold the same text are one merged cell.
    """
    tables = [_indicator_table(records)]
    if records.initiatives:
        tables.append(_initiative_table(records))
    return Report(_title(records), tuple(tables))


def _title(records: Records) -> Lines:
    title = (
        "รายงานผลการดำเนินงาน",
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        f"ประจำปีงบประมาณ พ.ศ. {records.fiscal_year}",
        f"ของ{records.organisation}",
    )
    return (*title, SAMPLE_LINE) if records.is_sample else title


def _indicator_table(records: Records) -> Table:
    cells: list[Cell] = []
    height = 0
    for indicator in records.indicators:
        name = f"ตัวชี้วัดที่ {indicator.number} {indicator.name}"
        cells.append(Cell((name,), height, 0, columns=len(INDICATOR_HEADERS), is_heading=True))
        rows = tuple(_indicator_rows(records, indicator))
        cells += _placed(rows, height + 1)
        height += 1 + len(rows)
    return Table("มาตรการตามตัวชี้วัด", INDICATOR_HEADERS, (9, 34, 50, 44, 15, 13), height, tuple(cells))


def _initiative_table(records: Records) -> Table:
    cells: list[Cell] = []
    height = 0
    for initiative in records.initiatives:
        rows = tuple(_initiative_rows(records, initiative))
        cells += _placed(rows, height)
        height += len(rows)
    return Table("มาตรการตามประเด็น", INITIATIVE_HEADERS, (36, 76, 36, 17), height, tuple(cells))


def _indicator_rows(records: Records, indicator: Indicator) -> Iterator[Row]:
    items = [item for item in records.items if item.indicator == indicator.number]
    measures = [measure for measure in records.measures if measure.indicator == indicator.number]
    outcomes = _entries(outcome for outcome in records.outcomes if outcome.indicator == indicator.number)
    charge = _charge(records.assignments, measures[0]) if measures else ((), ())
    for code, issue, covering in _issues(items, measures):
        for together in _in_one_charge(records.assignments, covering):
            # An item without measures of its own stays in the merged cells of the row above.
            charge = _charge(records.assignments, together[0]) if together else charge
            yield (_lines(code), _lines(issue), _entries(together), outcomes, *charge)


def _initiative_rows(records: Records, initiative: Initiative) -> Iterator[Row]:
    name, pictures = _lines(initiative.name), _lines(initiative.pictures)
    measures = [measure for measure in records.measures if measure.initiative == initiative.number]
    for measure in measures:
        yield (name, _entries([measure]), pictures, _responsible(records.assignments, measure))
    if not measures:
        yield (name, (), pictures, ())


def _issues(items: Sequence[Item], measures: Sequence[Measure]) -> Iterator[tuple[str, str, tuple[Measure, ...]]]:
    """What stands in the code and issue column, with the measures beside it; measures without an item come first."""
    codes = {item.code for item in items}
    unbound = tuple(measure for measure in measures if codes.isdisjoint(measure.items))
    if unbound or not items:
        yield ("", "", unbound)
    for run in _runs(items, measures):
        covering = _covering(run[0], measures)
        if len(run) < SHORTEST_RANGE:
            yield from ((item.code, item.issue, covering) for item in run)
        else:
            yield (f"{run[0].code} - {run[-1].code}", run[0].issue, covering)


def _runs(items: Sequence[Item], measures: Sequence[Measure]) -> Iterator[tuple[Item, ...]]:
    """Neighbouring items with one issue, the same measures and codes that count on from each other."""

    def likeness(place_and_item: tuple[int, Item]) -> tuple[object, ...]:
        place, item = place_and_item
        code = _CODE.fullmatch(item.code)
        counting = (code["letters"], int(code["number"]) - place) if code else (item.code, 0)
        return (*counting, item.issue, _covering(item, measures))

    for _, run in groupby(enumerate(items), likeness):
        yield tuple(item for _, item in run)


def _covering(item: Item, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    return tuple(measure for measure in measures if item.code in measure.items)


def _in_one_charge(assignments: Sequence[Assignment], measures: Sequence[Measure]) -> list[tuple[Measure, ...]]:
    """Neighbouring measures with the same sections and the same follow-up share a row; at least one, blank or not."""
    groups = groupby(measures, lambda measure: _charge(assignments, measure))
    return [tuple(together) for _, together in groups] or [()]


def _charge(assignments: Iterable[Assignment], measure: Measure) -> tuple[Lines, Lines]:
    return _responsible(assignments, measure), _lines(measure.follow_up)


def _responsible(assignments: Iterable[Assignment], measure: Measure) -> Lines:
    """The sections of a measure, leading ones first, with their roles where not just the first one leads."""
    assigned = [assignment for assignment in assignments if assignment.measure == measure.code]
    assigned.sort(key=lambda assignment: assignment.role is not Role.LEAD)
    has_one_lead = [each.role for each in assigned].count(Role.LEAD) == 1
    words = ("" if has_one_lead else f" ({_ROLES[each.role]})" for each in assigned)
    return _lines("/ ".join(f"{each.section}{word}" for each, word in zip(assigned, words, strict=True)))


def _entries(entries: Iterable[Measure | Outcome]) -> Lines:
    """Texts under the number of their code, each with its detail, and what an outcome says beside it, as bullets."""
    lines: list[str] = []
    for entry in entries:
        lines.append(f"{entry.code.rpartition('.')[2]}. {entry.text}")
        said = report_lines(entry) if isinstance(entry, Outcome) else ()
        lines += [f"- {line}" for line in (*entry.detail.splitlines(), *said)]
    return tuple(lines)


def _lines(text: str) -> Lines:
    return tuple(text.splitlines())


def _placed(rows: Sequence[Row], first: int) -> Iterator[Cell]:
    """The cells of some rows, those under each other with the same text merged into one."""
    for column, below in enumerate(zip(*rows, strict=True)):
        row = first
        for lines, run in groupby(below):
            length = len(tuple(run))
            if lines:
                yield Cell(lines, row, column, rows=length)
            row += length
