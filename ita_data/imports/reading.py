"""What reading a file came to."""

from dataclasses import dataclass

from ita_data.model.problems import Place, Problem, Verdict, verdict_of
from ita_data.model.records import Records


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as the layout found it: what it is, where it stands, and its texts by field, untouched."""

    kind: str
    place: Place
    texts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The records of a file with all that was wrong in it; `records` is None where the file was refused."""

    file_name: str
    sha256: str
    layout: str
    rows: tuple[RawRow, ...]
    records: Records | None
    problems: tuple[Problem, ...]

    @property
    def verdict(self) -> Verdict:
        return verdict_of(self.problems)
