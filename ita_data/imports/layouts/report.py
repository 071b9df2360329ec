"""The yearly report in the government's layout: indicators with items, measures and outcomes, and initiatives."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ita_data.imports.grid import Cell, Grid, filled
from ita_data.imports.layouts.blocks import Block, indicator_blocks, initiative_blocks
from ita_data.imports.layouts.entries import Column, Entry, column_of
from ita_data.imports.layouts.issues import Issue, issues_of
from ita_data.imports.layouts.item_codes import CodeRun
from ita_data.imports.layouts.layout import Known, LayoutReading
from ita_data.imports.layouts.report_tables import Tables, has_report_headers, tables_of
from ita_data.imports.layouts.responsible import assignments_of
from ita_data.imports.layouts.standing import Standing, standing_texts
from ita_data.imports.layouts.titles import fiscal_year_in, organisation_in
from ita_data.imports.layouts.unseen import unseen
from ita_data.imports.links import suggested_links
from ita_data.imports.reading import RawRow
from ita_data.imports.spellings import cadence, standard_sections
from ita_data.model.cadence import Cadence
from ita_data.model.problems import Place, Problem
from ita_data.model.records import Assignment, Indicator, Initiative, Item, Measure, Outcome, Records, Section

INSTRUMENTS = {"I": "IIT", "E": "EIT", "O": "OIT"}
"""The instrument that asks an item, by the letter of its code."""

_RowItems = Sequence[tuple[str, ...]]
"""The items each row of a block belongs to."""


@dataclass(slots=True)
class _Found:
    """What was found so far, block by block."""

    sections: tuple[Section, ...]
    codes: CodeRun = field(default_factory=CodeRun)
    rows: list[RawRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)

    def row(self, kind: str, place: Place, **texts: str) -> None:
        self.rows.append(RawRow(kind, place, texts))


class ReportLayout:
    """Reads a yearly report from any file type."""

    name = "report"

    def recognises(self, grids: Sequence[Grid]) -> bool:
        """Whether the headers of one of the report's two tables stand in the file."""
        return has_report_headers(grids)

    def read(self, grids: Sequence[Grid], known: Known) -> LayoutReading:
        """Records of everything under the headers; refused without the office, the fiscal year or any measure."""
        tables = tables_of(grids)
        organisation = organisation_in(tables.prose, known.offices)
        fiscal_year = fiscal_year_in(tables.prose)
        found = _Found(sections=_known_sections(known, organisation))
        found.problems += [problem for grid in grids for problem in unseen(grid)]
        _read_prose(tables, found)
        _read_indicators(tables, found)
        _read_initiatives(tables, found)
        found.problems += _refusals(organisation, fiscal_year, found)
        if not organisation or not fiscal_year or not found.measures:
            return LayoutReading(tuple(found.rows), None, tuple(found.problems))
        return LayoutReading(tuple(found.rows), _records(organisation, fiscal_year, found), tuple(found.problems))


def _known_sections(known: Known, organisation: str) -> tuple[Section, ...]:
    """The sections of the office's latest plan, or those that every district office has."""
    mine = {year: plan for (office, year), plan in known.plans.items() if office == organisation and plan.sections}
    return mine[max(mine)].sections if mine else standard_sections()


def _refusals(organisation: str, fiscal_year: int | None, found: _Found) -> list[Problem]:
    checks = [("office-unknown", organisation), ("year-unknown", fiscal_year), ("no-rows", found.measures)]
    return [Problem(code, Place()) for code, value in checks if not value]


def _records(organisation: str, fiscal_year: int, found: _Found) -> Records:
    return Records(
        organisation,
        fiscal_year,
        sections=found.sections,
        indicators=tuple(found.indicators),
        initiatives=tuple(found.initiatives),
        items=tuple(found.items),
        measures=tuple(found.measures),
        assignments=tuple(found.assignments),
        outcomes=tuple(found.outcomes),
        links=suggested_links(found.measures, found.outcomes),
    )


def _read_prose(tables: Tables, found: _Found) -> None:
    for cell in tables.prose:
        found.row("title", cell.place, text=cell.text)
    found.problems += [Problem("cell-ignored", cell.place, cell.text or cell.error) for cell in tables.remarks]
    found.problems += [
        Problem("headers-not-repeated", cell.place, cell.text or cell.error) for cell in tables.continued
    ]
    found.problems += [Problem("headers-missing", cell.place, cell.text or cell.error) for cell in tables.headless]


def _read_indicators(tables: Tables, found: _Found) -> None:
    blocks, problems = indicator_blocks(tables.indicators)
    found.problems += problems
    for block in blocks:
        measures, outcomes = column_of(block.spans("measure")), column_of(block.spans("outcome"))
        found.problems += [*measures.problems, *outcomes.problems]
        row_items = _read_items(block, measures.split_rows | outcomes.split_rows, found)
        found.indicators.append(Indicator(block.number, block.name, _instrument(row_items)))
        found.row("indicator", block.heading.place, number=str(block.number), name=block.name)
        _read_measures(block, measures, row_items, found)
        _read_outcomes(block, outcomes, found)
        _report_unread(block, found)


def _read_initiatives(tables: Tables, found: _Found) -> None:
    blocks, problems = initiative_blocks(tables.initiatives)
    found.problems += problems
    for block in blocks:
        pictures = "\n".join(span.cell.text for span in block.spans("pictures"))
        found.initiatives.append(Initiative(block.number, block.name, pictures))
        found.row("initiative", block.heading.place, number=str(block.number), name=block.name, pictures=pictures)
        measures = column_of(block.spans("measure"))
        found.problems += measures.problems
        _read_measures(block, measures, None, found)
        _report_unread(block, found)


