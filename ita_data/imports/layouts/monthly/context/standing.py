"""What stands once for many rows: the section and month of each part of a sheet or document, from top to bottom.

Lines above a table, its sheet's name and the file's name tell them, and lines between rows tell others. A line, title
or new table between rows ends what stood before it, unless it only orders the rows, or names nothing but a section or
a month: then the other one holds on. Lines below the last row tell nothing by themselves: they are offered, and what
they say otherwise is asked about.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell, Row, cell_numbers
from ita_data.imports.layouts.layout import ContextAnswers
from ita_data.imports.layouts.monthly.context.closing import as_closing
from ita_data.imports.layouts.monthly.context.mentions import Line, Mention, label_in, lines_of
from ita_data.imports.layouts.monthly.context.roles import Field, Role, is_grouping
from ita_data.imports.layouts.monthly.context.sure import Open, Sure, Told
from ita_data.imports.layouts.responsible import sections_in
from ita_data.imports.layouts.spans import Month, Named
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.reading import Candidate, ContextKey, Rank, Source
from ita_data.imports.spellings import is_planned_row, is_remark, is_result_row
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Place
from ita_data.model.records import Section

STANDING: tuple[Field, Field] = ("section", "month")
"""The fields that may stand once for many rows instead of in each of them."""

_RANKS = {Role.REPORTED: Rank.TITLE, Role.ALONE: Rank.LINE, Role.UNCLEAR: Rank.UNCLEAR}
_SUREST = (Rank.TITLE, Rank.LINE, Rank.SHEET, Rank.FILE)
"""From which ranks a value is taken, the best first."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Rows for which the same section and month stand, from a place on."""

    place: Place
    told: Mapping[Field, Told]

    def is_answered(self, name: str) -> bool:
        """Whether a person said the section or month of these rows."""
        return any(
            of == name and isinstance(told, Sure) and told.source.rank is Rank.ANSWER for of, told in self.told.items()
        )


