"""What the browser gets before Streamlit draws anything."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from ui.shell.web import LocalisedPage, localised

STREAMLIT = "Streamlit's own answer"


def answer(path: str, query: str = "", accept: str = "text/html", method: str = "GET") -> str:
    """The body that a browser gets for a path."""
    sent: list[Message] = []
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(b"accept", accept.encode())],
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    # In a thread of its own, for the browser of other tests keeps an event loop running in this one.
    with ThreadPoolExecutor() as threads:
        threads.submit(asyncio.run, LocalisedPage(PlainTextResponse(STREAMLIT))(scope, receive, send)).result()
    return b"".join(message.get("body", b"") for message in sent).decode()


@pytest.mark.parametrize("path", ["/", "/indicators", "/no-such-page"])
def test_every_page_of_the_dashboard_is_thai_from_the_first_byte(path: str) -> None:
    assert '<html lang="th">' in answer(path)
    assert "<title>ระบบติดตามมาตรการ ITA</title>" in answer(path)


def test_our_script_comes_before_all_of_streamlits() -> None:
    page = answer("/")
    assert page.index("app/static/boot.js?") == page.index("app/static/")
    assert page.index("boot.js") < page.index("index.")


def test_the_address_may_ask_for_english() -> None:
    page = answer("/months", query="year=2568&lang=en")
    assert '<html lang="en">' in page
    assert "<title>ITA follow-up</title>" in page


def test_an_unknown_language_is_thai() -> None:
    assert '<html lang="th">' in answer("/", query="lang=fr%FF")


@pytest.mark.parametrize(
    "path",
    ["/_stcore/health", "/static/js/index.js", "/app/static/boot.js", "/media/x.xlsx", "/component/x", "/months/"],
)
def test_everything_else_is_left_to_streamlit(path: str) -> None:
    assert answer(path) == STREAMLIT


def test_only_a_browsers_request_for_a_page_gets_one() -> None:
    assert answer("/", accept="*/*") == STREAMLIT
    assert answer("/", method="POST") == STREAMLIT


def test_a_streamlit_whose_page_looks_otherwise_is_noticed_at_start() -> None:
    with pytest.raises(LookupError, match="html lang"):
        localised("<html>", "th")
