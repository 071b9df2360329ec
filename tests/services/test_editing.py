"""What people enter on pages, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Edit
from ita_data.model.errors import NotFound, Overtaken
from ita_data.model.records import Exemption, Link, LinkState, Review
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from ita_data.services import editing, history, undoing
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.services.office import PLAN, STAFF, plan

REVIEW = Review("1.1", "ฝ่ายปกครอง", 1, Status.IN_PROGRESS, date(2024, 11, 4), 40.0, "ร่างคู่มือ")
OTHERS = replace(REVIEW, progress=60.0)
EXEMPTION = Exemption("1.1", "ฝ่ายปกครอง", 2, "ปิดปรับปรุงสำนักงาน", date(2024, 11, 20))


def save(engine: Store, *edits: Edit) -> int | None:
    batch = editing.save(engine, PLAN, edits, STAFF)
    return batch and batch.id


def test_records_entered_together_are_one_batch_of_somebody(engine: Store) -> None:
    bring_report(engine)
    number = save(engine, (None, REVIEW), (None, EXEMPTION))
    assert number is not None
    assert (plan(engine).reviews, plan(engine).exemptions) == ((REVIEW,), (EXEMPTION,))
    assert history.batches(engine)[0].actor == STAFF
    assert [change.record for change in history.changes_of(engine, number)] == [REVIEW, EXEMPTION]


def test_what_stays_as_it_was_is_not_written(engine: Store) -> None:
    bring_report(engine)
    save(engine, (None, REVIEW))
    assert save(engine, (REVIEW, REVIEW)) is None
    assert len(history.batches(engine)) == 2


def test_a_record_is_taken_away_and_comes_back_by_undo(engine: Store) -> None:
    bring_report(engine)
    save(engine, (None, EXEMPTION))
    number = save(engine, (EXEMPTION, None))
    assert plan(engine).exemptions == ()
    assert number is not None
    undoing.undo(engine, number, STAFF)
    assert plan(engine).exemptions == (EXEMPTION,)


def test_sections_that_send_at_the_same_moment_are_all_heard(engine: Store) -> None:
    bring_report(engine)
    months = range(1, 5)
    with ThreadPoolExecutor(len(months)) as people:
        numbers = list(people.map(lambda month: save(engine, (None, replace(REVIEW, month=month))), months))
    assert len(set(numbers)) == len(months)
    assert {review.month for review in plan(engine).reviews} == set(months)


@pytest.mark.parametrize("shown", [REVIEW, None], ids=["changed since", "new since"])
def test_what_somebody_else_saved_meanwhile_is_not_overwritten(engine: Store, shown: Review | None) -> None:
    bring_report(engine)
    save(engine, (None, OTHERS))
    mine = replace(REVIEW, progress=80.0)
    with pytest.raises(Overtaken, match=r"1\.1 · ฝ่ายปกครอง") as raised:
        save(engine, (shown, mine), (None, EXEMPTION))
    assert [(change.before, change.after) for change in raised.value.changes] == [(OTHERS, mine)]
    assert (plan(engine).reviews, plan(engine).exemptions) == ((OTHERS,), ())


def test_what_somebody_else_took_away_meanwhile_is_said(engine: Store) -> None:
    bring_report(engine)
    with pytest.raises(Overtaken):
        save(engine, (REVIEW, replace(REVIEW, progress=80.0)))
    assert plan(engine).reviews == ()


def test_the_author_of_a_record_is_who_wrote_it_last(engine: Store) -> None:
    bring_report(engine)
    save(engine, (None, EXEMPTION), (None, REVIEW))
    other = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
    editing.save(engine, PLAN, [(EXEMPTION, replace(EXEMPTION, reason="ย้ายสำนักงาน"))], other)
    authors = history.authors(engine, PLAN, "exemption")
    assert {key: author.actor for key, author in authors.items()} == {("exemption", EXEMPTION.key): other}
    assert history.authors(engine, PLAN, "review")["review", REVIEW.key].actor == STAFF


def test_a_link_that_somebody_rejected_stays_rejected_when_the_report_comes_again(engine: Store) -> None:
    bring_report(engine)
    link = plan(engine).links[0]
    rejected = replace(link, state=LinkState.REJECTED)
    number = save(engine, (link, rejected))
    assert number is not None
    (change,) = history.changes_of(engine, number)
    assert (change.before, change.after) == (link, rejected)
    assert (history.batches(engine)[0].actor, history.batches(engine)[0].origin.layout) == (STAFF, editing.PAGE)
    bring_report(engine)
    assert plan(engine).links[0] == rejected


def test_of_two_who_decide_a_link_otherwise_the_later_one_is_told(engine: Store) -> None:
    bring_report(engine)
    link = plan(engine).links[0]
    save(engine, (link, replace(link, state=LinkState.REJECTED)))
    with pytest.raises(Overtaken):
        save(engine, (link, replace(link, state=LinkState.CONFIRMED)))
    assert plan(engine).links[0].state is LinkState.REJECTED


def test_of_two_who_decide_the_same_the_later_one_writes_nothing(engine: Store) -> None:
    bring_report(engine)
    link = plan(engine).links[0]
    confirmed = replace(link, state=LinkState.CONFIRMED)
    assert save(engine, (link, confirmed))
    assert save(engine, (link, confirmed)) is None
    save(engine, (None, EXEMPTION))
    assert save(engine, (EXEMPTION, None))
    assert save(engine, (EXEMPTION, None)) is None


def test_a_link_that_nobody_suggested_may_be_made(engine: Store) -> None:
    bring_report(engine)
    made = Link("10.1", "10.1", LinkState.CONFIRMED)
    save(engine, (None, made))
    assert made in plan(engine).links


@pytest.mark.parametrize(("outcome", "measure"), [("1.1", "99.1"), ("99.1", "1.1")])
def test_no_link_is_made_to_what_the_plan_lacks(engine: Store, outcome: str, measure: str) -> None:
    bring_report(engine)
    with pytest.raises(NotFound, match=r"99\.1"):
        save(engine, (None, Link(outcome, measure, LinkState.CONFIRMED)))
    assert len(history.batches(engine)) == 1


def test_rules_are_changed_by_somebody(engine: Store) -> None:
    bring_report(engine)
    rules = Rules(due_day=10, expects_supporting=True)
    number = save(engine, (Rules(), rules))
    assert plan(engine).rules == (rules,)
    assert number is not None
    (change,) = history.changes_of(engine, number)
    assert change.differences == (("due_day", 5, 10), ("expects_supporting", False, True))
