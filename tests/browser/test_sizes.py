"""Every page on a phone, at every size of a window, and for those who can't see it."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext

from tests.browser.stages import MARCH, Stage
from tests.browser.visits import FIRST_ANSWER, Visit, visit
from tests.pages.apps import PAGES

PHONE = (390, 844)
LOWEST = {(1920, 1080): 110, (1366, 768): 110, (1024, 768): 110, PHONE: 180, (683, 384): 150}
"""How far down the first answer may begin at each size, in pixels; the last is 1366×768 enlarged twice."""
STREAMLITS = {"presentation-role-conflict"}
"""The rule of axe that Streamlit's own upload field doesn't keep."""
_CUT_OR_OUTSIDE = """() => {
  const found = [], main = document.querySelector("[data-testid=stMain]");
  const scrolls = (each) => /auto|scroll/.test(getComputedStyle(each).overflowX);
  for (const each of document.querySelectorAll(".stMainBlockContainer :not(svg *, .bar .leave *)")) {
    if (!each.checkVisibility({ visibilityProperty: true })) continue;
    let isInScroller = false;
    for (let outer = each.parentElement; outer !== main; outer = outer.parentElement) isInScroller ||= scrolls(outer);
    const box = each.getBoundingClientRect();
    const isOutside = box.width && (box.right > innerWidth + 1 || box.left < -1);
    if (isOutside && !isInScroller) found.push(`outside: ${each.outerHTML.slice(0, 90)}`);
    const hasText = [...each.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim());
    const isWindow = getComputedStyle(each).overflowX !== "visible" && !scrolls(each);
    if (hasText && isWindow && each.scrollWidth > each.clientWidth + 1) found.push(`cut: ${each.textContent}`);
  }
  return found;
}"""


@pytest.fixture(scope="module", params=PAGES)
def shown(request: pytest.FixtureRequest, context: BrowserContext, address: str) -> Iterator[Visit]:
    """Every page of the sample office in March."""
    opened = visit(context, address, request.param, **MARCH)
    if request.param == "wall":
        opened.page.keyboard.press("Escape")
    yield opened
    opened.page.close()


def test_on_a_phone_nothing_is_cut_and_nothing_has_to_be_scrolled_sideways(shown: Visit) -> None:
    assert not shown.has_to_be_scrolled_sideways(*PHONE)
    assert shown.page.evaluate(_CUT_OR_OUTSIDE) == []


@pytest.mark.parametrize("size", LOWEST)
def test_the_first_answer_is_near_the_top_at_every_size(shown: Visit, size: tuple[int, int]) -> None:
    shown.page.set_viewport_size({"width": size[0], "height": size[1]})
    shown.page.wait_for_timeout(300)
    assert shown.page.evaluate(FIRST_ANSWER) <= LOWEST[size]


def test_on_a_phone_the_screens_of_a_meeting_are_columns_that_can_be_read(march: Visit) -> None:
    march.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    stage = Stage(march)
    for title in stage.screens():
        assert stage.smallest_of_the_body() * PHONE[1] >= 9.5, title
        assert [fault for fault in stage.faults(".screen.current > .body") if "scrolls" not in fault] == [], title


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_ours_is_out_of_reach_for_assistive_tools(shown: Visit, scheme: Literal["light", "dark"]) -> None:
    shown.page.set_viewport_size({"width": 1366, "height": 768})
    shown.page.emulate_media(color_scheme=scheme)
    shown.page.wait_for_timeout(500)
    found = [each for each in Axe().run(shown.page).response["violations"] if each["id"] not in STREAMLITS]
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found] == []
