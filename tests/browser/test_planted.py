"""Texts that ask to be drawn are shown as they stand, on every page, in what opens over it, and on the stage."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from bench.servers import serving
from ita_data.services import opening
from tests.browser.desks import introduce
from tests.browser.stages import Stage
from tests.browser.visits import Visit, visit
from tests.databases import address_of
from tests.pages.apps import PAGES
from tests.planted import BEGIN, MONTH, PLANTED_HOST, planted_name, strayed

OF_A_SECTION = ("my_month", "sections")
FOR_SOMEBODY = ("my_month", "months")
OVER_PAGES = [
    ("overview", "measure 4.2"),
    ("months", "group 6 ก1"),
    ("director", "topic missing"),
    ("director", "topic changes"),
    ("director", "given 2568 1"),
]
_UNFOLD = """() => {
  for (const each of document.querySelectorAll("details.folded")) each.open = true;
  for (const each of document.querySelectorAll("[data-testid=stExpander] details:not([open]) > summary")) each.click();
}"""
_SHOWN = """() => {
  const texts = [], drawn = [];
  const look = (root) => {
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      if (node.nodeType === Node.TEXT_NODE) {
        if (!node.parentElement?.closest("script, style")) texts.push(node.nodeValue);
        continue;
      }
      if (node.shadowRoot) look(node.shadowRoot);
      const address = node.getAttribute("src") ?? node.getAttribute("href") ?? node.getAttribute("xlink:href") ?? "";
      if (address.includes("planted.example")) drawn.push(node.outerHTML);
    }
  };
  look(document.body);
  const said = [];
  for (const element of document.querySelectorAll("*")) {
    for (const name of ["title", "placeholder", "alt"]) said.push(element.getAttribute(name) ?? "");
    // Streamlit names its fields by the Markdown of their labels.
    if (!element.matches("input, textarea")) said.push(element.getAttribute("aria-label") ?? "");
    else said.push(element.value);
  }
  return [texts.join(""), said, drawn];
}"""


@pytest.fixture(scope="module")
def planted(planted_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Where a server shows the planted office, and the name of one of its sections."""
    path = Path(shutil.copy(planted_office, tmp_path_factory.mktemp("planted")))
    store = opening.open_store(path)
    section = planted_name(store)
    store.dispose()
    with serving("app.py", {"DATABASE_URL": address_of(path)}) as port:
        yield f"http://127.0.0.1:{port}", section


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_texts_as_they_stand(page: str, context: BrowserContext, planted: tuple[str, str]) -> None:
    address, section = planted
    opened = visit(context, address, page, month=str(MONTH.month), **section_of(page, section))
    if page in FOR_SOMEBODY:
        introduce(opened, "**คุณ**")
    open_everything(opened)
    assert_shown_as_it_stands(opened, address)
    opened.page.close()


@pytest.mark.parametrize(("page", "over"), OVER_PAGES)
def test_what_opens_over_a_page_does_too(
    page: str, over: str, context: BrowserContext, planted: tuple[str, str]
) -> None:
    opened = visit(context, planted[0], page, month=str(MONTH.month), open=over)
    expect(opened.page.get_by_role("dialog")).to_contain_text(BEGIN)
    assert_shown_as_it_stands(opened, planted[0])
    opened.page.close()


def test_so_do_the_screens_of_the_meeting(context: BrowserContext, planted: tuple[str, str]) -> None:
    opened = visit(context, planted[0], "meeting", month=str(MONTH.month))
    stage = Stage(opened)
    assert len(list(stage.screens())) > 5
    assert_shown_as_it_stands(opened, planted[0])
    opened.page.close()


def section_of(page: str, section: str) -> dict[str, str]:
    return {"section": section} if page in OF_A_SECTION else {}


def open_everything(opened: Visit) -> None:
    """Open what is folded, and come to every chart."""
    page = opened.page
    page.evaluate(_UNFOLD)
    opened.rest()
    for chart in page.locator(".chart").all():
        chart.scroll_into_view_if_needed()
        expect(chart.locator(".main-svg").first).to_be_visible()
        chart.locator(".frame").hover()
    opened.rest()


def assert_shown_as_it_stands(opened: Visit, address: str) -> None:
    text, said, drawn = opened.page.evaluate(_SHOWN)
    assert drawn == []
    assert strayed(text) == []
    assert [fault for each in said for fault in strayed(each)] == []
    asked = {urlsplit(url).netloc for url in opened.requests if not url.startswith(("data:", "blob:"))}
    assert asked == {urlsplit(address).netloc}
    assert not any(PLANTED_HOST in complaint for complaint in opened.complaints)
