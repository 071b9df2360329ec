"""As of a past day nothing later is seen, of whatever kind."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from ita_data.model.known import known_on, plan_on
from ita_data.model.records import Outcome, Record, Records
from tests.store.office import RECORDS

ANSWERED = RECORDS.orders[1]
"""Given on 6 January 2025 and closed with its answer on 3 February."""


def of_a_day() -> list[tuple[Record, date]]:
    """A record of each kind that counts from a day on, with that day."""
    days = {
        "outcome": "finished_on",
        "review": "received_on",
        "exemption": "decided_on",
        "order": "given_on",
        "remark": "made_on",
        "closing": "closed_on",
        "reopening": "opened_on",
        "held_meeting": "marked_on",
    }
    return [(RECORDS.of(kind)[0], getattr(RECORDS.of(kind)[0], name)) for kind, name in days.items()]


@pytest.mark.parametrize(("record", "day"), of_a_day(), ids=lambda each: getattr(each, "kind", ""))
def test_a_record_is_seen_from_its_day_on(record: Record, day: date) -> None:
    assert known_on([record], day - timedelta(days=1)) == ()
    assert len(known_on([record], day)) == 1


def test_an_order_that_was_answered_later_is_open_and_has_no_answer() -> None:
    before, after = (known_on([ANSWERED], day) for day in (date(2025, 2, 2), date(2025, 2, 3)))
    assert before == (replace(ANSWERED, answer="", closed_on=None, closed_by=""),)
    assert after == (ANSWERED,)


def test_the_links_of_a_later_outcome_come_with_it() -> None:
    before, after = (plan_on(RECORDS, day) for day in (date(2024, 12, 3), date(2024, 12, 4)))
    assert [link.outcome for link in before.links] == ["10.1"]
    assert after.links == RECORDS.links


def test_an_outcome_without_a_day_was_always_there() -> None:
    outcome = Outcome("10.1", 10, 1, "ประกาศแล้ว")
    assert known_on([outcome], date(2000, 1, 1)) == (outcome,)


def test_what_has_no_day_of_its_own_is_seen_as_it_is_now() -> None:
    long_ago = plan_on(RECORDS, date(2000, 1, 1))
    undated = (
        "sections",
        "indicators",
        "initiatives",
        "items",
        "measures",
        "assignments",
        "rules",
        "holidays",
        "scores",
    )
    assert [getattr(long_ago, name) for name in undated] == [getattr(RECORDS, name) for name in undated]
    others = {field.name for field in fields(Records)} - {*undated, "organisation", "fiscal_year", "is_sample"}
    assert {name for name in others if getattr(long_ago, name)} == {"outcomes", "links"}


def test_once_all_has_happened_all_is_known() -> None:
    assert plan_on(RECORDS, date(2025, 12, 31)) == RECORDS
