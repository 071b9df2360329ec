"""The import desk in a browser: who is there, and what they give it."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.visits import Visit

HEADERS = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
SECTION = "ฝ่ายปกครอง"
UNKNOWN_STATUS = "เสร็จเกือบหมด"


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
