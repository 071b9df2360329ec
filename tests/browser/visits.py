"""A page in the browser, at rest, with all that it asked for and complained about."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page

SCREENS = [(1024, 768), (1366, 768), (1920, 1080)]
WORD = re.compile(r"[A-Za-z]{2,}")
"""What counts as English."""

CLICKS = "window.clicks = 0; addEventListener('click', (event) => { window.clicks += event.isTrusted; }, true)"
"""Counts the clicks from now on."""

FIRST_ANSWER = """() => {
  const bar = document.querySelector(".st-key-bar").getBoundingClientRect().bottom;
  const inside = document.querySelector(".stMainBlockContainer");
  const shown = [...inside.querySelectorAll("*")].filter((each) => !each.closest(".st-key-bar, .st-key-who, style"));
  const tops = shown.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect())
    .filter((box) => box.height > 0 && box.width > 0 && box.top >= bar - 12).map((box) => box.top);
  return Math.min(...tops);
}"""
"""How far down a page begins to say something below its frame, in pixels."""

_NAME_OR_ADDRESS = re.compile(r"\S+\.(xlsx|docx|txt|tsv|db)|https?://\S+|SHA-256 [0-9a-f]{64}")
_IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
_MOMENT = 150
"""In milliseconds."""
_PROBES = ("/_stcore/health", "/_stcore/host-config")
"""What Streamlit asks for below a deep link's path before it tries the root; both answers are 404."""

_IS_WIDER_THAN_SHOWN = """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .some((element) => element.scrollWidth > element.clientWidth)"""
_TEXTS = """() => {
  const texts = [...document.querySelectorAll("input[type=text]")].map((input) => input.value || input.placeholder);
  for (const name of ["aria-label", "title", "placeholder", "alt"])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (element.checkVisibility()) texts.push(element.getAttribute(name));
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const { parentElement: element, nodeValue: text } = nodes.currentNode;
    const isIcon = element.closest("[data-testid*=Icon]");
    if (!isIcon && element.checkVisibility()) texts.push(text);
  }
  return texts;
}"""


@dataclass
class Visit:
    """One page of the browser."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def rest(self) -> None:
        """Wait until the page has its title, its script has ended, and nothing is loading any more."""
        self.page.wait_for_selector("h1")
        self.page.wait_for_selector(_IDLE)
        # What a press asks for is sent a moment after it, and only then the script runs again.
        self.page.wait_for_timeout(_MOMENT)
        self.page.wait_for_selector(_IDLE)
        self.page.wait_for_load_state("networkidle")

    @property
    def title(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    @property
    def choices(self) -> dict[str, str]:
        """What the address holds."""
        return {name: values[0] for name, values in parse_qs(urlsplit(self.page.url).query).items()}

    def texts(self) -> list[str]:
        """What can be read on the page and heard of it, without the names of its icons."""
        texts: list[str] = self.page.evaluate(_TEXTS)
        return texts

    def english(self) -> set[str]:
        """The words in Latin letters, without names of files, addresses and the like."""
        texts = [_NAME_OR_ADDRESS.sub("", text) for text in self.texts()]
        return {word.lower() for text in texts for word in WORD.findall(text)}

    def choose(self, name: str, option: str) -> None:
        """Choose an option of the page's choice of that name."""
        on_the_bar = self.choice(name)
        if on_the_bar.count():
            on_the_bar.select_option(label=option)
            return
        self.page.locator(f".st-key-{name} input").click()
        self.page.get_by_role("option", name=option, exact=True).click()

    def choice(self, name: str) -> Locator:
        """A choice of the bar."""
        return self.page.locator(f".bar select[data-choose={name}]")

    def chosen(self, name: str) -> str:
        """The words of what is chosen on the bar."""
        words: str = self.choice(name).evaluate("select => select.selectedOptions[0].text")
        return words

    def follow(self, path: str) -> None:
        """Follow the link to a page above the page."""
        self.page.locator(f"[data-testid=stTopNavLink][href*='/{path}']").click()
        self.page.wait_for_url(f"**/{path}?*")
        self.rest()

    def has_to_be_scrolled_sideways(self, width: int, height: int) -> bool:
        """Whether the page is wider than a screen of this size."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.wait_for_timeout(300)
        is_wider: bool = self.page.evaluate(_IS_WIDER_THAN_SHOWN)
        return is_wider


def visit(context: BrowserContext, address: str, page: str = "overview", **choices: str) -> Visit:
    """Open a page by a link with these choices, and wait until it is at rest."""
    opened = Visit(context.new_page())
    _listen(opened)
    path = "" if page == "overview" else page
    query = "&".join(f"{name}={quote(value)}" for name, value in choices.items())
    opened.page.goto(f"{address}/{path}?{query}")
    opened.rest()
    return opened


def _listen(opened: Visit) -> None:
    def complain(message: ConsoleMessage) -> None:
        is_probe = urlsplit(message.location["url"]).path.endswith(_PROBES)
        if message.type == "error" and not is_probe:
            opened.complaints.append(message.text)

    opened.page.on("console", complain)
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.page.on("request", lambda request: opened.requests.append(request.url))
    opened.page.on("websocket", lambda socket: opened.requests.append(socket.url))
