"""The measures of a report with steps, grouped by what they belong to: an indicator that the file names, or an issue.

A row with an indicator's heading, or a column for indicators, goes before the column for issues. An issue that names no
indicator is an initiative of a plan; nothing is put under an indicator that the file doesn't name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ita_data.imports.grid import Cell, filled
from ita_data.imports.layouts.blocks import Block, indicator_named
from ita_data.imports.layouts.monthly.context.roles import is_grouping
from ita_data.imports.layouts.report_tables import TableRow
from ita_data.model.problems import Problem
from ita_data.model.spelling import normalised


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one indicator or initiative; `is_of_issue` says that the column for issues names it."""

    is_indicator: bool
    is_of_issue: bool
    block: Block

    @property
    def code(self) -> str:
        """What the codes of its measures begin with."""
        return str(self.block.number) if self.is_indicator else f"ก{self.block.number}"


@dataclass(slots=True)
class Groups:
    """The groups of a table, row by row; `numbers` are those of the initiatives that a stored plan has, by name."""

    numbers: Mapping[str, int]
    has_issues: bool
    found: list[Group] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    homeless: list[TableRow] = field(default_factory=list)
    current: Group | None = None

    def read(self, row: TableRow) -> None:
        """Take in a row: a heading, or one of a measure, which may name its indicator and its issue."""
        if heading := self._heading(row):
            self.current = self._indicator(heading) or self._initiative(heading, is_of_issue=False)
            return
        self._read_cells(row)
        if self.current:
            self.current.block.rows.append(row)
        else:
            self.homeless.append(row)

    def _heading(self, row: TableRow) -> Cell | None:
        """The only cell of a row, where it names an indicator or orders the measures of a table without issues."""
        only = row.only_cell
        if only is None or indicator_named(only.text):
            return only
        first = next(iter(row.cells.values()))
        return only if is_grouping(only.text) and only is first and not self.has_issues else None

    def _read_cells(self, row: TableRow) -> None:
        indicator, issue = (_new(row.cells.get(name), self.current) for name in ("indicator", "issue"))
        if indicator:
            self.current = self._indicator(indicator)
            if self.current is None:
                self.problems.append(Problem("indicator-unreadable", indicator.place, indicator.text))
        if issue and (self.current is None or self.current.is_of_issue or indicator_named(issue.text)):
            self.current = self._indicator(issue, is_of_issue=True) or self._initiative(issue, is_of_issue=True)

    def _indicator(self, cell: Cell, *, is_of_issue: bool = False) -> Group | None:
        named = indicator_named(cell.text)
        if named is None:
            return None
        number, name = named
        same = (group for group in self.found if group.is_indicator and group.block.number == number)
        return next(same, None) or self._add(Group(True, is_of_issue, Block(number, name, cell)))

    def _initiative(self, cell: Cell, *, is_of_issue: bool) -> Group:
        name = " ".join(cell.text.split())
        initiatives = [group for group in self.found if not group.is_indicator]
        same = next((group for group in initiatives if normalised(group.block.name) == normalised(name)), None)
        if same:
            return same
        taken = [*self.numbers.values(), *(group.block.number for group in initiatives)]
        number = self.numbers.get(normalised(name)) or max(taken, default=0) + 1
        self.problems.append(Problem("issue-as-initiative", cell.place, cell.text))
        return self._add(Group(False, is_of_issue, Block(number, name, cell)))

    def _add(self, group: Group) -> Group:
        self.found.append(group)
        return group


def groups_of(rows: Iterable[TableRow], numbers: Mapping[str, int], fields: Sequence[str]) -> Groups:
    """The groups of a table with columns for these fields."""
    groups = Groups(numbers, "issue" in fields)
    for row in rows:
        groups.read(row)
    groups.problems += [
        Problem("text-homeless", cell.place, cell.text or cell.error)
        for row in groups.homeless
        for cell in filled((*row.cells.values(), *row.strays))
    ]
    return groups


def _new(cell: Cell | None, current: Group | None) -> Cell | None:
    """A filled cell that begins here, and doesn't merely go on from the row above."""
    if cell is None or cell.is_blank or (current and current.block.heading.origin == cell.origin):
        return None
    return cell
