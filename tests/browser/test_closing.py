"""The director closes a month in a browser; its figures and what changed since fit every screen, in Thai."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.desks import director_at
from tests.browser.visits import SCREENS, Visit

_WIDER_THAN_ITS_PLACE = """() => [...document.querySelectorAll(".chart")]
  .filter((chart) => chart.querySelector(".main-svg").clientWidth > chart.querySelector(".frame").clientWidth)
  .map((chart) => chart.querySelector("h2").textContent)"""


@pytest.fixture
def months(context: BrowserContext, sample_office: Path, tmp_path: Path) -> Iterator[Visit]:
    """The months' page of a sample office that may be written to, with its director at the screen."""
    with director_at("months", context, sample_office, tmp_path, month="4") as opened:
        yield opened


def test_a_closed_month_shows_its_figures_and_compares_with_another(months: Visit, office_english: set[str]) -> None:
    page = months.page
    page.locator(".st-key-close-month summary").first.click()
    page.locator(".st-key-close-now button").click()
    expect(page.locator(".st-key-closed-month h2")).to_have_text("ปิดเดือน ม.ค. 68 แล้ว")
    months.rest()
    for form in ("reopen", "compare"):
        page.locator(f".st-key-{form} summary").first.click()
        months.rest()
    assert not any(months.has_to_be_scrolled_sideways(*screen) for screen in reversed(SCREENS))
    for frame in page.locator(".chart .frame").all():
        # A chart is drawn for its place once it is about to be seen.
        frame.scroll_into_view_if_needed()
        expect(frame.locator(".main-svg").first).to_be_visible()
    page.wait_for_timeout(500)
    assert page.evaluate(_WIDER_THAN_ITS_PLACE) == []
    # A fingerprint may hold what looks like a word: …cafe…
    fingerprint = set(re.findall("[a-z]+", page.get_by_text("SHA-256").inner_text()))
    assert months.english() - office_english - fingerprint == set()
    expect(page.locator(".st-key-reopen-section input")).to_have_value("ฝ่ายปกครอง")
    page.locator(".st-key-reopen-reason input").fill("ส่งเอกสารเพิ่ม")
    page.locator(".st-key-reopen-reason input").press("Tab")
    months.rest()
    page.locator(".st-key-reopen-now button").click()
    expect(page.locator(".st-key-closed-month")).to_contain_text("เปิดให้แก้ไข 1 ส่วนราชการ")
    months.rest()
    assert months.complaints == []
