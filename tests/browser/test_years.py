"""The next year's plan is made before one's eyes, and both years fit the screens side by side, in Thai."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from bench.servers import serving
from tests.browser.desks import introduce
from tests.browser.visits import SCREENS, Visit, visit
from tests.databases import address_of
from tests.offices import bring_report, made_office


@pytest.fixture
def years(context: BrowserContext, tmp_path: Path) -> Iterator[Visit]:
    """The page of an office with its report alone, with somebody at the screen."""
    path = made_office(tmp_path, bring_report)
    with serving("app.py", {"DATABASE_URL": address_of(path)}) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", "years", year="2568")
        introduce(opened)
        yield opened
        opened.page.close()


def test_the_next_plan_is_made_and_stands_beside_this_years(years: Visit, office_english: set[str]) -> None:
    unfold(years, "rollover")
    assert_fits_in_thai(years, office_english)
    years.page.locator(".st-key-make-plan button").click()
    expect(years.page.get_by_text("จัดทำแผนปีงบประมาณ พ.ศ. 2569 แล้ว")).to_be_visible()
    years.rest()
    unfold(years, "origins")
    unfold(years, "scores")
    for name, points in (("IIT", "26.53"), ("EIT", "24.16"), ("OIT", "37.75")):
        field = years.page.get_by_label(name).first
        field.fill(points)
        field.press("Tab")
        years.rest()
    expect(years.page.get_by_text("คะแนนที่กรอกเป็นคะแนนแบบใด")).to_be_visible()
    expect(years.page.get_by_text("ดำเนินการต่อเหมือนเดิม").first).to_be_visible()
    assert_fits_in_thai(years, office_english)
    assert years.complaints == []


def unfold(opened: Visit, form: str) -> None:
    opened.page.locator(f".st-key-{form} summary").first.click()
    expect(opened.page.locator(f".st-key-{form} button").last).to_be_visible()
    opened.rest()


def assert_fits_in_thai(opened: Visit, office_english: set[str]) -> None:
    assert opened.english() - office_english == set()
    assert not any(opened.has_to_be_scrolled_sideways(*screen) for screen in SCREENS)
