"""The import desk in a browser: who is there, and what they give it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from bench.servers import serving
from tests.browser.visits import Visit, visit
from tests.databases import address_of

HEADERS = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
SECTION = "ฝ่ายปกครอง"
UNKNOWN_STATUS = "เสร็จเกือบหมด"


@contextmanager
def director_at(page: str, context: BrowserContext, office: Path, folder: Path, month: str) -> Iterator[Visit]:
    """A page of an office's copy in this folder, which may be written to, with its director at the screen."""
    path = shutil.copy(office, folder / "office.db")
    with serving("app.py", {"DATABASE_URL": address_of(path)}) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", page, month=month)
        introduce(opened, "ผู้อำนวยการเขต")
        yield opened
        opened.page.close()


def introduce(opened: Visit, name: str = "เจ้าหน้าที่ธุรการ") -> None:
    """Say who is at the screen."""
    opened.page.locator(".st-key-who button").first.click()
    opened.page.locator(".st-key-actor-name input").fill(name)
    opened.page.locator("[data-testid=stFormSubmitButton] button").click()
    expect(opened.page.locator(".st-key-who")).to_contain_text(name)
    opened.rest()


def introduce_by_keys(opened: Visit, name: str) -> None:
    """The same without a mouse, beginning at the top of the page."""
    keys = opened.page.keyboard
    opened.page.locator(".st-key-who button").first.focus()
    keys.press("Enter")
    expect(opened.page.locator(".st-key-actor-name input")).to_be_focused()
    keys.type(name)
    keys.press("Enter")
    expect(opened.page.locator(".st-key-who")).to_contain_text(name)
    opened.rest()


def upload(opened: Visit, path: Path, data: bytes) -> None:
    """Give the desk a file, and wait until it was read."""
    path.write_bytes(data)
    opened.page.locator("input[type=file]").set_input_files(path)
    expect(opened.page.locator(".st-key-apply")).to_be_visible(timeout=30_000)
    opened.rest()
