"""Charts in the browser: drawn in both themes, pressed by keyboard, drawn anew only where something changed."""

import http.client
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.visits import Visit, visit

MARCH = {"year": "2568", "month": "6", "as-of": "2025-04-09"}
SECTIONS = ".st-key-completion_by_section"
SMALLEST = 24
"""The edge of a button that can be hit, in pixels."""

_COUNT_CHANGES = """() => {
  window.changes = window.runs = 0;
  new MutationObserver(() => { window.runs += 1; })
    .observe(document.querySelector("[data-testid=stApp]"), {attributeFilter: ["data-test-script-state"]});
  const watcher = new MutationObserver((changes) => { window.changes += changes.length; });
  for (const frame of document.querySelectorAll(".chart .frame"))
    watcher.observe(frame, {subtree: true, childList: true, attributes: true, characterData: true});
}"""
_SCROLL = """(top) => {
  const page = document.querySelector("[data-testid=stMain]");
  page.scrollTo({ top: top === "end" ? page.scrollHeight : top });
}"""
_SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"
_LETTERS = "(element) => getComputedStyle(element).fill"
_PAGE_LETTERS = "() => getComputedStyle(document.querySelector('.chart h2')).color"


@pytest.fixture
def overview(context: BrowserContext, address: str) -> Iterator[Visit]:
    opened = visit(context, address, **MARCH)
    go_to_sections(opened.page)
    opened.page.locator(f"{SECTIONS} .main-svg").first.wait_for()
    yield opened
    opened.page.close()


def test_a_chart_is_drawn_once_it_is_about_to_be_seen_but_said_at_once(context: BrowserContext, address: str) -> None:
    page = visit(context, address, **MARCH).page
    drawing = page.locator(f"{SECTIONS} .main-svg")
    expect(page.locator(f"{SECTIONS} h2")).to_be_attached()
    assert page.locator(f"{SECTIONS} .marks button").count() > 0
    page.wait_for_timeout(1000)
    assert drawing.count() == 0
    go_to_sections(page)
    expect(drawing.first).to_be_visible()
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chart_is_written_in_the_pages_own_letters(browser: Browser, address: str, theme: Any) -> None:
    context = browser.new_context(color_scheme=theme, viewport={"width": 1366, "height": 768})
    page = visit(context, address, **MARCH).page
    go_to_sections(page)
    tick = page.locator(f"{SECTIONS} .ytick text").first
    tick.wait_for()
    assert tick.evaluate(_LETTERS) == page.evaluate(_PAGE_LETTERS)
    context.close()


@pytest.mark.parametrize(("theme", "line"), [("light", "rgb(18, 69, 122)"), ("dark", "rgb(156, 199, 240)")])
def test_the_line_of_what_is_completed_stands_out_from_the_ground(
    browser: Browser, address: str, theme: Any, line: str
) -> None:
    context = browser.new_context(color_scheme=theme, viewport={"width": 1366, "height": 768})
    page = visit(context, address, **MARCH).page
    drawn = page.locator(".st-key-follow_up_by_month .scatterlayer .js-line").first
    drawn.wait_for()
    assert drawn.evaluate("(element) => getComputedStyle(element).stroke") == line
    context.close()


def test_a_chart_says_in_words_what_it_shows(overview: Visit) -> None:
    words = overview.page.locator(f"{SECTIONS} [role=img]").get_attribute("aria-label")
    assert words is not None
    assert words.startswith("มาตรการที่ดำเนินการแล้ว รายส่วนราชการ · ถึง มี.ค. 68: ")
    assert "39% (18/46)" in words


def test_every_mark_is_a_button_with_a_name_large_enough_to_hit(overview: Visit) -> None:
    buttons = overview.page.locator(".chart .marks button")
    assert buttons.count() == 10 + 6
    for button in buttons.all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= SMALLEST
    names = [button.get_attribute("aria-label") or "" for button in overview.page.locator(f"{SECTIONS} button").all()]
    (named,) = (name for name in names if name.startswith("ฝ่ายปกครอง: "))
    assert named.startswith("ฝ่ายปกครอง: ดำเนินการแล้ว 18, อยู่ระหว่างดำเนินการ 26")
    assert named.endswith("39% (18/46)")
    assert len(set(names)) == len(names)


def test_a_button_lies_over_its_bar(overview: Visit) -> None:
    bar = overview.page.locator(f"{SECTIONS} .barlayer .trace").nth(2).locator(".point").nth(2).bounding_box()
    button = overview.page.locator(f"{SECTIONS} .marks button").nth(2).bounding_box()
    assert bar is not None
    assert button is not None
    assert button["y"] <= bar["y"]
    assert bar["y"] + bar["height"] <= button["y"] + button["height"]
    assert button["x"] <= bar["x"]
    assert bar["x"] + bar["width"] <= button["x"] + button["width"]


