"""The report on measures as other agencies write it: issue, measure, steps, who, when, follow-up and result in a row.

Steps become the details of their measure, the period the months in which it is active. The result of an indicator's
measure is an outcome whose link to it is suggested, because it stands in the same row; an initiative keeps none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ita_data.imports.grid import Grid
from ita_data.imports.layouts.active_months import active_months
from ita_data.imports.layouts.blocks import indicator_named
from ita_data.imports.layouts.entries import Entry, Span, column_of
from ita_data.imports.layouts.found import Found, in_force, known_sections
from ita_data.imports.layouts.item_codes import instrument_of
from ita_data.imports.layouts.layout import Known, LayoutReading
from ita_data.imports.layouts.measure_groups import Group, groups_of
from ita_data.imports.layouts.monthly.workbook import has_reports
from ita_data.imports.layouts.report_tables import (
    INDICATORS,
    MEASURES,
    NEEDED_HEADERS,
    NEEDED_OF_MEASURES,
    Tables,
    has_report_headers,
    tables_of,
)
from ita_data.imports.layouts.standing import Standing, standing_texts
from ita_data.imports.layouts.titles import agency_in, fiscal_year_in, organisation_in
from ita_data.imports.layouts.unseen import unseen
from ita_data.imports.spellings import header_shown
from ita_data.model.outcome_lines import with_lines
from ita_data.model.plan_name import PlanName
from ita_data.model.problems import Place, Problem
from ita_data.model.records import Indicator, Initiative, Item, Link, LinkState, Measure, Outcome
from ita_data.model.spelling import normalised

_CODE = re.compile(r"\(?(?P<code>[IEO]\d{1,2})\)?[\s.:)-]+(?P<issue>.*)", re.DOTALL)
_OF_REPORT = {INDICATORS: NEEDED_HEADERS[INDICATORS]}
_BLANK_MARKS = "-–—. "


class MeasuresLayout:
    """Reads a report that has a column for the steps of each measure, from any file type."""

    name = "measures"

    def recognises(self, grids: Sequence[Grid]) -> bool:
        """Whether the headers of measure, steps and who is responsible stand in it, and no other layout's report."""
        is_of_measures = has_report_headers(grids, NEEDED_OF_MEASURES)
        is_of_others = has_report_headers(grids, _OF_REPORT) and not _names_indicators(grids)
        return is_of_measures and not is_of_others and not has_reports(grids)

    def read(self, grids: Sequence[Grid], known: Known) -> LayoutReading:
        """Records of everything under the headers; refused where no measure says what it belongs to."""
        tables = tables_of(grids, NEEDED_OF_MEASURES)
        organisation = organisation_in(tables.prose, known.offices) or agency_in(tables.prose)
        fiscal_year = fiscal_year_in(tables.prose)
        found = Found(known_sections(known, organisation))
        found.problems += [problem for grid in grids for problem in unseen(grid)]
        found.prose(tables)
        groups = groups_of(tables.of(MEASURES), _initiatives(known, organisation, fiscal_year), _fields(tables))
        if groups.homeless and not groups.found:
            found.problems.append(_ungrouped(tables))
            return LayoutReading(tuple(found.rows), None, tuple(found.problems))
        found.problems += groups.problems
        for group in groups.found:
            _GroupReader(group, fiscal_year or 0, found).read()
        return found.reading(organisation, fiscal_year)


def _names_indicators(grids: Sequence[Grid]) -> bool:
    """Whether rows of measures name their indicator in a column of its own, where the government's form has items."""
    rows = tables_of(grids, NEEDED_OF_MEASURES).of(MEASURES)
    own = (row.cells["indicator"].text for row in rows if "indicator" in row.cells and not row.only_cell)
    return any(map(indicator_named, own))


def _initiatives(known: Known, organisation: str, fiscal_year: int | None) -> dict[str, int]:
    """The numbers of the initiatives that the stored plan has, by their names as these are compared."""
    plan = known.plans.get(PlanName(organisation, fiscal_year or 0))
    return {normalised(one.name): one.number for one in plan.initiatives} if plan else {}


def _fields(tables: Tables) -> tuple[str, ...]:
    return tuple(tables.last.columns.values()) if tables.last else ()


def _ungrouped(tables: Tables) -> Problem:
    """The refusal of a table that says of no measure what it belongs to, with the headers that it has."""
    headers = [cell for cell in tables.last.row if cell.text] if tables.last else []
    shown = " · ".join(" ".join(cell.text.split()) for cell in headers)
    words = {name: header_shown(MEASURES, name) for name in ("issue", "indicator")}
    return Problem("measures-ungrouped", headers[0].place if headers else Place(), shown, words)


