"""What a row of a monthly workbook is of: its measure, its section and its month, each sure or not there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell
from ita_data.imports.layouts.monthly.background import Background
from ita_data.imports.layouts.monthly.context.roles import Field
from ita_data.imports.layouts.monthly.context.sure import Open, Sure
from ita_data.imports.layouts.monthly.habits import Habits
from ita_data.imports.layouts.monthly.headers import TABLE
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.reading import Rank, Source
from ita_data.imports.values import loose_measure_code, measure_code, measure_codes, names_several_measures
from ita_data.labels import month_label
from ita_data.model.monthly_template import TemplateKey, key_in
from ita_data.model.periods import FiscalMonth
from ita_data.model.planning.merging import heir_of
from ita_data.model.problems import Place, Problem
from ita_data.model.records import EVERY_SECTION
from ita_data.model.review_checks import is_far

_NOTHING = "–"


@dataclass(slots=True)
class RowSubject:
    """Reads what a row is of, against its plan; all that is wrong comes into `problems`."""

    row: MonthlyRow
    background: Background
    habits: Habits
    problems: list[Problem] = field(default_factory=list)
    key: TemplateKey | None = None

    def problem(self, code: str, cell: Cell, **words: str) -> None:
        self.problems.append(Problem(code, cell.place, cell.text or cell.error, words))

    def needed(self, name: str) -> Cell | None:
        """The cell of a field that no review can do without; None where it is missing or doubted."""
        if name in self.row.doubted:
            return None
        cell = self.row.cell(name)
        if cell.is_blank:
            self.problems.append(Problem(f"{name}-missing", cell.place))
        return cell if cell.paragraphs else None

    def read_key(self) -> TemplateKey | None:
        cell = self.row.cell("key")
        key = key_in(cell.text)
        found = self.background.numbers.of_key(key) if key else None
        if found is None and not cell.is_blank:
            self.problem("key-unreadable", cell)
        return found

    def _differs(self, cell: Cell, expected: str) -> None:
        self.problem("key-different", cell, expected=expected)

    def measure(self) -> Sure[str] | None:
        code = self._code()
        self._check_title(code)
        rank = Rank.ABOVE if self.row.cell("measure").place != self.row.cell("measure").origin else Rank.OWN
        return Sure(code, Source(rank, self.row.cell("measure").place)) if code else None

    def _code(self) -> str | None:
        cell = self.row.cell("measure")
        if cell.is_blank and self.key:
            if self.background.plan and self.key.measure not in self.background.measures:
                self._unknown_measure(self.row.cell("key"))
            return self.key.measure
        needed = self.needed("measure")
        if needed is None:
            return None
        if isinstance(cell.value, date):
            self.problem("measure-is-date", cell)
            return None
        codes = measure_codes(cell, self.background.measures)
        if self.key:
            return self._measure_of_key(cell, codes, self.key.measure)
        meant = self.background.known.meaning(TABLE, "measure", cell.text)
        if meant in self.background.measures:
            return meant
        code = measure_code(cell)
        is_of_another = code in self.background.numbers.unclear or (code and self.background.numbers.now(code) != code)
        return self._renumbered(cell, code) if code and is_of_another else self._code_of(cell, codes)

    def _renumbered(self, cell: Cell, code: str) -> str | None:
        """The measure that a code stood for when the file was made; where nobody knows when, its title tells."""
        numbers, titled = self.background.numbers, self.background.titled(self.row.cell("title").text)
        if code in numbers.unclear and len(titled) != 1:
            self.problem("measure-renumbered-unclear", cell)
            return None
        found = next(iter(titled)) if code in numbers.unclear else numbers.now(code)
        if found != code:
            self.problem("measure-renumbered", cell, proposal=found)
        return found

    def _code_of(self, cell: Cell, codes: Sequence[str]) -> str | None:
        """The one measure that a cell names; where it may be several, or a number lost its end, that is said."""
        if len(codes) > 1:
            self.problem("measure-ambiguous", cell, first=codes[0], second=codes[1])
        elif codes and not self.background.plan and isinstance(cell.value, float) and cell.text.endswith("0"):
            # A number 4.2 that is shown as 4.20; only a plan could tell that there is no measure 4.20.
            self.problem("measure-repaired", cell, proposal=codes[0])
        return codes[0] if codes else self._loose_measure(cell)

    def _check_title(self, code: str | None) -> None:
        """Say so where the title is that of another measure: somebody sorted one column without the other."""
        cell = self.row.cell("title")
        others = self.background.titled(cell.text) if code else frozenset()
        if code and others and code not in others:
            self.problem("title-different", cell, other=", ".join(sorted(others)), measure=code)

    def _measure_of_key(self, cell: Cell, codes: Sequence[str], expected: str) -> str | None:
        said = {code for code in (*codes, measure_code(cell), loose_measure_code(cell)) if code}
        if expected not in said and any(self.background.numbers.may_be(code, expected) for code in said):
            self.problem("measure-renumbered", cell, proposal=expected)
        elif expected not in said:
            self._differs(cell, expected)
        elif expected not in self.background.measures:
            self._unknown_measure(cell)
        return expected

    def _loose_measure(self, cell: Cell) -> str | None:
        code = loose_measure_code(cell)
        if code is None or (self.background.plan and code not in self.background.measures):
            self._unknown_measure(cell)
            return None
        if code != measure_code(cell):
            self.problem("measure-repaired", cell, proposal=code)
        return code

    def _unknown_measure(self, cell: Cell) -> None:
        if names_several_measures(cell):
            self.problem("measure-several", cell)
        elif self.background.plan:
            self.problem("measure-unknown", cell, fiscal_year=str(self.background.plan.fiscal_year))
        else:
            self.problem("measure-unreadable", cell)

    def sections(self) -> tuple[Sure[str], ...]:
        is_left_to_key = self.row.cell("section").is_blank and self.key
        told = (
            Sure(self.row.cell("key"), Source(Rank.OWN, self.row.cell("key").place))
            if is_left_to_key
            else self._told("section")
        )
        if told is None:
            return ()
        cell = told.value
        named = self.background.sections_in(self.key.section if is_left_to_key and self.key else cell.text)
        problems = [found.problem(cell.place, self.background.sections) for found in named]
        self.problems += [problem for problem in problems if problem]
        names = tuple(found.name for found in named if found.name)
        self._check_number(cell, names)
        if (
            self.key
            and names
            and not {self.key.section, *self._named_by(self.key)} & {*names}
            and not _is_answered(told)
        ):
            self._differs(cell, self.key.section)
        return tuple(Sure(name, told.source) for name in names)

    def heirs(self, sections: Sequence[Sure[str]], month: FiscalMonth) -> tuple[Sure[str], ...]:
        """The sections whose reports these are in a month: one that was merged into another by then is that one."""
        found: dict[str, Sure[str]] = {}
        for section in sections:
            name = heir_of(section.value, self.background.sections, month.first_day)
            if name != section.value:
                self.problems.append(
                    Problem("section-repaired", section.source.place, section.value, {"proposal": name})
                )
            found.setdefault(name, Sure(name, section.source))
        return tuple(found.values())

    def _named_by(self, key: TemplateKey) -> tuple[str, ...]:
        """What the section of a key is called now: the workbook may be older than its name."""
        return tuple(found.name for found in self.background.sections_in(key.section))

    def _told(self, name: Field) -> Sure[Cell] | None:
        """The cell that says a row's section or month; None where it is missing, doubted or has to be asked first."""
        told = self.row.told.get(name)
        if isinstance(told, Open):
            said = ", ".join(dict.fromkeys(candidate.source.text for candidate in told.candidates)) or _NOTHING
            self.problems.append(Problem(f"{name}-asked", Place(told.key.sheet, told.key.cell), said))
            return None
        cell = self.needed(name)
        return Sure(cell, told.source if told else Source(Rank.OWN, cell.place, cell.text)) if cell else None

    def _check_number(self, cell: Cell, names: Sequence[str]) -> None:
        """Say so where a cell names several sections, or all of them."""
        single = [name for name in names if name != EVERY_SECTION]
        if len(single) < len(names):
            code = "section-every-beside" if single else "section-every"
            self.problems.append(Problem(code, cell.place, EVERY_SECTION, {"sections": ", ".join(single)}))
        if len(single) > 1:
            self.problem("row-for-several-sections", cell, count=str(len(single)))

    def month(self) -> Sure[FiscalMonth] | None:
        if self.row.cell("month").is_blank and self.key:
            cell = self.row.cell("key")
            month = self._month_of_plan(cell, self.key.month)
            return Sure(month, Source(Rank.OWN, cell.place)) if month else None
        told = self._told("month")
        if told is None:
            return None
        month = self._month_said(told.value, is_answered=_is_answered(told))
        return Sure(month, told.source) if month else None

    def _month_said(self, cell: Cell, *, is_answered: bool) -> FiscalMonth | None:
        month, said = fiscal_month(cell, self.habits.fiscal_year)
        if month is None:
            self.problem(said, cell)
            return None
        if said:
            self.problem(said, cell, proposal=month_label(month.first_day))
        if self.key and month != self.key.month and not is_answered:
            self._differs(cell, month_label(self.key.month.first_day))
        return self._month_of_plan(cell, month)

    def _month_of_plan(self, cell: Cell, month: FiscalMonth) -> FiscalMonth | None:
        plan = self.background.plan
        if self.is_far(month):
            self.doubt_year(cell, month_label(month.first_day, in_full=True))
            return None
        if plan and month.fiscal_year != plan.fiscal_year:
            proposal = FiscalMonth.in_year(plan.fiscal_year, month.calendar_month)
            words = {"fiscal_year": str(plan.fiscal_year), "proposal": month_label(proposal.first_day)}
            self.problem("month-outside-plan", cell, **words)
        elif month.first_day > self.background.known.today:
            self.problem("month-ahead", cell)
        return month

    def is_far(self, month: FiscalMonth) -> bool:
        year = self.background.fiscal_year
        return year is not None and is_far(month, year)

    def doubt_year(self, cell: Cell, proposal: str) -> None:
        self.problem("year-doubtful", cell, proposal=proposal, fiscal_year=str(self.background.fiscal_year))

    def check_assignment(self, measure: str, section: str) -> None:
        if section not in self.background.assigned.get(measure, frozenset()):
            place = self.row.cell("section").place
            self.problems.append(Problem("measure-not-assigned", place, section, {"measure": measure}))


def _is_answered(told: Sure[Cell]) -> bool:
    """Whether a person said it, which goes before what the template was made for."""
    return told.source.rank is Rank.ANSWER
