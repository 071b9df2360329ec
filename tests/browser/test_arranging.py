"""The agenda of the meeting in a browser: screens are dropped, moved and pinned, and the browser remembers it."""

from playwright.sync_api import Browser, expect

from tests.browser.stages import MARCH, Stage, agenda_of
from tests.browser.visits import visit


def test_the_presenter_drops_moves_and_pins_screens_and_the_browser_remembers(browser: Browser, address: str) -> None:
    own = browser.new_context(viewport={"width": 1366, "height": 768})
    opened = visit(own, address, "meeting", **MARCH)
    rows = agenda_of(opened)
    as_it_comes = rows.all_inner_texts()
    rows.last.get_by_role("button", name="ปักไว้เป็นลำดับแรก").click()
    expect(rows.first).to_contain_text("เดือนนี้จะสั่งการเรื่องใด")
    rows.first.get_by_role("button", name="ปักไว้เป็นลำดับแรก").click()
    expect(rows.last).to_contain_text("เดือนนี้จะสั่งการเรื่องใด")
    assert rows.all_inner_texts() == as_it_comes
    rows.last.get_by_role("button", name="ปักไว้เป็นลำดับแรก").click()
    expect(rows.first).to_contain_text("เดือนนี้จะสั่งการเรื่องใด")
    rows.nth(1).get_by_role("button", name="แสดงจอนี้").click()
    expect(opened.page.locator(".agenda li.dropped")).to_have_count(1)
    opened.page.reload()
    opened.rest()
    expect(opened.page.locator(".agenda li.dropped")).to_have_count(1)
    total = rows.count()
    stage = Stage(opened)
    assert stage.place == (1, total - 1)
    assert stage.title == "เดือนนี้จะสั่งการเรื่องใด"
    own.close()


def test_where_every_screen_is_dropped_there_is_nothing_to_start_or_to_take_home(
    browser: Browser, address: str
) -> None:
    own = browser.new_context(viewport={"width": 1366, "height": 768})
    opened = visit(own, address, "meeting", **MARCH)
    shown = agenda_of(opened).get_by_role("button", name="แสดงจอนี้")
    taken = opened.page.locator("[data-testid=stDownloadButton] button")
    expect(taken.first).to_be_enabled()
    for place in range(shown.count()):
        shown.nth(place).click()
    expect(taken.first).to_be_disabled()
    expect(opened.page.locator(".start")).to_be_disabled()
    own.close()


def test_what_was_moved_once_leaves_the_rest_of_the_next_month_as_that_month_wants_it(
    browser: Browser, address: str
) -> None:
    own = browser.new_context(viewport={"width": 1366, "height": 768})
    april = visit(own, address, "meeting", month="7", **{"as-of": "2025-05-09"})
    expected = agenda_of(april).locator("span").all_inner_texts()
    april.page.close()
    opened = visit(own, address, "meeting", **MARCH)
    rows = agenda_of(opened)
    first, second = (rows.nth(place).locator("span").inner_text() for place in (0, 1))
    for up_or_down in ("เลื่อนลง", "เลื่อนลง", "เลื่อนขึ้น"):
        rows.filter(has_text=first).get_by_role("button", name=up_or_down).click()
    opened.rest()
    expect(rows.filter(has_text=first).get_by_role("button", name="เลื่อนขึ้น")).to_be_focused()
    expect(rows.first).to_contain_text(second)
    expect(rows.nth(1)).to_contain_text(first)
    opened.page.close()
    april = visit(own, address, "meeting", month="7", **{"as-of": "2025-05-09"})
    titles = agenda_of(april).locator("span")
    expect(titles.first).to_have_text(expected[1])
    assert titles.all_inner_texts() == [expected[1], expected[0], *expected[2:]]
    own.close()
