"""What every layout is: something that knows a kind of file by its grids and reads records out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import Protocol

from ita_data.imports.grid import Grid
from ita_data.imports.reading import ColumnQuestion, ContextKey, ContextQuestion, Part, RawRow, WordQuestion
from ita_data.model.names import AS_BEFORE, Names
from ita_data.model.plan_name import PlanName
from ita_data.model.problems import Problem
from ita_data.model.records import Records
from ita_data.model.spelling import normalised

ColumnAnswers = Mapping[str, Mapping[str, str]]
"""What people said of unknown headers: by layout, the field by a normalised header, an empty one to leave it aside.

Beside them, by layout and field as `of_words` names them, what an unknown word means, by the normalised word.
"""

ContextAnswers = Mapping[ContextKey, str]
"""What people said of the parts of one file: a section's full name, a month as in 2025-01, or another option."""


Renamed = Sequence[tuple[int, Names]]
"""The names that records got, the oldest first, each with the revision of the store that had them first."""


def of_words(layout: str, field: str) -> str:
    """Under which name the answers about the words of a field stand: "monthly status"."""
    return f"{layout} {field}"


def field_of_words(name: str) -> str:
    """The field whose words the answers under a name are about; empty where they are about columns."""
    return name.partition(" ")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known before a file is read, and when it came.

    `plans` are the stored plans that it may refer to, by their names: those of one office where one was chosen.
    `offices` are the names of all offices in the store. `context` are answers about this file alone, which is named
    `file_name`. `renamed` are the names that records of each plan got, with the store's revision once they had them.
    """

    plans: Mapping[PlanName, Records] = field(default_factory=dict)
    offices: tuple[str, ...] = ()
    columns: ColumnAnswers = field(default_factory=dict)
    context: ContextAnswers = field(default_factory=dict)
    file_name: str = ""
    renamed: Mapping[PlanName, Renamed] = field(default_factory=dict)
    today: date
    received_on: date

    def answers(self, layout: str) -> Mapping[str, str]:
        """The answers that were given for one layout: the field by the normalised header."""
        return self.columns.get(layout, {})

    def names_since(self, plan: PlanName, revision: int) -> Names:
        """The names that records of a plan got after the store had a revision."""
        return reduce(Names.then, (names for at, names in self.renamed.get(plan, ()) if at > revision), AS_BEFORE)

    def meaning(self, layout: str, field: str, text: str) -> str | None:
        """What somebody said that a word means in a field; None where nobody did."""
        said = self.columns.get(of_words(layout, field))
        return said.get(normalised(text)) if said else None


@dataclass(frozen=True, slots=True)
class LayoutReading:
    """What a layout found: every row as it stands, the records, or None where nothing can be stored, and the problems.

    `columns`, `base`, `context`, `parts` and `words` are those of the `Reading`.
    """

    rows: tuple[RawRow, ...]
    records: Records | None
    problems: tuple[Problem, ...]
    columns: tuple[ColumnQuestion, ...] = ()
    base: int | None = None
    context: tuple[ContextQuestion, ...] = ()
    parts: tuple[Part, ...] = ()
    words: tuple[WordQuestion, ...] = ()


class Layout(Protocol):
    """A kind of file; `name` is its key in the registry and in the history of imports."""

    name: str

    def recognises(self, grids: Sequence[Grid]) -> bool:
        """Whether this layout's headers stand somewhere in the file."""

    def read(self, grids: Sequence[Grid], known: Known) -> LayoutReading:
        """The records of the file; faults come back as problems and are never raised."""
