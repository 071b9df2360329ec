"""The frame takes two lines, what the page has to say begins below them, and all of it is reached by keys and named."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from tests.browser.visits import FIRST_ANSWER, Visit, visit
from tests.pages.apps import PAGES

HIGHEST_FRAME, HIGHEST_ANSWER = 96, 110
ENFORCEMENT = "ฝ่ายเทศกิจ"
"""A section whose name is as long on the screen as in the plan."""
WIDEST = {"section": ENFORCEMENT, "as-of": "2025-03-10", "roles": "lead"}
"""All chips at once, and the longest words of the menu."""

_FRAME = """() => {
  const boxes = (name) => [...document.querySelectorAll(name)].map((each) => each.getBoundingClientRect());
  const bar = boxes(".st-key-bar")[0], who = boxes(".st-key-who")[0], nav = boxes("[data-testid=stHeader]")[0];
  return { frame: Math.max(bar.bottom, who.bottom, nav.bottom), lines: [nav.height, bar.height] };
}"""
_CUT = """() => [...document.querySelectorAll(".bar > *")]
  .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.textContent)"""
_NAME_OF_FOCUSED = """() => {
  const { dataset } = document.activeElement;
  return dataset.name ?? dataset.press ?? (document.activeElement.closest(".st-key-who") ? "who" : "");
}"""
_OVERLAPS = """() => {
  const each = [...document.querySelectorAll(".bar > :not(.space), .st-key-who, [data-testid=stTopNav] a, " +
    "[data-testid=stTopNavSection]")].filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect());
  return each.some((one, place) => one.right > innerWidth || each.slice(place + 1).some((two) =>
    Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1 &&
    Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 1));
}"""


@pytest.fixture(scope="module", params=PAGES)
def shown(request: pytest.FixtureRequest, context: BrowserContext, address: str) -> Iterator[Visit]:
    """Every page of the sample office."""
    opened = visit(context, address, request.param)
    if request.param == "wall":
        opened.page.keyboard.press("Escape")
    yield opened
    opened.page.close()


@pytest.fixture
def narrowed(context: BrowserContext, address: str) -> Iterator[Visit]:
    """A page of a section on a past day, with the leads' reports alone."""
    opened = visit(context, address, "sections", **WIDEST)
    yield opened
    opened.page.close()


@pytest.mark.parametrize("width", [1366, 1024])
def test_the_first_answer_begins_below_two_lines(shown: Visit, width: int) -> None:
    resize(shown, width, 768)
    assert shown.page.evaluate(_FRAME)["frame"] <= HIGHEST_FRAME
    assert shown.page.evaluate(FIRST_ANSWER) <= HIGHEST_ANSWER


@pytest.mark.parametrize("width", [1366, 1024])
def test_the_frame_holds_all_its_chips_whole(narrowed: Visit, width: int) -> None:
    resize(narrowed, width, 768)
    assert narrowed.page.evaluate(_FRAME)["frame"] <= HIGHEST_FRAME
    assert narrowed.page.evaluate(_CUT) == []
    assert not narrowed.page.evaluate(_OVERLAPS)


def test_the_pages_fold_where_the_screen_is_narrow(context: BrowserContext, address: str) -> None:
    phone = visit(context, address)
    resize(phone, 390, 844)
    assert phone.page.locator("[data-testid=stTopNavLink]:visible").count() == 0
    assert phone.page.locator(".st-key-who button").is_visible()
    assert not phone.page.evaluate(_OVERLAPS)
    phone.page.locator("[data-testid=stExpandSidebarButton]").click()
    expect(phone.page.get_by_role("link", name="ส่วนราชการ")).to_be_visible()
    phone.page.close()


def test_every_control_is_reached_by_keys_in_the_order_in_which_it_is_read(narrowed: Visit) -> None:
    page = narrowed.page
    page.locator("[data-testid=stTopNavSection]").focus()
    reached = []
    for _step in range(8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(_NAME_OF_FOCUSED))
    assert [name for name in reached if name] == ["who", "leave", "today", "sample", "month", "section", "year"]


