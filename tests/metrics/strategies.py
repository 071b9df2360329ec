"""Made-up plans and views of them, for properties that hold for every plan."""

from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Any

from hypothesis import strategies as st

from ita_data.metrics import View, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.pace import Targets, targets_of
from ita_data.model.periods import MONTHS
from ita_data.model.records import (
    EVERY_SECTION,
    Assignment,
    Exemption,
    Link,
    LinkState,
    Measure,
    Outcome,
    Record,
    Records,
    Review,
    Role,
    Section,
)
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.snapshot import Snapshot, snapshot_of
from tests.plans import HOLIDAYS, SECTIONS, measure, records_of

MEASURES = ("1.1", "1.2", "2.1", "ก1.1")
OUTCOMES = ("1.1", "2.1")


def views() -> st.SearchStrategy[View]:
    """Any view of any plan, for the whole office or for one section."""
    return looks().map(itemgetter(1))


def looks() -> st.SearchStrategy[tuple[Snapshot, View]]:
    """Any view, and the snapshot that it shows."""
    return st.builds(_look, plans(), days(), months(), st.none() | st.sampled_from(SECTIONS), st.booleans())


def plans() -> st.SearchStrategy[Records]:
    """A plan of four measures and three sections, some of which came, went, changed hands or were exempt."""
    return st.builds(
        records_of,
        st.tuples(*[_sections(name) for name in SECTIONS]),
        st.tuples(*[_measures(code) for code in MEASURES]),
        st.tuples(*[_outcomes(code) for code in OUTCOMES]),
        _distinct(_assignments(), at_most=8),
        _distinct(_links(), at_most=6),
        _distinct(_reviews(), at_most=30),
        _distinct(_exemptions(), at_most=6) | _exempt_all_year(),
        rules=st.tuples(_rules(st.just(1))) | st.tuples(_rules(st.just(1)), _rules(st.integers(2, 12))),
    )


def _rules(from_month: st.SearchStrategy[int]) -> st.SearchStrategy[Rules]:
    return st.builds(
        Rules,
        due_day=st.sampled_from([5, 20, 31]),
        expects_supporting=st.booleans(),
        completion_targets=targets(),
        starts_in_month=st.sampled_from([1, 1, 4]),
        from_month=from_month,
    )


def targets() -> st.SearchStrategy[Targets]:
    """Targets for completion that don't fall, in some of the months or in none."""
    months = st.tuples(*[st.booleans() for _ in MONTHS])
    percents = st.lists(st.integers(0, 100), min_size=12, max_size=12).map(sorted)
    return st.builds(_targets_in, months, percents)


def days() -> st.SearchStrategy[date]:
    """A day before, in or after the fiscal year."""
    return st.dates(date(2024, 9, 1), date(2025, 12, 31))


def months() -> st.SearchStrategy[int]:
    """A fiscal month."""
    return st.sampled_from(MONTHS)


def _look(
    records: Records, as_of: date, month: int, section: str | None, with_supporting: bool
) -> tuple[Snapshot, View]:
    snapshot = snapshot_of(records, HOLIDAYS)
    return snapshot, View(year_of(snapshot, as_of), month, section, with_supporting)


def _targets_in(has_target: tuple[bool, ...], percents: list[int]) -> Targets:
    return targets_of(percent if has else None for has, percent in zip(has_target, percents, strict=True))


def _maybe_day() -> st.SearchStrategy[date | None]:
    return st.none() | days()


def _sections(name: str) -> st.SearchStrategy[Section]:
    position = st.just(SECTIONS.index(name))
    return st.builds(Section, st.just(name), position=position, begins_on=_maybe_day(), ends_on=_maybe_day())


def _measures(code: str) -> st.SearchStrategy[Measure]:
    made = st.builds(measure, st.just(code), st.sampled_from(Cadence), months())
    within = st.builds(_within, made, _maybe_month(), _maybe_month())
    return st.builds(_ending, within, _maybe_month(), st.none() | months())


def _ending(measure: Measure, final_from: int | None, retired_from: int | None) -> Measure:
    return replace(measure, final_from_month=final_from, retired_from_month=retired_from)


def _outcomes(code: str) -> st.SearchStrategy[Outcome]:
    # A text of its own, for Hypothesis would think of characters that PostgreSQL can't hold.
    days = {"done_on": _maybe_day(), "done_until": _maybe_day()}
    return st.builds(Outcome, st.just(code), st.just(1), st.just(1), st.just("ประกาศแล้ว"), **days)


def _assignments() -> st.SearchStrategy[Assignment]:
    sections = st.sampled_from([*SECTIONS, EVERY_SECTION])
    made = st.builds(Assignment, st.sampled_from(MEASURES), sections, st.sampled_from(Role))
    return st.builds(_within, made, _maybe_month(), _maybe_month())


def _within(record: Any, first_month: int | None, last_month: int | None) -> Any:
    return replace(record, first_month=first_month, last_month=last_month)


def _maybe_month() -> st.SearchStrategy[int | None]:
    return st.none() | months()


def _exemptions() -> st.SearchStrategy[Exemption]:
    return st.builds(
        Exemption,
        st.sampled_from(MEASURES),
        st.sampled_from(SECTIONS),
        months(),
        st.just("ปิดปรับปรุง"),
        days(),
    )


def _exempt_all_year() -> st.SearchStrategy[tuple[Exemption, ...]]:
    """One section exempt from a measure in every month, by one decision."""
    return _exemptions().map(lambda given: tuple(replace(given, month=month) for month in MONTHS))


def _links() -> st.SearchStrategy[Link]:
    return st.builds(Link, st.sampled_from(OUTCOMES), st.sampled_from(MEASURES), st.sampled_from(LinkState))


def _reviews() -> st.SearchStrategy[Review]:
    return st.builds(
        Review,
        st.sampled_from(MEASURES),
        st.sampled_from(SECTIONS),
        months(),
        st.sampled_from(Status),
        days(),
        progress=st.none() | st.integers(0, 100).map(float),
    )


def _distinct(records: st.SearchStrategy[Record], at_most: int) -> st.SearchStrategy[tuple[Record, ...]]:
    return st.lists(records, max_size=at_most, unique_by=lambda record: record.key).map(tuple)
