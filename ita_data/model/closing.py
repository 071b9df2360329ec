"""What a closed month keeps from being changed without a reason: whatever its figures, or earlier ones, rest on."""

from collections.abc import Iterable, Iterator
from datetime import date

from ita_data.model.changes import Change
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import (
    EVERY_SECTION,
    Assignment,
    Exemption,
    Link,
    Measure,
    Outcome,
    Record,
    Records,
    Review,
    Section,
)
from ita_data.model.rules import Rules

_FOLLOWED_UP = ("indicator", "initiative", "cadence", "named_month", "first_month", "last_month")
"""What of a measure decides when it is reported on, and where it counts; its words may change at any time."""


def closed_cells(changes: Iterable[Change], stored: Records) -> tuple[tuple[str, int], ...]:
    """The sections and months that writes would change though they are closed, in order, each once.

    A month counts as closed when it, or a later one, is: the later one's figures rest on it. What belongs to no single
    section has `EVERY_SECTION`, and of what holds for several months the first is named. Cells that were reopened are
    left out. Of `stored` only the closings, reopenings and outcomes are looked at.
    """
    last = max((closing.month for closing in stored.closings), default=0)
    if not last:
        return ()
    changes = list(changes)
    new = [change.after for change in changes if isinstance(change.after, Outcome)]
    days = {outcome.code: outcome.done_on for outcome in (*stored.outcomes, *new)}
    found = {cell for change in changes for cell in _cells(change, days, stored.fiscal_year) if cell[1] <= last}
    reopened = {(reopening.section, reopening.month) for reopening in stored.reopenings}
    return tuple(sorted(found - reopened, key=lambda cell: (cell[1], cell[0])))


def _cells(change: Change, days: dict[str, date | None], fiscal_year: int) -> Iterator[tuple[str, int]]:
    """The first section and month that each side of a change has a part in; nothing where no figure rests on it."""
    match change.before, change.after:
        case Section() as before, Section() as after:
            yield from _changed_days(before, after, fiscal_year)
        case Rules() as before, Rules() as after if _owed(before) == _owed(after):
            return
        case Measure() as before, Measure() as after if _is_followed_up_alike(before, after):
            yield from _changed_end(before, after)
        case Outcome() as before, Outcome() as after if before.done_on == after.done_on:
            return
        case sides:
            yield from (cell for side in sides if side is not None for cell in _cell(side, days, fiscal_year))


def _cell(record: Record, days: dict[str, date | None], fiscal_year: int) -> Iterator[tuple[str, int]]:
    match record:
        case Review() | Exemption():
            yield record.section, record.month
        case Assignment():
            yield record.section, record.first_month or 1
        case Measure():
            yield EVERY_SECTION, record.first_month or 1
        case Rules():
            yield EVERY_SECTION, 1
        case Section():
            yield record.name, _month_of(record.begins_on, fiscal_year) if record.begins_on else 1
        case Outcome():
            yield EVERY_SECTION, _month_of(record.done_on, fiscal_year)
        case Link():
            yield EVERY_SECTION, _month_of(days.get(record.outcome), fiscal_year)


def _changed_days(before: Section, after: Section, fiscal_year: int) -> Iterator[tuple[str, int]]:
    """The months of the days on which a section begins or ends, where they become others."""
    for old, new in ((before.begins_on, after.begins_on), (before.ends_on, after.ends_on)):
        if old != new:
            yield from ((after.name, _month_of(day, fiscal_year)) for day in (old, new) if day)


def _changed_end(before: Measure, after: Measure) -> Iterator[tuple[str, int]]:
    """The first month in which it makes a difference that a completed or retired measure owes no more reports."""
    for name in ("final_from_month", "retired_from_month"):
        months = getattr(before, name), getattr(after, name)
        if months[0] != months[1]:
            yield EVERY_SECTION, min(filter(None, months))


def _is_followed_up_alike(before: Measure, after: Measure) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in _FOLLOWED_UP)


def _owed(rules: Rules) -> tuple[int, bool]:
    """What of the rules decides which reports are owed and when; no figure rests on a target."""
    return rules.due_day, rules.expects_supporting


def _month_of(day: date | None, fiscal_year: int) -> int:
    """The month of the fiscal year from which a day counts: the last one where there is no day, as for outcomes."""
    if day is None:
        return 12
    month = FiscalMonth.of(day)
    return 1 if month.fiscal_year < fiscal_year else 13 if month.fiscal_year > fiscal_year else month.month
