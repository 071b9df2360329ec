"""The ways that lead from one page to another, and back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.visits import Visit, visit


@pytest.fixture
def overview(context: BrowserContext, address: str) -> Iterator[Visit]:
    opened = visit(context, address)
    yield opened
    opened.page.close()


def test_a_bar_of_the_overview_leads_to_its_indicator(overview: Visit) -> None:
    overview.page.locator(".answers [data-press='indicator 4']").first.click()
    overview.page.wait_for_url(re.compile("/indicators"))
    overview.rest()
    assert overview.title == "ตัวชี้วัด"
    assert overview.choices["indicator"] == "4"


def test_a_chosen_month_stays_in_the_address_and_on_the_next_page(overview: Visit) -> None:
    choose_month(overview, "ธ.ค. 67")
    assert overview.choices["month"] == "3"
    open_page(overview, "รายเดือน", "/months")
    assert overview.choices["month"] == "3"
    assert overview.chosen("month") == "ธ.ค. 67"


def test_an_opened_table_stays_open_when_its_numbers_change(overview: Visit) -> None:
    table = overview.page.locator("details[data-key=completion_by_section]")
    table.locator("summary").click()
    before = table.inner_text()
    overview.page.locator("h1").scroll_into_view_if_needed()
    overview.rest()
    choose_month(overview, "ธ.ค. 67")
    expect(table).not_to_have_text(before, use_inner_text=True)
    expect(table).to_have_attribute("open", "")


def test_going_back_undoes_one_thing_after_the_other(overview: Visit) -> None:
    first, name = overview.choices["month"], overview.chosen("month")
    choose_month(overview, "ธ.ค. 67")
    open_page(overview, "รายเดือน", "/months")
    overview.page.go_back()
    expect(overview.page.locator("h1")).to_have_text("ภาพรวม")
    overview.rest()
    assert (overview.path, overview.choices["month"]) == ("/", "3")
    overview.page.go_back()
    expect(overview.choice("month")).to_have_value(first)
    assert overview.chosen("month") == name
    assert (overview.path, overview.choices["month"]) == ("/", first)


def test_going_back_from_an_indicator_leads_to_what_was_seen_before(overview: Visit) -> None:
    before = overview.choices
    overview.page.locator(".answers [data-press='indicator 4']").first.click()
    overview.page.wait_for_url(re.compile("/indicators"))
    overview.rest()
    overview.page.go_back()
    expect(overview.page.locator("h1")).to_have_text("ภาพรวม")
    overview.rest()
    assert (overview.path, overview.choices) == ("/", before)


def test_english_is_one_choice_away_and_stays_chosen(overview: Visit) -> None:
    overview.page.locator(".st-key-who button").click()
    overview.choose("lang", "English")
    expect(overview.page.locator("h1")).to_have_text("Overview")
    expect(overview.page.locator("html")).to_have_attribute("lang", "en")
    open_page(overview, "Months", "/months")
    assert overview.title == "Months"
    assert overview.choices["lang"] == "en"


def choose_month(shown: Visit, month: str) -> None:
    shown.choose("month", month)
    expect(shown.page.locator(".chart h2").first).to_contain_text(month)
    shown.rest()


def open_page(shown: Visit, name: str, path: str) -> None:
    """Follow a link of the navigation."""
    shown.page.get_by_role("link", name=name).click()
    shown.page.wait_for_url(re.compile(f"{path}.*year="))
    expect(shown.page.locator("h1")).to_have_text(name)
    shown.rest()
