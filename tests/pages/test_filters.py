"""Filters come from the address, and stay in it from page to page."""

import pytest

from tests.pages.apps import PAGES, choose, in_office, opened, reached

ENFORCEMENT = "ฝ่ายเทศกิจ"

pytestmark = pytest.mark.usefixtures("office")


@in_office("sample")
def test_each_filter_changes_what_is_shown() -> None:
    headlines = [
        [metric.delta for metric in opened("overview", **choices).metric]
        for choices in ({}, {"month": "3"}, {"roles": "lead"}, {"section": ENFORCEMENT})
    ]
    assert all(headlines.count(headline) == 1 for headline in headlines)


@in_office("sample")
def test_a_page_speaks_english_where_the_address_asks_for_it() -> None:
    app = opened("months", lang="en")
    assert app.title[0].value == "Months"
    assert app.selectbox(key="month").options[0] == "Oct 2024"
    assert app.warning[0].value.startswith("Sample data")


@in_office("sample")
def test_what_the_address_got_wrong_falls_back_to_the_usual_choice() -> None:
    app = opened("overview", year="1999", month="13", section="nobody", roles="", lang="fr")
    assert not app.exception
    assert app.query_params == opened("overview").query_params


@in_office("sample")
@pytest.mark.parametrize("page", PAGES)
def test_a_choice_is_written_into_the_address(page: str) -> None:
    app = choose(opened(page), "month", 3)
    assert app.selectbox(key="month").value == 3
    assert app.query_params["month"] == "3"


@in_office("sample")
@pytest.mark.parametrize("page", PAGES)
def test_another_page_keeps_the_choice_though_the_navigation_empties_the_address(page: str) -> None:
    app = choose(reached("overview"), "month", 3)
    app.query_params.clear()
    app.switch_page(f"../pages/{page}.py").run()
    assert app.selectbox(key="month").value == 3
    assert app.query_params["month"] == "3"


@in_office("sample")
def test_a_section_is_still_chosen_after_a_page_that_is_of_the_whole_office() -> None:
    app = choose(reached("overview"), "section", ENFORCEMENT)
    for page in ("meeting", "sections"):
        app.query_params.clear()
        app.switch_page(f"../pages/{page}.py").run()
    assert app.selectbox(key="section").value == ENFORCEMENT
    assert app.query_params["section"] == ENFORCEMENT


@in_office("sample")
def test_the_address_is_stronger_than_an_earlier_choice() -> None:
    app = choose(opened("overview"), "month", 3)
    app.query_params["month"] = "5"
    assert app.run().selectbox(key="month").value == 5


@in_office("two_years")
def test_the_year_in_the_address_is_the_year_that_is_shown() -> None:
    for year, first_month in (("2568", "ต.ค. 67"), ("2569", "ต.ค. 68")):
        app = opened("overview", year=year)
        assert year in app.caption[0].value
        assert app.selectbox(key="month").options[0] == first_month


@in_office("two_years")
def test_without_a_choice_the_newest_year_is_shown() -> None:
    app = opened("overview")
    assert app.selectbox(key="year").options == ["2569", "2568"]
    assert app.query_params["year"] == "2569"


@in_office("sample")
def test_a_past_day_in_the_address_holds_for_every_page_until_one_looks_at_today() -> None:
    app = reached("overview", **{"as-of": "2025-01-10"})
    assert app.selectbox(key="month").value == 3
    app.query_params.clear()
    app.switch_page("../pages/director.py").run()
    assert app.query_params["as-of"] == "2025-01-10"
    app.button(key="today").click().run()
    assert "as-of" not in app.query_params
    assert app.selectbox(key="month").value == 12


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
