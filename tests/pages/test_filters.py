"""Filters come from the address, and stay in it from page to page."""

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from tests.pages.apps import (
    PAGES,
    answers,
    click,
    in_office,
    opened,
    press_in_answers,
    reached,
    text_of,
)
from tests.pages.bars import choose, chosen, menu, options, title
from tests.pages.bars import press as press_on_bar

ENFORCEMENT = "ฝ่ายเทศกิจ"
OF_A_MONTH = [page for page in PAGES if page not in ("beginning", "history", "imports", "plan", "settings", "years")]

pytestmark = pytest.mark.usefixtures("office")


@in_office("sample")
def test_each_filter_changes_what_is_shown() -> None:
    headlines = [
        headline(opened("overview", **choices))
        for choices in ({}, {"month": "3"}, {"roles": "lead"}, {"section": ENFORCEMENT})
    ]
    assert all(headlines.count(headline) == 1 for headline in headlines)


@in_office("sample")
def test_a_page_speaks_english_where_the_address_asks_for_it() -> None:
    app = opened("months", lang="en")
    assert title(app) == "Months"
    assert options(app, "month")[0] == "Oct 2024"
    assert menu(app, "sample")[0].startswith("Sample data")


@in_office("sample")
def test_what_the_address_got_wrong_falls_back_to_the_usual_choice() -> None:
    app = opened("overview", year="1999", month="13", section="nobody", roles="", lang="fr")
    assert not app.exception
    assert app.query_params == opened("overview").query_params


@in_office("sample")
@pytest.mark.parametrize("page", OF_A_MONTH)
def test_a_choice_is_written_into_the_address(page: str) -> None:
    app = choose(opened(page), "month", 3)
    assert chosen(app, "month") == "3"
    assert app.query_params["month"] == "3"


@in_office("sample")
@pytest.mark.parametrize("page", OF_A_MONTH)
def test_another_page_keeps_the_choice_though_the_navigation_empties_the_address(page: str) -> None:
    app = follow(choose(reached("overview"), "month", 3), page)
    assert chosen(app, "month") == "3"
    assert app.query_params["month"] == "3"


@in_office("sample")
@pytest.mark.parametrize("page", ["overview", "sections"])
def test_the_section_of_a_page_is_left_where_one_goes_by_the_navigation(page: str) -> None:
    app = choose(reached("sections"), "section", ENFORCEMENT)
    assert app.query_params["section"] == ENFORCEMENT
    follow(app, page)
    assert chosen(app, "section") == "all"
    assert app.query_params["section"] == "all"


@in_office("sample")
def test_a_drill_is_no_choice_for_the_session() -> None:
    app = click(reached("overview"), "completion_by_section", ENFORCEMENT)
    assert title(app) == f"{_('Sections')} · {ENFORCEMENT}"
    assert title(follow(app, "overview")) == _("Overview")
    assert headline(app) == headline(opened("overview"))


@in_office("sample")
def test_a_month_that_a_drill_led_to_is_left_likewise_unless_it_is_chosen_there() -> None:
    app = press_in_answers(reached("overview"), "month 2")
    assert chosen(app, "month") == "2"
    assert chosen(follow(app, "overview"), "month") == "6"
    app = choose(press_in_answers(app, "month 2"), "month", 3)
    assert chosen(follow(app, "overview"), "month") == "3"
    press_in_answers(app, "month 3")
    assert follow(app, "overview").query_params["month"] == "3"


@in_office("sample")
def test_an_indicator_that_a_drill_led_to_is_left_likewise() -> None:
    app = press_in_answers(reached("overview"), "indicator 4")
    assert chosen(app, "indicator") == "4"
    assert chosen(follow(follow(app, "months"), "indicators"), "indicator") == "1"


@in_office("sample")
@pytest.mark.parametrize("page", ["overview", "sections", "months", "indicators"])
def test_a_page_of_a_section_says_so_in_its_title_with_a_way_to_leave_it(page: str) -> None:
    app = opened(page, section=ENFORCEMENT)
    assert title(app).endswith(f" · {ENFORCEMENT}")
    press_on_bar(app, "leave")
    assert ENFORCEMENT not in title(app)
    assert app.query_params["section"] == "all"


@in_office("sample")
def test_a_filter_that_does_not_act_on_a_page_changes_nothing_there() -> None:
    meeting = opened("meeting", section=ENFORCEMENT, roles="lead")
    assert title(meeting) == _("Meeting")
    assert "roles" not in opened("my_month").query_params


@in_office("sample")
def test_my_month_shows_her_own_section_to_whoever_said_it() -> None:
    app = reached("overview")
    app.session_state["actor"] = Actor("สมหญิง", ActorRole.SECTION_STAFF, ENFORCEMENT)
    assert follow(app, "my_month").header[0].value.startswith(ENFORCEMENT)
    assert title(follow(app, "overview")) == _("Overview")


@in_office("sample")
def test_the_address_is_stronger_than_an_earlier_choice() -> None:
    app = choose(opened("overview"), "month", 3)
    app.query_params["month"] = "5"
    assert chosen(app.run(), "month") == "5"


@in_office("two_years")
def test_the_year_in_the_address_is_the_year_that_is_shown() -> None:
    for year, first_month in (("2568", "ต.ค. 67"), ("2569", "ต.ค. 68")):
        app = opened("overview", year=year)
        assert year in menu(app, "year")[0]
        assert options(app, "month")[0] == first_month


@in_office("two_years")
def test_without_a_choice_the_newest_year_is_shown() -> None:
    app = opened("overview")
    assert options(app, "year") == ["2569", "2568"]
    assert app.query_params["year"] == "2569"


@in_office("sample")
def test_a_past_day_in_the_address_holds_for_every_page_until_one_looks_at_today() -> None:
    app = reached("overview", **{"as-of": "2025-01-10"})
    assert chosen(app, "month") == "3"
    follow(app, "director")
    assert app.query_params["as-of"] == "2025-01-10"
    press_on_bar(app, "today")
    assert "as-of" not in app.query_params
    assert chosen(app, "month") == chosen(opened("director"), "month")


@in_office("sample")
@pytest.mark.usefixtures("office")
def test_a_day_in_the_address_may_have_a_buddhist_year() -> None:
    app = opened("overview", **{"as-of": "2568-01-10"})
    assert app.query_params == opened("overview", **{"as-of": "2025-01-10"}).query_params
    assert app.query_params["as-of"] == "2025-01-10"


@in_office("sample")
@pytest.mark.parametrize("day", ["2999-01-01", "10 ม.ค. 68", ""])
def test_a_day_to_come_or_none_at_all_is_today(day: str) -> None:
    app = opened("overview", **{"as-of": day})
    assert not app.exception
    assert app.query_params == opened("overview").query_params


def follow(app: AppTest, page: str) -> AppTest:
    """Go to a page by the navigation, which empties the address."""
    app.query_params.clear()
    return app.switch_page(f"../pages/{page}.py").run()


def headline(app: AppTest) -> list[str]:
    """What the figures of a page are counted among."""
    return text_of(answers(app), "of")
