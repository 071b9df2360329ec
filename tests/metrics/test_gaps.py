"""The measures without an outcome."""

from dataclasses import replace
from datetime import date

from ita_data.metrics import View, gaps, to_follow_up, year_of
from ita_data.model.records import LinkState
from ita_data.model.states import Status
from tests.plans import ADMINISTRATION, WORKS, lead, link, measure, outcome, plan_of, review, supporting

TODAY = date(2025, 10, 1)
PLAN = plan_of(
    *(measure(code) for code in ("4.1", "4.2", "4.3", "4.4", "ก1.1", "ก1.2")),
    *(outcome(code) for code in ("4.1", "4.2", "4.3")),
    link("4.1", "4.1"),
    link("4.2", "4.1", LinkState.REJECTED),
    link("4.2", "4.3", LinkState.SUGGESTED),
    link("4.3", "4.4", LinkState.REJECTED),
    link("4.3", "ก1.2", LinkState.SUGGESTED),
    lead("4.2", ADMINISTRATION),
    supporting("4.3", ADMINISTRATION),
    lead("4.4", WORKS),
    review("4.2", ADMINISTRATION, 1, status=Status.COMPLETED),
)


def test_each_measure_without_a_confirmed_outcome_is_listed() -> None:
    assert gaps(View(year_of(PLAN, TODAY)))[["measure", "gap"]].values.tolist() == [
        ["4.2", "no_outcome"],
        ["4.3", "unconfirmed"],
        ["4.4", "no_outcome"],
        ["ก1.1", "initiative"],
        ["ก1.2", "unconfirmed"],
    ]


def test_a_confirmed_link_beside_others_closes_the_gap() -> None:
    plan = plan_of(
        measure("4.1"), outcome("4.1"), outcome("4.2"), link("4.1", "4.1", LinkState.SUGGESTED), link("4.2", "4.1")
    )

    assert gaps(View(year_of(plan, TODAY))).empty


def test_a_review_does_not_stand_in_for_an_outcome() -> None:
    assert "4.2" in gaps(View(year_of(PLAN, TODAY)))["measure"].tolist()


def test_a_section_sees_the_gaps_among_its_own_measures() -> None:
    led = gaps(View(year_of(PLAN, TODAY), section=ADMINISTRATION))
    both = gaps(View(year_of(PLAN, TODAY), section=ADMINISTRATION, with_supporting=True))

    assert led["measure"].tolist() == ["4.2"]
    assert both["measure"].tolist() == ["4.2", "4.3"]


def test_a_measure_that_is_retired_needs_no_outcome_from_that_month_on() -> None:
    plan = plan_of(measure("4.1"), replace(measure("4.2"), retired_from_month=4))
    year = year_of(plan, TODAY)
    assert gaps(View(year, 3))["measure"].tolist() == ["4.1", "4.2"]
    assert gaps(View(year, 4))["measure"].tolist() == ["4.1"]


def test_a_measure_that_is_retired_is_not_among_those_that_may_lack_an_outcome() -> None:
    plan = plan_of(
        measure("4.1"),
        replace(measure("4.2"), retired_from_month=4),
        measure("4.3"),
        measure("ก1.1"),
        lead("4.3", WORKS),
        review("4.3", WORKS, 1, status=Status.NOT_APPLICABLE),
    )
    columns, year = ["no_outcome", "of_indicators", "not_applicable"], year_of(plan, TODAY)

    assert to_follow_up(View(year, 3))[columns].values.tolist() == [[3, 3, 1]]
    assert to_follow_up(View(year, 4))[columns].values.tolist() == [[2, 2, 1]]
