"""What reading a file came to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from ita_data.model.changes import Key
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Place, Problem, Verdict, verdict_of
from ita_data.model.records import Records

Plain = str | float | int | list[str] | None
"""A value as JSON can hold it."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as the layout found it: what it is, where it stands, and its texts by field, untouched.

    A layout that judges its rows by themselves says in `ok` whether the row can be taken, and in `values` what it
    understood of it, None where it understood nothing.
    """

    kind: str
    place: Place
    texts: dict[str, str]
    ok: bool | None = None
    values: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """A column whose header nobody knows, in a sheet that lacks a needed one, or that differs from another column.

    `column` is its letter, `samples` are some of its values, and `field` is what it might be, empty where it might be
    anything. One that `is_offer` is a column that the sheet does without.
    """

    sheet: str
    column: str
    header: str
    samples: tuple[str, ...]
    field: str
    is_offer: bool = False


@dataclass(frozen=True, slots=True)
class WordQuestion:
    """A text that stands where a status, section or measure is meant, and that nobody knows.

    `field` is "status", "section" or "measure", `places` are the cells that say it, and `options` what it may mean:
    statuses, names of sections, codes of measures.
    """

    field: str
    text: str
    places: tuple[Place, ...]
    options: tuple[str, ...]


class Rank(StrEnum):
    """Where a value came from, the surest first; what stands below `ANSWER` and `OWN` was inferred.

    A `BAND` is a line between rows, `TITLE` names its section or month as the reported one, and in a `LINE` above the
    table the name stands alone. `UNCLEAR` is what nobody can tell the meaning of: it is never taken, only offered.
    """

    ANSWER = "answer"
    OWN = "own"
    HEADER = "header"
    ABOVE = "above"
    BAND = "band"
    TITLE = "title"
    LINE = "line"
    SHEET = "sheet"
    FILE = "file"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value came from: its rank, its place, and the words that say it there."""

    rank: Rank
    place: Place
    text: str = ""


class ContextKey(NamedTuple):
    """What an answer is about: a field of all rows of one part of a file, which begins at this place.

    `field` is "section", "month", "hidden" (whether to take what the file hides), or "tick" (which status a tick
    says, with the place of the first cell that holds it).
    """

    sheet: str
    cell: str
    field: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One answer that a file itself suggests, with its source; `value` is empty where nobody knows what it names."""

    value: str
    source: Source


@dataclass(frozen=True, slots=True)
class ContextQuestion:
    """What a file leaves open about the rows of one of its parts: none of them is taken until it is answered.

    `candidates` are what the file suggests, none where it says nothing; `options` are all possible answers: full names
    of sections, months as in 2025-01, "yes" and "no" for what is hidden, statuses for a tick. `rows` are the places of
    the rows concerned. One that `is_offer` keeps nothing back but what it offers.
    """

    key: ContextKey
    candidates: tuple[Candidate, ...]
    options: tuple[str, ...]
    rows: tuple[Place, ...]
    is_offer: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a file that report for one section and month, with where both came from.

    `place` is where the part begins: an answer for `ContextKey(place.sheet, place.cell, "section")` or "month" changes
    what was inferred for it. `section` and `month` (as in 2025-01) are empty where they are asked for, or where each
    row says its own and that can't be read.
    """

    place: Place
    section: str
    month: str
    rows: int
    section_from: Source
    month_from: Source


@dataclass(frozen=True, slots=True)
class Reading:
    """The records of a file with all that was wrong in it; `records` is None where nothing of it can be stored.

    `columns` are the questions about columns, `context` those about section and month
    of whole parts, `words` those about single words, and `parts` say what was taken for each part. `base` is the
    store's revision from which the office's own template was made, where the file is one.
    """

    file_name: str
    sha256: str
    layout: str
    rows: tuple[RawRow, ...]
    records: Records | None
    problems: tuple[Problem, ...]
    columns: tuple[ColumnQuestion, ...] = ()
    base: int | None = None
    context: tuple[ContextQuestion, ...] = ()
    parts: tuple[Part, ...] = ()
    words: tuple[WordQuestion, ...] = ()

    @property
    def verdict(self) -> Verdict:
        waits = self.is_open and not any(row.ok for row in self.rows)
        return Verdict.REJECTED if waits else verdict_of(self.problems)

    @property
    def is_open(self) -> bool:
        """Whether rows wait for an answer."""
        return any(not question.is_offer for question in self.context)


def left_out(rows: Iterable[RawRow]) -> frozenset[Key]:
    """The reviews that a file holds in rows that can't be taken: they are not missing from it."""
    return frozenset(key for row in rows if row.ok is False for key in _reviews_in(row.values))


def _reviews_in(values: Mapping[str, Plain]) -> Iterable[Key]:
    measure, month, sections = (values.get(name) for name in ("measure", "month", "sections"))
    if isinstance(measure, str) and isinstance(month, str) and isinstance(sections, list):
        number = FiscalMonth.of_code(month).month
        for section in sections:
            yield "review", (measure, section, f"{number:02d}")
