"""Scores of 100 and weighted ones, their total, and the band that comes of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model.score import WHOLE_OFFICE, Band, Score
from ita_data.model.scores import (
    INSTRUMENTS,
    LEAST_DIFFERENCE,
    WEIGHTS,
    assessment_of,
    band_of,
    can_be_weighted,
    from_weighted,
    published,
    weighted_total,
)

OF_100 = st.decimals(0, 100, places=2)
PASSED = {"IIT": Decimal("88.4333"), "EIT": Decimal("80.5333"), "OIT": Decimal("94.375")}
RANKED = list(Band)


def scores(points: dict[str, Decimal], band: Band | None = None, total: str | None = None) -> list[Score]:
    official = Score(2567, WHOLE_OFFICE, Decimal(total) if total else None, band)
    return [*(Score(2567, name, value) for name, value in points.items()), official]


def test_the_weights_come_to_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100


def test_halves_are_rounded_up_as_published() -> None:
    assert [str(published(Decimal(text))) for text in ("84.995", "84.9949", "85.005")] == ["85.00", "84.99", "85.01"]


@given(st.tuples(*[st.decimals(0, WEIGHTS[name], places=2) for name in INSTRUMENTS]))
def test_weighted_figures_come_to_the_total_that_they_add_up_to(entered: tuple[Decimal, ...]) -> None:
    points = from_weighted(dict(zip(INSTRUMENTS, entered, strict=True)))
    assert weighted_total(points) == sum(entered)


@given(st.tuples(OF_100, OF_100, OF_100), st.sampled_from(INSTRUMENTS), st.decimals(0, 100, places=2))
def test_more_points_never_make_a_worse_band(entered: tuple[Decimal, ...], instrument: str, more: Decimal) -> None:
    points = dict(zip(INSTRUMENTS, entered, strict=True))
    better = points | {instrument: min(Decimal(100), points[instrument] + more)}
    assert RANKED.index(band_of(2567, better)) <= RANKED.index(band_of(2567, points))


def test_there_is_no_band_without_an_instrument_or_before_the_bands_of_today() -> None:
    assert band_of(2565, PASSED) is None
    for name in INSTRUMENTS:
        assert band_of(2567, {other: value for other, value in PASSED.items() if other != name}) is None


@pytest.mark.parametrize(("iit", "oit", "can_be"), [("30", "40", True), ("30.01", "40", False), ("30", "40.01", False)])
def test_figures_can_be_weighted_where_none_is_more_than_its_instrument_gives(iit: str, oit: str, can_be: bool) -> None:
    assert can_be_weighted({"IIT": Decimal(iit), "OIT": Decimal(oit), "4": Decimal(79)}) == can_be


def test_an_official_band_that_differs_from_the_computed_one_is_told() -> None:
    assert not assessment_of(2567, scores(PASSED, Band.PASSED)).has_other_band
    assert assessment_of(2567, scores(PASSED, Band.GOOD)).has_other_band
    assert not assessment_of(2567, scores(PASSED)).has_other_band


def test_an_official_total_that_differs_by_more_than_rounding_is_told() -> None:
    totals = {"88.44": False, str(Decimal("88.44") + LEAST_DIFFERENCE): False, "88.46": True}
    assert {total: assessment_of(2567, scores(PASSED, total=total)).has_other_total for total in totals} == totals


def test_scores_of_other_years_count_for_nothing() -> None:
    assert assessment_of(2568, scores(PASSED, Band.GOOD)).points == {}
