"""The monthly meeting in a browser: by keys alone, at every size of a projector, without anything moving by itself."""

import re
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from bench.servers import serving
from tests.browser.stages import MARCH, SIZES, Stage, agenda_of
from tests.browser.visits import Visit, visit
from tests.databases import address_of
from tests.extremes import bring_extremes
from tests.offices import complete_a_measure, made_office

ONE_OF_EACH_KIND = 7
"""Numbers, bars, grids and a section's strip are the first screens of March."""
NEXT_FRAME = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def test_every_screen_is_whole_at_every_size(march: Visit) -> None:
    stage = Stage(march)
    for width, height in SIZES:
        march.page.set_viewport_size({"width": width, "height": height})
        for title in stage.screens():
            assert stage.faults() == [], (title, width, height)
    assert march.complaints == []


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768)])
def test_letters_are_high_enough_for_the_back_row_and_fill_the_picture(march: Visit, size: tuple[int, int]) -> None:
    march.page.set_viewport_size({"width": size[0], "height": size[1]})
    stage = Stage(march)
    for title in stage.screens():
        assert stage.smallest_of_the_body() >= 0.035, title
        assert 0.6 <= stage.filled() <= 1.01, title


def test_screens_speak_thai_in_letters_that_are_read_from_the_back_row(march: Visit, office_english: set[str]) -> None:
    march.page.set_viewport_size({"width": 1920, "height": 1080})
    stage = Stage(march)
    for title in stage.screens():
        letters = stage.letters()
        assert min(size for _look, size in letters) >= 24, title
        numbers = [size for look, size in letters if "value" in look.split()]
        assert len(numbers) == (4 if stage.place[0] == 1 else 0)
        assert all(size >= 72 for size in numbers)
        assert {word.lower() for word in re.findall("[A-Za-z]{2,}", stage.text)} - office_english == set()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(march: Visit, theme: str) -> None:
    stage = Stage(march)
    if theme == "dark":
        stage.press("KeyD")
    for title in islice(stage.screens(), ONE_OF_EACH_KIND):
        assert stage.too_pale() == [], title
    stage.press("Home", "KeyB")
    assert stage.shows_what_is_behind
    assert stage.too_pale() == []
    stage.press("Escape", "KeyO")
    expect(march.page.locator(".sheet .said")).not_to_be_empty()
    assert stage.too_pale() == []


def test_clickers_and_keys_move_through_the_screens_and_stop_at_both_ends(march: Visit) -> None:
    stage = Stage(march)
    total = stage.place[1]
    stage.press("ArrowLeft", "PageUp")
    assert stage.place == (1, total)
    stage.press("PageDown", "ArrowRight", "ArrowRight", "PageUp")
    assert stage.place == (3, total)
    stage.press("End", "ArrowRight")
    assert stage.place == (total, total)
    stage.press("Home", "KeyF")
    march.page.wait_for_function("document.fullscreenElement !== null")
    assert stage.place == (1, total)
    stage.press("KeyF")
    march.page.wait_for_function("document.fullscreenElement === null")
    stage.press("Escape")
    expect(march.page.locator(".stage")).to_be_hidden()
    expect(march.page.locator(".start")).to_be_focused()


def test_a_finger_turns_the_screens_too(march: Visit) -> None:
    stage = Stage(march)
    stage.swipe(-300)
    assert stage.place[0] == 2
    stage.swipe(-300)
    stage.swipe(300)
    assert stage.place[0] == 2
    stage.swipe(-20)
    assert stage.place[0] == 2


def test_from_a_figure_to_its_measures_and_back_to_the_same_screen(march: Visit) -> None:
    stage = Stage(march)
    stage.press("ArrowRight", "ArrowRight", "KeyB")
    assert stage.shows_what_is_behind
    assert stage.faults() == []
    behind = march.page.locator(".behind")
    expect(behind.locator("h2")).to_have_text("ฝ่ายรักษาฯ")
    expect(behind.locator("tbody tr").first).to_contain_text("2.1")
    stage.press("ArrowRight")
    assert stage.faults() == []
    rows = behind.locator("footer span")
    stage.press("End")
    assert stage.faults() == []
    first, last, total = rows_shown(rows)
    assert 1 < first <= last == total
    stage.press("Home")
    assert rows_shown(rows)[0] == 1
    stage.press("Escape")
    assert not stage.shows_what_is_behind
    assert stage.place[0] == 3
    stage.press("Tab", "Enter")
    assert stage.shows_what_is_behind
    expect(behind.locator("h2")).to_have_text("ฝ่ายเทศกิจ")
    for _step in range(4):
        stage.press("Tab")
        assert "screen" not in stage.focused.split()
        assert "controls" not in stage.focused.split()


def test_a_list_fits_a_window_that_changes_its_size(march: Visit) -> None:
    stage = Stage(march)
    rows = march.page.locator(".behind footer span")
    march.page.set_viewport_size({"width": 1366, "height": 650})
    stage.press("KeyB", "ArrowRight")
    for width, height in SIZES:
        first = rows_shown(rows)[0]
        march.page.set_viewport_size({"width": width, "height": height})
        march.page.evaluate(NEXT_FRAME)
        assert stage.faults() == []
        assert rows_shown(rows)[0] <= first <= rows_shown(rows)[1]


def rows_shown(rows: Locator) -> tuple[int, ...]:
    """Which rows of a list are in sight, and how many there are."""
    return tuple(int(number) for number in re.findall(r"\d+", rows.inner_text()))


