"""A reader with a browser: chooses a month, and waits until nothing on the page changes any more."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

_WATCH = """() => {
  window.pressed = window.changed = 0;
  document.addEventListener("pointerup", () => { window.pressed = performance.now(); }, true);
  new MutationObserver(() => { window.changed = performance.now(); })
    .observe(document.querySelector("[data-testid=stMain]"), {subtree: true, childList: true, characterData: true});
}"""
_AT_REST = """() => window.changed > window.pressed && performance.now() - window.changed > 400
  && document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning" """
_IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


def choose_next_month(page: Page) -> float:
    """Choose the month after the chosen one, October after September; seconds to the last change on the page."""
    page.locator(".st-key-month input").click()
    months = page.locator("[role=option]")
    chosen = [month.get_attribute("aria-selected") for month in months.all()].index("true")
    months.nth((chosen + 1) % len(months.all())).click()
    page.wait_for_function(_AT_REST)
    milliseconds: float = page.evaluate("window.changed - window.pressed")
    return milliseconds / 1000


@contextmanager
def visit(browser: Browser, port: int, **query: str) -> Iterator[Page]:
    """A page that was opened and came to rest."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"http://127.0.0.1:{port}/?{urlencode(query)}")
    page.wait_for_selector(".st-key-month")
    page.wait_for_selector(_IDLE)
    page.wait_for_load_state("networkidle")
    page.evaluate(_WATCH)
    yield page
    page.close()