def _instrument(row_items: _RowItems) -> str:
    instruments = {INSTRUMENTS.get(code[0], "") for codes in row_items for code in codes}
    return instruments.pop() if len(instruments) == 1 else ""


def _read_items(block: Block, split_rows: frozenset[int], found: _Found) -> _RowItems:
    """Adds the block's items, and gives the items of each row; a row without a code belongs to the item above."""
    row_items: list[tuple[str, ...]] = [() for _ in block.rows]
    for span in block.spans("code"):
        items = _items_named(span.cell, found)
        row_items[span.rows[0] :] = [items] * (len(block.rows) - span.rows[0])
    issues, problems = issues_of(block, split_rows)
    found.problems += problems
    _add_items(block, row_items, issues, found)
    return row_items


def _items_named(cell: Cell, found: _Found) -> tuple[str, ...]:
    code = found.codes.read(cell.text)
    if not code.items:
        found.problems.append(Problem("code-unknown", cell.place, cell.text))
    elif code.is_repaired:
        found.problems.append(Problem("code-repaired", cell.place, cell.text, {"proposal": code.items[0]}))
    found.row("code", cell.place, text=cell.text, items=" ".join(code.items))
    return code.items


def _add_items(block: Block, row_items: _RowItems, issues: Sequence[Issue], found: _Found) -> None:
    texts: dict[str, list[str]] = {code: [] for codes in row_items for code in codes}
    for issue in issues:
        codes = dict.fromkeys(code for row in issue.rows for code in row_items[row])
        found.row("issue", issue.place, items=" ".join(codes), text=issue.text)
        if not codes:
            found.problems.append(Problem("text-homeless", issue.place, issue.text))
        for code in codes:
            texts[code].append(issue.text)
    taken = {item.code for item in found.items}
    for code, parts in texts.items():
        if code in taken:
            found.problems.append(Problem("code-duplicate", block.heading.place, code))
        else:
            found.items.append(Item(code, block.number, " ".join(parts), len(found.items) + 1))


def _read_measures(block: Block, column: Column, row_items: _RowItems | None, found: _Found) -> None:
    """Adds the measures of an indicator, or of an initiative, which has no items."""
    responsible = standing_texts(block.spans("responsible"), len(block.rows))
    follow_ups = standing_texts(block.spans("follow_up"), len(block.rows))
    rhythms = {standing: _rhythm(standing, found) for standing in follow_ups}
    for standing in (*responsible, *follow_ups):
        found.row("standing", standing.place, text=standing.text)
    unfollowed: list[str] = []
    for number, entry in enumerate(column.entries, start=1):
        measure = _measure(block, number, entry, row_items, len(found.measures) + 1)
        if follow_up := _in_force(follow_ups, entry):
            measure = replace(measure, cadence=rhythms[follow_up], follow_up=follow_up.text)
        else:
            unfollowed.append(measure.code)
        found.measures.append(measure)
        _entry_row("measure", measure.code, entry, found)
        _assign(measure.code, entry, _in_force(responsible, entry), found)
    if unfollowed:
        found.problems.append(Problem("cadence-missing", block.heading.place, ", ".join(unfollowed)))


def _measure(block: Block, number: int, entry: Entry, row_items: _RowItems | None, position: int) -> Measure:
    detail = "\n".join(entry.detail)
    if row_items is None:
        return Measure(f"ก{block.number}.{number}", None, block.number, position, entry.text, detail)
    items = dict.fromkeys(item for row in entry.rows for item in row_items[row])
    return Measure(f"{block.number}.{number}", block.number, None, position, entry.text, detail, items=tuple(items))


def _read_outcomes(block: Block, column: Column, found: _Found) -> None:
    for number, entry in enumerate(column.entries, start=1):
        code = f"{block.number}.{number}"
        detail = "\n".join(entry.detail)
        found.outcomes.append(Outcome(code, block.number, len(found.outcomes) + 1, entry.text, detail))
        _entry_row("outcome", code, entry, found)


def _entry_row(kind: str, code: str, entry: Entry, found: _Found) -> None:
    found.row(kind, entry.place, code=code, numeral=entry.numeral, text=entry.text, detail="\n".join(entry.detail))


def _in_force(standing: list[Standing], entry: Entry) -> Standing | None:
    return next((text for text in standing if set(text.rows) & set(entry.rows)), None)


def _rhythm(standing: Standing, found: _Found) -> Cadence:
    known = cadence(standing.text)
    if known is None:
        found.problems.append(Problem("cadence-unknown", standing.place, standing.text))
        return Cadence.AS_NEEDED
    rhythm, is_open = known
    if is_open:
        found.problems.append(Problem("cadence-open", standing.place, standing.text))
    return rhythm


def _assign(code: str, entry: Entry, responsible: Standing | None, found: _Found) -> None:
    if responsible is None:
        found.problems.append(Problem("section-unassigned", entry.place, code))
        return
    assignments, problems = assignments_of(code, responsible, found.sections)
    found.assignments += assignments
    found.problems += [problem for problem in problems if problem not in found.problems]


def _report_unread(block: Block, found: _Found) -> None:
    strays = [cell for row in block.rows for cell in row.strays]
    found.problems += [Problem("cell-ignored", cell.place, cell.text or cell.error) for cell in strays]
    cells = [cell for row in block.rows for cell in filled(tuple(row.cells.values()))]
    found.problems += [Problem("cell-error", cell.place, cell.error) for cell in cells if cell.error]
