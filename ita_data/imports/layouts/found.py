"""What the reading of a plan's report comes to, piece by piece, and the reading made of it at the end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ita_data.imports.grid import Cell, filled
from ita_data.imports.layouts.blocks import Block
from ita_data.imports.layouts.entries import Entry
from ita_data.imports.layouts.item_codes import CodeRun
from ita_data.imports.layouts.layout import Known, LayoutReading
from ita_data.imports.layouts.report_tables import Tables
from ita_data.imports.layouts.responsible import assignments_of
from ita_data.imports.layouts.standing import Standing
from ita_data.imports.reading import RawRow
from ita_data.imports.spellings import cadence, standard_sections
from ita_data.model.cadence import Cadence
from ita_data.model.problems import Place, Problem
from ita_data.model.records import Assignment, Indicator, Initiative, Item, Link, Measure, Outcome, Records, Section
from ita_data.model.report_template import Unshown


@dataclass(slots=True)
class Found:
    """What was found so far, block by block; `unshown` is what a report of our own carries beside its tables."""

    sections: tuple[Section, ...]
    unshown: Unshown | None = None
    codes: CodeRun = field(default_factory=CodeRun)
    rows: list[RawRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def row(self, kind: str, place: Place, **texts: str) -> None:
        self.rows.append(RawRow(kind, place, texts))

    def entry(self, kind: str, code: str, entry: Entry) -> None:
        """Add the row of a measure or an outcome."""
        self.row(kind, entry.place, code=code, numeral=entry.numeral, text=entry.text, detail="\n".join(entry.detail))

    def prose(self, tables: Tables) -> None:
        """Add what stands outside the tables, and say what was made of tables without headers."""
        for cell in tables.prose:
            self.row("title", cell.place, text=cell.text)
        self._say("cell-ignored", tables.remarks)
        self._say("headers-not-repeated", tables.continued)
        self._say("headers-missing", tables.headless)

    def unread(self, block: Block) -> None:
        """Say what of a block stands outside its columns, and which cells hold an error of the spreadsheet."""
        self._say("cell-ignored", [cell for row in block.rows for cell in row.strays])
        cells = [cell for row in block.rows for cell in filled(tuple(row.cells.values()))]
        self.problems += [Problem("cell-error", cell.place, cell.error) for cell in cells if cell.error]

    def rhythm(self, standing: Standing) -> Cadence:
        """The rhythm that a text of the follow-up names; what sets no date is said."""
        known = cadence(standing.text)
        if known is None:
            self.problems.append(Problem("cadence-unknown", standing.place, standing.text))
            return Cadence.AS_NEEDED
        rhythm, is_open = known
        if is_open:
            self.problems.append(Problem("cadence-open", standing.place, standing.text))
        return rhythm

    def assign(self, code: str, entry: Entry, responsible: Standing | None) -> None:
        """Add who is responsible for a measure."""
        if responsible is None:
            self.problems.append(Problem("section-unassigned", entry.place, code))
            return
        assignments, problems = assignments_of(code, responsible, self.sections)
        self.assignments += assignments
        self.problems += [problem for problem in problems if problem not in self.problems]

    def reading(self, organisation: str, fiscal_year: int | None) -> LayoutReading:
        """The records of all that was found; refused without the office, the fiscal year or any measure."""
        checks = [("office-unknown", organisation), ("year-unknown", fiscal_year), ("no-rows", self.measures)]
        refusals = [Problem(code, Place()) for code, value in checks if not value]
        records = self._records(organisation, fiscal_year) if fiscal_year and not refusals else None
        return LayoutReading(tuple(self.rows), records, (*self.problems, *refusals))

    def _records(self, organisation: str, fiscal_year: int) -> Records:
        return Records(
            organisation,
            fiscal_year,
            sections=self.sections,
            indicators=tuple(self.indicators),
            initiatives=tuple(self.initiatives),
            items=tuple(self.items),
            measures=tuple(self.measures),
            assignments=tuple(self.assignments),
            outcomes=tuple(self.outcomes),
            links=tuple(self.links),
        )

    def _say(self, code: str, cells: Iterable[Cell]) -> None:
        self.problems += [Problem(code, cell.place, cell.text or cell.error) for cell in cells]


def known_sections(known: Known, organisation: str) -> tuple[Section, ...]:
    """The sections of the office's latest plan, or those that every district office has."""
    mine = {year: plan for (office, year), plan in known.plans.items() if office == organisation and plan.sections}
    return mine[max(mine)].sections if mine else standard_sections()


def in_force(standing: Sequence[Standing], entry: Entry) -> Standing | None:
    """The text that stands for the rows of an entry."""
    return next((text for text in standing if set(text.rows) & set(entry.rows)), None)
