"""The lines below a table's last row: whoever signs, checks or remarks there isn't the one that reports.

A name that stands alone under a signature may be that of whoever signed, and a month the day on which they did.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ita_data.imports.grid import cell_numbers
from ita_data.imports.layouts.monthly.context.mentions import Line, Mention
from ita_data.imports.layouts.monthly.context.roles import Role, is_aside, is_role_word, is_signed, role_after


@dataclass(slots=True)
class _Columns:
    """The columns in which somebody has signed, and those in which somebody else is named or something is remarked."""

    signed: set[int] = field(default_factory=set)
    aside: set[int] = field(default_factory=set)

    def take(self, column: int, text: str) -> None:
        """Take in a line of a column."""
        role = role_after("section", text)
        if is_signed(text):
            self.signed.add(column)
        if is_aside(text) or (role is Role.OTHER and (is_signed(text) or is_role_word(text))):
            self.aside.add(column)
        elif role is Role.REPORTED:
            self.aside.discard(column)

    def doubts(self, column: int, mention: Mention) -> bool:
        """Whether a name that stands alone in a column is likely that of somebody else."""
        is_of_signing = mention.field == "month" and column in self.signed
        return mention.role is Role.ALONE and (is_of_signing or column in self.aside)


def as_closing(lines: Iterable[Line]) -> list[Line]:
    """The lines below a table, those in doubt of which nobody can tell whether they name who reports, and when."""
    columns, found = _Columns(), list[Line]()
    for line in lines:
        column = cell_numbers(line.cell.place.cell)[1]
        columns.take(column, line.cell.text)
        found.append(line.doubted() if is_aside(line.cell.text) else _told_apart(line, column, columns))
    return found


def _told_apart(line: Line, column: int, columns: _Columns) -> Line:
    mentions = (
        replace(mention, role=Role.UNCLEAR) if columns.doubts(column, mention) else mention for mention in line.mentions
    )
    return replace(line, mentions=tuple(mentions))
