"""What an officer types is kept by the office at once, and is there again wherever she goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from bench.servers import serving
from tests.browser.desks import introduce
from tests.browser.visits import Visit, visit
from tests.databases import address_of
from tests.offices import bring_report, made_office

SECTION = "ฝ่ายการคลัง"
TYPED = "ตรวจสอบการเบิกจ่ายพัสดุครบ 12 รายการ"
KEPT = "บันทึกร่างแล้ว"


@pytest.fixture
def database(tmp_path: Path) -> str:
    """The address of an office with its report alone."""
    return address_of(made_office(tmp_path, bring_report))


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """Another device."""
    opened = browser.new_context(locale="th", viewport={"width": 390, "height": 844})
    yield opened
    opened.close()


def test_what_is_typed_is_kept_without_leaving_the_field_and_outlives_the_server(
    context: BrowserContext, phone: BrowserContext, database: str
) -> None:
    with serving("app.py", {"DATABASE_URL": database}) as port:
        opened = my_month(context, port)
        text = result(opened)
        text.press_sequentially(TYPED)
        expect(opened.page.get_by_text(KEPT)).to_be_visible()
        expect(text).to_be_focused()
        text.press_sequentially(" เพิ่มเติม")
        expect(text).to_have_value(f"{TYPED} เพิ่มเติม")
        text.blur()
        opened.rest()
        expect(opened.page.locator("[data-unsent]")).to_have_count(0)
        opened.page.close()
    with serving("app.py", {"DATABASE_URL": database}) as port:
        again = my_month(phone, port)
        expect(result(again)).to_have_value(f"{TYPED} เพิ่มเติม")
        expect(again.page.get_by_text(KEPT)).to_be_visible()
        again.page.close()


def my_month(context: BrowserContext, port: int) -> Visit:
    """A section's October, with the person at the screen known to the page."""
    opened = visit(context, f"http://127.0.0.1:{port}", "my_month", section=SECTION, month="1")
    introduce(opened)
    return opened


def result(opened: Visit) -> Locator:
    """What was done, of the first report."""
    return opened.page.locator(".sheet [data-column=result]").first