@dataclass(slots=True)
class Standing:
    """What stands for the rows that come next; `fiscal_year` tells the year of a month that has none.

    `names` are the names of sheet and file, which may tell it too; `below` is what the lines below the last row say.
    """

    sections: Sequence[Section]
    answers: ContextAnswers
    fiscal_year: int | None = None
    names: Sequence[Line] = ()
    scope: Scope | None = None
    scopes: dict[Place, Scope] = field(default_factory=dict)
    below: dict[Field, Told] = field(default_factory=dict)
    _lines: list[Line] = field(default_factory=list)
    _label: str = ""
    _below: list[Line] = field(default_factory=list)
    _settled_at: dict[Field, Place] = field(default_factory=dict)
    _ended: list[tuple[Told, Told]] = field(default_factory=list)

    def read(self, row: Row, width: int | None = None) -> list[Line]:
        """Take in a row that reports nothing: a line above the table or between its rows.

        What stands beside a table that is so many columns wide tells nothing for sure.
        """
        found = lines_of(row, self.sections, self._label)
        if width is not None:
            beside = {cell.place for cell in row[width:]}
            found = [line.doubted() if line.cell.place in beside else line for line in found]
        self._label = label_in(found[-1].cell.text) if found and not found[-1].mentions else ""
        self._lines += found
        self._below += found
        return found

    def pass_by(self, row: Row) -> None:
        """Take in a row that neither reports nor ends what stands, such as one to sign on."""
        self._below += lines_of(row, self.sections)

    def lines(self, row: Row) -> list[Line]:
        """The lines of a row, without taking them in."""
        return lines_of(row, self.sections)

    def add(self, line: Line) -> None:
        """Take in a line that stands elsewhere, such as in the headers."""
        self._lines.append(line)

    def begin(self, place: Place, *, is_repeated: bool = False) -> None:
        """Take in headers at this place: what stands above them holds from here."""
        if self.scope is None:
            told = {name: self._settled(name, self._lines, place, self.names) for name in STANDING}
            self.scope, self._settled_at = Scope(place, told), dict.fromkeys(STANDING, place)
        elif self._lines or not is_repeated:
            self._go_on(place, is_table=True)
        self._lines, self._below, self._label = [], [], ""

    def report(self) -> Scope:
        """A row that reports comes: the scope it lies in, as the lines before it tell."""
        assert self.scope is not None
        if self._lines:
            self._go_on(self._lines[0].cell.place, is_table=False)
            self._lines, self._label = [], ""
        self._below = []
        self.scopes[self.scope.place] = self.scope
        return self.scope

    def end(self) -> None:
        """Take in what stands below the last row: a section or month that it says otherwise becomes a question."""
        if self.scope is None or not self._below:
            return
        lines, self._below = as_closing(self._below), []
        for name in STANDING:
            told = self.scope.told[name]
            self.below[name] = self._settled(name, lines, self._settled_at[name])
            if asked := self._asked_below(name, told, lines):
                self._ended.append((told, asked))

    def in_the_end(self, told: Told) -> Told:
        """What a row was told, as the lines below the table leave it."""
        return next((asked for before, asked in self._ended if before is told), told)

    def said_below(self, name: Field, scope: Scope) -> Told | None:
        """What the lines below the last table say of it."""
        return self.below.get(name) if self.scope and scope.place == self.scope.place else None

    def section_in(self, cell: Cell) -> str:
        """The full name of the one section that a cell names; empty where it names none or several."""
        named = sections_in(cell.text, self.sections)
        return named[0].name if len(named) == 1 else ""

    def value(self, name: Field, cell: Cell) -> str:
        """A section's name or a month as an answer gives it; empty where it can't be read."""
        if name == "section":
            return self.section_in(cell)
        month = fiscal_month(cell, self.fiscal_year)[0]
        return month.code if month else ""

    @property
    def month(self) -> Month | None:
        """The month that stands now, where it is sure."""
        told = self.scope.told["month"] if self.scope else None
        found = fiscal_month(told.value, self.fiscal_year)[0] if isinstance(told, Sure) else None
        return (found.first_day.month, found.first_day.year) if found else None

    def tells(self, name: str) -> bool:
        """Whether a section or month stands and is sure."""
        return self.scope is not None and any(
            of == name and isinstance(told, Sure) for of, told in self.scope.told.items()
        )

    def doubt(self, name: str) -> bool:
        """Ask for what stands, unless a person has already answered; whether it has to be asked."""
        assert self.scope is not None
        told = {of: found for of, found in self.scope.told.items() if of == name and isinstance(found, Sure)}
        for of, found in told.items():
            if found.source.rank is Rank.ANSWER:
                continue
            key = ContextKey(self.scope.place.sheet, self.scope.place.cell, of)
            open_ = Open(key, (Candidate(self.value(of, found.value), found.source),))
            self.scope = Scope(self.scope.place, {**self.scope.told, of: open_})
            return True
        return False

    def _go_on(self, place: Place, *, is_table: bool) -> None:
        """Begin the next scope, after lines between rows or with a new table."""
        assert self.scope is not None
        lines = [line for line in self._lines if not _orders(line)]
        if not lines and not (is_table and not self._lines):
            return
        keeps = bool(lines) and all(line.is_bare and _named_in(line) for line in lines)
        lines = _last_bare(lines) if keeps else lines
        told: dict[Field, Told] = {}
        for name in STANDING:
            is_named = any(
                mention.field == name and mention.role is not Role.OTHER for line in lines for mention in line.mentions
            )
            if is_named:
                told[name] = self._settled(name, lines, place, rank=Rank.BAND if keeps else None)
            else:
                told[name] = self.scope.told[name] if keeps else self._doubted(name, place)
            if is_named or not keeps:
                self._settled_at[name] = place
        self.scope = Scope(place, told)

    def _doubted(self, name: Field, place: Place) -> Told:
        """What stood before, which is only offered for what comes now."""
        assert self.scope is not None
        key = ContextKey(place.sheet, place.cell, name)
        if answer := self.answers.get(key):
            return _answered(answer, place)
        before = self.scope.told[name]
        if isinstance(before, Open):
            return Open(key, before.candidates)
        value = self.value(name, before.value)
        return Open(key, (Candidate(value, replace(before.source, rank=Rank.ABOVE)),))

    def _settled(
        self, name: Field, lines: Iterable[Line], place: Place, names: Sequence[Line] = (), rank: Rank | None = None
    ) -> Told:
        """The one section or month that these lines tell, or the question which it is."""
        key = ContextKey(place.sheet, place.cell, name)
        if answer := self.answers.get(key):
            return _answered(answer, place)
        found = [(_RANKS[mention.role], mention) for mention in _mentions(name, lines)]
        for of_name, line in zip((Rank.SHEET, Rank.FILE), names, strict=False):
            found += [
                (of_name if rank_ != Rank.UNCLEAR else rank_, mention) for rank_, mention in self._ranked(name, line)
            ]
        best = next((of for of in _SUREST if any(ranked == of for ranked, _mention in found)), None)
        taken = [(ranked, mention) for ranked, mention in found if ranked == best]
        against = [(ranked, mention) for ranked, mention in found if ranked in (Rank.LINE, Rank.SHEET)]
        values = self._different([mention.value for _ranked, mention in (*taken, *against)])
        if best and len(values) == 1 and None not in values:
            dated = ((ranked, mention) for ranked, mention in (*taken, *against) if self._resolved(mention.value))
            of, first = next(dated, taken[0])
            return Sure(first.cell, Source(rank or of, first.cell.place, first.cell.text))
        return Open(key, self._candidates(name, found))

    def _asked_below(self, name: Field, told: Told, lines: Iterable[Line]) -> Open | None:
        """The question that lines below a table raise: what they say is offered, and may contradict what is told."""
        found = [(_RANKS[mention.role], mention) for mention in _mentions(name, lines)]
        sure = [mention for rank, mention in found if rank in _SUREST]
        if not sure:
            return None
        if isinstance(told, Open):
            return Open(told.key, _each_once((*told.candidates, *self._candidates(name, found))))
        if not self._is_contradicted(name, told, sure):
            return None
        place = self._settled_at[name]
        own = Candidate(self.value(name, told.value), told.source)
        key = ContextKey(place.sheet, place.cell, name)
        return Open(key, _each_once((own, *self._candidates(name, found))))

    def _is_contradicted(self, name: Field, told: Sure[Cell], below: Iterable[Mention]) -> bool:
        """Whether lines below a table say another section or month than rows were told.

        Of names that stand alone one that agrees is enough: they may be a list. Under several bands they are those of
        whoever gathered the reports.
        """
        if told.source.rank is Rank.ANSWER or (told.source.rank is Rank.BAND and self._has_several(name)):
            return False
        own = self.value(name, told.value)
        agrees = {Role.REPORTED: [True], Role.ALONE: list[bool]()}
        for mention in below:
            agrees[mention.role].append(self._is_value(name, mention, own))
        alone = agrees[Role.ALONE]
        return not all(agrees[Role.REPORTED]) or (bool(alone) and not any(alone))

    def _is_value(self, name: Field, mention: Mention, value: str) -> bool:
        if isinstance(mention.value, tuple) and not self._resolved(mention.value):
            return FiscalMonth.of_code(value).calendar_month == mention.value[0]
        return mention.value is not None and self.value(name, mention.cell) == value

    def _has_several(self, name: Field) -> bool:
        told = (scope.told[name] for scope in self.scopes.values())
        return len({self.value(name, one.value) for one in told if isinstance(one, Sure)}) > 1

    def _ranked(self, name: Field, line: Line) -> list[tuple[Rank, Mention]]:
        return [(_RANKS[mention.role], mention) for mention in _mentions(name, [line])]

    def _candidates(self, name: Field, found: Iterable[tuple[Rank, Mention]]) -> tuple[Candidate, ...]:
        """Each value once, from the surest place that says it."""
        order = list(Rank)
        by_value: dict[tuple[Named, str], Candidate] = {}
        for rank, mention in sorted(found, key=lambda pair: order.index(pair[0])):
            value = self._resolved(mention.value)
            source = Source(rank, mention.cell.place, mention.cell.text)
            shown = self.value(name, mention.cell) if value is not None else ""
            by_value.setdefault((value, "" if value else mention.cell.text), Candidate(shown, source))
        return tuple(by_value.values())

    def _different(self, named: Iterable[Named]) -> set[Named]:
        """What is named, each once; a month without a year is the same month with one."""
        found = [(value, self._resolved(value)) for value in named]
        dated = {month for month, _year in (each for _value, each in found if isinstance(each, tuple))}
        return {each for value, each in found if each or not isinstance(value, tuple) or value[0] not in dated}

    def _resolved(self, value: Named) -> Named:
        """A month without a year as one with it, None where no fiscal year tells it."""
        if not isinstance(value, tuple) or value[1]:
            return value
        if self.fiscal_year is None:
            return None
        first = FiscalMonth.in_year(self.fiscal_year, value[0]).first_day
        return first.month, first.year


