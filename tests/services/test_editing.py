"""What people enter on pages, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from ita_data.model.actors import Actor
from ita_data.model.errors import Overtaken
from ita_data.model.records import Exemption, Review
from ita_data.model.states import Status
from ita_data.services import editing, history, undoing
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.services.office import OFFICE, STAFF, plan

REVIEW = Review("1.1", "ฝ่ายปกครอง", 1, Status.IN_PROGRESS, date(2024, 11, 4), 40.0, "ร่างคู่มือ")
OTHERS = replace(REVIEW, progress=60.0)
EXEMPTION = Exemption("1.1", "ฝ่ายปกครอง", 2, "ปิดปรับปรุงสำนักงาน", date(2024, 11, 20))


def save(engine: Store, *edits: editing.Edit) -> int | None:
    batch = editing.save(engine, OFFICE, 2568, edits, STAFF)
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
    other = Actor("ผู้อำนวยการเขต", "director")
    editing.save(engine, OFFICE, 2568, [(EXEMPTION, replace(EXEMPTION, reason="ย้ายสำนักงาน"))], other)
    authors = history.authors(engine, OFFICE, 2568, "exemption")
    assert {key: author.actor for key, author in authors.items()} == {("exemption", EXEMPTION.key): other}
    assert history.authors(engine, OFFICE, 2568, "review")["review", REVIEW.key].actor == STAFF
