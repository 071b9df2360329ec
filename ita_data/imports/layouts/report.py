"""The yearly report in the government's layout: indicators with items, measures and outcomes, and initiatives."""

from collections.abc import Sequence
from dataclasses import replace

from ita_data.imports.grid import Cell, Grid
from ita_data.imports.layouts.blocks import Block, indicator_blocks, initiative_blocks
from ita_data.imports.layouts.entries import Column, Entry, column_of, own_column_of
from ita_data.imports.layouts.found import Found, in_force, known_sections
from ita_data.imports.layouts.issues import Issue, issues_of
from ita_data.imports.layouts.item_codes import ReadCode, instrument_of
from ita_data.imports.layouts.layout import Known, LayoutReading
from ita_data.imports.layouts.origin import named_values, without_origin
from ita_data.imports.layouts.report_tables import Tables, has_report_headers, tables_of
from ita_data.imports.layouts.standing import Standing, standing_texts, texts_beside
from ita_data.imports.layouts.titles import fiscal_year_in, organisation_in
from ita_data.imports.layouts.unseen import unseen
from ita_data.model.links import suggested_links
from ita_data.model.outcome_lines import with_lines
from ita_data.model.problems import Problem
from ita_data.model.records import Indicator, Initiative, Item, Measure, Outcome
from ita_data.model.report_template import unshown_in

_RowItems = Sequence[tuple[str, ...]]
"""The items each row of a block belongs to."""


class ReportLayout:
    """Reads a yearly report from any file type."""

    name = "report"

    def recognises(self, grids: Sequence[Grid]) -> bool:
        """Whether the headers of one of the report's two tables stand in the file."""
        return has_report_headers(grids)

    def read(self, grids: Sequence[Grid], known: Known) -> LayoutReading:
        """Records of everything under the headers; refused without the office, the fiscal year or any measure."""
        unshown = unshown_in(named_values(grids))
        grids = without_origin(grids) if unshown else grids
        tables = tables_of(grids)
        organisation = organisation_in(tables.prose, known.offices)
        fiscal_year = fiscal_year_in(tables.prose)
        found = Found(known_sections(known, organisation), unshown)
        found.problems += [problem for grid in grids for problem in unseen(grid)]
        found.prose(tables)
        _read_indicators(tables, found)
        _read_initiatives(tables, found)
        _place(found)
        found.links += suggested_links(found.measures, found.outcomes)
        return found.reading(organisation, fiscal_year)


def _read_indicators(tables: Tables, found: Found) -> None:
    blocks, problems = indicator_blocks(tables.indicators)
    found.problems += problems
    for block in blocks:
        measures, outcomes = _column(block, "measure", found), _column(block, "outcome", found)
        found.problems += [*measures.problems, *outcomes.problems]
        row_items = _read_items(block, measures.split_rows | outcomes.split_rows, found)
        found.indicators.append(
            Indicator(block.number, block.name, instrument_of(code for codes in row_items for code in codes))
        )
        found.row("indicator", block.heading.place, number=str(block.number), name=block.name)
        _read_measures(block, measures, row_items, found)
        _read_outcomes(block, outcomes, found)
        found.unread(block)


def _read_initiatives(tables: Tables, found: Found) -> None:
    blocks, problems = initiative_blocks(tables.initiatives)
    found.problems += problems
    for block in blocks:
        if found.unshown:
            block.number = found.unshown.number_of_initiative(block.number)
        pictures = "\n".join(span.cell.text for span in block.spans("pictures"))
        found.initiatives.append(Initiative(block.number, block.name, pictures))
        found.row("initiative", block.heading.place, number=str(block.number), name=block.name, pictures=pictures)
        measures = _column(block, "measure", found)
        found.problems += measures.problems
        _read_measures(block, measures, None, found)
        found.unread(block)


def _column(block: Block, name: str, found: Found) -> Column:
    return (own_column_of if found.unshown else column_of)(block.spans(name))


def _standing(block: Block, name: str, found: Found) -> list[Standing]:
    """Who is responsible, or how often the director follows up, and in which rows."""
    spans = block.spans(name)
    return texts_beside(spans) if found.unshown else standing_texts(spans, len(block.rows))


def _read_items(block: Block, split_rows: frozenset[int], found: Found) -> _RowItems:
    """Adds the block's items, and gives the items of each row; a row without a code belongs to the item above."""
    row_items: list[tuple[str, ...]] = [() for _ in block.rows]
    for span in block.spans("code"):
        items = _items_named(span.cell, found)
        row_items[span.rows[0] :] = [items] * (len(block.rows) - span.rows[0])
    issues, problems = issues_of(block, split_rows)
    found.problems += problems
    _add_items(block, row_items, issues, found)
    return row_items


def _items_named(cell: Cell, found: Found) -> tuple[str, ...]:
    is_known = found.unshown is not None and found.unshown.knows_item(cell.text)
    code = ReadCode((cell.text,)) if is_known else found.codes.read(cell.text)
    if not code.items:
        found.problems.append(Problem("code-unknown", cell.place, cell.text))
    elif code.is_repaired:
        found.problems.append(Problem("code-repaired", cell.place, cell.text, {"proposal": code.items[0]}))
    found.row("code", cell.place, text=cell.text, items=" ".join(code.items))
    return code.items


def _add_items(block: Block, row_items: _RowItems, issues: Sequence[Issue], found: Found) -> None:
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


def _read_measures(block: Block, column: Column, row_items: _RowItems | None, found: Found) -> None:
    """Adds the measures of an indicator, or of an initiative, which has no items."""
    responsible, follow_ups = _standing(block, "responsible", found), _standing(block, "follow_up", found)
    rhythms = {standing: found.rhythm(standing) for standing in follow_ups}
    for standing in (*responsible, *follow_ups):
        found.row("standing", standing.place, text=standing.text)
    unfollowed: list[str] = []
    for number, entry in column.numbered:
        measure = _measure(block, number, entry, row_items, len(found.measures) + 1)
        if follow_up := in_force(follow_ups, entry):
            measure = replace(measure, cadence=rhythms[follow_up], follow_up=follow_up.text)
        else:
            unfollowed.append(measure.code)
        found.measures.append(measure)
        found.entry("measure", measure.code, entry)
        found.assign(measure.code, entry, in_force(responsible, entry))
    if unfollowed:
        found.problems.append(Problem("cadence-missing", block.heading.place, ", ".join(unfollowed)))


def _measure(block: Block, number: int, entry: Entry, row_items: _RowItems | None, position: int) -> Measure:
    detail = "\n".join(entry.detail)
    if row_items is None:
        return Measure(f"ก{block.number}.{number}", None, block.number, position, entry.text, detail)
    items = dict.fromkeys(item for row in entry.rows for item in row_items[row])
    return Measure(f"{block.number}.{number}", block.number, None, position, entry.text, detail, items=tuple(items))


def _read_outcomes(block: Block, column: Column, found: Found) -> None:
    for number, entry in column.numbered:
        code = f"{block.number}.{number}"
        found.outcomes.append(with_lines(Outcome(code, block.number, number, entry.text), entry.detail))
        found.entry("outcome", code, entry)


def _place(found: Found) -> None:
    """Put what was read in the places that a report of our own tells beside its tables."""
    if unshown := found.unshown:
        found.indicators = [unshown.named(indicator) for indicator in found.indicators]
        found.items, found.measures = unshown.placed(found.items), unshown.placed(found.measures)
        found.outcomes = unshown.placed(found.outcomes)