def answer_cell(answer: str, place: Place) -> Cell:
    """A cell that says what a person answered."""
    return Cell(place, place, paragraphs_of(answer), answer)


def _each_once(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Each value once, from the first place that says it."""
    found: dict[tuple[str, str], Candidate] = {}
    for candidate in candidates:
        found.setdefault((candidate.value, "" if candidate.value else candidate.source.text), candidate)
    return tuple(found.values())


def _answered(answer: str, place: Place) -> Sure[Cell]:
    return Sure(answer_cell(answer, place), Source(Rank.ANSWER, place, answer))


def _mentions(name: Field, lines: Iterable[Line]) -> list[Mention]:
    return [mention for line in lines for mention in line.mentions if mention.field == name and mention.role in _RANKS]


def _named_in(line: Line) -> set[Field]:
    return {mention.field for mention in line.mentions if mention.role in _RANKS}


def _last_bare(lines: Sequence[Line]) -> list[Line]:
    """The lines of the last row for each field: the groups before it had no rows."""
    last = {name: _row(line) for line in lines for name in _named_in(line)}
    return [line for line in lines if _row(line) in last.values()]


def _row(line: Line) -> int:
    return cell_numbers(line.cell.place.cell)[0]


def _orders(line: Line) -> bool:
    """Whether a line between rows leaves them to the same section and month."""
    text = line.cell.text
    is_plan_or_result = is_planned_row(text) or is_result_row(text)
    return not line.mentions and (is_grouping(text) or is_remark("total", text) or is_plan_or_result)
