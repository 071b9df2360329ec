"""A section header finds what she owes and sends it, with as few clicks as the README says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from bench.servers import serving
from tests.browser.desks import introduce
from tests.browser.visits import CLICKS, SCREENS, Visit, visit
from tests.databases import address_of
from tests.offices import bring_report, made_office

README = Path(__file__).parents[2] / "README.md"
SECTION = "ฝ่ายการคลัง"


@pytest.fixture
def my_month(context: BrowserContext, tmp_path: Path) -> Iterator[Visit]:
    """The page of an office with its report alone, of which a section is known to the page."""
    path = made_office(tmp_path, bring_report)
    with serving("app.py", {"DATABASE_URL": address_of(path)}) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", "my_month", section=SECTION, month="1")
        introduce(opened)
        yield opened
        opened.page.close()


def test_a_month_is_sent_with_the_clicks_that_the_readme_names(my_month: Visit, office_english: set[str]) -> None:
    page = my_month.page
    assert my_month.english() - office_english == set()
    assert not any(my_month.has_to_be_scrolled_sideways(*screen) for screen in SCREENS)
    page.evaluate(CLICKS)
    press(my_month, "อยู่ระหว่างดำเนินการ")
    press(my_month, "ถัดไป")
    press(my_month, "ไม่มีการดำเนินการในเดือนนี้")
    assert page.evaluate("window.clicks") == sum(clicks_for(words) for words in ("with a status", "nothing was done"))
    page.evaluate("window.clicks = 0")
    page.locator(".st-key-rest button").click()
    press(my_month, "ใช่ ไม่มีการดำเนินการ")
    assert page.evaluate("window.clicks") == clicks_for("all others")
    page.evaluate("window.clicks = 0")
    page.locator(".st-key-send button").click()
    expect(page.locator("[data-testid=stAlert]").first).to_contain_text("ส่งรายงานแล้ว")
    assert page.evaluate("window.clicks") == clicks_for("send")


def test_the_browser_asks_before_it_loses_what_was_entered(my_month: Visit) -> None:
    asked: list[str] = []
    my_month.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    my_month.page.reload()
    my_month.rest()
    assert asked == []
    press(my_month, "อยู่ระหว่างดำเนินการ")
    expect(my_month.page.locator("[data-unsent]")).to_be_attached()
    my_month.page.reload()
    assert asked == ["beforeunload"]


def press(shown: Visit, name: str) -> None:
    shown.page.get_by_role("button", name=name).or_(shown.page.get_by_role("radio", name=name)).first.click()
    shown.rest()


def clicks_for(words: str) -> int:
    """The clicks that the README's list gives for what a line of it says."""
    found = re.search(rf"^\s*- (\d) clicks?[^\n]*{words}", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, words
    return int(found[1])
