"""What is said at a meeting, written down on the stage: orders, comments, and that something is known."""

import re

from playwright.sync_api import BrowserContext, expect

from bench.servers import serving
from tests.browser.desks import introduce, introduce_by_keys
from tests.browser.stages import Stage
from tests.browser.visits import Visit, visit
from tests.offices import complete_a_measure

DIRECTOR = "ผู้อำนวยการเขต"
SAVE_AND_LEAVE = """() => {
  const keys = [{ code: "Enter", key: "Enter", ctrlKey: true }, { code: "Escape", key: "Escape" }];
  for (const key of keys) document.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true }));
  if (document.querySelector(".meeting").shadowRoot.querySelector(".sheet.shown")) throw Error("still in the form");
}"""
"""Both at once, so that no answer comes in between."""

SAVE_AND_GO_ON = """async (words) => {
  const { setTimeout: waiting } = window;
  window.setTimeout = (act) => waiting(act, 0);
  document.dispatchEvent(new KeyboardEvent("keydown", { code: "Enter", key: "Enter", ctrlKey: true, bubbles: true }));
  window.setTimeout = waiting;
  await new Promise((done) => waiting(done, 1));
  document.querySelector(".meeting").shadowRoot.querySelector(".sheet").elements.text.value += words;
}"""
"""Whoever saves is told at once that no answer came in time, before any can come, and writes on."""

SAVE_AND_BEGIN_ANEW = """() => {
  const keys = [{ code: "Enter", key: "Enter", ctrlKey: true }, { code: "Escape", key: "Escape" }, { code: "KeyC" }];
  for (const key of keys) document.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true }));
  const { kind, text } = document.querySelector(".meeting").shadowRoot.querySelector(".sheet").elements;
  return [kind.value, text.value, text.readOnly];
}"""


TO_THE_FIRST_SECTION = 6
"""After the headline come three screens of completion and two of reports."""


def test_an_order_begins_with_the_section_and_what_is_proposed_and_is_lost_without_a_question(march: Visit) -> None:
    stage = Stage(march)
    stage.press(*["ArrowRight"] * TO_THE_FIRST_SECTION, "KeyO")
    text = march.page.locator(".sheet textarea")
    assert text.input_value() == "ให้ส่งรายงานที่ค้างของ พ.ย., ก.พ.–มี.ค."
    assert march.page.locator(".sheet select[name=section]").input_value().startswith("ฝ่ายรักษาความสะอาด")
    expect(march.page.locator("[data-unsent]")).to_have_count(0)
    stage.press("Escape", "Home", "KeyO")
    assert text.input_value() == ""


def test_by_keys_alone_an_order_is_given_on_the_way_and_comes_back_next_month(
    context: BrowserContext, server: str
) -> None:
    opened = visit(context, server, "meeting", month="6")
    introduce_by_keys(opened, DIRECTOR)
    stage = Stage(opened)
    stage.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
    place, title = stage.place, stage.title
    stage.press("KeyO")
    opened.page.keyboard.type("ส่งรายงานที่ขาดให้ครบภายในสัปดาห์นี้")
    assert stage.faults(within=".sheet") == []
    stage.press("Control+Enter")
    expect(opened.page.locator(".toast")).to_contain_text("บันทึกข้อสั่งการที่ 1 แล้ว")
    assert (stage.place, stage.title) == (place, title)
    stage.press("KeyA", "Control+Enter")
    expect(opened.page.locator(".toast")).to_contain_text("ทราบ")
    stage.press("KeyC")
    opened.page.keyboard.type("ขอให้ส่งทันกำหนด")
    stage.press("Control+Enter")
    expect(opened.page.locator(".toast")).to_contain_text("ความเห็น")
    stage.press("End")
    assert stage.title == "ข้อสั่งการของเดือนนี้ 1 เรื่อง"
    assert "ส่งรายงานที่ขาดให้ครบภายในสัปดาห์นี้" in stage.text
    assert all(re.match(r"(http|ws)s?://127\.0\.0\.1|data:|blob:", request) for request in opened.requests)
    assert opened.complaints == []
    opened.page.close()
    april = visit(context, server, "meeting", month="7")
    stage = Stage(april)
    stage.press("ArrowRight")
    assert stage.title.startswith("ข้อสั่งการของเดือนก่อน ๆ ยังค้าง 1 เรื่อง")
    stage.press("ArrowRight")
    assert stage.title == "ความเห็นของ ผอ.เขต จากเดือนก่อน 1 เรื่อง"
    assert "ขอให้ส่งทันกำหนด" in stage.text
    april.page.close()


