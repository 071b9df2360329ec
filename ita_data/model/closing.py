"""What a closed month keeps from being changed without a reason: whatever its figures, or earlier ones, rest on."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from ita_data.model.changes import Change, Changes
from ita_data.model.due import due_on
from ita_data.model.periods import MONTHS, FiscalMonth, month_in, months_between, months_of
from ita_data.model.planning.asked import assignments_of
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
from ita_data.model.rules import Holiday, Rules

ClosedMonths = tuple[tuple[str, FiscalMonth], ...]
"""Sections, each with a closed month that would change for it."""

OFFICE_WIDE = (Section.kind, Holiday.kind)
"""The kinds of records that belong to the office itself, so that the figures of all its years rest on them."""

_FOLLOWED_UP = ("indicator", "initiative", "cadence", "named_month", "first_month", "last_month")
"""What of a measure decides when it is reported on, and where it counts; its words may change at any time."""


def closed_months(changes: Changes, closed: Iterable[Records], days_off: Container[date] = ()) -> ClosedMonths:
    """The sections and months of an office's plans that a write to one of them would change though they are closed.

    `closed` are the plans of that office of which a month is closed, `days_off` the public holidays.
    """
    return tuple(
        (section, FiscalMonth(plan.fiscal_year, month))
        for plan in closed
        for section, month in closed_cells(part_for(plan, changes), plan, days_off)
    )


def part_for(plan: Records, changes: Changes) -> list[Change]:
    """Of what is written to one plan of an office, all that another one's figures may rest on, or the same one's."""
    is_own = plan.plan == changes.plan
    return [change for change in changes.writes if is_own or change.record.kind in OFFICE_WIDE]


def closed_cells(
    changes: Iterable[Change], stored: Records, days_off: Container[date] = ()
) -> tuple[tuple[str, int], ...]:
    """The sections and months of a plan that writes would change though they are closed, in order, each once.

    A month counts as closed when it, or a later one, is: the later one's figures rest on it. What belongs to no single
    section has `EVERY_SECTION`, and of what holds for several months the first is named, but for sections each. Cells
    that were reopened are left out. Of `stored` the closings, reopenings and outcomes are looked at, and for changes of
    sections the assignments and reviews, of holidays the rules and the other holidays.
    """
    last = max((closing.month for closing in stored.closings), default=0)
    if not last:
        return ()
    changes = list(changes)
    new = [change.after for change in changes if isinstance(change.after, Outcome)]
    plan = _Plan(stored, days_off, {outcome.code: outcome.finished_on for outcome in (*stored.outcomes, *new)})
    found = {cell for change in changes for cell in _cells(change, plan) if cell[1] <= last}
    reopened = {(reopening.section, reopening.month) for reopening in stored.reopenings}
    return tuple(sorted(found - reopened, key=lambda cell: (cell[1], cell[0])))


@dataclass(frozen=True)
class _Plan:
    """What of a plan decides where a change counts; `days` are those of its outcomes, new ones among them."""

    stored: Records
    days_off: Container[date]
    days: Mapping[str, date | None]

    def month_of(self, day: date | None) -> int:
        """The month from which a day counts: the last one where there is no day, as for outcomes."""
        return MONTHS[-1] if day is None else month_in(self.stored.fiscal_year, day)

    def has_reports_of(self, section: str) -> bool:
        """Whether a section reported at all."""
        return any(review.section == section for review in self.stored.reviews)

    def months_at_work(self, section: Section) -> set[int]:
        """The months in which a section is there."""
        return months_between(section.begins_on, section.ends_on, self.stored.fiscal_year)

    def months_asked(self, section: Section) -> set[int]:
        """The months in which a section is there and the plan asks it, by name or as one of all."""
        held = assignments_of(self.stored, section)
        return {month for month in self.months_at_work(section) if any(each.holds_in(month) for each in held)}

    def due_dates(self, holidays: Iterable[Holiday]) -> dict[int, date]:
        """By which day each month's reports are due where the office has these holidays of its own."""
        stored = replace(self.stored, holidays=tuple(holidays))
        return {month.month: due_on(stored, month, self.days_off) for month in months_of(stored.fiscal_year)}


def _cells(change: Change, plan: _Plan) -> Iterator[tuple[str, int]]:
    """The sections and months that each side of a change has a part in; nothing where no figure rests on it."""
    match change.before, change.after:
        case (Section(), _) | (_, Section()):
            yield from _changed_section(change.before, change.after, plan)
        case (Holiday() as holiday, None) | (None, Holiday() as holiday):
            yield from _moved_due_dates(holiday, plan)
        case Rules() as before, Rules() as after:
            yield from _changed_rules(before, after)
        case Measure() as before, Measure() as after if _is_followed_up_alike(before, after):
            yield from _changed_end(before, after)
        case Outcome() as before, Outcome() as after if before.finished_on == after.finished_on:
            return
        case sides:
            yield from (cell for side in sides if side is not None for cell in _cell(side, plan))


def _cell(record: Record, plan: _Plan) -> Iterator[tuple[str, int]]:
    match record:
        case Review() | Exemption():
            yield record.section, record.month
        case Assignment():
            yield record.section, record.first_month or 1
        case Measure():
            yield EVERY_SECTION, record.first_month or 1
        case Rules():
            yield EVERY_SECTION, record.from_month
        case Outcome():
            yield EVERY_SECTION, plan.month_of(record.finished_on)
        case Link():
            yield EVERY_SECTION, plan.month_of(plan.days.get(record.outcome))


def _changed_section(before: Record | None, after: Record | None, plan: _Plan) -> Iterator[tuple[str, int]]:
    """The months in which a section is asked, or is there with reports, by one side of a change alone."""
    sides = [side for side in (before, after) if isinstance(side, Section)]
    # The plan's records call it as it was called before.
    name = sides[0].name
    asked, there = set[int](), set[int]()
    for side in (replace(side, name=name) for side in sides):
        asked ^= plan.months_asked(side)
        there ^= plan.months_at_work(side)
    yield from ((name, month) for month in asked | (there if plan.has_reports_of(name) else set()))


def _moved_due_dates(holiday: Holiday, plan: _Plan) -> Iterator[tuple[str, int]]:
    """The months whose due date a holiday of the office moves that comes or goes; a new name moves nothing."""
    others = [each for each in plan.stored.holidays if each.day != holiday.day]
    without, with_it = plan.due_dates(others), plan.due_dates([*others, holiday])
    yield from ((EVERY_SECTION, month) for month in MONTHS if without[month] != with_it[month])


def _changed_rules(before: Rules, after: Rules) -> Iterator[tuple[str, int]]:
    """The first month of which other reports are owed, or on another day."""
    months = (month for month in MONTHS if month >= after.from_month and _owed(before, month) != _owed(after, month))
    yield from ((EVERY_SECTION, month) for month in islice(months, 1))


def _changed_end(before: Measure, after: Measure) -> Iterator[tuple[str, int]]:
    """The first month in which it makes a difference that a completed or retired measure owes no more reports."""
    for name in ("final_from_month", "retired_from_month"):
        months = getattr(before, name), getattr(after, name)
        if months[0] != months[1]:
            yield EVERY_SECTION, min(filter(None, months))


def _is_followed_up_alike(before: Measure, after: Measure) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in _FOLLOWED_UP)


def _owed(rules: Rules, month: int) -> tuple[int, bool, bool]:
    """What of the rules decides which reports are owed for a month, and when; no figure rests on a target."""
    return rules.due_day, rules.expects_supporting, month >= rules.starts_in_month
