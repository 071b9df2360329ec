"""The grid of measures and months in the browser: folded, moved through by keys, and every field leads to its list."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.browser.visits import Visit, visit

MARCH = {"year": "2568", "month": "6", "as-of": "2025-04-09", "plan-order": "on"}
GRID = ".st-key-measures"
SMALLEST = 24
"""The edge of a button that can be hit, in pixels."""

_CUT = """(grid) => [...grid.querySelectorAll(".cell")].filter((cell) => cell.scrollWidth > cell.clientWidth)
  .map((cell) => cell.ariaLabel)"""


@pytest.fixture
def months(context: BrowserContext, address: str) -> Iterator[Visit]:
    opened = visit(context, address, "months", **MARCH)
    expect(opened.page.locator(f"{GRID} [role=grid]")).to_be_visible()
    yield opened
    opened.page.close()


def fold(shown: Visit, code: str) -> Locator:
    """The button that folds the measures of an indicator."""
    return shown.page.locator(f"{GRID} [data-fold='measures-{code}']")


def field(shown: Visit, name: str) -> Locator:
    return shown.page.locator(f"{GRID} [data-press='{name}']")


def test_groups_are_folded_and_show_their_sums_until_somebody_unfolds_them(months: Visit) -> None:
    expect(field(months, "group 6 4")).to_be_visible()
    expect(field(months, "reports 6 4.1")).to_be_hidden()
    fold(months, "4").click()
    expect(field(months, "reports 6 4.1")).to_be_visible()
    expect(field(months, "reports 6 5.1")).to_be_hidden()
    fold(months, "4").click()
    expect(field(months, "reports 6 4.1")).to_be_hidden()


def test_arrow_keys_move_in_the_grid_and_a_link_opens_the_same_list(months: Visit, context: BrowserContext) -> None:
    assert months.page.locator(f"{GRID} [role=grid] button[tabindex='0']").count() == 1
    fold(months, "1").focus()
    for key in ("Enter", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowRight"):
        months.page.keyboard.press(key)
    expect(field(months, "reports 2 1.2")).to_be_focused()
    assert months.page.locator(f"{GRID} [role=grid] button[tabindex='0']").count() == 1
    months.page.keyboard.press("Enter")
    dialog = months.page.get_by_role("dialog")
    expect(dialog).to_contain_text("1.2 · พ.ย. 67")
    expect(dialog).to_contain_text("ฝ่ายปกครอง")
    months.rest()
    opened = context.new_page()
    opened.goto(months.page.url)
    expect(opened.get_by_role("dialog")).to_contain_text("1.2 · พ.ย. 67")
    opened.close()
    months.page.keyboard.press("Escape")
    expect(field(months, "reports 2 1.2")).to_be_focused()


def test_arrow_keys_pass_over_what_is_folded(months: Visit) -> None:
    field(months, "group 6 3").focus()
    months.page.keyboard.press("ArrowDown")
    expect(field(months, "group 6 4")).to_be_focused()


def test_the_switch_keeps_what_is_unfolded_and_the_focus(months: Visit) -> None:
    fold(months, "4").click()
    switch = months.page.get_by_role("switch", name="เรียงตามแผน")
    expect(switch).to_be_checked()
    switch.press("Enter")
    expect(switch).not_to_be_checked()
    expect(switch).to_be_focused()
    expect(fold(months, "4")).to_have_attribute("aria-expanded", "true")
    expect(field(months, "reports 6 4.1")).to_be_visible()
    months.rest()
    assert "plan-order" not in months.choices


def test_every_button_of_the_grid_is_named_and_large_enough_to_hit(months: Visit) -> None:
    fold(months, "4").click()
    for button in months.page.locator(f"{GRID} button").all():
        if not button.is_visible():
            continue
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= SMALLEST
        assert button.get_attribute("aria-label") or button.inner_text()
    label = field(months, "reports 6 4.1").get_attribute("aria-label") or ""
    assert re.fullmatch(r"4\.1 มี\.ค\. 68 .+ \d+ จาก \d+", label)


@pytest.mark.parametrize("width", [1366, 1024])
def test_no_field_of_twelve_months_is_cut(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 768})
    year = visit(context, address, "months", year="2568", month="12", **{"as-of": "2025-10-10"})
    grid = year.page.locator(GRID)
    expect(grid.locator("[role=grid]")).to_be_visible()
    for each in grid.locator("[data-fold]").all():
        each.click()
    assert grid.evaluate(_CUT) == []
    assert grid.evaluate("(grid) => grid.scrollWidth <= grid.clientWidth")
    context.close()


def test_on_a_phone_the_newest_month_is_in_sight_and_the_page_no_wider(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    phone = visit(context, address, "months", **MARCH)
    newest = field(phone, "group 6 4")
    newest.scroll_into_view_if_needed()
    box = newest.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 390
    assert phone.page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    context.close()


def test_what_is_folded_is_printed(months: Visit) -> None:
    months.page.emulate_media(media="print")
    expect(field(months, "reports 6 4.1")).to_be_visible()
    months.page.emulate_media(media="screen")
    expect(field(months, "reports 6 4.1")).to_be_hidden()
