"""The meeting's page says when the meeting was held, and lets the director and the coordinator mark it."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.decisions import Topic
from ita_data.model.periods import FiscalMonth
from ita_data.services import clock, held_meetings, looking, opening
from ita_data.services.opening import Store
from tests.pages.apps import opened, press_in_answers
from tests.pages.days import days

HELD_ON = date(2024, 11, 7)
COORDINATOR = Actor("ผู้ประสานงานแผน", ActorRole.COORDINATOR)
STAFF = Actor("เจ้าหน้าที่", ActorRole.SECTION_STAFF, "ฝ่ายปกครอง")


def october(store: Store) -> FiscalMonth:
    """October of the office's plan."""
    return FiscalMonth(opening.plans(store)[0].fiscal_year, 1)


def as_actor(actor: Actor | None, page: str = "meeting", **choices: str) -> AppTest:
    app = opened(page, year="2568", month="1", **choices)
    app.session_state["actor"] = actor
    return app.run()


def marked(store: Store) -> list[date]:
    return [held.held_on for held in looking.records(store, opening.plans(store)[0]).held_meetings]


def test_the_coordinator_marks_a_meeting_and_takes_it_back(report: Store) -> None:
    app = as_actor(COORDINATOR)
    days(app)[0].enter(HELD_ON)
    app.button(key="mark-held").click().run()
    assert not app.exception
    assert marked(report) == [HELD_ON]
    text = _("The meeting was held on {day}, as {name} marked.").format(day=date_label(HELD_ON), name=COORDINATOR.name)
    assert text in [each.value for each in app.text]
    app.button(key="unmark-held").click().run()
    assert marked(report) == []
    assert app.button(key="mark-held")


def test_a_day_may_have_a_buddhist_year_and_a_wrong_one_is_refused(report: Store) -> None:
    app = as_actor(COORDINATOR)
    days(app)[0].enter(date(2024, 9, 30))
    app.button(key="mark-held").click().run()
    assert [date_label(date(2024, 10, 1)) in error.value for error in app.error] == [True]
    days(app)[0].enter(f"{HELD_ON:%d/%m}/{HELD_ON.year + 543}")
    app.button(key="mark-held").click().run()
    assert marked(report) == [HELD_ON]


@pytest.mark.parametrize("actor", [STAFF, None], ids=["section staff", "nobody"])
def test_others_can_neither_mark_a_meeting_nor_take_it_back(report: Store, actor: Actor | None) -> None:
    assert as_actor(actor).button(key="mark-held").disabled
    plan = opening.plans(report)[0]
    held_meetings.mark_held(report, plan.organisation, october(report), HELD_ON, COORDINATOR)
    assert as_actor(actor).button(key="unmark-held").disabled


def test_as_of_a_past_day_nothing_is_marked(report: Store) -> None:
    held_meetings.mark_held(report, opening.plans(report)[0].organisation, october(report), HELD_ON, COORDINATOR)
    app = as_actor(COORDINATOR, **{"as-of": "2024-11-20"})
    assert {"mark-held", "unmark-held"}.isdisjoint({button.key for button in app.button})
    assert not any(date_label(HELD_ON) in each.value for each in app.text)


def test_the_directors_page_counts_news_from_the_last_meeting_on(report: Store) -> None:
    held_meetings.mark_held(report, opening.plans(report)[0].organisation, october(report), HELD_ON, COORDINATOR)
    app = opened("director", year="2568", month="2")
    press_in_answers(app, f"topic {Topic.CHANGES}")
    assert [caption.value for caption in app.caption if date_label(HELD_ON) in caption.value]


@pytest.mark.usefixtures("report")
def test_a_month_ahead_has_no_meeting_to_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2024, 9, 30))
    assert "mark-held" not in {button.key for button in as_actor(COORDINATOR).button}
