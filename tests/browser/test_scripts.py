"""Our scripts in the browser: ahead of Streamlit's, and all of one version."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.browser.visits import WORD, Visit
from ui.serving.web import static_address

_WATCH_EVERY_FRAME = """
const seen = (window.seen = new Set());
const texts = function* () {
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]"))
    for (const name of ["aria-label", "title", "placeholder"]) yield [element, element.getAttribute(name)];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) yield [nodes.currentNode.parentElement, nodes.currentNode.nodeValue];
};
(function look() {
  for (const [element, text] of document.body ? texts() : [])
    if (text && !element.closest("[data-testid*=Icon], noscript") && element.checkVisibility()) seen.add(text);
  requestAnimationFrame(look);
})();
"""


def test_from_the_first_frame_on_nothing_is_english(browser: Browser, address: str, office_english: set[str]) -> None:
    context = browser.new_context(locale="en-US", viewport={"width": 1366, "height": 768})
    opened = Visit(context.new_page())
    opened.page.add_init_script(_WATCH_EVERY_FRAME)
    opened.page.goto(f"{address}/imports")
    opened.rest()
    # Streamlit's own word on its button, which it draws last.
    opened.page.wait_for_function("seen.has('เลือกไฟล์')")
    seen: list[str] = opened.page.evaluate("[...seen]")
    context.close()
    assert {word.lower() for text in seen for word in WORD.findall(text)} - office_english == set()


def test_all_our_scripts_are_of_one_version(march: Visit) -> None:
    # The meeting's own scripts are asked for once its frame is there, so they come last.
    march.page.locator(".agenda .start").wait_for()
    asked = [urlsplit(url).path for url in march.requests if "/app/static/" in url and url.endswith(".js")]
    folder = static_address("").removeprefix(".")
    names = [path.removeprefix(folder) for path in asked]
    assert {"boot/boot.js", "boot/words.js", "meeting/meeting.js", "meeting/elements.js"} <= set(names)
    assert all(path.startswith(folder) for path in asked)
