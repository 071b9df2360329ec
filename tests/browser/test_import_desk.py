"""A section's workbook on its whole way: shown, mended, applied, seen in the charts, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from bench.servers import serving
from ita_data import store
from tests.browser.desks import HEADERS, SECTION, UNKNOWN_STATUS, introduce, upload
from tests.browser.visits import SCREENS, visit
from tests.databases import Databases
from tests.imports.made_files import workbook
from tests.offices import bring_report, decide

ROW = ("1.1", SECTION, "ต.ค. 67", "ยังไม่ดำเนินการ")
FAULTY_ROW = ("1.2", SECTION, "ต.ค. 67", UNKNOWN_STATUS)


@pytest.fixture
def office(databases: Databases) -> Iterator[str]:
    """Where a server shows an office that has its report and no monthly workbook yet."""
    with databases.migrated() as database:
        opened = store.engine_for(database)
        bring_report(opened)
        decide(opened)
        opened.dispose()
        with serving("app.py", {"DATABASE_URL": database}) as port:
            yield f"http://127.0.0.1:{port}"


def test_a_workbook_moves_the_charts_and_can_be_taken_back(
    context: BrowserContext, office: str, office_english: set[str], tmp_path: Path
) -> None:
    before = overview(context, office)
    desk = visit(context, office, "imports")
    introduce(desk)

    upload(desk, tmp_path / "ต.ค..xlsx", workbook(HEADERS, ROW, FAULTY_ROW))
    expect(desk.page.locator(".table", has_text="D3")).to_be_visible()
    assert not any(desk.has_to_be_scrolled_sideways(*screen) for screen in SCREENS)
    desk.page.locator(".st-key-mend-first button").click()
    expect(desk.page.locator(".st-key-mend-first")).to_have_count(0)

    upload(desk, tmp_path / "ต.ค. แก้แล้ว.xlsx", workbook(HEADERS, ROW))
    desk.page.locator(".st-key-apply button").click()
    expect(desk.page.locator(".st-key-receipt")).to_contain_text("ต.ค. แก้แล้ว.xlsx")
    desk.rest()
    assert desk.english() - office_english == set()
    desk.page.close()
    after = overview(context, office)
    assert all(now != then for now, then in zip(after, before, strict=True))

    history = visit(context, office, "history")
    introduce(history)
    history.page.locator("[class*=st-key-undo-] button").first.click()
    history.rest()
    history.page.locator("[class*=st-key-undo-now] button").click()
    receipt = history.page.locator("[data-testid=stAlert]", has_text="ย้อนกลับการนำเข้าครั้งที่ 3 แล้ว")
    expect(receipt).to_be_visible()
    expect(history.page.locator("tbody tr")).to_have_count(5)
    history.rest()
    history.page.close()
    assert overview(context, office) == before


def overview(context: BrowserContext, office: str) -> tuple[str, str]:
    """What the overview's numbers and its first chart say."""
    opened = visit(context, office, month="12")
    opened.page.locator(".st-key-completion_by_section .frame").scroll_into_view_if_needed()
    bars = opened.page.locator(".st-key-completion_by_section .main-svg").first
    bars.locator(".point path").first.wait_for(state="attached")
    opened.rest()
    said = " ".join(opened.page.locator(".answers .figure").all_inner_texts()), bars.text_content() or ""
    opened.page.close()
    return said
