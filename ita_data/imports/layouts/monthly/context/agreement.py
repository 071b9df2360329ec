"""Rows that say another section or month than the title above them, or than what stands below them and no title says.

Nobody knows which of the two is the slip. Lines below the table that contradict the title are asked about too.

The name of a sheet is none of that: it is often that of the sheet which was copied.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ita_data.imports.grid import Cell
from ita_data.imports.layouts.monthly.context.roles import Field
from ita_data.imports.layouts.monthly.context.standing import STANDING, Scope, Standing
from ita_data.imports.layouts.monthly.context.sure import Open, Sure, Told
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.reading import Candidate, ContextKey, Rank
from ita_data.model.problems import Place

_CONTRADICTED: Mapping[Field, frozenset[Rank]] = {
    "section": frozenset({Rank.TITLE, Rank.BAND, Rank.ANSWER}),
    "month": frozenset({Rank.TITLE, Rank.LINE, Rank.BAND, Rank.ANSWER}),
}
"""Which inferred values rows may contradict: a section that stands alone may be that of the office's coordinator."""
_OWN = (Rank.OWN, Rank.HEADER, Rank.ABOVE)


def agreeing(rows: Sequence[MonthlyRow], standing: Standing) -> list[MonthlyRow]:
    """The rows of a sheet, with what none of a part's rows shares with its title asked about, or as it was answered."""
    standing.end()
    if standing.below:
        rows = [replace(row, told={name: standing.in_the_end(told) for name, told in row.told.items()}) for row in rows]
    changed: dict[tuple[Place, Field], Told] = {}
    by_part: dict[Place, list[MonthlyRow]] = {}
    for row in rows:
        by_part.setdefault(row.begins, []).append(row)
    for place, held in by_part.items():
        scope = standing.scopes.get(place)
        for name in STANDING if scope else ():
            if scope and (told := _contradicted(name, scope, held, standing)):
                changed[place, name] = told
    return [_changed(row, changed) for row in rows] if changed else list(rows)


def _contradicted(name: Field, scope: Scope, rows: Sequence[MonthlyRow], standing: Standing) -> Told | None:
    above = scope.told[name]
    told = above if isinstance(above, Sure) else standing.said_below(name, scope)
    if not isinstance(told, Sure) or told.source.rank not in _CONTRADICTED[name]:
        return None
    own = [found for row in rows if isinstance(found := row.told.get(name), Sure)]
    if not own or any(found.source.rank not in _OWN for found in own):
        return None
    values = dict.fromkeys(standing.value(name, found.value) for found in own)
    titled = standing.value(name, told.value)
    if not titled or titled in values or "" in values:
        return None
    if told is not above and len(values) > 1:
        # Below the reports of several sections stands whoever gathered them.
        return None
    if told.source.rank is Rank.ANSWER:
        return told
    candidates = [Candidate(titled, told.source), *_first_of(name, own, standing)]
    return Open(ContextKey(scope.place.sheet, scope.place.cell, name), tuple(candidates))


def _first_of(name: Field, own: Iterable[Sure[Cell]], standing: Standing) -> Iterable[Candidate]:
    """Each value of the rows once, with the first cell that says it."""
    found: dict[str, Candidate] = {}
    for told in own:
        value = standing.value(name, told.value)
        found.setdefault(value, Candidate(value, told.source))
    return found.values()


def _changed(row: MonthlyRow, changed: Mapping[tuple[Place, Field], Told]) -> MonthlyRow:
    for name in STANDING:
        told = changed.get((row.begins, name))
        if told is not None and name in row.told:
            cells = {**row.cells, name: told.value} if isinstance(told, Sure) else row.cells
            row = replace(row, cells=cells, told={**row.told, name: told})
    return row
