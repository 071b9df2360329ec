"""The director's page with each of its lists opened: it fits every screen, and an order is given in a few clicks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from ita_data.model.decisions import Topic
from tests.browser.desks import director_at
from tests.browser.visits import SCREENS, Visit


@pytest.fixture
def director(context: BrowserContext, sample_office: Path, tmp_path: Path) -> Iterator[Visit]:
    """The page of a sample office that may be written to, with its director at the screen."""
    with director_at("director", context, sample_office, tmp_path, month="6") as opened:
        yield opened


def test_every_list_fits_every_screen_and_speaks_thai(director: Visit, office_english: set[str]) -> None:
    assert not any(director.has_to_be_scrolled_sideways(*screen) for screen in SCREENS)
    for topic in set(Topic) - {Topic.MONTH}:
        director.page.locator(f".answers li [data-press='topic {topic}']").last.click()
        expect(director.page.get_by_role("dialog")).to_be_visible()
        director.rest()
        assert not any(director.has_to_be_scrolled_sideways(*screen) for screen in SCREENS)
        assert director.english() - office_english == set()
        director.page.keyboard.press("Escape")
        expect(director.page.get_by_role("dialog")).to_have_count(0)
    assert director.complaints == []


def test_a_matter_is_decided_and_its_order_closed_where_they_stand(director: Visit) -> None:
    page = director.page
    finding, dialog = page.locator(".answers .finding"), page.get_by_role("dialog")
    expect(finding).to_contain_text("รอตัดสินใจ 5 จาก 5 เรื่อง")
    page.locator(".answers [data-press='matter silent-ฝ่ายเทศกิจ']").press("Enter")
    expect(dialog.locator("textarea")).to_have_value("ให้ส่งรายงานที่ค้างของ ต.ค., มี.ค.")
    dialog.get_by_role("button", name="บันทึก").click()
    expect(finding).to_contain_text("รอตัดสินใจ 4 จาก 5 เรื่อง · ข้อสั่งการที่ยังไม่ปิด 1 เรื่อง")
    expect(dialog).to_have_count(0)
    page.locator(".answers .do[data-press='given 2568 1']").click()
    dialog.locator("textarea").fill("ส่งครบแล้ว")
    dialog.get_by_role("button", name="ปิดข้อสั่งการนี้").click()
    expect(finding).to_contain_text("รอตัดสินใจ 5 จาก 5 เรื่อง · ไม่มีข้อสั่งการค้าง")
    expect(page.locator(".answers")).to_contain_text("ส่งครบแล้ว")
    assert director.complaints == []


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_the_answer_begins_where_the_eye_begins(director: Visit, size: tuple[int, int]) -> None:
    director.page.set_viewport_size({"width": size[0], "height": size[1]})
    top = "(selector) => document.querySelector(selector).getBoundingClientRect().top"
    assert director.page.evaluate(top, ".answers .finding") <= 110
    assert director.page.evaluate(top, ".answers .figures") <= 180
