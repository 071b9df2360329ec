"""Files that the import desk and the history hand out, as they come out of a browser."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import BrowserContext, expect

from tests.browser.desks import HEADERS, SECTION, UNKNOWN_STATUS, upload
from tests.browser.visits import Visit, visit
from tests.imports.made_files import saved, workbook
from tests.offices import report_of

GOOD_ROW = ("1.1", SECTION, "ต.ค. 67", "ดำเนินการแล้ว")
FAULTY_ROW = ("1.2", SECTION, "ต.ค. 67", UNKNOWN_STATUS)


@pytest.fixture
def desk(context: BrowserContext, report_address: str) -> Iterator[Visit]:
    opened = visit(context, report_address, "imports")
    yield opened
    opened.page.close()


def test_a_workbook_is_downloaded_filled_in_and_taken_as_it_is(desk: Visit, tmp_path: Path) -> None:
    desk.page.locator("[data-testid=stExpander] summary").click()
    # While it unfolds, a click misses what moves.
    desk.page.wait_for_timeout(500)
    desk.choose("form-section", "ฝ่ายเทศกิจ")
    desk.choose("form-month", "ธ.ค. 67")
    desk.rest()
    name, form = downloaded(desk, "form-download")
    assert name == "ฝ่ายเทศกิจ-ธ.ค. 67.xlsx"
    upload(desk, tmp_path / name, filled(form))
    expect(desk.page.locator("[data-testid=stAlert]").first).to_contain_text("อ่านไฟล์ได้ครบถ้วน")
    expect(desk.page.locator("[data-testid=stMetricValue]").first).to_have_text("1")
    expect(desk.page.locator(".table").first).to_contain_text("ฝ่ายเทศกิจ · ธ.ค. 67")


@pytest.mark.parametrize(("lang", "begins"), [("th", "✖ ไม่นำเข้า: "), ("en", "✖ Left out: ")])
def test_a_faulty_file_is_handed_back_with_its_problems_in_the_readers_language(
    context: BrowserContext, report_address: str, tmp_path: Path, lang: str, begins: str
) -> None:
    desk = visit(context, report_address, "imports", lang=lang)
    upload(desk, tmp_path / "ต.ค..xlsx", workbook(HEADERS, GOOD_ROW, FAULTY_ROW))
    _name, file = downloaded(desk, "marked-file")
    desk.page.close()
    sheet = load_workbook(BytesIO(file))["Sheet"]
    assert sheet["D3"].value == UNKNOWN_STATUS
    assert sheet["D3"].comment.text.startswith(begins)
    assert sheet["D2"].comment is None


def test_the_file_of_a_batch_is_handed_out_byte_for_byte(context: BrowserContext, report_address: str) -> None:
    history = visit(context, report_address, "history")
    assert downloaded(history, "batch-file") == ("report-2568.txt", report_of(2568))
    history.page.close()


def downloaded(shown: Visit, button: str) -> tuple[str, bytes]:
    """The name and the bytes of what a button hands out."""
    with shown.page.expect_download() as waiting:
        shown.page.locator(f".st-key-{button} button").click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def filled(form: bytes) -> bytes:
    """The form after somebody chose a status in its first row."""
    made = load_workbook(BytesIO(form))
    sheet = made.worksheets[0]
    header = next(cell for row in sheet.iter_rows() for cell in row if cell.value == HEADERS[3])
    sheet.cell(header.row + 1, header.column).value = GOOD_ROW[3]
    return saved(made)