def test_every_control_has_a_name_and_is_large_enough(narrowed: Visit) -> None:
    controls = narrowed.page.locator(".bar button:visible, .bar select:visible, .st-key-who button:visible")
    for control in controls.all():
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    names = [control.get_attribute("aria-label") or control.inner_text() for control in controls.all()]
    assert all(name.strip() for name in names)
    expect(narrowed.page.get_by_role("combobox", name="ถึงเดือน")).to_be_visible()
    expect(narrowed.page.get_by_role("button", name="ดูทั้งหน่วยงาน")).to_be_visible()


def test_a_filter_that_was_chosen_by_keys_keeps_the_focus(context: BrowserContext, address: str) -> None:
    opened = visit(context, address)
    opened.choice("month").focus()
    opened.page.keyboard.press("ArrowUp")
    opened.page.wait_for_url("**month=5*")
    opened.rest()
    expect(opened.choice("month")).to_be_focused()
    opened.page.close()


def test_a_menu_of_the_bar_opens_below_its_words_within_the_window_and_closes_by_escape(narrowed: Visit) -> None:
    resize(narrowed, 1024, 768)
    narrowed.page.locator(".bar .more").click()
    menu, words = (narrowed.page.locator(name).bounding_box() for name in ("#menu-year", ".bar .more"))
    assert menu is not None
    assert words is not None
    assert menu["y"] >= words["y"] + words["height"]
    assert menu["x"] + menu["width"] <= 1024
    expect(narrowed.page.get_by_label("ผู้รับผิดชอบที่นับ")).to_be_visible()
    narrowed.page.keyboard.press("Escape")
    expect(narrowed.page.locator("#menu-year")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_the_frame(narrowed: Visit, scheme: str) -> None:
    narrowed.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    narrowed.page.wait_for_timeout(500)
    found = Axe().run(narrowed.page, {"include": [[".st-key-bar"], [".st-key-who"]]})
    assert [violation["id"] for violation in found.response["violations"]] == []


def test_a_section_that_was_pressed_is_left_by_the_navigation(context: BrowserContext, address: str) -> None:
    opened = visit(context, address, "sections", section=ENFORCEMENT, month="3")
    assert opened.title == f"ส่วนราชการ · {ENFORCEMENT}"
    opened.follow("months")
    assert (opened.title, opened.choices["section"], opened.choices["month"]) == ("รายเดือน", "all", "3")
    opened.page.go_back()
    expect(opened.page.locator("h1")).to_have_text(f"ส่วนราชการ · {ENFORCEMENT}")
    opened.page.close()


def test_a_link_shows_a_colleague_the_same(context: BrowserContext, narrowed: Visit) -> None:
    colleague = Visit(context.new_page())
    colleague.page.goto(narrowed.page.url)
    colleague.rest()
    assert (colleague.title, colleague.choices) == (narrowed.title, narrowed.choices)
    bar = narrowed.page.locator(".st-key-bar").text_content()
    expect(colleague.page.locator(".st-key-bar")).to_have_text(bar or "")
    colleague.page.close()


def test_the_tours_are_offered_once_and_lead_from_page_to_page(context: BrowserContext, address: str) -> None:
    opened = visit(context, address)
    opened.page.locator(".bar .tours").click()
    opened.page.get_by_role("button", name="ผู้อำนวยการเขต").click()
    tour = opened.page.locator(".st-key-tour")
    for number in range(1, 5):
        expect(tour).to_contain_text(f"ผู้อำนวยการเขต {number}/5")
        opened.rest()
        assert opened.page.evaluate(FIRST_ANSWER) <= HIGHEST_ANSWER
        tour.get_by_role("button", name="ถัดไป").click()
    expect(opened.page.locator("h1")).to_have_text("รายเดือน")
    tour.get_by_role("button", name="จบการแนะนำ").click()
    expect(tour).to_have_count(0)
    later = visit(context, address)
    expect(later.page.locator(".bar .tours")).to_be_hidden()
    later.page.evaluate("localStorage.clear()")
    later.page.close()
    opened.page.close()


def resize(opened: Visit, width: int, height: int) -> None:
    """Give the window a size, and the page a moment to follow."""
    opened.page.set_viewport_size({"width": width, "height": height})
    opened.page.wait_for_timeout(300)
