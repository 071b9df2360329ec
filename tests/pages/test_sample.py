"""The sample office is alive: its day is today, a chip says so, and short tours show what it can do."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copy

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.plan_name import PlanName
from ita_data.services import clock, closing, looking, opening
from ita_data.services.opening import Store
from tests.pages.apps import in_office, introduce, opened, press, reached, unfolded
from tests.pages.bars import chip, title
from tests.pages.bars import press as press_on_bar
from tests.pages.conftest import shown_by_pages
from tests.pages.sheets import first, rows, type_into
from ui.shell.tour_steps import TOURS

NINTH_OF_APRIL = date(2025, 4, 9)
WORKS = "ฝ่ายโยธา"
BOTH = pytest.mark.usefixtures("office")


@pytest.fixture
def sample(sample_office: Path, tmp_path: Path) -> Iterator[Store]:
    """The sample office, which the test may write to."""
    with shown_by_pages(Path(copy(sample_office, tmp_path))) as store:
        yield store


def test_what_a_section_enters_there_is_sent_on_its_day(sample: Store) -> None:
    app = introduce(opened("my_month", section=WORKS, month="6"))
    type_into(app, first(app), **rows(app)[first(app)]["nothing"])
    press(app, _("Send {number} reports").format(number=1))
    assert not app.exception
    plan = PlanName(opening.plans(sample)[0].organisation, 2568)
    (review,) = [review for review in looking.reviews(sample, plan, WORKS) if review.month == 6]
    assert review.received_on == NINTH_OF_APRIL


def test_the_month_that_is_over_is_closed_there_on_its_day(sample: Store) -> None:
    app = introduce(opened("months", month="6"))
    app.session_state["actor"] = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
    press(unfolded(app, "close-month"), _("Close {month} now").format(month="มี.ค. 68"))
    assert not app.exception
    (closed,), _reopened = closing.closings(sample, opening.plans(sample)[0])
    assert closed.closed_on == NINTH_OF_APRIL


@BOTH
@in_office("sample")
def test_the_chip_leads_to_the_real_day_and_back() -> None:
    app = press_on_bar(opened("overview"), "real-day")
    assert app.query_params["as-of"] == clock.today().isoformat()
    assert chip(app, "today") == _("As of {day} · look at today").format(day=date_label(clock.today()))
    press_on_bar(app, "today")
    assert "as-of" not in app.query_params
    assert chip(app, "today") is None


@BOTH
@in_office("sample")
def test_on_the_real_day_nothing_can_be_written_there() -> None:
    app = introduce(opened("my_month", section=WORKS, month="6", **{"as-of": clock.today().isoformat()}))
    assert not [button for button in app.button if button.key == "send"]


@BOTH
@in_office("sample")
@pytest.mark.parametrize("name", TOURS)
def test_a_tour_leads_from_page_to_page_and_ends(name: str) -> None:
    steps = TOURS[name].steps
    assert 4 <= len(steps) <= 7
    app = unfolded(reached("overview"), "who").menu_button(key="help").click(name).run()
    for place, step in enumerate(steps):
        assert said(app).endswith(_(step.text))
        assert title(app) == title(opened(step.page))
        # A page that was led to is not yet that of the next run here, as it is in a browser.
        app.switch_page(f"../pages/{step.page}.py").run()
        if place < len(steps) - 1:
            app.button(key="tour-on").click().run()
    assert not [button for button in app.button if button.key == "tour-on"]
    app = app.button(key="tour-end").click().run()
    assert not [button for button in app.button if button.key == "tour-end"]


@BOTH
@in_office("sample")
def test_the_offer_can_be_skipped_and_the_tours_are_found_under_help() -> None:
    app = press_on_bar(reached("overview"), "tour none")
    assert chip(app, "tour none") is None
    app = unfolded(app, "who").menu_button(key="help").click("staff").run()
    assert said(app).endswith(_(TOURS["staff"].steps[0].text))


@BOTH
@in_office("report")
def test_an_office_of_its_own_is_offered_no_tour_but_finds_it_under_help() -> None:
    app = unfolded(reached("overview"), "who")
    assert chip(app, "tour none") is None
    assert [button.key for button in app.menu_button] == ["help"]


def said(app: AppTest) -> str:
    """What the running tour says."""
    return next(text.value for text in app.markdown if text.value.startswith("**"))
