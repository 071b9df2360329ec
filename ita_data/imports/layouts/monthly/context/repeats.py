"""What is typed once for several rows of a table: a blank under a filled cell says the same as the cell above it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ita_data.imports.grid import Cell
from ita_data.imports.layouts.monthly.context.standing import STANDING, Scope
from ita_data.imports.layouts.monthly.context.sure import Sure, Told, own
from ita_data.imports.reading import Rank, Source
from ita_data.model.spelling import normalised

_DITTO = frozenset({'"', "”", "“", "″", "〃", "''", '-"-', "-”-", "–”–"})
"""What people write for "the same as above"."""


@dataclass(slots=True)
class Repeats:
    """The last filled cells of the columns that may be blank for "the same", as long as one scope lasts."""

    scope: Scope | None = None
    last: dict[str, Cell] = field(default_factory=dict)

    def told(self, cells: Mapping[str, Cell], scope: Scope, *, month_is_header: bool) -> dict[str, Told]:
        """Section and month of a row: of its own cells, of those above it, or as they stand for the scope."""
        if scope is not self.scope:
            self.scope, self.last = scope, {}
        found: dict[str, Told] = {}
        for name in STANDING:
            cell, last = cells.get(name), self.last.get(name)
            if cell is not None and not _says_the_same(cell):
                found[name] = own(cell, Rank.HEADER if month_is_header and name == "month" else Rank.OWN)
            elif last is not None and cell is not None:
                found[name] = Sure(last, Source(Rank.ABOVE, last.place, last.text))
            else:
                found[name] = scope.told[name]
        return found

    def measure(self, cells: Mapping[str, Cell], *, is_result: bool) -> Cell | None:
        """The code from above for a row without one that reports on the same measure for another section or month.

        Or `is_result`: it says what came of the plan above it.
        """
        last = self.last.get("measure")
        if last is None or not _is_blank(cells, "measure"):
            return None
        has_other_title = not _is_blank(cells, "title") and not self._is_same(cells, "title")
        is_for_another = any(not _is_blank(cells, name) and not self._is_same(cells, name) for name in STANDING)
        return last if (is_result or is_for_another) and not has_other_title else None

    def keep(self, cells: Mapping[str, Cell]) -> None:
        """Keep what a row says itself for the rows below it."""
        for name in (*STANDING, "measure", "title"):
            cell = cells.get(name)
            if cell is not None and not _says_the_same(cell):
                self.last[name] = cell

    def _is_same(self, cells: Mapping[str, Cell], name: str) -> bool:
        return name in self.last and normalised(self.last[name].text) == normalised(cells[name].text)


def _says_the_same(cell: Cell) -> bool:
    """Whether a cell is blank, or holds the marks of a repetition."""
    return cell.is_blank or cell.text.strip() in _DITTO


def _is_blank(cells: Mapping[str, Cell], name: str) -> bool:
    return name not in cells or cells[name].is_blank