def test_a_key_that_is_held_leaves_only_what_lies_on_top_but_turns_page_after_page(march: Visit) -> None:
    stage = Stage(march)
    stage.press("KeyB")
    assert stage.shows_what_is_behind
    for key in ("Escape", "Escape"):
        march.page.keyboard.down(key)
    assert not stage.shows_what_is_behind
    expect(march.page.locator(".stage")).to_be_visible()
    march.page.keyboard.up("Escape")
    for key in ("PageDown", "PageDown"):
        march.page.keyboard.down(key)
    assert stage.place[0] == 3
    march.page.keyboard.up("PageDown")


def test_the_key_by_which_clickers_start_fills_the_screen_and_reloads_nothing(march: Visit) -> None:
    stage = Stage(march)
    stage.press("ArrowRight", "F5")
    march.page.wait_for_function("document.fullscreenElement !== null")
    assert stage.place[0] == 2
    stage.press("F5")
    march.page.wait_for_function("document.fullscreenElement === null")


def test_every_screen_is_on_paper_though_a_list_lies_over_it(march: Visit) -> None:
    stage = Stage(march)
    total = stage.place[1]
    stage.press("KeyB")
    assert stage.shows_what_is_behind
    march.page.emulate_media(media="print")
    titles = march.page.locator(".screen h2")
    assert [titles.nth(place).is_visible() for place in range(total)] == [True] * total
    assert march.page.locator(".behind").is_hidden()
    march.page.emulate_media(media="screen")


def test_on_paper_the_screens_are_dark_on_white_whatever_they_were_on_the_wall(march: Visit) -> None:
    stage = Stage(march)
    colours = "elements => elements.map((element) => getComputedStyle(element).color)"
    texts = march.page.locator(".screen :is(h2, footer, th, td, .change)")
    light = texts.evaluate_all(colours)
    stage.press("KeyD")
    assert texts.evaluate_all(colours) != light
    march.page.emulate_media(media="print")
    assert texts.evaluate_all(colours) == light
    march.page.emulate_media(media="screen")


def test_nothing_moves_under_the_presenter_until_the_figures_are_refreshed(
    context: BrowserContext, office: str, server: str
) -> None:
    opened = visit(context, server, "meeting", month="6")
    stage = Stage(opened)
    before = stage.title
    complete_a_measure(office)
    stage.press("ArrowRight", "ArrowRight", "Home")
    assert stage.title == before
    opened.page.reload()
    opened.rest()
    stage = Stage(opened)
    assert stage.title == before
    stage.press("Escape")
    opened.page.get_by_role("button", name="ปรับตัวเลขเป็นปัจจุบัน").click()
    opened.rest()
    expect(opened.page.locator(".agenda li").first).not_to_contain_text(before)
    opened.page.close()


def test_who_leaves_the_stage_is_told_what_was_written_meanwhile(
    context: BrowserContext, office: str, server: str
) -> None:
    opened = visit(context, server, "meeting", month="6")
    changed = opened.page.get_by_text("ขณะนี้ข้อมูลเปลี่ยนไปแล้ว")
    stage = Stage(opened)
    complete_a_measure(office)
    expect(changed).to_have_count(0)
    stage.press("Escape")
    expect(changed).to_be_visible()
    opened.page.close()


def test_after_another_page_it_goes_on_at_the_same_screen(march: Visit) -> None:
    stage = Stage(march)
    stage.press("ArrowRight", "ArrowRight", "Escape")
    place = stage.place
    march.follow("director")
    march.follow("meeting")
    expect(march.page.locator(".start")).to_have_text("▶ กลับเข้าประชุม")
    assert Stage(march).place == place


def test_another_month_has_a_stage_of_its_own(context: BrowserContext, server: str) -> None:
    opened = visit(context, server, "meeting", month="6", **{"as-of": "2025-03-09"})
    opened.choose("month", "เม.ย. 68")
    expect(agenda_of(opened).first).to_contain_text("เม.ย. ได้รับแล้ว")
    expect(opened.page.locator(".meeting")).to_have_count(1)
    stage = Stage(opened)
    assert stage.title.startswith("เม.ย. ได้รับแล้ว")
    stage.press("KeyO")
    expect(opened.page.locator(".sheet select[name=due] option:checked")).to_have_text("พ.ค. 68")
    opened.page.close()


def test_fifty_sections_thirty_orders_and_long_texts_still_look_right(browser: Browser, tmp_path: Path) -> None:
    path = made_office(tmp_path, bring_extremes)
    own = browser.new_context(viewport={"width": 1024, "height": 768})
    with serving("app.py", {"DATABASE_URL": address_of(path)}) as port:
        opened = visit(own, f"http://127.0.0.1:{port}", "meeting", month="12")
        stage = Stage(opened)
        assert stage.place[1] > 60
        for title in stage.screens():
            assert stage.faults() == [], title
        stage.press("Home", "KeyB")
        assert stage.faults() == []
    own.close()


def test_the_wall_goes_round_by_itself_and_has_nothing_to_press(context: BrowserContext, address: str) -> None:
    opened = visit(context, address, "wall", every="5", **MARCH)
    page = opened.page
    expect(page.locator(".controls .place")).to_contain_text("1/")
    expect(page.locator(".controls")).to_contain_text("ปรับปรุงล่าสุด")
    assert page.locator(".controls button").first.is_hidden()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("KeyO")
    expect(page.locator(".controls .place")).to_contain_text("1/")
    expect(page.locator(".controls .place")).to_contain_text("2/", timeout=10_000)
    page.keyboard.press("Escape")
    expect(page.locator(".stage")).to_be_hidden()
    assert opened.complaints == []
    page.close()


def test_a_plan_without_reports_has_a_meeting(context: BrowserContext, report_address: str) -> None:
    opened = visit(context, report_address, "meeting", month="6", **{"as-of": str(date(2025, 4, 9))})
    stage = Stage(opened)
    for title in stage.screens():
        assert stage.faults() == [], title
    opened.page.close()