def test_an_order_without_words_is_refused_where_it_is_written(context: BrowserContext, server: str) -> None:
    opened = visit(context, server, "meeting", month="6")
    stage = Stage(opened)
    stage.press("KeyO")
    expect(opened.page.locator(".sheet .said")).to_contain_text("บอกชื่อ")
    stage.press("Escape", "Escape")
    introduce(opened, DIRECTOR)
    stage = Stage(opened)
    stage.press("KeyO", "Control+Enter")
    expect(opened.page.locator(".sheet .said")).to_contain_text("โปรดระบุสิ่งที่สั่งการ")
    assert opened.page.locator(".sheet").is_visible()
    opened.page.close()


def test_a_refusal_comes_back_to_somebody_who_has_left_the_form(context: BrowserContext, server: str) -> None:
    opened = visit(context, server, "meeting", month="6")
    introduce(opened, DIRECTOR)
    stage = Stage(opened)
    stage.press("KeyO")
    opened.page.evaluate(SAVE_AND_LEAVE)
    expect(opened.page.locator(".sheet")).to_be_visible()
    expect(opened.page.locator(".sheet .said")).to_contain_text("โปรดระบุสิ่งที่สั่งการ")
    opened.page.close()


def test_nothing_can_be_added_to_what_is_being_saved(context: BrowserContext, server: str) -> None:
    opened = visit(context, server, "meeting", month="6")
    introduce(opened, DIRECTOR)
    stage = Stage(opened)
    stage.press("KeyO")
    opened.page.keyboard.type("ส่งให้ครบ")
    assert opened.page.evaluate(SAVE_AND_BEGIN_ANEW) == ["order", "ส่งให้ครบ", True]
    expect(opened.page.locator(".toast")).to_contain_text("บันทึกข้อสั่งการที่ 1 แล้ว")
    expect(opened.page.locator(".sheet")).to_be_hidden()
    stage.press("KeyC")
    expect(opened.page.locator(".sheet textarea")).to_be_editable()
    expect(opened.page.locator(".sheet textarea")).to_have_value("")
    opened.page.close()


def test_what_is_written_until_a_late_answer_comes_is_not_lost(context: BrowserContext, server: str) -> None:
    opened = visit(context, server, "meeting", month="6")
    introduce(opened, DIRECTOR)
    Stage(opened).press("KeyO")
    opened.page.keyboard.type("ส่งให้ครบ")
    opened.page.evaluate(SAVE_AND_GO_ON, "ทุกเดือน")
    expect(opened.page.locator(".toast")).to_contain_text("บันทึกข้อสั่งการที่ 1 แล้ว")
    expect(opened.page.locator(".sheet textarea")).to_have_value("ส่งให้ครบทุกเดือน")
    opened.page.close()


