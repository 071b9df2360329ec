"""The commonest troubles at the import desk, each mended in three clicks: open a choice, choose, save."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect

from bench.servers import serving
from ita_data.services import looking, opening
from tests.browser.desks import UNKNOWN_STATUS, introduce, upload
from tests.browser.visits import CLICKS, Visit, visit
from tests.databases import address_of
from tests.imports.made_files import workbook
from tests.offices import bring_report, made_office

FINANCE, WORKS, CLEANING = "ฝ่ายการคลัง", "ฝ่ายโยธา", "ฝ่ายเทศกิจ"
HEADERS = ("รหัสมาตรการ", "มาตรการ/กิจกรรม", "สถานะ")
ROWS = (("4.1", "", "ดำเนินการแล้ว"), ("4.2", "", "อยู่ระหว่างดำเนินการ"))
SIZES = [(1366, 768), (1024, 768), (390, 844)]
DECEMBER, JANUARY = 3, 4
TITLE = f"รายงาน ITA {FINANCE} ประจำเดือนธันวาคม 2567"

_END = "() => document.querySelector('[data-testid=stMain]').scrollTo(0, 1e6)"
_IS_IN_SIGHT = """() => {
  const { top, bottom } = document.querySelector(".st-key-apply button").getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""
_COVERED = """() => {
  const bar = document.querySelector(".st-key-confirm");
  const top = bar.getBoundingClientRect().top;
  const elements = [...document.querySelectorAll("[data-testid=stElementContainer]")];
  return elements.filter((each) => !bar.contains(each) && each.checkVisibility())
    .filter((each) => each.getBoundingClientRect().bottom > top + 1).map((each) => each.className);
}"""


@pytest.fixture
def database(tmp_path: Path) -> str:
    """An office that has its report and no monthly workbook yet."""
    return address_of(made_office(tmp_path, bring_report))


@pytest.fixture
def desk(database: str, context: BrowserContext) -> Iterator[Visit]:
    """Its import desk, with somebody who said who they are."""
    with serving("app.py", {"DATABASE_URL": database}) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", "imports")
        introduce(opened)
        yield opened
        opened.page.close()


def test_a_wrong_month_in_the_title_is_mended_at_the_desk(desk: Visit, database: str, tmp_path: Path) -> None:
    upload(desk, tmp_path / "รายงาน.xlsx", titled(FINANCE, "ธันวาคม 2567"))
    change(desk, "month", "ม.ค. 68")
    save(desk)
    assert stored(database) == [("4.1", FINANCE, JANUARY), ("4.2", FINANCE, JANUARY)]


def test_the_section_of_somebody_else_is_mended_at_the_desk(desk: Visit, database: str, tmp_path: Path) -> None:
    upload(desk, tmp_path / "รายงาน.xlsx", titled(FINANCE, "ธันวาคม 2567"))
    change(desk, "section", WORKS)
    save(desk)
    assert stored(database) == [("4.1", WORKS, DECEMBER), ("4.2", WORKS, DECEMBER)]


def test_an_unknown_status_is_mended_at_the_desk(desk: Visit, database: str, tmp_path: Path) -> None:
    upload(desk, tmp_path / "รายงาน.xlsx", workbook([TITLE], HEADERS, *ROWS, ("4.3", "", UNKNOWN_STATUS)))
    desk.page.evaluate(CLICKS)
    word = desk.page.locator("[class*=st-key-word-status] input")
    word.scroll_into_view_if_needed()
    desk.rest()
    word.click()
    desk.page.get_by_role("option", name="ดำเนินการแล้ว", exact=True).click()
    expect(desk.page.locator("[class*=st-key-word-status]")).to_have_count(0)
    save(desk)
    assert desk.page.evaluate("window.clicks") == 3
    assert stored(database) == [(code, FINANCE, DECEMBER) for code in ("4.1", "4.2", "4.3")]


def test_last_months_file_sent_again_is_said_first_and_mended(desk: Visit, database: str, tmp_path: Path) -> None:
    file = tmp_path / "รายงาน.xlsx"
    upload(desk, file, titled(FINANCE, "ธันวาคม 2567"))
    save(desk)
    desk.page.locator("input[type=file]").set_input_files(file)
    expect(desk.page.locator(".answers.file .heed").first).to_contain_text("เดือนนี้รายงานแล้ว")
    expect(desk.page.locator(".st-key-another-file")).to_be_visible()
    change(desk, "month", "ม.ค. 68")
    save(desk)
    assert stored(database) == [(code, FINANCE, month) for month in (DECEMBER, JANUARY) for code in ("4.1", "4.2")]


def test_the_button_that_saves_is_in_sight_and_covers_nothing(desk: Visit, tmp_path: Path) -> None:
    faulty = [(f"{indicator}.1", "", UNKNOWN_STATUS) for indicator in range(1, 9)]
    upload(desk, tmp_path / "รายงาน.xlsx", workbook([f"{CLEANING} ประจำเดือนธันวาคม 2567"], HEADERS, *ROWS, *faulty))
    for width, height in SIZES:
        assert not desk.has_to_be_scrolled_sideways(width, height)
        assert desk.page.evaluate(_IS_IN_SIGHT)
        desk.page.evaluate(_END)
        desk.page.wait_for_timeout(300)
        assert desk.page.evaluate(_IS_IN_SIGHT)
        assert desk.page.evaluate(_COVERED) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_the_desk_says_stands_out_from_its_ground(
    browser: Browser, report_address: str, tmp_path: Path, theme: str
) -> None:
    reader = browser.new_context(color_scheme="dark" if theme == "dark" else "light")
    opened = visit(reader, report_address, "imports")
    upload(opened, tmp_path / "รายงาน.xlsx", workbook(HEADERS, *ROWS))
    found = Axe().run(opened.page, {"include": [[".answers.file"], [".steps"]]}, {"resultTypes": ["violations"]})
    reader.close()
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found.response["violations"]] == []


def titled(section: str, month: str) -> bytes:
    """A workbook whose title says for whom and when its rows report."""
    return workbook([f"รายงาน ITA {section} ประจำเดือน{month}"], HEADERS, *ROWS)


def change(desk: Visit, name: str, option: str) -> None:
    """Open the choice of a part's section or month, and choose: two clicks."""
    desk.page.locator(f".answers.file select[data-choose='0 {name}']").select_option(label=option)
    expect(desk.page.locator(".answers.file .said")).to_contain_text(option)
    desk.rest()


def save(desk: Visit) -> None:
    """Press the button at the foot of the window: the third click."""
    desk.page.locator(".st-key-apply button").click()
    expect(desk.page.locator(".st-key-receipt")).to_be_visible()
    desk.rest()


def stored(database: str) -> list[tuple[str, str, int]]:
    """The reports that were saved, by measure, section and month."""
    opened = opening.open_store(database)
    found = looking.snapshot(opened, opening.plans(opened)[0]).reviews
    opened.dispose()
    return sorted((tuple(row) for row in found[["measure", "section", "month"]].values.tolist()), key=lambda of: of[2])
