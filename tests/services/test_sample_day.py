"""The day that is today: the sample's own where the store holds nothing but samples, and the real one for an office."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copy

import pytest

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import LinkState, Review
from ita_data.model.states import Status
from ita_data.services import clock, closing, editing, held_meetings, history, looking, opening, orders
from ita_data.services.opening import Store
from tests.offices import SAMPLE_OFFICE, SAMPLE_PLAN, bring_report
from tests.services.office import bring_other_office

NINTH_OF_APRIL = date(2025, 4, 9)
MARCH = FiscalMonth(2568, 6)
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
WORKS = "ฝ่ายโยธา"


@pytest.fixture
def sample(sample_office: Path, tmp_path: Path) -> Iterator[Store]:
    """The sample office, to be written to."""
    store = opening.open_store(Path(copy(sample_office, tmp_path)))
    yield store
    store.dispose()


def test_in_the_sample_office_it_is_the_ninth_of_april(sample: Store) -> None:
    assert opening.office_day(sample) == NINTH_OF_APRIL


def test_nothing_came_later_than_that_day(sample: Store) -> None:
    received = {batch.origin.received_on for batch in history.batches(sample) if batch.origin.is_sample}
    assert max(received) == NINTH_OF_APRIL


def test_an_empty_store_has_the_real_day(engine: Store) -> None:
    assert opening.office_day(engine) == clock.today()


def test_an_office_without_invented_reviews_has_the_real_day(engine: Store) -> None:
    bring_report(engine)
    assert opening.office_day(engine) == clock.today()


def test_a_real_office_beside_the_sample_gives_the_real_day_to_both(sample: Store) -> None:
    bring_other_office(sample)
    assert opening.office_day(sample) == clock.today()


def test_another_year_of_the_sample_office_that_is_real_has_the_real_day(sample: Store) -> None:
    bring_report(sample, 2569)
    assert opening.office_day(sample) == clock.today()


def test_what_is_ordered_answered_and_closed_there_bears_its_day(sample: Store) -> None:
    order = orders.give_order(sample, SAMPLE_OFFICE, MARCH, DIRECTOR, section=WORKS, text="เร่งรายงาน", due=MARCH.next)
    (given,) = orders.orders(sample, SAMPLE_OFFICE)
    answered = orders.close_order(sample, SAMPLE_OFFICE, given, "ส่งแล้ว", DIRECTOR)
    closing.close_month(sample, SAMPLE_PLAN, 6, DIRECTOR)
    (closed,), _reopened = closing.closings(sample, SAMPLE_PLAN)
    assert {order.given_on, answered.closed_on, closed.closed_on} == {NINTH_OF_APRIL}


def test_what_is_reported_there_is_seen_on_its_day_and_not_before(sample: Store) -> None:
    measure = next(each.measure for each in looking.reviews(sample, SAMPLE_PLAN, WORKS))
    review = Review(measure, WORKS, 6, Status.IN_PROGRESS, opening.office_day(sample), 60.0, "ลงพื้นที่แล้ว")
    batch = editing.save(sample, SAMPLE_PLAN, [(None, review)], Actor("สมชาย", ActorRole.SECTION_STAFF, WORKS))
    assert batch is not None
    assert batch.origin.received_on == NINTH_OF_APRIL
    assert review in history.reviews_on(sample, SAMPLE_PLAN, NINTH_OF_APRIL)
    assert review not in history.reviews_on(sample, SAMPLE_PLAN, date(2025, 4, 8))


def test_a_month_that_is_not_over_there_is_not_closed(sample: Store) -> None:
    with pytest.raises(closing.NotYet):
        closing.close_month(sample, SAMPLE_PLAN, 7, DIRECTOR)


def test_a_meeting_is_held_and_a_link_confirmed_on_that_day_and_seen_at_once(sample: Store) -> None:
    held_meetings.mark_held(sample, SAMPLE_OFFICE, MARCH, NINTH_OF_APRIL, DIRECTOR)
    held = held_meetings.held_meeting(sample, SAMPLE_PLAN, MARCH.month, NINTH_OF_APRIL)
    assert held is not None
    assert (held.held_on, held.marked_on) == (NINTH_OF_APRIL, NINTH_OF_APRIL)
    link = next(each for each in looking.records(sample, SAMPLE_PLAN).links if each.state is LinkState.SUGGESTED)
    editing.save(sample, SAMPLE_PLAN, [(link, replace(link, state=LinkState.CONFIRMED))], DIRECTOR)
    seen = {each.key: each.state for each in looking.records(sample, SAMPLE_PLAN, NINTH_OF_APRIL).links}
    assert seen[link.key] is LinkState.CONFIRMED
