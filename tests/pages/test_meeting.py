"""The meeting's page: as of when its figures are, whatever its address says."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import EVERY_SECTION, Review
from ita_data.model.states import Status
from ita_data.services import closing, editing, opening, orders
from ita_data.services.opening import Store
from tests.pages.apps import Office, forget_cached, in_office, opened
from tests.pages.bars import choose
from tests.pages.bars import press as press_on_bar
from ui.look import kept, plans
from ui.look import store as database

of_sample = in_office("sample")
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
REVIEW = Review("1.1", "ฝ่ายปกครอง", 1, Status.IN_PROGRESS, date(2024, 11, 4), 40.0, "ร่างคู่มือ")
AS_OPENED = "ตัวเลข ณ เวลาที่เปิดประชุม"
CHANGED = "ขณะนี้ข้อมูลเปลี่ยนไปแล้ว"
CLOSED = "เดือนนี้ปิดแล้ว"
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
LOST = "ไม่มีตัวเลขของการประชุมที่เปิดไว้ก่อนหน้าแล้ว"


def said(app: AppTest) -> str:
    """What the page says of its figures."""
    assert not app.exception
    return "\n".join(element.value for element in (*app.caption, *app.warning, *app.info))


@of_sample
@pytest.mark.parametrize("written", ["", "abc", "-1", "in Thai digits", "9" * 5000])
def test_an_address_that_names_no_meeting_opens_it_as_it_is_now(office: Office, written: str) -> None:
    revision = str(opening.revision(office.store))
    app = opened("meeting", opened=revision.translate(THAI_DIGITS) if "Thai" in written else written)
    assert app.query_params["opened"] == revision
    assert AS_OPENED in said(app)


@of_sample
@pytest.mark.parametrize("written", ["0", "99999"])
def test_a_meeting_that_is_not_kept_any_more_is_told_until_the_figures_are_refreshed(
    office: Office, written: str
) -> None:
    app = opened("meeting", opened=written)
    assert app.query_params["opened"] == str(opening.revision(office.store))
    assert LOST in said(app)
    assert LOST in said(app.run())
    assert LOST not in said(app.button(key="refresh").click().run())


@in_office("empty")
@pytest.mark.usefixtures("office")
def test_an_empty_office_is_greeted_and_has_no_meeting() -> None:
    app = opened("meeting")
    assert not app.exception
    assert app.button(key="load-sample")
    assert not app.get("download_button")


def test_an_opened_meeting_outlives_what_others_look_at_meanwhile(report: Store) -> None:
    revision = str(opening.revision(report))
    assert AS_OPENED in said(opened("meeting", month="1"))
    editing.save(report, opening.plans(report)[0], [(None, REVIEW)], DIRECTOR)
    forget_cached(database, plans, kept)
    app = opened("meeting", month="1", opened=revision)
    assert app.query_params["opened"] == revision
    assert CHANGED in said(app)
    app.button(key="refresh").click().run()
    assert app.query_params["opened"] == str(opening.revision(report))
    assert CHANGED not in said(app)


def test_an_order_given_meanwhile_changes_no_figure(report: Store) -> None:
    app = opened("meeting", month="1")
    organisation, year = opening.plans(report)[0]
    october, november = FiscalMonth(year, 1), FiscalMonth(year, 2)
    orders.give_order(report, organisation, october, DIRECTOR, section=EVERY_SECTION, text="ส่งให้ครบ", due=november)
    assert CHANGED not in said(app.run())
    editing.save(report, PlanName(organisation, year), [(None, replace(REVIEW, progress=50.0))], DIRECTOR)
    assert CHANGED in said(app.run())


def test_a_month_that_was_closed_meanwhile_is_told(report: Store) -> None:
    app = opened("meeting", month="1")
    assert CHANGED not in said(app)
    closing.close_month(report, opening.plans(report)[0], 1, DIRECTOR)
    assert CHANGED in said(app.run())
    assert CLOSED in said(app.button(key="refresh").click().run())


def test_an_order_of_an_earlier_month_that_was_closed_meanwhile_is_told(report: Store) -> None:
    organisation, year = opening.plans(report)[0]
    october, november = FiscalMonth(year, 1), FiscalMonth(year, 2)
    orders.give_order(report, organisation, october, DIRECTOR, section=EVERY_SECTION, text="ส่งให้ครบ", due=november)
    app = opened("meeting", month="2")
    assert CHANGED not in said(app)
    orders.close_order(report, organisation, orders.orders(report, organisation)[0], "ส่งครบแล้ว", DIRECTOR)
    assert CHANGED in said(app.run())


def test_another_month_is_another_meeting_and_none_that_was_lost(report: Store) -> None:
    app = opened("meeting", month="1")
    editing.save(report, opening.plans(report)[0], [(None, REVIEW)], DIRECTOR)
    choose(app, "month", 2)
    assert app.query_params["opened"] == str(opening.revision(report))
    assert AS_OPENED in said(app)
    assert LOST not in said(app)


def test_who_turns_from_a_past_day_to_today_opens_the_meeting_of_today(report: Store) -> None:
    app = opened("meeting", month="1", **{"as-of": "2024-11-20"})
    editing.save(report, opening.plans(report)[0], [(None, REVIEW)], DIRECTOR)
    press_on_bar(app, "today")
    assert app.query_params["opened"] == str(opening.revision(report))
    assert AS_OPENED in said(app)


@of_sample
@pytest.mark.usefixtures("office")
def test_it_says_that_nobody_is_known_and_offers_every_file() -> None:
    app = opened("meeting", month="6")
    assert [info.value for info in app.info if "มุมขวาบน" in info.value]
    assert len(app.get("download_button")) == 4


@of_sample
@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("every", ["", "0", "x", "9" * 5000])
def test_the_wall_takes_any_number_of_seconds_or_none(every: str) -> None:
    assert not opened("wall", every=every).exception
