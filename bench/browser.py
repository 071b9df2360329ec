"""A reader with a browser: chooses a month, and waits until nothing on the page changes any more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

MONTHS = 12

_WATCH = """([root, press]) => {
  window.pressed = window.changed = 0;
  for (const done of ["pointerup", "change"])
    document.addEventListener(done, ({ target }) => {
      if (target.closest(press)) window.pressed = performance.now();
    }, true);
  new MutationObserver(() => { window.changed = performance.now(); })
    .observe(document.querySelector(root), {subtree: true, childList: true, characterData: true, attributes: true});
}"""
_AT_REST = """(idle) => window.changed > window.pressed && window.pressed > 0
  && performance.now() - window.changed > 500 && (!idle || document.querySelector(idle) !== null)"""
_BOX, _CHOICE = ".st-key-month", ".bar [data-choose=month]"
"""How a month is chosen: by a select box of Streamlit's, or by one of the page's own."""


@dataclass(frozen=True)
class Kind:
    """How a product's page is used: what shows that it is there and at rest, and how a month is chosen on it.

    Changes within `root` count. `choose` presses what leads to a month, given its place in the fiscal year; the clock
    starts at the last press or choice on something within `press`, and doesn't stop before `idle` is there.
    """

    root: str
    ready: str
    press: str
    choose: Callable[[Page, int], None]
    idle: str = ""


def _in_streamlit(page: Page, place: int) -> None:
    if page.locator(_CHOICE).count():
        page.locator(_CHOICE).select_option(index=place)
        return
    page.locator(f"{_BOX} input").click()
    page.locator("[role=option]").nth(place).click()


def _in_dash(page: Page, place: int) -> None:
    page.locator("#month").click()
    page.locator("[role=option]").nth(place).click()


STREAMLIT = Kind(
    "[data-testid=stMain]",
    f"{_BOX}, {_CHOICE}",
    f"[role=option], {_CHOICE}",
    _in_streamlit,
    "[data-testid=stApp][data-test-script-state=notRunning]",
)
DASH = Kind(
    "#charts",
    ".js-plotly-plot .main-svg",
    "[role=option]",
    _in_dash,
    "#charts:not(:has([data-dash-is-loading=true]))",
)


@dataclass
class Visit:
    """A page that was opened and came to rest, and the month that it shows."""

    page: Page
    kind: Kind
    place: int

    def choose_next_month(self) -> float:
        """Choose the month after the chosen one, October after September; seconds to the last change on the page."""
        self.place = (self.place + 1) % MONTHS
        self.page.evaluate("window.pressed = window.changed = 0")
        self.kind.choose(self.page, self.place)
        self.page.wait_for_function(_AT_REST, arg=self.kind.idle)
        milliseconds: float = self.page.evaluate("window.changed - window.pressed")
        return milliseconds / 1000


@contextmanager
def visit(browser: Browser, port: int, kind: Kind = STREAMLIT, path: str = "", **query: str) -> Iterator[Visit]:
    """A page that was opened and came to rest; it shows the first month."""
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(f"http://127.0.0.1:{port}/{path}?{urlencode(query)}")
    page.wait_for_selector(kind.ready)
    if kind.idle:
        page.wait_for_selector(kind.idle)
    page.wait_for_load_state("networkidle")
    page.evaluate(_WATCH, [kind.root, kind.press])
    found = Visit(page, kind, -1)
    found.choose_next_month()
    yield found
    page.close()
