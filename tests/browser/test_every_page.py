"""Every page fits the screens it is shown on, speaks Thai, and needs nothing from outside."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext

from ita_data.services.sample import SAMPLE
from tests.browser.visits import Visit, visit
from tests.pages.apps import PAGES
from ui.upload import FILE_TYPES

SCREENS = [(1024, 768), (1366, 768), (1920, 1080)]
OUR_ENGLISH = {"ITA", "Excel", "Word", "MB", *FILE_TYPES}
"""Names that are the same in Thai."""

_WORD = re.compile(r"[A-Za-z]{2,}")
_NAME_OR_ADDRESS = re.compile(r"\S+\.(xlsx|docx|txt|tsv)|https?://\S+")
_IS_WIDER_THAN_SHOWN = """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .some((element) => element.scrollWidth > element.clientWidth)"""
_OWN_FONT = """async () => {
  await document.fonts.ready;
  const loaded = [...document.fonts].filter((font) => font.status === "loaded" && font.family === "Noto Sans Thai");
  return [loaded.length > 0, getComputedStyle(document.querySelector("h1")).fontFamily];
}"""


@pytest.fixture(scope="module", params=PAGES)
def shown(request: pytest.FixtureRequest, context: BrowserContext, address: str) -> Iterator[Visit]:
    """Every page, opened once for all the tests that look at it."""
    opened = visit(context, address, request.param)
    yield opened
    opened.page.close()


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_nothing_has_to_be_scrolled_sideways(shown: Visit, width: int, height: int) -> None:
    shown.page.set_viewport_size({"width": width, "height": height})
    shown.page.wait_for_timeout(300)
    assert not shown.page.evaluate(_IS_WIDER_THAN_SHOWN)


def test_the_browser_has_nothing_to_complain_about(shown: Visit) -> None:
    assert shown.complaints == []


def test_nothing_is_asked_from_outside(shown: Visit, address: str) -> None:
    asked = {urlsplit(url).netloc for url in shown.requests if not url.startswith(("data:", "blob:"))}
    assert asked == {urlsplit(address).netloc}


def test_it_is_marked_as_thai(shown: Visit) -> None:
    assert shown.page.locator("html").get_attribute("lang") == "th"


def test_its_font_is_our_own(shown: Visit) -> None:
    is_loaded, family = shown.page.evaluate(_OWN_FONT)
    assert is_loaded
    assert family.startswith('"Noto Sans Thai"')
    assert any("/app/static/fonts/noto-sans-thai" in url for url in shown.requests)


def test_no_english_is_left_but_what_the_office_wrote(shown: Visit, office_english: set[str]) -> None:
    texts = [_NAME_OR_ADDRESS.sub("", text) for text in shown.texts()]
    words = {word for text in texts for word in _WORD.findall(text)}
    assert {word for word in words if word.lower() not in office_english} == set()


@pytest.fixture(scope="module")
def office_english() -> set[str]:
    """The English words in the sample office's own texts, and those that are the same in Thai."""
    files = (SAMPLE / "report-2568.txt", SAMPLE / "sentences.toml")
    texts = [re.sub("<[^>]*>", " ", file.read_text(encoding="utf-8")) for file in files]
    return {word.lower() for text in texts for word in _WORD.findall(text)} | {word.lower() for word in OUR_ENGLISH}
