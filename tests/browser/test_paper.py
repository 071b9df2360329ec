"""Printed pages: A4 on its side, dark on white, nothing cut, and nothing on it to press or to choose."""

import re
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Browser, BrowserContext

from bench.servers import serving
from tests.browser.stages import MARCH
from tests.browser.visits import Visit, visit
from tests.offices import add_sections
from tests.pages.apps import PAGES

A4 = (842, 595)
"""On its side, in points."""
MATTERS_BEFORE_THE_FOLD = 4

_TO_PRESS = """() => [...document.querySelectorAll(
  "[data-testid=stMain] :is([data-testid^=stBaseButton], [role=combobox])")]
  .filter((each) => each.checkVisibility()).map((each) => each.textContent || each.ariaLabel)"""
_NOT_PRINTED = """() => [...document.querySelectorAll(
  ".st-key-who button, .bar button, .answers :is(.do, .more button)")]
  .filter((each) => each.checkVisibility()).map((each) => each.textContent)"""
_WIDER_THAN_PAPER = """() => [...document.querySelectorAll("[data-testid=stMain] :not(svg *)")]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
  .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.fixture(params=["light", "dark"])
def overview(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    """The overview of the sample office in March, light or dark, in English: paper gives Thai marks twice."""
    context = browser.new_context(locale="en", viewport={"width": 1366, "height": 768}, color_scheme=request.param)
    opened = visit(context, address, lang="en", **MARCH)
    opened.page.locator(".barlayer .point").first.wait_for()
    yield opened
    context.close()


def test_the_overview_is_one_page_with_the_answer_and_one_with_the_months(overview: Visit) -> None:
    to_press = overview.page.evaluate(_NOT_PRINTED)
    sentence = overview.page.locator(".answers .finding").inner_text()
    figures = overview.page.locator(".answers .figure b").all_inner_texts()
    owing = overview.page.locator(".answers table.months td.n").all_inner_texts()
    matters = overview.page.locator(".answers .matter").all_text_contents()
    month = overview.page.locator(".answers .by-month .month").last.inner_text()
    paper = printed(overview)
    assert [size_of(page) for page in paper] == [A4, A4]
    answer, months = (text_of(page) for page in paper)
    assert len(matters) > MATTERS_BEFORE_THE_FOLD
    assert [each for each in (sentence, *figures, *owing, *matters) if packed(each) not in answer] == []
    assert packed(month) in months
    assert packed("68% 213/311") in months
    words = [packed(each) for each in to_press if len(packed(each)) > 3]
    assert words
    assert [each for each in words if each in answer + months] == []


@pytest.mark.parametrize("sections", [14, 25])
def test_the_overview_of_a_large_office_takes_two_pages_too(browser: Browser, office: str, sections: int) -> None:
    names = [f"Section {number} of the office" for number in range(11, sections + 1)]
    add_sections(office, names)
    context = browser.new_context(locale="en", viewport={"width": 1366, "height": 768})
    with serving("app.py", {"DATABASE_URL": office}) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", lang="en", **MARCH)
        opened.page.locator(".barlayer .point").first.wait_for()
        matters = opened.page.locator(".answers .matter").all_text_contents()
        shown = opened.page.locator(".answers table.months tbody:not(.folded) tr th").count()
        paper = printed(opened)
    context.close()
    assert (shown, len(matters)) == (10, 5 + len(names))
    answer, _months = (text_of(page) for page in paper)
    assert [each for each in (*names, *matters, f"{sections - 10} more sections") if packed(each) not in answer] == []


def test_paper_is_white_whatever_the_theme(overview: Visit) -> None:
    for page in printed(overview):
        picture = page.render(scale=0.5).to_pil().convert("L")
        width, height = picture.size
        assert [picture.getpixel(place) for place in ((2, 2), (width // 2, 3), (width - 3, height - 3))] == [255] * 3
        histogram = picture.histogram()
        assert sum(histogram[240:]) > sum(histogram) / 2


@pytest.mark.parametrize("page", PAGES)
def test_nothing_to_press_is_on_paper_and_nothing_is_wider_than_it(
    context: BrowserContext, address: str, page: str
) -> None:
    opened = visit(context, address, page, **MARCH)
    opened.page.wait_for_timeout(500)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    # What A4 leaves between the margins.
    opened.page.set_viewport_size({"width": 1047, "height": 718})
    opened.page.wait_for_timeout(300)
    assert opened.page.evaluate(_TO_PRESS) == []
    assert opened.page.evaluate(_WIDER_THAN_PAPER) == []
    opened.page.close()


def test_a_chart_fits_the_screen_again_once_it_was_printed(overview: Visit) -> None:
    drawn = overview.page.locator(".st-key-follow_up_by_month .main-svg").first
    before = drawn.get_attribute("width")
    printed(overview)
    overview.page.wait_for_timeout(300)
    assert drawn.get_attribute("width") == before


def printed(opened: Visit) -> Any:
    """The pages that a browser prints."""
    return pdfium.PdfDocument(opened.page.pdf(prefer_css_page_size=True, print_background=True))


def size_of(page: Any) -> tuple[int, int]:
    """Width and height in points."""
    width, height = page.get_size()
    return round(width), round(height)


def text_of(page: Any) -> str:
    """What can be read on a printed page."""
    return packed(page.get_textpage().get_text_bounded())


def packed(text: str) -> str:
    """The Latin letters and numbers of a text, for on paper its lines break elsewhere."""
    return re.sub("[^A-Za-z0-9/%]", "", text)
