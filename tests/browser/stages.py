"""The stage of a meeting in a browser: moved through by keys alone, and measured by the boxes of what it shows."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.visits import Visit

MARCH = {"month": "6", "as-of": "2025-04-09"}
"""The choices of the March meeting, as of the day on which its figures are those of the month."""
SIZES = [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160)]

_FAULTS = """(within) => {
  const stage = document.querySelector(".meeting").shadowRoot.querySelector(".stage");
  const found = [], boxes = [];
  if (stage.scrollHeight > innerHeight + 1 || stage.scrollWidth > innerWidth + 1) found.push("the stage scrolls");
  const nodes = document.createTreeWalker(within ? stage.querySelector(within) : stage, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const { parentElement: element, nodeValue: text } = nodes.currentNode;
    if (!text.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(nodes.currentNode);
    const box = range.getBoundingClientRect();
    if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1)
      found.push(`outside: ${text}`);
    for (let outer = element; outer !== stage; outer = outer.parentElement) {
      const room = outer.getBoundingClientRect();
      const isWindow = getComputedStyle(outer).overflow !== "visible";
      if (isWindow && (box.bottom > room.bottom + 1 || box.right > room.right + 1)) found.push(`clipped: ${text}`);
    }
    boxes.push([text, box]);
  }
  boxes.forEach(([text, one], index) => boxes.slice(index + 1).forEach(([other, two]) => {
    const wide = Math.min(one.right, two.right) - Math.max(one.left, two.left);
    const high = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
    // Lines of Thai are higher than their letters: boxes may touch by the room for tone marks.
    if (wide > 2 && high > 0.35 * Math.min(one.height, two.height)) found.push(`overlapping: ${text} | ${other}`);
  }));
  return found;
}"""
_SIZES_OF_LETTERS = """() => {
  const stage = document.querySelector(".meeting").shadowRoot.querySelector(".stage");
  return [...stage.querySelectorAll("*")]
    .filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node.nodeValue?.trim()))
    .map((element) => [element.className, parseFloat(getComputedStyle(element).fontSize)]);
}"""
_BODY_LETTERS = """() => {
  const stage = document.querySelector(".meeting").shadowRoot.querySelector(".stage");
  return [...stage.querySelectorAll(".screen.current > .body *")]
    .filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node.nodeValue?.trim()))
    .map((element) => parseFloat(getComputedStyle(element).fontSize) / innerHeight);
}"""
_FILLED = """() => {
  const stage = document.querySelector(".meeting").shadowRoot.querySelector(".stage");
  const body = stage.querySelector(".screen.current > .body");
  const room = body.getBoundingClientRect();
  const bottoms = [...body.querySelectorAll("*")].map((element) => element.getBoundingClientRect().bottom);
  return (Math.max(...bottoms) - room.top) / room.height;
}"""
_BEHIND = '() => document.querySelector(".meeting").shadowRoot.querySelector(".behind").classList.contains("shown")'
_FOCUSED = """() => {
  const classes = [];
  let element = document.querySelector(".meeting").shadowRoot.activeElement;
  for (; element; element = element.parentElement) classes.push(...element.classList);
  return classes.join(" ");
}"""


class Stage:
    """The stage that a visit opened by keys; `place` is which of how many screens is shown."""

    def __init__(self, opened: Visit) -> None:
        self.opened, self.page = opened, opened.page
        self.page.locator(".start").focus()
        self.press("Enter")
        expect(self.page.locator(".stage")).to_be_visible()

    @property
    def place(self) -> tuple[int, int]:
        place, total = self.page.locator(".controls .place").inner_text().split("/")
        return int(place), int(total)

    @property
    def title(self) -> str:
        return self.page.locator(".screen.current h2").inner_text()

    @property
    def focused(self) -> str:
        """The classes of the part of the stage that has the focus, from the innermost to the outermost."""
        classes: str = self.page.evaluate(_FOCUSED)
        return classes

    @property
    def text(self) -> str:
        return self.page.locator(".screen.current").inner_text()

    @property
    def shows_what_is_behind(self) -> bool:
        is_shown: bool = self.page.evaluate(_BEHIND)
        return is_shown

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def screens(self) -> Iterator[str]:
        """Go through all screens, from the first to the last, by the key that a clicker sends."""
        self.press("Home")
        for _ in range(self.place[1]):
            yield self.title
            self.press("PageDown")

    def faults(self, within: str = "") -> list[str]:
        """What is outside of the window, clipped or overlapping of what is shown, in all of it or in a part."""
        faults: list[str] = self.page.evaluate(_FAULTS, within)
        return faults

    def letters(self) -> list[tuple[str, float]]:
        """How large the letters are of everything that can be read, in points of the window."""
        found: list[tuple[str, float]] = self.page.evaluate(_SIZES_OF_LETTERS)
        return found

    def smallest_of_the_body(self) -> float:
        """How high the smallest letters of the screen's body are, as a share of the picture's height."""
        found: list[float] = self.page.evaluate(_BODY_LETTERS)
        return min(found)

    def filled(self) -> float:
        """Down to which share of its height the screen's body is filled."""
        share: float = self.page.evaluate(_FILLED)
        return share

    def swipe(self, by: int) -> None:
        """Draw a finger over the middle of the window, as far to the right as said."""
        session = self.page.context.new_cdp_session(self.page)
        size = self.page.viewport_size or {"width": 0, "height": 0}
        start = (size["width"] - by) // 2
        steps = [("touchStart", start), *(("touchMove", start + by * step // 5) for step in range(1, 6))]
        for kind, x in steps:
            session.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": size["height"] // 2}]}
            )
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def too_pale(self) -> list[str]:
        """Texts and symbols with a contrast below 4.5 to 1, as axe measures it, and those that it couldn't measure.

        A symbol on the colour of its state is higher than its field, so that axe finds it obscured; what stands on
        these colours is measured with the labels.
        """
        symbols = {"ignoreUnicode": False, "ignoreLength": True}
        only = {"runOnly": ["color-contrast"], "checks": {"color-contrast": {"options": symbols}}}
        # The page lies below the stage, which is opaque. Where a text of two lines has other elements of it below each
        # line, axe gives up on it.
        self.page.evaluate("document.querySelector('#root').style.visibility = 'hidden'")
        found = Axe().run(self.page, ".meeting", only).response
        self.page.evaluate("document.querySelector('#root').style.visibility = ''")
        nodes = (node for rule in (*found["violations"], *found["incomplete"]) for node in rule["nodes"])
        return [node["html"] for node in nodes if not _is_symbol_on_colour(node)]


def agenda_of(opened: Visit) -> Locator:
    """The rows of the agenda on the page, once they are there."""
    rows = opened.page.locator(".agenda li")
    expect(rows.first).to_be_visible()
    return rows


def _is_symbol_on_colour(node: dict[str, Any]) -> bool:
    is_obscured = node["any"][0]["data"]["messageKey"] == "elmPartiallyObscured"
    return is_obscured and ("background-color" in node["html"] or "aria-hidden" in node["html"])
