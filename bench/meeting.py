"""`python -m bench.meeting`: from a key to the next screen of a meeting, beside one rerun of an empty Streamlit page.

Both are measured in turn in the same browser. A screen counts as drawn with the second frame after the key: the first
may have been on its way.
"""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from bench.browser import visit
from bench.offices import load_sample
from bench.servers import serving
from tests.browser import running_browser
from tests.databases import address_of

ROUNDS = 40
_MARCH = "month=6&as-of=2025-04-09"
_WATCH = """() => {
  document.addEventListener("keydown", () => {
    window.pressed = performance.now();
    window.drawn = 0;
    requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = performance.now(); }));
  }, true);
}"""


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        environment = {"DATABASE_URL": address_of(Path(folder) / "bench.db")}
        load_sample(environment)
        empty_port = running.enter_context(serving("bench/empty/app.py", environment))
        meeting_port = running.enter_context(serving("app.py", environment))
        browser = running.enter_context(running_browser())
        empty = running.enter_context(visit(browser, empty_port))
        meeting = _opened(browser, meeting_port)
        rounds = [(1000 * empty.choose_next_month(), _next_screen(meeting)) for _round in range(ROUNDS)]
    _print(rounds)


def _opened(browser: Browser, port: int) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"http://127.0.0.1:{port}/meeting?{_MARCH}")
    page.locator(".start").click()
    page.evaluate(_WATCH)
    return page


def _next_screen(page: Page) -> float:
    """Milliseconds from the key to the screen; after the last screen the first is next."""
    place, total = page.locator(".controls .place").inner_text().split("/")
    page.keyboard.press("Home" if place == total else "PageDown")
    page.wait_for_function("window.drawn > window.pressed")
    milliseconds: float = page.evaluate("window.drawn - window.pressed")
    return milliseconds


def _print(rounds: list[tuple[float, float]]) -> None:
    empty, screen = (median(times) for times in zip(*rounds, strict=True))
    ratio = median(one / other for other, one in rounds)
    text = f"empty page {empty:.0f} ms, next screen {screen:.0f} ms, {ratio:.2f} x the empty page (aim: 1.5 x at most)"
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    main()
