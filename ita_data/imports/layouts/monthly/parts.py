"""The parts of a workbook: for whom and when its rows report, where that came from, and what is left to ask."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ita_data.imports.layouts.monthly.background import Background
from ita_data.imports.layouts.monthly.context.standing import STANDING
from ita_data.imports.layouts.monthly.context.sure import Open
from ita_data.imports.layouts.monthly.review import Judged
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.reading import ContextKey, ContextQuestion, Part, Rank, Source
from ita_data.model.periods import months_of
from ita_data.model.problems import Place

_IN_ROWS = frozenset({Rank.OWN, Rank.ABOVE, Rank.HEADER})
"""Ranks of what rows say by themselves."""


def parts_of(rows: Iterable[Judged]) -> tuple[Part, ...]:
    """The rows counted by part, section and month, in the order of the file."""
    found: dict[tuple[Place, str, str, bool, bool], Part] = {}
    for row in rows:
        if not row.taken:
            continue
        section, month = ", ".join(map(str, _list(row, "sections"))), str(row.values.get("month") or "")
        sources = {name: _source(row, name) for name in STANDING}
        is_said = sources["section"].rank in _IN_ROWS, sources["month"].rank in _IN_ROWS
        key = (row.row.begins, section, month, *is_said)
        part = found.get(key) or Part(row.row.begins, section, month, 0, sources["section"], sources["month"])
        found[key] = replace(part, rows=part.rows + 1)
    return tuple(found.values())


def questions_of(rows: Iterable[Judged], background: Background) -> tuple[ContextQuestion, ...]:
    """Each question once, with the places of all rows that wait for its answer."""
    asked: dict[ContextKey, Open] = {}
    waiting: dict[ContextKey, list[Place]] = {}
    for row in rows:
        for told in row.row.told.values():
            if isinstance(told, Open):
                asked[told.key] = told
                waiting.setdefault(told.key, []).append(row.row.place)
    return tuple(
        ContextQuestion(key, told.candidates, _options(key, background), tuple(waiting[key]))
        for key, told in asked.items()
    )


def open_fields(rows: Iterable[MonthlyRow]) -> list[str]:
    """Section or month where a row waits for it and the file suggests nothing."""
    asked = {
        name
        for row in rows
        for name, told in row.told.items()
        if isinstance(told, Open) and all(candidate.source.rank is Rank.UNCLEAR for candidate in told.candidates)
    }
    return sorted(asked)


def _list(row: Judged, name: str) -> Sequence[object]:
    value = row.values.get(name)
    return value if isinstance(value, list) else ()


def _source(row: Judged, name: str) -> Source:
    """Where a row's section or month came from; its own cell counts as the part's, wherever it stands."""
    told = row.row.told.get(name)
    if isinstance(told, Open) or told is None:
        return Source(Rank.UNCLEAR if told else Rank.OWN, row.row.begins)
    return told.source


def _options(key: ContextKey, background: Background) -> tuple[str, ...]:
    if key.field == "section":
        return tuple(section.name for section in background.sections)
    today, year = background.known.today, background.fiscal_year
    months = months_of(year) if year else ()
    return tuple(f"{month.first_day:%Y-%m}" for month in months if month.first_day <= today)
