"""A workbook with hundreds of faulty rows: the desk stays as quick and as legible as with one."""

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.labels import month_label
from ita_data.model.periods import months_of
from ita_data.model.records import EVERY_SECTION
from tests.browser.desks import HEADERS, SECTION, UNKNOWN_STATUS, upload
from tests.browser.visits import SCREENS, Visit, visit
from tests.imports.made_files import workbook
from tests.offices import REPORT

FAULTY, ROWS = 300, 600
PAGE = 100
"""So many rows of a table are drawn at once."""

_SECTIONS = (SECTION, "ฝ่ายการคลัง")
_MEASURES = 25


@pytest.fixture(scope="module")
def desk(context: BrowserContext, report_address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """The import desk after it read the workbook."""
    opened = visit(context, report_address, "imports")
    upload(opened, tmp_path_factory.mktemp("large") / "ทั้งปี.xlsx", large_workbook())
    yield opened
    opened.page.close()


def test_every_faulty_row_is_counted(desk: Visit) -> None:
    said = desk.page.locator("[data-testid=stCaptionContainer]").all_inner_texts()
    assert f"นำเข้าได้ {ROWS - FAULTY} จาก {ROWS} แถว ไม่นำเข้า {FAULTY} แถว" in said


def test_problems_stand_page_by_page(desk: Visit) -> None:
    rows = problems(desk).locator("tbody tr")
    expect(rows).to_have_count(PAGE)
    expect(rows.first).to_contain_text("D2")
    turn_to(desk, 3)
    expect(rows.first).to_contain_text(f"D{2 + 4 * PAGE}")
    turn_to(desk, 1)


def test_nothing_has_to_be_scrolled_sideways(desk: Visit) -> None:
    assert not any(desk.has_to_be_scrolled_sideways(*screen) for screen in SCREENS)


def test_no_english_is_left_but_what_the_office_wrote(desk: Visit, office_english: set[str]) -> None:
    assert desk.english() - office_english == set()


def test_kinds_that_are_not_asked_for_are_put_away(desk: Visit) -> None:
    choices = desk.page.locator("[class*=st-key-severities-] button")
    expect(desk.page.locator("[data-testid=stExpander] .table")).to_have_count(2)
    choices.first.click()
    expect(desk.page.locator("[data-testid=stExpander] .table")).to_have_count(1)
    choices.first.click()
    expect(desk.page.locator("[data-testid=stExpander] .table")).to_have_count(2)


def problems(desk: Visit) -> Locator:
    """What the desk says of the faulty rows."""
    return desk.page.locator("[data-testid=stExpander]").filter(has_text=f"({FAULTY})")


def turn_to(desk: Visit, page: int) -> None:
    problems(desk).get_by_role("button", name=f"หน้าที่ {page}", exact=True).click()


def large_workbook() -> bytes:
    """Every other row has a status that nobody knows, and a last column has a header that nobody knows."""
    day = date(2024, 10, 1)
    plan = read(REPORT.read_bytes(), REPORT.name, Known(today=day, received_on=day)).records
    assert plan
    measures = [each.measure for each in plan.assignments if each.section == EVERY_SECTION][:_MEASURES]
    months = [month_label(month.first_day) for month in months_of(plan.fiscal_year)]
    named = list(product(months, _SECTIONS, measures))
    assert len(named) == ROWS
    rows = [
        (measure, section, month, "ดำเนินการแล้ว" if number % 2 else UNKNOWN_STATUS, "ก")
        for number, (month, section, measure) in enumerate(named)
    ]
    return workbook((*HEADERS, "อื่น ๆ"), *rows, arrange=lambda sheet: setattr(sheet, "title", "ทั้งปี"))
