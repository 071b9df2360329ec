"""Whatever the store holds, and however a page was reached, it works and stands in its frame."""

from typing import NamedTuple

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from tests.pages.apps import PAGES, Office, opened, reached, unfolded
from tests.pages.bars import choices, menu, title

WITHOUT_PLAN = ("history", "imports", "plan")
"""The pages that have something to say before there is a plan."""

FILTERS = ["month", "section", "year", "roles"]
ACTING = {
    "beginning": ["year"],
    "chasing": ["month", "section", "year"],
    "history": [],
    "imports": ["year"],
    "settings": ["year"],
    "meeting": ["month", "year"],
    "my_month": ["month", "section", "year"],
    "plan": ["year"],
    "wall": ["month", "year"],
    "years": ["section", "year", "roles"],
}
"""The filters of the pages on which not all of them change something; no other stands there."""
SAMPLE = _("Sample data: the monthly reviews were invented for demonstration and are not this office's own.")


class Shown(NamedTuple):
    """A page of an office, by its own file and through the navigation."""

    office: str
    page: str
    by_itself: AppTest
    through_navigation: AppTest

    @property
    def both(self) -> tuple[AppTest, AppTest]:
        return self.by_itself, self.through_navigation


@pytest.fixture(scope="module", params=PAGES)
def shown(request: pytest.FixtureRequest, office: Office) -> Shown:
    """Every page of every office, run once for all the tests that look at it."""
    return Shown(office.name, request.param, opened(request.param), reached(request.param))


def test_it_works(shown: Shown) -> None:
    for app in shown.both:
        assert not app.exception
        assert not app.error


def test_it_has_one_title(shown: Shown) -> None:
    for app in shown.both:
        assert title(app)


def test_its_menu_has_the_language_and_the_question_who_is_here(shown: Shown) -> None:
    for app in shown.both:
        assert unfolded(app, "who").selectbox(key="lang").value == "th"
        assert app.text_input(key="actor-name").value == ""


def test_it_offers_the_filters_that_act_on_it_once_there_is_a_plan(shown: Shown) -> None:
    expected = [] if shown.office == "empty" else ACTING.get(shown.page, FILTERS)
    for app in shown.both:
        assert [name for name in choices(app) if name in FILTERS] == expected


def test_sample_data_are_named_as_such_and_nothing_else_is(shown: Shown) -> None:
    expected = [SAMPLE] if shown.office == "sample" else []
    for app in shown.both:
        assert menu(app, "sample")[:1] == expected


def test_an_empty_store_greets_with_two_ways_to_begin(shown: Shown) -> None:
    is_greeted = shown.office == "empty" and shown.page not in WITHOUT_PLAN
    for app in shown.both:
        greeting = [button.label for button in app.button if button.key in ("load-sample", "own-file")]
        assert greeting == ([_("Load the sample office"), _("Import your own file")] if is_greeted else [])


def test_it_says_the_same_however_it_was_reached(shown: Shown) -> None:
    assert said(shown.by_itself) == said(shown.through_navigation)


def said(app: AppTest) -> list[list[str]]:
    metrics = [f"{metric.label} {metric.value} {metric.delta}" for metric in app.metric]
    texts = [element.value for family in (app.title, app.caption, app.header, app.info) for element in family]
    return [metrics, texts, [html.value for html in app.html]]
