"""What is said of a file that no layout recognises: what was looked for, and what comes nearest to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ita_data.imports.grid import Cell, Grid, filled
from ita_data.imports.layouts.monthly.headers import NEEDED, TABLE
from ita_data.imports.layouts.report_tables import MEASURES, NEEDED_HEADERS, NEEDED_OF_MEASURES, STEPS
from ita_data.imports.spellings import header, header_shown
from ita_data.model.problems import Place, Problem

_NEEDED: dict[str, frozenset[str]] = {
    TABLE: NEEDED,
    **{table: frozenset(needed) for table, needed in (NEEDED_HEADERS | NEEDED_OF_MEASURES).items()},
}
"""The fields by whose headers each table is known."""
_LOOKED_THROUGH = 500
_FEWEST_HEADERS = 2
"""A row with fewer short texts isn't taken for headers."""
_LONGEST_HEADER = 60
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row that may be meant for headers: the table that it comes nearest to, and its known fields there."""

    table: str
    known: frozenset[str]
    cells: Sequence[Cell]

    @property
    def worth(self) -> tuple[int, int]:
        """How near it comes: needed fields first, then all known ones."""
        return len(self.known & _NEEDED[self.table]), len(self.known)


def nothing_recognised(grids: Sequence[Grid]) -> Problem:
    """The refusal, which names the nearest headers with their place, or the first text, and what is missing there."""
    candidates = list(_candidates(grids))
    if not candidates:
        wanted = _names(TABLE, NEEDED)
        first = next((cell for grid in grids for row in grid.rows for cell in filled(row) if cell.text), None)
        place, shown = (first.place, first.text[:_LONGEST_HEADER]) if first else (Place(), "–")
        return Problem("layout-unknown", place, shown, {"wanted": wanted, "missing": wanted})
    nearest = max(candidates, key=lambda candidate: candidate.worth)
    shown = " · ".join(" ".join(cell.text.split()) for cell in nearest.cells[:_SHOWN])
    needed = _NEEDED[nearest.table]
    words = {"wanted": _names(nearest.table, needed), "missing": _names(nearest.table, needed - nearest.known)}
    return Problem("layout-unknown", nearest.cells[0].place, shown, words)


def _candidates(grids: Iterable[Grid]) -> Iterator[_Candidate]:
    for grid in grids:
        for row in islice(grid.rows, _LOOKED_THROUGH):
            cells = [cell for cell in filled(row) if cell.text and len(cell.text) <= _LONGEST_HEADER]
            if len(cells) >= _FEWEST_HEADERS:
                found = (_Candidate(table, _known(table, cells), cells) for table in _NEEDED)
                yield from (one for one in found if one.table != MEASURES or STEPS in one.known)


def _known(table: str, cells: Sequence[Cell]) -> frozenset[str]:
    return frozenset(name for cell in cells if (name := header(table, cell.text)))


def _names(table: str, fields: Iterable[str]) -> str:
    return ", ".join(f"“{header_shown(table, name)}”" for name in sorted(fields))
