"""What the browser gets before Streamlit draws anything."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.serving.web import LocalisedPage, VersionedFiles, localised, static_address, version_of

STREAMLIT = "Streamlit's own answer"


def answer(path: str, query: str = "", accept: str = "text/html", method: str = "GET") -> str:
    """The body that a browser gets for a path."""
    return body_of(LocalisedPage(PlainTextResponse(STREAMLIT)), path, query, accept, method)


def path_behind(address: str) -> str:
    """The path that Streamlit is asked for when a browser asks for an address."""

    async def echo(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse(scope["path"])(scope, receive, send)

    return body_of(VersionedFiles(echo), address)


def headers_of(app: ASGIApp, path: str) -> Headers:
    """The headers with which a server answers."""
    return Headers(raw=messages_of(app, path)[0]["headers"])


def body_of(app: ASGIApp, path: str, query: str = "", accept: str = "*/*", method: str = "GET") -> str:
    """What a server answers."""
    return b"".join(message.get("body", b"") for message in messages_of(app, path, query, accept, method)).decode()


def messages_of(app: ASGIApp, path: str, query: str = "", accept: str = "*/*", method: str = "GET") -> list[Message]:
    """All that a server says to a request."""
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
        threads.submit(asyncio.run, app(scope, receive, send)).result()
    return sent


@pytest.mark.parametrize("path", ["/", "/indicators", "/no-such-page"])
def test_every_page_of_the_dashboard_is_thai_from_the_first_byte(path: str) -> None:
    assert '<html lang="th">' in answer(path)
    assert "<title>ระบบติดตามมาตรการ ITA</title>" in answer(path)


def test_our_script_runs_before_streamlits() -> None:
    scripts = re.findall(r'<script type="module"[^>]* src="([^"]+)"', answer("/"))
    assert scripts[0] == static_address("boot/boot.js")
    assert scripts[1].startswith("./static/js/index.")
    assert len(scripts) == 2


def test_what_our_script_imports_is_asked_for_with_it() -> None:
    page = answer("/")
    for name in ("translating", "words"):
        assert f'<link rel="modulepreload" href="{static_address(f"boot/{name}.js")}">' in page


def test_the_scripts_of_the_charts_are_asked_for_early_and_behind_the_others() -> None:
    page = answer("/")
    for name in ("chart/chart.js", "chart/marks.js", "plotly/plotly-cartesian.min.js"):
        assert f'<link rel="modulepreload" href="{static_address(name)}" fetchpriority="low">' in page


def test_a_file_found_by_its_version_is_kept_for_good() -> None:
    versioned, plain = static_address("style.css").removeprefix("."), "/app/static/style.css"
    assert "immutable" in headers_of(VersionedFiles(PlainTextResponse(STREAMLIT)), versioned)["cache-control"]
    assert "cache-control" not in headers_of(VersionedFiles(PlainTextResponse(STREAMLIT)), plain)


def test_our_files_are_found_by_their_version() -> None:
    address = static_address("meeting/meeting.js").removeprefix(".")
    assert address != "/app/static/meeting/meeting.js"
    assert path_behind(address) == "/app/static/meeting/meeting.js"


def test_of_another_version_nothing_is_found() -> None:
    assert path_behind("/app/static/0123456789ab/boot/boot.js") == "/app/static/0123456789ab/boot/boot.js"


def test_any_changed_file_changes_the_version(tmp_path: Path) -> None:
    imported = tmp_path / "boot" / "words.js"
    imported.parent.mkdir()
    imported.write_text("one")
    before = version_of(tmp_path)
    imported.write_text("two")
    assert version_of(tmp_path) != before


def test_the_address_may_ask_for_english() -> None:
    page = answer("/months", query="year=2568&lang=en")
    assert '<html lang="en">' in page
    assert "<title>ITA follow-up</title>" in page


def test_an_unknown_language_is_thai() -> None:
    assert '<html lang="th">' in answer("/", query="lang=fr%FF")


@pytest.mark.parametrize(
    "path",
    ["/_stcore/health", "/static/js/index.js", "/app/static/icon.svg", "/media/x.xlsx", "/component/x", "/months/"],
)
def test_everything_else_is_left_to_streamlit(path: str) -> None:
    assert answer(path) == STREAMLIT


def test_only_a_browsers_request_for_a_page_gets_one() -> None:
    assert answer("/", accept="*/*") == STREAMLIT
    assert answer("/", method="POST") == STREAMLIT


def test_a_streamlit_whose_page_looks_otherwise_is_noticed_at_start() -> None:
    with pytest.raises(LookupError, match="html lang"):
        localised("<html>", "th")
