"""The first screen in a browser: answers in sight, every control reached by keyboard and named, the way back kept."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.stages import MARCH
from tests.browser.visits import Visit, visit

ENFORCEMENT = "ฝ่ายเทศกิจ"
FIELD = f"cell 5 {ENFORCEMENT}"
_BELOW = "(selector) => document.querySelector(selector).getBoundingClientRect().bottom"
_ABOVE = "(selector) => document.querySelector(selector).getBoundingClientRect().top"


@pytest.fixture
def overview(context: BrowserContext, address: str) -> Iterator[Visit]:
    """The overview of the sample office in March."""
    opened = visit(context, address, "", **MARCH)
    opened.page.set_viewport_size({"width": 1366, "height": 768})
    opened.page.locator(".answers .finding").wait_for()
    yield opened
    opened.page.close()


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768)])
def test_the_answer_begins_where_the_eye_begins(overview: Visit, size: tuple[int, int]) -> None:
    overview.page.set_viewport_size({"width": size[0], "height": size[1]})
    assert overview.page.evaluate(_ABOVE, ".answers .finding") <= 110
    assert overview.page.evaluate(_ABOVE, ".answers .figures") <= 180
    in_sight = [".owing", ".deciding ol", *([".answers .bars"] if size[0] > 1024 else [])]
    assert [selector for selector in in_sight if overview.page.evaluate(_BELOW, selector) > size[1]] == []


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (390, 844)])
def test_a_point_of_nothing_leaves_the_name_of_its_month_free(overview: Visit, size: tuple[int, int]) -> None:
    overview.page.set_viewport_size({"width": size[0], "height": size[1]})
    lowest = overview.page.evaluate(_BELOW, ".answers .by-month button:first-child .dot")
    assert lowest <= overview.page.evaluate(_ABOVE, ".answers .by-month button:first-child .month")


def test_at_twice_the_size_the_sentence_and_two_figures_are_in_sight(overview: Visit) -> None:
    overview.page.set_viewport_size({"width": 683, "height": 384})
    assert overview.page.evaluate(_BELOW, ".answers .finding") <= 384
    assert overview.page.evaluate(_BELOW, ".answers .figure:nth-child(2)") <= 384


@pytest.mark.parametrize("width", [390, 683, 1024, 1366])
def test_every_control_is_large_enough_to_be_hit_and_named(overview: Visit, width: int) -> None:
    overview.page.set_viewport_size({"width": width, "height": 844})
    small: list[str] = overview.page.evaluate(
        """() => [...document.querySelectorAll(".answers button")].filter((button) => button.checkVisibility())
          .filter((button) => { const box = button.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
          .map((button) => button.dataset.press ?? button.textContent)"""
    )
    assert small == []
    names = "() => [...document.querySelectorAll('.answers button')].map((one) => one.ariaLabel || one.textContent)"
    assert all(overview.page.evaluate(names))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_nothing_of_ours_is_out_of_reach_for_assistive_tools(
    browser: Browser, address: str, scheme: Literal["light", "dark"], language: str
) -> None:
    context = browser.new_context(locale="th", viewport={"width": 1366, "height": 768}, color_scheme=scheme)
    opened = visit(context, address, "", lang=language, **MARCH)
    opened.page.locator(".answers .finding").wait_for()
    found = Axe().run(opened.page, context=".answers")
    context.close()
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found.response["violations"]] == []


def test_a_grid_is_one_stop_and_arrow_keys_move_inside_it(overview: Visit) -> None:
    grid = overview.page.locator(".answers table.months")
    assert grid.locator("button[tabindex='0']").count() == 1
    grid.locator("button[tabindex='0']").focus()
    overview.page.keyboard.press("ArrowRight")
    overview.page.keyboard.press("ArrowDown")
    assert grid.locator("button[tabindex='0']").count() == 1
    pressed = overview.page.evaluate("document.activeElement.dataset.press")
    assert pressed.startswith("cell 1 ")
    overview.page.keyboard.press("End")
    assert overview.page.evaluate("document.activeElement.dataset.press").startswith("cell 6 ")


def test_a_field_opens_its_list_and_a_copied_link_shows_the_same_to_somebody_else(
    overview: Visit, browser: Browser
) -> None:
    overview.page.locator(f"[data-press='{FIELD}']").press("Enter")
    dialog = overview.page.get_by_role("dialog")
    expect(dialog).to_contain_text("ก.พ. 68")
    expect(dialog.locator("tbody tr").first).to_be_visible()
    rows = dialog.locator("tbody tr").count()
    elsewhere = browser.new_context(locale="th")
    copied = elsewhere.new_page()
    copied.goto(overview.page.url)
    shown = copied.get_by_role("dialog")
    expect(shown).to_contain_text("ก.พ. 68")
    expect(shown.locator("tbody tr")).to_have_count(rows)
    elsewhere.close()
    overview.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(overview.page).not_to_have_url(re.compile("open="))


def test_what_was_open_and_closed_is_no_step_of_the_way_back(overview: Visit) -> None:
    dialog = overview.page.get_by_role("dialog")
    overview.follow("months")
    overview.page.locator(".answers [data-press='figure completed']").press("Enter")
    expect(dialog).to_be_visible()
    close_by_escape(overview)
    overview.page.locator(".answers [data-press='rule completed']").press("Enter")
    expect(dialog).to_be_visible()
    close_by_escape(overview)
    overview.page.go_forward()
    expect(dialog).to_be_visible()
    close_by_escape(overview)
    overview.page.go_back()
    expect(overview.page.locator("h1")).to_have_text("ภาพรวม")
    overview.rest()
    assert dialog.count() == 0


def test_closing_what_is_open_takes_one_run_of_the_page(context: BrowserContext, address: str) -> None:
    sent: list[object] = []
    context.once(
        "page", lambda page: page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(data)))
    )
    opened = visit(context, address, "months", **MARCH)
    opened.page.locator(".answers [data-press='figure completed']").press("Enter")
    expect(opened.page.get_by_role("dialog")).to_be_visible()
    opened.rest()
    before = len(sent)
    close_by_escape(opened)
    opened.page.wait_for_timeout(500)
    assert len(sent) == before + 1
    opened.page.close()


def test_what_a_link_showed_and_was_closed_is_no_step_of_the_way_back(context: BrowserContext, address: str) -> None:
    opened = visit(context, address, "chasing", **MARCH)
    opened.page.goto(opened.page.url.replace("/chasing?", "/months?open=figure+completed&"))
    expect(opened.page.get_by_role("dialog")).to_be_visible()
    close_by_escape(opened)
    opened.page.go_back()
    expect(opened.page.locator("h1")).to_have_text("ติดตามทวงถาม")
    opened.page.close()


def test_the_way_back_keeps_place_and_focus(overview: Visit) -> None:
    overview.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo({ top: 200 })")
    overview.page.locator("[data-press='indicator 7']").first.press("Enter")
    overview.page.wait_for_url("**/indicators?*")
    overview.rest()
    overview.page.go_back()
    overview.page.wait_for_function("document.activeElement?.dataset.press === 'indicator 7'")
    overview.page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop === 200")


def test_an_order_is_one_press_away_and_stands_at_its_matter(browser: Browser, server: str) -> None:
    context = browser.new_context(locale="th", viewport={"width": 1366, "height": 768})
    opened = Visit(context.new_page())
    opened.page.goto(server)
    opened.rest()
    opened.page.locator(".st-key-who button").click()
    opened.page.locator(".st-key-actor-name input").fill("ผู้อำนวยการเขต")
    opened.page.locator("[data-testid=stFormSubmitButton] button").click()
    opened.page.locator(".answers li .do").first.click()
    dialog = opened.page.get_by_role("dialog")
    expect(dialog.locator("textarea")).to_have_value("ให้ส่งรายงานที่ค้างของ พ.ย., ก.พ.–มี.ค.")
    dialog.get_by_role("button", name="สั่งการ").click()
    expect(opened.page.locator(".answers li .ordered").first).to_contain_text("สั่งแล้ว กำหนด")
    expect(dialog).to_have_count(0)
    context.close()


def close_by_escape(shown: Visit) -> None:
    """Close what is open over the page, and wait until the address says so."""
    shown.page.keyboard.press("Escape")
    expect(shown.page.get_by_role("dialog")).to_have_count(0)
    expect(shown.page).not_to_have_url(re.compile("open="))
    shown.rest()
