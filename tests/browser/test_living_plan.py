"""The plan lived by on screen: each change is found where one notices it, and the yearly report says just that."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import BrowserContext, Locator, expect

from bench.servers import serving
from ita_data.model.records import Review
from ita_data.model.states import Status
from ita_data.services import editing, opening
from ita_data.services.opening import Store
from tests.browser.desks import introduce
from tests.browser.visits import CLICKS, Visit, visit
from tests.databases import address_of
from tests.offices import COORDINATOR, bring_report, decide, made_office

NEW = "จัดตั้งศูนย์รับเรื่องร้องเรียนออนไลน์"
REWORDED = "เวียนแจ้งและซักซ้อมความเข้าใจ แนวทางการใช้ทรัพย์สินของราชการให้ทุกส่วนราชการทราบและถือปฏิบัติ"
SECTION = "ศูนย์บริการประชาชน"
RESULTS = ["ประชุมชี้แจง 12 พ.ย. 67", "ประชุมชี้แจง 14 ม.ค. 68", "ประชุมชี้แจง 11 มี.ค. 68"]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office that follows its report by the usual rules."""

    def fill(store: Store) -> None:
        bring_report(store)
        decide(store)

    return made_office(tmp_path, fill)


@pytest.fixture
def coordinator(context: BrowserContext, office: Path) -> Iterator[Visit]:
    """The page of indicator 4, with somebody at the screen who coordinates the plan."""
    with serving("app.py", {"DATABASE_URL": address_of(office)}) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", "indicators", indicator="4", month="12")
        introduce(opened, COORDINATOR.name)
        opened.page.evaluate(CLICKS)
        yield opened
        opened.page.close()


def test_each_change_of_the_plan_is_found_in_a_few_clicks(coordinator: Visit) -> None:
    ask_to_mend(coordinator, "4.2")
    expect(text_field(coordinator)).to_have_value(re.compile("กำชับให้ทุกส่วนราชการ"))
    expect(coordinator.page.get_by_label("ผู้รับผิดชอบหลัก", exact=True)).to_be_visible()
    expect(coordinator.page.get_by_label("ดำเนินมาตรการ ตั้งแต่เดือน")).to_be_visible()
    assert clicks(coordinator) == 1
    coordinator.follow("indicators")
    clicks(coordinator)
    ask_to_mend(coordinator, "+ เพิ่มมาตรการ")
    expect(text_field(coordinator)).to_have_value("")
    assert clicks(coordinator) == 1
    coordinator.follow("indicators")
    clicks(coordinator)
    unfold(coordinator, "เขียนหรือแก้ไขผลการดำเนินการ")
    expect(outcome_field(coordinator)).to_be_visible()
    assert clicks(coordinator) == 1
    coordinator.follow("sections")
    clicks(coordinator)
    unfold(coordinator, "ส่วนราชการของหน่วยงาน")
    expect(coordinator.page.get_by_label("ชื่อส่วนราชการ")).to_be_visible()
    assert clicks(coordinator) == 1
    assert coordinator.complaints == []


def test_the_yearly_report_says_what_was_changed_on_screen_and_changes_nothing_when_it_comes_again(
    coordinator: Visit, office: Path, tmp_path: Path
) -> None:
    add_section(coordinator)
    mend_the_plan(coordinator)
    report_for_three_months(office)
    write_the_outcome(coordinator)
    data = downloaded(coordinator)
    said = words(data)
    assert [text for text in (NEW, REWORDED, SECTION, *RESULTS) if text not in said] == []
    coordinator.follow("imports")
    written = tmp_path / "report.docx"
    written.write_bytes(data)
    coordinator.page.locator("input[type=file]").set_input_files(written)
    expect(coordinator.page.get_by_text("ข้อมูลทั้งหมดในไฟล์นี้มีอยู่ในระบบแล้ว ไม่มีรายการเปลี่ยนแปลง")).to_be_visible(timeout=30_000)
    assert coordinator.complaints == []


def add_section(shown: Visit) -> None:
    shown.follow("sections")
    unfold(shown, "ส่วนราชการของหน่วยงาน")
    fill(shown, shown.page.get_by_label("ชื่อส่วนราชการ"), SECTION)
    save(shown, "save-section-list")