def test_what_was_begun_waits_for_its_own_kind_and_stays_about_its_own_screen(
    context: BrowserContext, server: str
) -> None:
    opened = visit(context, server, "meeting", month="6")
    introduce(opened, DIRECTOR)
    stage = Stage(opened)
    text = opened.page.locator(".sheet textarea")
    section, due = (opened.page.locator(f".sheet select[name={name}]") for name in ("section", "due"))
    stage.press(*["ArrowRight"] * TO_THE_FIRST_SECTION, "KeyO")
    about = section.input_value()
    due.select_option(index=3)
    until, usual = due.input_value(), due.locator("option").nth(1).get_attribute("value")
    text.fill("ส่งให้ครบ")
    stage.press("Escape", "Home", "KeyA")
    assert (text.input_value(), section.input_value() == about) == ("", False)
    stage.press("Control+Enter")
    expect(opened.page.locator(".toast")).to_contain_text("ทราบ")
    stage.press("KeyC")
    opened.page.keyboard.type("ขอให้ส่งทันกำหนด")
    opened.page.get_by_label("ข้อสั่งการ", exact=True).check()
    assert (text.input_value(), section.input_value()) == ("ส่งให้ครบ", about)
    opened.page.get_by_label("ทราบ", exact=True).check()
    assert text.input_value() == "ส่งให้ครบ"
    opened.page.get_by_label("ข้อสั่งการ", exact=True).check()
    stage.press("Escape", "KeyC")
    assert text.input_value() == "ขอให้ส่งทันกำหนด"
    stage.press("Escape", "Escape")
    opened.follow("director")
    opened.follow("meeting")
    Stage(opened).press("KeyO")
    assert (text.input_value(), section.input_value(), due.input_value()) == ("ส่งให้ครบ", about, until)
    stage.press("Control+Enter")
    expect(opened.page.locator(".toast")).to_contain_text("บันทึกข้อสั่งการที่ 1 แล้ว")
    stage.press("KeyO")
    assert (text.input_value(), due.input_value()) == ("", usual)
    opened.page.close()


def test_the_browser_asks_before_it_loses_an_order_that_was_not_saved(context: BrowserContext, server: str) -> None:
    opened = visit(context, server, "meeting", month="6")
    introduce(opened, DIRECTOR)
    asked: list[str] = []
    opened.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    stage = Stage(opened)
    stage.press("KeyO")
    opened.page.keyboard.type("ส่งให้ครบ")
    stage.press("Control+Enter")
    expect(opened.page.locator(".toast")).to_contain_text("บันทึกข้อสั่งการที่ 1 แล้ว")
    expect(opened.page.locator("[data-unsent]")).to_have_count(0)
    stage.press("KeyO")
    opened.page.keyboard.type("ส่งให้ทัน")
    stage.press("Escape", "Escape")
    opened.follow("director")
    assert asked == []
    opened.page.reload()
    assert asked == ["beforeunload"]
    opened.page.close()


def test_on_a_past_day_nothing_is_written_down(context: BrowserContext, address: str) -> None:
    march = visit(context, address, "meeting", month="6", **{"as-of": "2025-04-08"})
    introduce(march, DIRECTOR)
    stage = Stage(march)
    stage.press("KeyO")
    march.page.keyboard.type("ส่งให้ครบ")
    stage.press("Control+Enter")
    expect(march.page.locator(".sheet .said")).to_contain_text("วันที่ผ่านมาแล้ว")
    expect(march.page.locator(".sheet textarea")).to_have_value("ส่งให้ครบ")
    march.page.close()


def test_a_server_that_was_started_anew_says_that_the_figures_are_others_and_answers_what_is_said(
    context: BrowserContext, office: str
) -> None:
    environment = {"DATABASE_URL": office}
    with serving("app.py", environment) as port:
        opened = visit(context, f"http://127.0.0.1:{port}", "meeting", month="6")
        introduce(opened, DIRECTOR)
        stage = Stage(opened)
    before = stage.title
    stage.press("ArrowRight", "Home")
    assert stage.title == before
    stage.press("KeyO")
    opened.page.keyboard.type("ส่งให้ครบ")
    complete_a_measure(office)
    with serving("app.py", environment, port):
        expect(opened.page.locator("[data-test-connection-state=CONNECTED]")).to_be_attached()
        stage.press("Control+Enter")
        expect(opened.page.locator(".sheet .said")).to_contain_text("บอกชื่อ")
        expect(opened.page.locator(".toast")).to_contain_text("โปรแกรมถูกเริ่มใหม่")
        expect(opened.page.locator(".sheet textarea")).to_have_value("ส่งให้ครบ")
        assert stage.title != before
        opened.page.close()
