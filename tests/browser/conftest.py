"""A browser before a server that shows the sample office, both started once for all the tests in this folder."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from bench.servers import serving
from ita_data.services.sample import SAMPLE
from tests.browser import running_browser
from tests.browser.stages import MARCH
from tests.browser.visits import WORD, Visit, visit
from tests.databases import address_of
from tests.offices import bring_report, made_office

OUR_ENGLISH = {
    "ITA",
    "IIT",
    "EIT",
    "OIT",
    "Excel",
    "Word",
    "PDF",
    "KB",
    "MB",
    "LINE",
    "SHA",
    "PowerPoint",
    "Esc",
    "Enter",
}
"""Names that are the same in Thai."""

expect.set_options(timeout=20_000)
"""How long is waited for what a page shall show: a busy machine takes longer than Playwright's five seconds."""

# Not for the whole run: while Playwright is at work, no other test of the same thread can run an event loop.
for_this_folder = pytest.fixture(scope="package")


@for_this_folder
def browser() -> Iterator[Browser]:
    """A browser without a window."""
    with running_browser() as running:
        yield running


@for_this_folder
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose browser speaks English, and keeps what it has loaded once."""
    opened = browser.new_context(locale="en-US", viewport={"width": 1366, "height": 768})
    yield opened
    opened.close()


@for_this_folder
def database(sample_office: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the sample office's database."""
    return address_of(shutil.copy(sample_office, tmp_path_factory.mktemp("browser")))


@for_this_folder
def address(database: str) -> Iterator[str]:
    """Where the server answers."""
    with serving("app.py", {"DATABASE_URL": database}) as port:
        yield f"http://127.0.0.1:{port}"


@for_this_folder
def report_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server shows an office with its report alone, to be looked at and not written to."""
    path = made_office(tmp_path_factory.mktemp("report"), bring_report)
    with serving("app.py", {"DATABASE_URL": address_of(path)}) as port:
        yield f"http://127.0.0.1:{port}"


@for_this_folder
def office_english() -> set[str]:
    """The English words in the sample office's own texts, and those that are the same in Thai."""
    files = (SAMPLE / "report-2568.txt", SAMPLE / "sentences.toml")
    texts = [re.sub("<[^>]*>", " ", file.read_text(encoding="utf-8")) for file in files]
    return {word.lower() for text in (*texts, *OUR_ENGLISH) for word in WORD.findall(text)}


@pytest.fixture
def office(sample_office: Path, tmp_path: Path) -> str:
    """The address of a sample office's database that may be written to."""
    return address_of(shutil.copy(sample_office, tmp_path / "office.db"))


@pytest.fixture
def server(office: str) -> Iterator[str]:
    """Where a server answers whose office may be written to."""
    with serving("app.py", {"DATABASE_URL": office}) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def march(context: BrowserContext, address: str) -> Iterator[Visit]:
    """The March meeting of the sample office, to be looked at and not written to."""
    opened = visit(context, address, "meeting", **MARCH)
    yield opened
    opened.page.close()
