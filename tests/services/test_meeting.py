"""A month's meeting is opened with the figures of the day, or with those that were signed off; on both databases."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, event

from ita_data.agenda import agenda
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.decisions import Response, Topic
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import EVERY_SECTION, Review
from ita_data.model.states import Status
from ita_data.services import clock, closing, editing, meeting, orders
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.services.office import OFFICE, PLAN, STAFF

SECTION = "ฝ่ายปกครอง"
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
OCTOBER, NOVEMBER = FiscalMonth(2568, 1), FiscalMonth(2568, 2)
REVIEW = Review("1.1", SECTION, 1, Status.IN_PROGRESS, date(2024, 11, 4), 40.0, "ร่างคู่มือ")
COMPLETED = replace(REVIEW, status=Status.COMPLETED, progress=100.0)


@pytest.fixture
def office(engine: Store) -> Store:
    bring_report(engine)
    editing.save(engine, PLAN, [(None, REVIEW)], STAFF)
    return engine


def status_of(opened: meeting.Meeting, measure: str) -> str:
    status: str = next(row["status"] for row in opened.rows("measure_status") if row["measure"] == measure)
    return status


def test_a_meeting_has_what_the_office_knew_on_the_day(office: Store) -> None:
    before = meeting.open_meeting(office, OFFICE, OCTOBER, date(2024, 11, 3))
    after = meeting.open_meeting(office, OFFICE, OCTOBER, date(2024, 11, 6))
    assert (status_of(before, "1.1"), status_of(after, "1.1")) == ("not_started", "in_progress")
    assert before.names["section"][SECTION] == SECTION
    assert before.names["indicator"][1].startswith("1 ")


def test_a_closed_month_has_the_figures_that_were_signed_off_whatever_came_later(office: Store) -> None:
    closing.close_month(office, PLAN, 1, DIRECTOR)
    before = meeting.open_meeting(office, OFFICE, OCTOBER, clock.today())
    editing.save(office, PLAN, [(REVIEW, COMPLETED)], STAFF, reason="ส่งเอกสารเพิ่ม")
    after = meeting.open_meeting(office, OFFICE, OCTOBER, clock.today())
    assert before.is_closed
    assert status_of(after, "1.1") == "in_progress"
    assert [(screen.title, screen.body, screen.foot) for screen in agenda(after)] == [
        (screen.title, screen.body, screen.foot) for screen in agenda(before)
    ]
    assert not meeting.open_meeting(office, OFFICE, NOVEMBER, clock.today()).is_closed


def test_a_month_looked_at_as_of_a_day_before_its_closing_is_not_closed(office: Store) -> None:
    closing.close_month(office, PLAN, 1, DIRECTOR)
    assert not meeting.open_meeting(office, OFFICE, OCTOBER, date(2024, 11, 6)).is_closed


def test_an_order_of_one_month_is_on_the_agenda_of_the_next(office: Store) -> None:
    orders.give_order(office, OFFICE, OCTOBER, DIRECTOR, section=EVERY_SECTION, text="ส่งให้ครบ", due=NOVEMBER)
    found = {screen.name: screen for screen in agenda(meeting.open_meeting(office, OFFICE, NOVEMBER, clock.today()))}
    assert list(found)[1] == "orders"
    assert found["orders"].body.rows[0][1:3] == (EVERY_SECTION, "ส่งให้ครบ")  # type: ignore[union-attr]


def test_a_comment_on_one_month_is_on_the_agenda_of_the_next_from_its_day_on(office: Store) -> None:
    about = {"response": Response.COMMENT, "topic": Topic.MISSING, "section": SECTION}
    orders.make_remark(office, OFFICE, OCTOBER, DIRECTOR, text="ส่งให้ทันกำหนด", **about)
    november = meeting.open_meeting(office, OFFICE, NOVEMBER, clock.today())
    assert [remark.text for remark in november.said_before] == ["ส่งให้ทันกำหนด"]
    assert meeting.open_meeting(office, OFFICE, OCTOBER, clock.today()).said_before == ()
    assert meeting.open_meeting(office, OFFICE, NOVEMBER, clock.today() - timedelta(days=1)).said_before == ()


def test_octobers_agenda_begins_with_what_was_said_on_september(office: Store) -> None:
    bring_report(office, 2569)
    about = {"response": Response.COMMENT, "topic": Topic.MONTH, "section": EVERY_SECTION}
    orders.make_remark(office, OFFICE, FiscalMonth(2568, 12), DIRECTOR, text="สรุปผลทั้งปี", **about)
    october = meeting.open_meeting(office, OFFICE, FiscalMonth(2569, 1), clock.today())
    assert [remark.text for remark in october.said_before] == ["สรุปผลทั้งปี"]


def test_a_meeting_is_of_one_revision_because_it_is_read_at_once(office: Store) -> None:
    begun: list[Connection] = []
    event.listens_for(office, "begin")(lambda connection: begun.append(connection))
    meeting.open_meeting(office, OFFICE, OCTOBER, clock.today())
    assert len(begun) == 1
    meeting.take_away(office, OFFICE, OCTOBER, clock.today(), kind="xlsx")
    assert len(begun) == 2
