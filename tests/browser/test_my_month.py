"""A section enters what she owes into the sheet and sends it, with as few clicks and keys as the README says."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from bench.servers import serving
from tests.browser.desks import introduce, introduce_by_keys
from tests.browser.visits import CLICKS, SCREENS, Visit, visit
from tests.databases import address_of
from tests.offices import bring_report, made_office

README = Path(__file__).parents[2] / "README.md"
SECTION = "ฝ่ายการคลัง"
KEYS = "window.pressed = []; addEventListener('keydown', ({ key }) => window.pressed.push(key), true)"
SIZES = [(1366, 768), (1024, 768), (390, 844)]
IS_IN_SIGHT = """row => {
  const box = row.getBoundingClientRect();
  const head = document.querySelector(".sheet .head").getBoundingClientRect().bottom;
  const foot = document.querySelector(".st-key-sheet-foot").getBoundingClientRect().top;
  return box.top >= head - 1 && (box.bottom <= foot + 1 || box.height > foot - head);
}"""


@pytest.fixture
def my_month(context: BrowserContext, tmp_path: Path) -> Iterator[Visit]:
    """The page of an office with its report alone, of which a section is known to the page."""
    path = made_office(tmp_path, bring_report)
    with serving("app.py", {"DATABASE_URL": address_of(path)}) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", "my_month", section=SECTION, month="1")
        introduce(opened)
        yield opened
        opened.page.close()


@pytest.fixture
def sitting(request: pytest.FixtureRequest, context: BrowserContext, server: str) -> Iterator[Visit]:
    """The sample office's April, of which the section owes 31 reports, on a screen of a given size."""
    opened = visit(context, server, "my_month", section=SECTION)
    introduce_by_keys(opened, "เจ้าหน้าที่ธุรการ")
    width, height = request.param
    opened.page.set_viewport_size({"width": width, "height": height})
    expect(rows(opened)).to_have_count(31)
    expect(rows(opened).first.locator(".status")).to_be_focused()
    opened.page.evaluate(KEYS)
    yield opened
    opened.page.close()


def test_a_month_is_sent_with_the_clicks_that_the_readme_names(my_month: Visit, office_english: set[str]) -> None:
    page = my_month.page
    assert my_month.english() - office_english == set()
    assert not any(my_month.has_to_be_scrolled_sideways(*screen) for screen in (*SCREENS, SIZES[-1]))
    page.set_viewport_size({"width": 1366, "height": 768})
    page.evaluate(CLICKS)
    status(my_month, 0, "อยู่ระหว่างดำเนินการ").click()
    page.keyboard.insert_text("ตรวจพัสดุแล้ว")
    status(my_month, 1, "ไม่มีการดำเนินการในเดือนนี้").click()
    assert page.evaluate("window.clicks") == sum(clicks_for(words) for words in ("with a status", "nothing was done"))
    expect(rows(my_month).nth(1)).to_contain_class("is_entered")
    page.evaluate("window.clicks = 0")
    page.locator(".st-key-rest button").click()
    assert page.evaluate("window.clicks") == clicks_for("all others")
    expect(page.locator(".st-key-rest-undo button")).to_be_visible()
    page.evaluate("window.clicks = 0")
    page.locator(".st-key-send button").click()
    expect(page.locator("[data-testid=stAlert]").first).to_contain_text("ส่งรายงานแล้ว")
    assert page.evaluate("window.clicks") == clicks_for("send")
    expect(cell(my_month, 0, "result")).to_have_value("ตรวจพัสดุแล้ว")


@pytest.mark.parametrize("sitting", SIZES, indirect=True)
def test_31_reports_with_status_and_text_take_a_key_and_an_enter_each_and_4_more(sitting: Visit) -> None:
    for number in range(31):
        expect(rows(sitting).nth(number).locator(".status")).to_be_focused()
        assert rows(sitting).nth(number).evaluate(IS_IN_SIGHT)
        sitting.page.keyboard.press("2")
        sitting.page.keyboard.insert_text(f"ตรวจพัสดุครั้งที่ {number}")
        sitting.page.keyboard.press("Enter")
    expect(sitting.page.locator(".st-key-send button")).to_be_focused()
    expect(sitting.page.locator(".st-key-send button")).to_contain_text("31")
    sitting.page.keyboard.press("Enter")
    expect(sitting.page.locator(".st-key-sheet-foot [data-testid=stAlert]").first).to_contain_text("31 รายการ")
    assert pressed(sitting, "2") <= 31
    assert pressed(sitting) - pressed(sitting, "2") <= 31 + 4
    for number in (0, 15, 30):
        expect(cell(sitting, number, "result")).to_have_value(f"ตรวจพัสดุครั้งที่ {number}")


@pytest.mark.parametrize("sitting", SIZES[1:2], indirect=True)
def test_12_reports_with_text_and_19_declared_at_once_take_30_keys(sitting: Visit) -> None:
    for number in range(12):
        sitting.page.keyboard.press("3")
        sitting.page.keyboard.insert_text(f"ดำเนินการแล้วครั้งที่ {number}")
        sitting.page.keyboard.press("Enter")
    expect(sitting.page.locator(".st-key-rest button")).to_contain_text("19")
    sitting.page.keyboard.press("Escape")
    sitting.page.keyboard.press("Enter")
    expect(sitting.page.locator(".st-key-send button")).to_be_focused()
    expect(sitting.page.locator(".st-key-send button")).to_contain_text("31")
    sitting.page.keyboard.press("Enter")
    expect(sitting.page.locator(".st-key-sheet-foot [data-testid=stAlert]").first).to_contain_text("31 รายการ")
    assert pressed(sitting) <= 30


