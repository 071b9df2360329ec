"""A section's workbook on its whole way: shown, mended, applied, seen in the charts, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from bench.servers import serving
from ita_data import store
from tests.browser.visits import Visit, visit
from tests.databases import Databases
from tests.imports.made_files import workbook
from tests.offices import bring_report

HEADS = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
ROW = ("1.1", "ฝ่ายปกครอง", "ต.ค. 67", "ยังไม่ดำเนินการ")
FAULTY_ROW = ("1.2", "ฝ่ายปกครอง", "ต.ค. 67", "เสร็จเกือบหมด")
SCREENS = [(1024, 768), (1366, 768), (1920, 1080)]
IS_WIDER_THAN_SHOWN = """() => [document.documentElement, document.querySelector("[data-testid=stMain]")]
  .some((element) => element.scrollWidth > element.clientWidth)"""


@pytest.fixture
def office(databases: Databases) -> Iterator[str]:
    """Where a server shows an office that has its report and no monthly workbook yet."""
    with databases.migrated() as database:
        opened = store.engine_for(database)
        bring_report(opened)
        opened.dispose()
        with serving("app.py", {"DATABASE_URL": database}) as port:
            yield f"http://127.0.0.1:{port}"


def test_a_workbook_moves_the_charts_and_can_be_taken_back(
    context: BrowserContext, office: str, tmp_path: Path
) -> None:
    before = overview(context, office)
    desk = visit(context, office, "imports")
    introduce(desk)

    upload(desk, tmp_path / "ต.ค..xlsx", workbook(HEADS, ROW, FAULTY_ROW))
    expect(desk.page.locator(".table").first).to_contain_text("D3")
    fits_every_screen(desk)
    desk.page.locator(".st-key-mend-first button").click()
    expect(desk.page.locator(".st-key-mend-first")).to_have_count(0)

    upload(desk, tmp_path / "ต.ค. แก้แล้ว.xlsx", workbook(HEADS, ROW))
    desk.page.locator(".st-key-apply button").click()
    expect(desk.page.locator(".st-key-receipt")).to_contain_text("ต.ค. แก้แล้ว.xlsx")
    desk.rest()
    after = overview(context, office)
    assert all(now != then for now, then in zip(after, before, strict=True))

    history = visit(context, office, "history")
    introduce(history)
    history.page.locator("[class*=st-key-undo-] button").first.click()
    history.page.locator("[class*=st-key-undo-now] button").click()
    expect(history.page.locator("tbody tr")).to_have_count(4)
    history.rest()
    assert overview(context, office) == before


def overview(context: BrowserContext, office: str) -> tuple[str, str]:
    """What the overview's numbers and its first chart say."""
    opened = visit(context, office, month="12")
    bars = opened.page.locator(".st-key-completion_by_indicator .main-svg").first
    bars.locator(".point path").first.wait_for(state="attached")
    opened.rest()
    said = " ".join(opened.page.locator("[data-testid=stMetric]").all_inner_texts()), bars.text_content() or ""
    opened.page.close()
    return said


def introduce(opened: Visit) -> None:
    """Say who is at the screen."""
    opened.page.locator(".st-key-who button").first.click()
    opened.page.locator(".st-key-actor-name input").fill("เจ้าหน้าที่ธุรการ")
    opened.page.locator("[data-testid=stFormSubmitButton] button").click()
    expect(opened.page.locator(".st-key-who")).to_contain_text("เจ้าหน้าที่ธุรการ")
    opened.rest()


def upload(opened: Visit, path: Path, data: bytes) -> None:
    """Give the desk a file, and wait until it was read."""
    path.write_bytes(data)
    opened.page.locator("input[type=file]").set_input_files(path)
    expect(opened.page.locator(".st-key-apply")).to_be_visible(timeout=30_000)
    opened.rest()


def fits_every_screen(opened: Visit) -> None:
    """Nothing of the page has to be scrolled sideways."""
    for width, height in SCREENS:
        opened.page.set_viewport_size({"width": width, "height": height})
        opened.page.wait_for_timeout(300)
        assert not opened.page.evaluate(IS_WIDER_THAN_SHOWN)
