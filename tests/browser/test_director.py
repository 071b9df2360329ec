"""The director's page with everything on it opened: it fits every screen, and an order is given in a few clicks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from bench.servers import serving
from ita_data.model.decisions import Topic
from tests.browser.desks import introduce
from tests.browser.visits import SCREENS, Visit, visit
from tests.databases import address_of


@pytest.fixture
def director(context: BrowserContext, sample_office: Path, tmp_path: Path) -> Iterator[Visit]:
    """The page of a sample office that may be written to, with its director at the screen."""
    path = shutil.copy(sample_office, tmp_path / "office.db")
    with serving("app.py", {"DATABASE_URL": address_of(path)}) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", "director", month="6")
        introduce(opened, "ผู้อำนวยการเขต")
        yield opened
        opened.page.close()


def test_an_order_is_given_from_any_list_and_stands_at_the_top(director: Visit, office_english: set[str]) -> None:
    page = director.page
    for topic in set(Topic) - {Topic.MONTH}:
        page.locator(f".st-key-topic-{topic} summary").first.click()
        director.rest()
    assert not any(director.has_to_be_scrolled_sideways(*screen) for screen in SCREENS)
    assert director.english() - office_english == set()
    standstill = page.locator(".st-key-topic-standstill")
    standstill.get_by_role("radio", name="ข้อสั่งการ").click()
    standstill.locator("textarea").fill("เร่งรัดมาตรการที่ไม่มีความคืบหน้า")
    standstill.get_by_role("button", name="บันทึก").click()
    expect(page.locator("h3").first).to_contain_text("ข้อสั่งการที่ยังไม่ปิด 1 เรื่อง")
    director.rest()
    assert standstill.locator("textarea").input_value() == ""
    standstill.get_by_role("button", name="บันทึก").click()
    expect(standstill.locator("summary").first).to_contain_text("บันทึกข้อพิจารณาแล้ว 1 เรื่อง")
    director.rest()
    assert standstill.locator("textarea").is_visible()
    assert director.complaints == []