def test_a_mark_is_reached_and_pressed_by_keys_alone(overview: Visit) -> None:
    buttons = overview.page.locator(f"{SECTIONS} .marks button")
    buttons.first.focus()
    for _step in range(3):
        overview.page.keyboard.press("Tab")
    expect(buttons.nth(3)).to_be_focused()
    overview.page.keyboard.press("Enter")
    overview.page.wait_for_url(re.compile("/sections"))
    overview.rest()
    assert overview.choices["section"].startswith("ฝ่าย")


@pytest.mark.parametrize("top", [1500, "end"])
def test_the_way_back_from_a_bar_keeps_place_and_focus(overview: Visit, top: object) -> None:
    button = overview.page.locator(f"{SECTIONS} .marks button").nth(3)
    expect(button).to_have_css("width", re.compile(r"^\d{3}"))
    button.focus()
    overview.page.evaluate(_SCROLL, top)
    name, before = button.get_attribute("aria-label"), overview.page.evaluate(_SCROLLED)
    assert before > 0
    overview.page.keyboard.press("Enter")
    overview.page.wait_for_url(re.compile("/sections"))
    overview.rest()
    overview.page.go_back()
    overview.page.wait_for_function("(name) => document.activeElement?.ariaLabel === name", arg=name)
    overview.page.wait_for_function(f"(top) => Math.abs(({_SCROLLED})() - top) < 2", arg=before)


def test_nothing_is_drawn_anew_where_no_number_changed(overview: Visit) -> None:
    overview.page.evaluate(_COUNT_CHANGES)
    overview.page.locator(f"{SECTIONS} h2").click()
    overview.page.keyboard.press("r")
    overview.page.wait_for_function("window.runs >= 2")
    overview.rest()
    assert changes(overview.page) == 0
    overview.page.locator("h1").scroll_into_view_if_needed()
    overview.choose("month", "ธ.ค. 67")
    expect(overview.page.locator(f"{SECTIONS} h2")).to_contain_text("ธ.ค. 67")
    overview.rest()
    assert changes(overview.page) > 0


def test_a_chart_is_as_wide_as_its_place(overview: Visit) -> None:
    for width in (1366, 1024, 390):
        overview.page.set_viewport_size({"width": width, "height": 768})
        frame = overview.page.locator(f"{SECTIONS} .frame")
        overview.page.wait_for_timeout(500)
        drawn = overview.page.locator(f"{SECTIONS} .main-svg").first
        assert frame.evaluate("(element) => element.clientWidth") == int(drawn.get_attribute("width") or 0)
    overview.page.set_viewport_size({"width": 1366, "height": 768})


def test_a_chart_that_was_hidden_for_a_moment_still_follows_its_place(overview: Visit) -> None:
    frame = overview.page.locator(f"{SECTIONS} .frame")
    for shown in ("none", ""):
        frame.evaluate("(element, shown) => { element.style.display = shown; }", shown)
        overview.page.wait_for_timeout(300)
    overview.page.set_viewport_size({"width": 1024, "height": 768})
    width = frame.evaluate("(element) => element.clientWidth")
    expect(overview.page.locator(f"{SECTIONS} .main-svg").first).to_have_attribute("width", str(width))
    overview.page.set_viewport_size({"width": 1366, "height": 768})


def test_scripts_and_styles_come_compressed_with_the_headers_they_had(overview: Visit) -> None:
    asked = {urlsplit(url).path for url in overview.requests if url.endswith((".js", ".css"))}
    server = urlsplit(overview.page.url).netloc
    assert any(path.endswith("plotly-cartesian.min.js") for path in asked)
    for path in asked:
        plain, compressed = headers(server, path, ""), headers(server, path, "br, gzip")
        if int(plain["content-length"]) < 500:
            continue
        assert compressed["content-encoding"] == "br"
        assert int(compressed["content-length"]) < int(plain["content-length"])
        for name in ("content-type", "cache-control", "last-modified"):
            assert compressed[name] == plain[name]


def changes(page: Page) -> int:
    """How often something changed in the charts since it was counted."""
    number: int = page.evaluate("window.changes")
    return number


def headers(server: str, path: str, accepted: str) -> dict[str, str]:
    """What a server says of a file, in small letters."""
    connection = http.client.HTTPConnection(server, timeout=20)
    connection.request("GET", path, headers={"Accept-Encoding": accepted})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return {name.lower(): value for name, value in answer.getheaders()}


def go_to_sections(page: Page) -> None:
    """Scroll down to the chart of the sections, which is drawn then."""
    page.locator(f"{SECTIONS} .frame").scroll_into_view_if_needed()
