"""What people decide on pages, on both databases."""

from dataclasses import replace

import pytest

from ita_data.model.errors import NotFound
from ita_data.model.records import Link, LinkState, Rules
from ita_data.services import deciding, history
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.services.office import (
    OFFICE,
    STAFF,
    plan,
)


def test_a_link_is_decided_by_somebody_and_stays_decided(engine: Store) -> None:
    bring_report(engine)
    link = plan(engine).links[0]
    number = deciding.decide_link(engine, OFFICE, 2568, *link.key, LinkState.REJECTED, STAFF)
    rejected = replace(link, state=LinkState.REJECTED)
    assert number is not None
    assert plan(engine).links[0] == rejected
    (change,) = history.changes_of(engine, number)
    assert (change.before, change.after) == (link, rejected)
    assert (history.batches(engine)[0].actor, history.batches(engine)[0].origin.layout) == (STAFF, deciding.PAGE)
    bring_report(engine)
    assert plan(engine).links[0] == rejected


def test_a_decision_that_was_taken_before_writes_nothing(engine: Store) -> None:
    bring_report(engine)
    link = plan(engine).links[0]
    assert deciding.decide_link(engine, OFFICE, 2568, *link.key, LinkState.CONFIRMED, STAFF)
    assert deciding.decide_link(engine, OFFICE, 2568, *link.key, LinkState.CONFIRMED, STAFF) is None
    assert len(history.batches(engine)) == 2


def test_a_link_that_nobody_suggested_may_be_made(engine: Store) -> None:
    bring_report(engine)
    deciding.decide_link(engine, OFFICE, 2568, "10.1", "10.1", LinkState.CONFIRMED, STAFF)
    assert Link("10.1", "10.1", LinkState.CONFIRMED) in plan(engine).links


@pytest.mark.parametrize(("outcome", "measure"), [("1.1", "99.1"), ("99.1", "1.1")])
def test_no_link_is_made_to_what_the_plan_lacks(engine: Store, outcome: str, measure: str) -> None:
    bring_report(engine)
    with pytest.raises(NotFound, match=r"99\.1"):
        deciding.decide_link(engine, OFFICE, 2568, outcome, measure, LinkState.CONFIRMED, STAFF)
    assert len(history.batches(engine)) == 1


def test_rules_are_changed_by_somebody(engine: Store) -> None:
    bring_report(engine)
    number = deciding.change_rules(engine, OFFICE, 2568, Rules(due_day=10, expects_supporting=True), STAFF)
    assert plan(engine).rules == (Rules(due_day=10, expects_supporting=True),)
    assert history.batches(engine)[0].actor == STAFF
    assert number is not None
    (change,) = history.changes_of(engine, number)
    assert change.differences == (("due_day", 5, 10), ("expects_supporting", False, True))
    assert deciding.change_rules(engine, OFFICE, 2568, Rules(due_day=10, expects_supporting=True), STAFF) is None
