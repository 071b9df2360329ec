"""The meetings that were held are marked, and taken back, on both databases."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from docx import Document

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.decisions import HeldMeeting
from ita_data.model.errors import MeetingNotThen, NotForSections, Overtaken
from ita_data.model.periods import FiscalMonth
from ita_data.services import clock, closing, editing, held_meetings, history, meeting, orders, undoing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, bring_report
from tests.services.office import OFFICE, PLAN, SECTION, STAFF, plan

DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
OCTOBER, NOVEMBER, DECEMBER = (FiscalMonth(2568, month) for month in (1, 2, 3))
HELD_ON = date(2024, 11, 7)
DUE = date(2024, 11, 5)


@pytest.fixture
def office(engine: Store) -> Store:
    bring_report(engine)
    return engine


def news_days(store: Store, month: FiscalMonth, as_of: date) -> tuple[date, date]:
    return held_meetings.news_days(store, OFFICE, month, as_of)


@pytest.mark.parametrize("actor", [DIRECTOR, COORDINATOR], ids=lambda actor: actor.role)
def test_the_director_and_the_coordinator_mark_a_meeting_as_held(office: Store, actor: Actor) -> None:
    held_meetings.mark_held(office, OFFICE, OCTOBER, HELD_ON, actor)
    held = HeldMeeting(1, HELD_ON, clock.today(), actor.name)
    assert plan(office).held_meetings == (held,)
    assert held_meetings.held_meeting(office, PLAN, 1, clock.today()) == held
    assert held_meetings.held_meeting(office, PLAN, 2, clock.today()) is None


def test_section_staff_do_not(office: Store) -> None:
    with pytest.raises(NotForSections):
        held_meetings.mark_held(office, OFFICE, OCTOBER, HELD_ON, STAFF)
    held_meetings.mark_held(office, OFFICE, OCTOBER, HELD_ON, DIRECTOR)
    (held,) = plan(office).held_meetings
    with pytest.raises(NotForSections):
        held_meetings.unmark_held(office, PLAN, held, STAFF)
    assert plan(office).held_meetings == (held,)


@pytest.mark.parametrize("day", [date(2024, 9, 30), clock.today() + timedelta(days=1)])
def test_a_meeting_is_not_held_before_its_month_nor_on_a_day_to_come(office: Store, day: date) -> None:
    with pytest.raises(MeetingNotThen):
        held_meetings.mark_held(office, OFFICE, OCTOBER, day, DIRECTOR)


def test_who_marks_a_meeting_that_somebody_marked_meanwhile_is_told(office: Store) -> None:
    held_meetings.mark_held(office, OFFICE, OCTOBER, HELD_ON, DIRECTOR)
    with pytest.raises(Overtaken):
        held_meetings.mark_held(office, OFFICE, OCTOBER, HELD_ON + timedelta(days=1), COORDINATOR)


def test_a_mark_is_taken_back_and_has_its_history(office: Store) -> None:
    held_meetings.mark_held(office, OFFICE, OCTOBER, HELD_ON, DIRECTOR)
    (held,) = plan(office).held_meetings
    held_meetings.unmark_held(office, PLAN, held, COORDINATOR)
    assert plan(office).held_meetings == ()
    undoing.undo(office, history.batches(office)[0].id, COORDINATOR)
    assert plan(office).held_meetings == (held,)


def test_news_come_after_the_last_meeting_that_was_held(office: Store) -> None:
    assert news_days(office, NOVEMBER, clock.today()) == (DUE, NOVEMBER.next.last_day)
    held_meetings.mark_held(office, OFFICE, OCTOBER, HELD_ON, DIRECTOR)
    assert news_days(office, NOVEMBER, clock.today())[0] == HELD_ON
    assert news_days(office, OCTOBER, clock.today())[1] == HELD_ON


def test_a_mark_of_today_is_not_known_on_a_past_day(office: Store) -> None:
    held_meetings.mark_held(office, OFFICE, OCTOBER, HELD_ON, DIRECTOR)
    yesterday = clock.today() - timedelta(days=1)
    assert news_days(office, NOVEMBER, yesterday)[0] == DUE
    assert held_meetings.held_meeting(office, PLAN, 1, yesterday) is None


def test_the_closing_of_a_month_counts_as_its_meeting_unless_another_day_is_marked(office: Store) -> None:
    closing.close_month(office, PLAN, 1, DIRECTOR)
    assert news_days(office, OCTOBER, clock.today())[1] == clock.today()
    held_meetings.mark_held(office, OFFICE, OCTOBER, HELD_ON, DIRECTOR)
    assert news_days(office, OCTOBER, clock.today())[1] == HELD_ON
    assert news_days(office, NOVEMBER, clock.today())[0] == HELD_ON


def test_the_meeting_of_the_year_before_is_the_last_one_before_octobers(office: Store) -> None:
    bring_report(office, 2569)
    september, october = FiscalMonth(2568, 12), FiscalMonth(2569, 1)
    held_meetings.mark_held(office, OFFICE, september, date(2025, 10, 9), DIRECTOR)
    assert news_days(office, october, clock.today())[0] == date(2025, 10, 9)


def test_the_minutes_have_the_orders_that_were_closed_since_the_last_meeting(office: Store) -> None:
    order = orders.give_order(office, OFFICE, OCTOBER, DIRECTOR, section=SECTION, text="ส่งให้ครบ", due=NOVEMBER)
    held = HeldMeeting(2, date(2024, 12, 9), date(2024, 12, 9), DIRECTOR.name)
    closed = replace(order, given_on=HELD_ON, answer="ครบแล้ว", closed_on=date(2024, 12, 9), closed_by="หัวหน้าฝ่ายปกครอง")
    editing.save(office, PLAN, [(order, closed), (None, held)], DIRECTOR)
    in_november, in_december = (
        "ครบแล้ว" in "".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
        for document in (
            Document(BytesIO(meeting.take_away(office, OFFICE, month, date(2025, 1, 10), kind="docx")))
            for month in (NOVEMBER, DECEMBER)
        )
    )
    assert (in_november, in_december) == (True, False)
