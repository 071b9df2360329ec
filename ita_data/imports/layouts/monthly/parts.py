"""The parts of a workbook: for whom and when its rows report, where that came from, and what is left to ask."""

from collections import Counter
from collections.abc import Iterable

from ita_data.imports.layouts.monthly.background import Background
from ita_data.imports.layouts.monthly.context.standing import STANDING
from ita_data.imports.layouts.monthly.context.sure import Open
from ita_data.imports.layouts.monthly.review import Judged
from ita_data.imports.layouts.monthly.rows import MonthlyRow
from ita_data.imports.layouts.monthly.ticks import TICK
from ita_data.imports.reading import ContextKey, ContextQuestion, Part, Rank, Source
from ita_data.model.periods import months_of
from ita_data.model.problems import Place
from ita_data.model.states import Status

_IN_ROWS = frozenset({Rank.OWN, Rank.ABOVE, Rank.HEADER})
"""Ranks of what rows say by themselves."""


def parts_of(rows: Iterable[Judged]) -> tuple[Part, ...]:
    """The rows counted by part, section and month, in the order of the file."""
    first: dict[tuple[object, ...], Judged] = {}
    counted: Counter[tuple[object, ...]] = Counter()
    for row in rows:
        if row.taken:
            key = (
                row.row.begins,
                _sections(row),
                row.values.get("month"),
                *(_is_in_row(row, name) for name in STANDING),
            )
            first.setdefault(key, row)
            counted[key] += 1
    return tuple(_part(row, counted[key]) for key, row in first.items())


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
        if name in STANDING
        and isinstance(told, Open)
        and all(candidate.source.rank is Rank.UNCLEAR for candidate in told.candidates)
    }
    return sorted(asked)


def _part(row: Judged, count: int) -> Part:
    """The part that begins with a row."""
    section, month = ", ".join(_sections(row)), str(row.values.get("month") or "")
    return Part(row.row.begins, section, month, count, _source(row, "section"), _source(row, "month"))


def _sections(row: Judged) -> tuple[str, ...]:
    value = row.values.get("sections")
    return tuple(value) if isinstance(value, list) else ()


def _is_in_row(row: Judged, name: str) -> bool:
    """Whether a row says by itself what it is of."""
    told = row.row.told.get(name)
    return told is None or (not isinstance(told, Open) and told.source.rank in _IN_ROWS)


def _source(row: Judged, name: str) -> Source:
    """Where a row's section or month came from; its own cell counts as the part's, wherever it stands."""
    told = row.row.told.get(name)
    if isinstance(told, Open) or told is None:
        return Source(Rank.UNCLEAR if told else Rank.OWN, row.row.begins)
    return told.source


def _options(key: ContextKey, background: Background) -> tuple[str, ...]:
    if key.field == "section":
        return tuple(section.name for section in background.sections)
    if key.field == TICK:
        return tuple(status.value for status in Status)
    today, year = background.known.today, background.fiscal_year
    months = months_of(year) if year else ()
    return tuple(month.code for month in months if month.first_day <= today)