@dataclass(slots=True)
class _GroupReader:
    """Reads the measures of one indicator or initiative, and adds them to what was found."""

    group: Group
    fiscal_year: int
    found: Found

    def read(self) -> None:
        items = self._items()
        self._add_group(items.values())
        entries = self._measures()
        responsible, follow_up = (self._standing(name) for name in ("responsible", "follow_up"))
        rhythms = {text: self.found.rhythm(text) for text in follow_up if _says(text)}
        unfollowed: list[str] = []
        for number, entry in enumerate(entries, start=1):
            measure = self._measure(number, entry, items)
            follows = in_force(follow_up, entry)
            if follows in rhythms:
                measure = replace(measure, cadence=rhythms[follows], follow_up=follows.text)
            else:
                unfollowed.append(measure.code)
            self.found.measures.append(measure)
            self.found.entry("measure", measure.code, entry)
            who = in_force(responsible, entry)
            self.found.assign(measure.code, entry, who if who and _says(who) else None)
        if unfollowed:
            place = self.group.block.heading.place
            self.found.problems.append(Problem("cadence-missing", place, ", ".join(unfollowed)))
        self._read_outcomes(entries)
        self.found.unread(self.group.block)

    def _add_group(self, items: Iterable[str]) -> None:
        block, kind = self.group.block, "indicator" if self.group.is_indicator else "initiative"
        self.found.row(kind, block.heading.place, number=str(block.number), name=block.name)
        if self.group.is_indicator:
            self.found.indicators.append(Indicator(block.number, block.name, instrument_of(items)))
        else:
            self.found.initiatives.append(Initiative(block.number, block.name))

    def _items(self) -> dict[int, str]:
        """The item of each row, where an issue under an indicator begins with its code; other issues are left out."""
        items: dict[int, str] = {}
        for span in self.group.block.spans("issue") if self.group.is_indicator else ():
            match = _CODE.fullmatch(span.cell.text.strip())
            if match is None and not self.group.is_of_issue:
                self.found.problems.append(Problem("issue-left-out", span.cell.place, span.cell.text))
            if match is None:
                continue
            self._add_item(match["code"], " ".join(match["issue"].split()), span)
            items |= dict.fromkeys(range(span.rows[0], len(self.group.block.rows)), match["code"])
        return items

    def _add_item(self, code: str, issue: str, span: Span) -> None:
        self.found.row("issue", span.cell.place, items=code, text=issue)
        if code in {item.code for item in self.found.items}:
            self.found.problems.append(Problem("code-duplicate", span.cell.place, code))
        else:
            self.found.items.append(Item(code, self.group.block.number, issue, len(self.found.items) + 1))

    def _measures(self) -> list[Entry]:
        """The measures, each with the rows down to the next one: steps may stand in several rows."""
        column = column_of(self.group.block.spans("measure"))
        self.found.problems += column.problems
        starts = sorted({entry.rows[0] for entry in column.entries})
        ends = dict(zip(starts, [*starts[1:], len(self.group.block.rows)], strict=True))
        return [replace(entry, rows=tuple(range(entry.rows[0], ends[entry.rows[0]]))) for entry in column.entries]

    def _standing(self, name: str) -> list[Standing]:
        standing = standing_texts(self.group.block.spans(name), len(self.group.block.rows))
        for text in standing:
            self.found.row("standing", text.place, text=text.text)
        return standing

    def _measure(self, number: int, entry: Entry, items: dict[int, str]) -> Measure:
        block, position = self.group.block, len(self.found.measures) + 1
        first, last = self._active(entry)
        return Measure(
            f"{self.group.code}.{number}",
            block.number if self.group.is_indicator else None,
            None if self.group.is_indicator else block.number,
            position,
            entry.text,
            "\n".join([*entry.detail, *self._steps(entry)]),
            items=tuple(dict.fromkeys(items[row] for row in entry.rows if row in items)),
            first_month=first,
            last_month=last,
        )

    def _steps(self, entry: Entry) -> list[str]:
        spans = self._beside("steps", entry)
        return [paragraph.text for span in spans for paragraph in span.cell.paragraphs if paragraph.text.strip("-–— ")]

    def _beside(self, name: str, entry: Entry) -> list[Span]:
        spans = self.group.block.spans(name)
        return [span for span in spans if span.cell.text.strip(_BLANK_MARKS) and set(span.rows) & set(entry.rows)]

    def _active(self, entry: Entry) -> tuple[int | None, int | None]:
        """The months in which a measure is active; a period that says something else is left out and said."""
        spans = self._beside("period", entry)
        read = {active_months(span.cell.text, self.fiscal_year) for span in spans}
        if len(read) == 1 and (months := read.pop()):
            return months
        problems = [Problem("period-left-out", span.cell.place, span.cell.text) for span in spans]
        self.found.problems += [problem for problem in problems if problem not in self.found.problems]
        return None, None

    def _read_outcomes(self, measures: Sequence[Entry]) -> None:
        spans = [span for span in self.group.block.spans("outcome") if span.cell.text.strip(_BLANK_MARKS)]
        if self.group.is_indicator:
            self._add_outcomes(spans, measures)
        elif spans:
            for span in spans:
                self.found.row("left-out", span.cell.place, text=span.cell.text)
            cell = spans[0].cell
            self.found.problems.append(Problem("outcomes-left-out", cell.place, cell.text, {"count": str(len(spans))}))

    def _add_outcomes(self, spans: Sequence[Span], measures: Sequence[Entry]) -> None:
        """Add the outcomes, each linked to the only measure beside which it stands, for a person to confirm."""
        column = column_of(spans)
        self.found.problems += column.problems
        for number, entry in enumerate(column.entries, start=1):
            code = f"{self.group.code}.{number}"
            outcome = Outcome(code, self.group.block.number, number, entry.text)
            self.found.outcomes.append(with_lines(outcome, entry.detail))
            self.found.entry("outcome", code, entry)
            beside = [n for n, measure in enumerate(measures, start=1) if set(measure.rows) & set(entry.rows)]
            if len(beside) == 1:
                self.found.links.append(Link(code, f"{self.group.code}.{beside[0]}", LinkState.SUGGESTED))


def _says(standing: Standing) -> bool:
    return bool(standing.text.strip(_BLANK_MARKS))
