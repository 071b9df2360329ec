"""The pictures of docs/pages.md, made anew of the sample office's March meeting: `python -m tests.pictures`."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import pypdfium2 as pdfium
from PIL import Image
from playwright.sync_api import Browser, Page

from bench.servers import ROOT, serving
from ita_data.agenda import agenda
from ita_data.exports.meetings import MEETING_EXPORTS
from ita_data.model.periods import FiscalMonth
from ita_data.services import clock, sample
from tests.browser import running_browser
from tests.browser.stages import MARCH
from tests.browser.visits import visit
from tests.databases import address_of
from tests.exports.meetings import march_meeting
from tests.office_suite import saved_as
from tests.offices import COORDINATOR, bring_report, made_office
from tests.pages.apps import PAGES

FOLDER = ROOT / "docs" / "pages"
SLIDES = (1, 6, 7)
"""Those shown of the deck: the headline, the sections month by month, one section."""

_DESK, _TABLET, _PHONE = (1366, 768), (1024, 768), (390, 844)
_COLOURS = 128
_WIDEST = 1366
_SECTION = "ฝ่ายเทศกิจ"
_BEGINNING = "beginning"
"""The page of which the sample office, whose sections report already, shows nothing."""
_PATIENCE = 120_000
"""Milliseconds; a server that was just started answers late."""

_FONTS = f"""<?xml version="1.0"?>
<fontconfig>
  <dir>{ROOT / "ita_data" / "exports" / "fonts"}</dir>
  <match target="pattern"><edit name="family" mode="append"><string>Sarabun</string></edit></match>
</fontconfig>
"""
"""LibreOffice finds our own typeface by this, whether or not the machine has a Thai one."""

Scheme = Literal["light", "dark"]


def main() -> None:
    """Take every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        office = made_office(Path(folder), lambda store: sample.load_sample(store, COORDINATOR))
        with serving("app.py", {"DATABASE_URL": address_of(office)}) as port, running_browser() as browser:
            _take_pages(browser, f"http://127.0.0.1:{port}", Path(folder))
            _take_beginning(browser, Path(folder) / _BEGINNING)
        _take_files(office, Path(folder))


def _take_beginning(browser: Browser, folder: Path) -> None:
    """What an office is asked that has just brought its report of the year that runs."""
    folder.mkdir()
    year = FiscalMonth.of(clock.today()).fiscal_year
    office = made_office(folder, lambda store: bring_report(store, year))
    with (
        serving("app.py", {"DATABASE_URL": address_of(office)}) as port,
        _shown(browser, f"http://127.0.0.1:{port}", _BEGINNING, choices=dict.fromkeys(MARCH, "")) as shown,
    ):
        _take(shown, folder, _BEGINNING)


def _take_pages(browser: Browser, address: str, folder: Path) -> None:
    for page in (each for each in PAGES if each != _BEGINNING):
        with _shown(browser, address, page) as shown:
            _take(shown, folder, page)
    with _shown(browser, address, "sections", choices={"section": _SECTION}) as shown:
        _take(shown, folder, "section")
    with _shown(browser, address, "overview", scheme="dark") as shown:
        _take(shown, folder, "overview-dark")
        for number, paper in enumerate(_printed(shown), start=1):
            _keep(paper, f"overview-printed-{number}")
    for name, size in (("overview-1024", _TABLET), ("overview-390", _PHONE)):
        with _shown(browser, address, "overview", size) as shown:
            _take(shown, folder, name)


def _take_files(office: Path, folder: Path) -> None:
    """Slides and minutes, as LibreOffice shows them."""
    (folder / "fonts.conf").write_text(_FONTS, encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    meeting = march_meeting(office)
    for kind, name, places in (("pptx", "slide", SLIDES), ("docx", "minutes", (0,))):
        export = MEETING_EXPORTS[kind]
        file = folder / f"{name}{export.suffix}"
        file.write_bytes(export.file_of(meeting, agenda(meeting), []))
        pages = pdfium.PdfDocument(saved_as(file, "pdf", folder))
        for number, place in enumerate(places, start=1):
            _keep(_picture_of(pages[place]), f"{name}-{number}")
        pages.close()


@contextmanager
def _shown(
    browser: Browser,
    address: str,
    page: str,
    size: tuple[int, int] = _DESK,
    scheme: Scheme = "light",
    choices: Mapping[str, str] | None = None,
) -> Iterator[Page]:
    """A page of the sample office at rest, as somebody sees it who has closed the tours before."""
    viewport: Any = {"width": size[0], "height": size[1]}
    context = browser.new_context(locale="th", viewport=viewport, color_scheme=scheme)
    context.set_default_timeout(_PATIENCE)
    opened = visit(context, address, page, **(MARCH | dict(choices or {})))
    opened.page.wait_for_timeout(1500)
    yield opened.page
    context.close()


def _take(page: Page, folder: Path, name: str) -> None:
    file = folder / "screen.png"
    page.screenshot(path=file)
    with Image.open(file) as picture:
        _keep(picture, name)


def _printed(page: Page) -> list[Image.Image]:
    paper = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    return [_picture_of(each) for each in paper]


def _picture_of(page: Any) -> Image.Image:
    picture: Image.Image = page.render(scale=_WIDEST / max(page.get_size())).to_pil()
    return picture


def _keep(picture: Image.Image, name: str) -> None:
    # What is small keeps its colour, for colours mean something.
    few = picture.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