def mend_the_plan(shown: Visit) -> None:
    """Put a measure of the new section before 4.2, reword 4.1, and retire the last one from April on."""
    to_the_indicator(shown)
    ask_to_mend(shown, "+ เพิ่มมาตรการ")
    fill(shown, text_field(shown), NEW)
    choose(shown, "ตำแหน่งที่แทรก", "ก่อน 4.2")
    shown.page.locator(".st-key-plan-add button").click()
    shown.rest()
    box(shown, "ผู้รับผิดชอบหลัก").locator("input").press("Backspace")
    shown.rest()
    choose(shown, "ผู้รับผิดชอบหลัก", SECTION)
    ask_to_mend(shown, "4.1")
    fill(shown, text_field(shown), REWORDED)
    ask_to_mend(shown, "4.5")
    choose(shown, "ยกเลิกตั้งแต่เดือน", "เม.ย. 68")
    save(shown, "save-plan")


def report_for_three_months(office: Path) -> None:
    """What the new section sends of the new measure."""
    store = opening.open_store(office)
    (plan,) = opening.plans(store)
    reviews = [
        Review("4.2", SECTION, month, Status.IN_PROGRESS, date(2025, month, 5), result=result)
        for month, result in enumerate(RESULTS, start=1)
    ]
    editing.save(store, plan, [(None, review) for review in reviews], COORDINATOR)
    store.dispose()


def write_the_outcome(shown: Visit) -> None:
    """Of the new measure, from what was reported in three months."""
    to_the_indicator(shown)
    unfold(shown, "เขียนหรือแก้ไขผลการดำเนินการ")
    choose(shown, "มาตรการที่ผลนี้ตอบ (การเลือกถือเป็นการยืนยัน)", "4.2")
    for line in RESULTS:
        shown.page.locator("[data-testid=stCheckbox] label").filter(has_text=line).click()
        shown.rest()
    shown.page.locator(".st-key-put-into-text button").click()
    expect(outcome_field(shown)).to_have_value("\n".join(RESULTS))
    save(shown, "save-outcome")


def downloaded(shown: Visit) -> bytes:
    """The yearly report as a Word document."""
    with shown.page.expect_download() as waiting:
        shown.page.locator(".st-key-download-report-docx button").click()
    return Path(waiting.value.path()).read_bytes()


def words(data: bytes) -> str:
    """All that a Word document says in its tables."""
    return "\n".join(cell.text for table in Document(BytesIO(data)).tables for row in table.rows for cell in row.cells)


def to_the_indicator(shown: Visit) -> None:
    shown.follow("indicators")
    shown.choose("indicator", "4 การใช้ทรัพย์สินของราชการ")
    shown.rest()


def ask_to_mend(shown: Visit, name: str) -> None:
    """Press what is to be mended, on the page of the indicator or of the plan."""
    shown.page.locator("[data-testid=stButtonGroup] button").filter(
        has_text=re.compile(rf"^{re.escape(name)}$")
    ).click()
    shown.page.wait_for_url("**/plan?*")
    shown.rest()


def text_field(shown: Visit) -> Locator:
    return shown.page.locator("[data-testid=stTextArea] textarea").first


def outcome_field(shown: Visit) -> Locator:
    return shown.page.get_by_label("ข้อความผลการดำเนินการ")


def fill(shown: Visit, field: Locator, text: str) -> None:
    """Type a text and leave the field."""
    field.fill(text)
    field.press("Tab")
    shown.rest()


def box(shown: Visit, label: str) -> Locator:
    """The field with this label in which one option is chosen, or several."""
    boxes = shown.page.locator("[data-testid=stSelectbox], [data-testid=stMultiSelect]")
    return boxes.filter(has=shown.page.get_by_text(label, exact=True)).first


def choose(shown: Visit, label: str, option: str) -> None:
    """Choose the option that these letters find; they are typed, for a long list holds only what is in sight."""
    field = box(shown, label).locator("input")
    field.click()
    field.press_sequentially(option)
    shown.page.get_by_role("option").filter(has_text=option).first.click()
    shown.rest()


def unfold(shown: Visit, title: str) -> None:
    shown.page.locator("[data-testid=stExpander] summary").filter(has_text=title).click()
    shown.rest()


def save(shown: Visit, button: str) -> None:
    """Save what was entered, and wait until the page says so."""
    shown.page.locator(f".st-key-{button} button").click()
    expect(shown.page.locator("[data-testid=stAlert]").filter(has_text="บันทึกแล้ว")).to_be_visible()
    shown.rest()


def clicks(shown: Visit) -> int:
    """The clicks since this was asked last."""
    number: int = shown.page.evaluate("[window.clicks, window.clicks = 0][0]")
    return number