def test_arrows_move_through_the_sheet_and_within_a_text(my_month: Visit) -> None:
    keys = my_month.page.keyboard
    cell(my_month, 0, "result").focus()
    keys.insert_text("กข")
    keys.press("ArrowLeft")
    expect(cell(my_month, 0, "result")).to_be_focused()
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    expect(cell(my_month, 0, "progress")).to_be_focused()
    keys.press("ArrowDown")
    expect(cell(my_month, 1, "progress")).to_be_focused()
    keys.press("ArrowUp")
    keys.press("ArrowLeft")
    keys.press("Home")
    keys.press("ArrowLeft")
    expect(cell(my_month, 0, "status")).to_be_focused()


def test_what_is_typed_while_the_page_is_drawn_anew_stays(my_month: Visit) -> None:
    text = cell(my_month, 0, "result")
    text.focus()
    for part in range(12):
        my_month.page.keyboard.type(f"ส่วนที่{part} ")
        my_month.page.wait_for_timeout(250)
    my_month.page.wait_for_timeout(1500)
    whole = " ".join(f"ส่วนที่{part}" for part in range(12))
    expect(text).to_have_value(f"{whole} ")
    text.blur()
    expect(text).to_have_value(whole)


def test_a_day_is_typed_in_peace_and_shown_as_it_was_read_once_it_is_left(my_month: Visit) -> None:
    day = cell(my_month, 0, "done_on")
    day.focus()
    for key in "5/10/2567":
        my_month.page.keyboard.type(key)
        my_month.page.wait_for_timeout(200)
    my_month.rest()
    expect(day).to_have_value("5/10/2567")
    my_month.page.keyboard.press("Enter")
    expect(day).to_have_value("5 ต.ค. 67")


def test_a_row_opens_beside_the_sheet_and_leads_back_to_its_place(my_month: Visit) -> None:
    cell(my_month, 2, "more").focus()
    my_month.page.keyboard.press("Enter")
    expect(my_month.page.locator(".st-key-close-report button")).to_be_focused()
    note = my_month.page.locator(".st-key-report-form").get_by_label("หมายเหตุ")
    note.fill("ดูแฟ้ม 12")
    note.blur()
    expect(rows(my_month).nth(2)).to_contain_class("is_faulty")
    my_month.page.locator(".st-key-close-report button").focus()
    my_month.page.keyboard.press("Enter")
    expect(my_month.page.locator(".st-key-report-form")).to_have_count(0)
    expect(cell(my_month, 2, "more")).to_be_focused()


def test_a_finger_chooses_what_it_presses_though_the_card_is_half_out_of_sight(browser: Browser, server: str) -> None:
    phone = browser.new_context(locale="th", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    opened = visit(phone, server, "my_month", section=SECTION)
    for row in (3, 12):
        status(opened, row, "ดำเนินการแล้ว").tap()
        expect(status(opened, row, "ดำเนินการแล้ว")).to_have_attribute("aria-pressed", "true")
        expect(rows(opened).nth(row)).to_contain_class("is_entered")
    cell(opened, 3, "more").tap()
    expect(opened.page.locator(".st-key-report-form").get_by_label("ผลการดำเนินการ")).to_be_visible()
    phone.close()


def test_the_browser_asks_before_it_loses_what_was_entered(context: BrowserContext, server: str) -> None:
    opened = visit(context, server, "my_month", section=SECTION)
    asked: list[str] = []
    opened.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    opened.page.reload()
    opened.rest()
    assert asked == []
    status(opened, 0, "อยู่ระหว่างดำเนินการ").click()
    opened.rest()
    expect(opened.page.locator("span[data-unsent]")).to_be_attached()
    opened.page.reload()
    assert asked == ["beforeunload"]
    opened.page.close()


def test_what_is_typed_while_the_server_is_away_is_kept_and_taken_once_it_is_back(
    context: BrowserContext, tmp_path: Path
) -> None:
    environment = {"DATABASE_URL": address_of(made_office(tmp_path, bring_report))}
    with serving("app.py", environment) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", "my_month", section=SECTION, month="1")
        introduce(opened)
    opened.page.wait_for_timeout(500)
    cell(opened, 0, "result").fill("พิมพ์ขณะขาดการเชื่อมต่อ")
    expect(opened.page.locator(".sheet .waiting")).to_contain_text("ไม่สูญหาย")
    with serving("app.py", environment, port):
        expect(opened.page.locator(".sheet .waiting")).to_have_text("", timeout=60_000)
        expect(cell(opened, 0, "result")).to_have_value("พิมพ์ขณะขาดการเชื่อมต่อ")
        introduce(opened)
        expect(opened.page.get_by_text("บันทึกร่างแล้ว")).to_be_visible()
        opened.page.close()


def rows(opened: Visit) -> Locator:
    return opened.page.locator(".sheet .row")


def cell(opened: Visit, row: int, column: str) -> Locator:
    return rows(opened).nth(row).locator(f"[data-column={column}]")


def status(opened: Visit, row: int, name: str) -> Locator:
    return rows(opened).nth(row).get_by_role("button", name=name, exact=True)


def pressed(opened: Visit, key: str | None = None) -> int:
    """How often a key was pressed, or any."""
    keys: list[str] = opened.page.evaluate("window.pressed")
    return len([each for each in keys if key in (None, each)])


def clicks_for(words: str) -> int:
    """The clicks that the README's list gives for what a line of it says."""
    found = re.search(rf"^\s*- (\d) clicks?[^\n]*{words}", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, words
    return int(found[1])
