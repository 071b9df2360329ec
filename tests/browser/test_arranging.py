"""The agenda of the meeting in a browser: screens are dropped, moved and pinned, and the browser remembers it."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.stages import MARCH, Stage, agenda_of
from tests.browser.visits import Visit, visit


@dataclass
class SlowServer:
    """What the server says to a page, of which nothing arrives while it is held."""

    is_holding: bool = False
    held: list[bytes | str] = field(default_factory=list)
    page: WebSocketRoute | None = None

    def listen(self, page: WebSocketRoute) -> None:
        self.page, server = page, page.connect_to_server()
        server.on_message(self._said)

    def wait_for_an_answer(self, page: Page) -> None:
        """Wait until the server has answered something to its end."""
        while not any(map(_is_last, self.held)):
            page.wait_for_timeout(50)

    def let_one_answer_go(self) -> None:
        """Let the first answer arrive, to its end."""
        last = next(number for number, message in enumerate(self.held) if _is_last(message))
        arriving, self.held = self.held[: last + 1], self.held[last + 1 :]
        self._send(arriving)

    def let_all_go(self) -> None:
        """Hold nothing any more."""
        arriving, self.held, self.is_holding = self.held, [], False
        self._send(arriving)

    def _said(self, message: bytes | str) -> None:
        if self.is_holding:
            self.held.append(message)
        else:
            self._send([message])

    def _send(self, messages: list[bytes | str]) -> None:
        assert self.page is not None
        for message in messages:
            self.page.send(message)


def _is_last(message: bytes | str) -> bool:
    assert isinstance(message, bytes)
    said = ForwardMsg()
    said.ParseFromString(message)
    return bool(said.WhichOneof("type") == "script_finished")


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


def test_an_answer_to_an_earlier_press_takes_nothing_back_that_was_pressed_since(
    browser: Browser, address: str
) -> None:
    own = browser.new_context(viewport={"width": 1366, "height": 768})
    opened, slow = Visit(own.new_page()), SlowServer()
    opened.page.route_web_socket("**/_stcore/stream", slow.listen)
    opened.page.goto(f"{address}/meeting?{urlencode(MARCH)}")
    opened.rest()
    rows = agenda_of(opened)
    first, second = (rows.nth(place).locator("span").inner_text() for place in (0, 1))
    down, up = (rows.filter(has_text=first).get_by_role("button", name=name) for name in ("เลื่อนลง", "เลื่อนขึ้น"))
    slow.is_holding = True
    down.click()
    slow.wait_for_an_answer(opened.page)
    down.click()
    slow.let_one_answer_go()
    opened.page.wait_for_timeout(500)
    up.click()
    slow.let_all_go()
    opened.rest()
    expect(rows.first).to_contain_text(second)
    expect(rows.nth(1)).to_contain_text(first)
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
