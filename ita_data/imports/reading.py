"""What reading a file came to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

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
    """A column whose header nobody knows, in a sheet that lacks a needed one.

    `column` is its letter, `samples` are some of its values, and `field` is what it might be, empty where it might be
    anything.
    """

    sheet: str
    column: str
    header: str
    samples: tuple[str, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The records of a file with all that was wrong in it; `records` is None where nothing of it can be stored.

    `columns` are the questions to ask where a needed column wasn't recognised. `base` is the store's revision from
    which the office's own template was made, where the file is one.
    """

    file_name: str
    sha256: str
    layout: str
    rows: tuple[RawRow, ...]
    records: Records | None
    problems: tuple[Problem, ...]
    columns: tuple[ColumnQuestion, ...] = ()
    base: int | None = None

    @property
    def verdict(self) -> Verdict:
        return verdict_of(self.problems)


def left_out(rows: Iterable[RawRow]) -> frozenset[Key]:
    """The reviews that a file holds in rows that can't be taken: they are not missing from it."""
    return frozenset(key for row in rows if row.ok is False for key in _reviews_in(row.values))


def _reviews_in(values: Mapping[str, Plain]) -> Iterable[Key]:
    measure, month, sections = (values.get(name) for name in ("measure", "month", "sections"))
    if isinstance(measure, str) and isinstance(month, str) and isinstance(sections, list):
        number = FiscalMonth.of(date.fromisoformat(f"{month}-01")).month
        for section in sections:
            yield "review", (measure, section, f"{number:02d}")
