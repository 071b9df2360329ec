"""Every page fits the screens it is shown on, speaks Thai, and needs nothing from outside."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.visits import SCREENS, Visit, visit
from tests.pages.apps import PAGES

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
    assert not shown.has_to_be_scrolled_sideways(width, height)


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
    assert shown.english() - office_english == set()
