"""Streamlit's own texts, put into Thai in the browser."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

import ui

STATIC = Path(ui.__file__).parent / "static"
ADDRESS = "http://dashboard.invalid/"
PAGE = """<html lang="th">
<script type="module" src="boot/boot.js"></script>
<script type="module">
  document.body.innerHTML = `
    <button aria-label="Search"> Upload </button>
    <small>10MB per file</small>
    <input placeholder="Choose an option">
    <div data-testid="stMarkdown"><p>Upload</p></div>`;
</script>
<body></body></html>"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with texts like Streamlit's, drawn by a script that ours runs ahead of."""
    opened = browser.new_page()

    def serve(route: Route) -> None:
        file = STATIC / urlsplit(route.request.url).path.lstrip("/")
        if file.suffix == ".js":
            route.fulfill(path=file, content_type="text/javascript")
        else:
            route.fulfill(body=PAGE, content_type="text/html")

    opened.route("**/*", serve)
    opened.goto(ADDRESS)
    yield opened
    opened.close()


def test_texts_and_attributes_are_thai(page: Page) -> None:
    assert page.locator("button").inner_text().strip() == "เลือกไฟล์"
    assert page.locator("button").get_attribute("aria-label") == "ค้นหา"
    assert page.locator("input").get_attribute("placeholder") == "เลือก"


def test_a_text_with_a_number_in_it_is_thai(page: Page) -> None:
    assert page.locator("small").inner_text() == "ไม่เกิน 10 MB ต่อไฟล์"


@pytest.mark.parametrize(
    ("english", "thai"),
    [("Pagination", "หน้าของตาราง"), ("Next page", "หน้าถัดไป"), ("Page 12", "หน้าที่ 12")],
)
def test_what_is_only_heard_is_thai_too(page: Page, english: str, thai: str) -> None:
    page.evaluate("name => document.querySelector('small').ariaLabel = name", english)
    assert page.locator("small").get_attribute("aria-label") == thai


def test_what_appears_later_is_thai_too(page: Page) -> None:
    page.evaluate("document.body.append(Object.assign(document.createElement('em'), {textContent: 'No results'}))")
    assert page.locator("em").inner_text() == "ไม่พบรายการ"
    page.evaluate("document.querySelector('em').firstChild.nodeValue = 'Select all'")
    assert page.locator("em").inner_text() == "เลือกทั้งหมด"


def test_what_our_pages_say_is_left_alone(page: Page) -> None:
    assert page.locator("p").inner_text() == "Upload"


def test_choosing_english_brings_the_originals_back(page: Page) -> None:
    page.evaluate("history.pushState({}, '', '?lang=en'); document.body.append('')")
    assert page.locator("button").inner_text().strip() == "Upload"
    assert page.locator("button").get_attribute("aria-label") == "Search"
    assert page.locator("html").get_attribute("lang") == "en"


def test_in_english_nothing_is_touched(page: Page) -> None:
    page.goto(f"{ADDRESS}?lang=en")
    assert page.locator("small").inner_text() == "10MB per file"


def test_dates_follow_the_reader_and_not_the_browser(page: Page) -> None:
    assert page.evaluate("navigator.language") == "th-TH-u-ca-gregory"
    page.goto(f"{ADDRESS}?lang=en")
    assert page.evaluate("navigator.languages") == ["en-GB"]
