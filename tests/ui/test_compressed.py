"""Static files are answered compressed, and otherwise as Streamlit answers them."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Message

from ui.serving.compressed import CompressedFiles, way_of

OURS = Path(__file__).parents[2] / "ui" / "static"
STYLE = "/app/static/style.css"
FONT = "/app/static/fonts/noto-sans-thai-thai-wght-normal.woff2"
CONTENT = (OURS / "style.css").read_bytes()
CHROME = {"accept-encoding": "gzip, deflate, br, zstd"}


class Answer(NamedTuple):
    """What a server answered."""

    status: int
    headers: Headers
    body: bytes


def server() -> Starlette:
    """Files served as they are, and a text outside their folders."""
    return Starlette(
        routes=[
            Route("/media/text.txt", lambda _request: PlainTextResponse("text " * 500)),
            Mount("/static", StaticFiles(directory=Path(streamlit.__file__).parent / "static" / "static")),
            Mount("/app/static", StaticFiles(directory=OURS)),
        ]
    )


def ask(path: str, headers: dict[str, str] | None = None, method: str = "GET", plainly: bool = False) -> Answer:
    """Ask for a path; `plainly` of the server without what compresses."""
    sent: list[Message] = []
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in (headers or {}).items()],
    }

    async def receive() -> Message:
        # A server tells no more of a request without a body than that its asker is gone, which doesn't happen here.
        await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    app = server() if plainly else CompressedFiles(server())
    # In a thread of its own, for the browser of other tests keeps an event loop running in this one.
    with ThreadPoolExecutor() as threads:
        threads.submit(asyncio.run, app(scope, receive, send)).result()
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)


def test_a_browser_that_knows_brotli_gets_it() -> None:
    answer = ask(STYLE, CHROME)
    assert answer.headers["content-encoding"] == "br"
    assert brotli.decompress(answer.body) == CONTENT
    assert len(answer.body) < len(CONTENT) / 2
    assert answer.headers["content-length"] == str(len(answer.body))


def test_one_that_knows_gzip_gets_that() -> None:
    answer = ask(STYLE, {"accept-encoding": "gzip, deflate"})
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == CONTENT


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "zstd", "br;q=nonsense"])
def test_one_that_knows_neither_gets_the_file_as_it_is(accepted: str) -> None:
    answer = ask(STYLE, {"accept-encoding": accepted})
    assert "content-encoding" not in answer.headers
    assert answer.body == CONTENT
    assert answer.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("accepted", "way"),
    [
        ("br;q=0.5, gzip", "gzip"),
        ("BR, GZIP", "br"),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("*;q=0", None),
        ("identity;q=1, gzip;q=0.5", None),
        ("gzip ; q=0.001", "gzip"),
    ],
)
def test_the_browsers_liking_decides(accepted: str, way: str | None) -> None:
    assert way_of(accepted) == way


def test_the_other_headers_are_those_of_the_plain_answer() -> None:
    plain, compressed = ask(STYLE, plainly=True).headers, ask(STYLE, CHROME).headers
    for name in ("content-type", "last-modified"):
        assert compressed[name] == plain[name]
    assert compressed["vary"] == "Accept-Encoding"


def test_each_form_of_a_file_has_a_mark_of_its_own() -> None:
    marks = {ask(STYLE, {"accept-encoding": accepted}).headers["etag"] for accepted in ("br", "gzip", "")}
    assert len(marks) == 3
    assert all(mark.startswith('"') and mark.endswith('"') for mark in marks)


def test_who_has_a_form_already_gets_no_body() -> None:
    mark = ask(STYLE, CHROME).headers["etag"]
    again = ask(STYLE, {**CHROME, "if-none-match": f'"other", W/{mark}'})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == mark
    assert again.headers["vary"] == "Accept-Encoding"
    assert ask(STYLE, {"accept-encoding": "gzip", "if-none-match": mark}).status == 200


def test_who_asks_for_the_headers_gets_those_of_the_whole_answer() -> None:
    whole, headers = ask(STYLE, CHROME), ask(STYLE, CHROME, method="HEAD")
    assert headers.body == b""
    assert headers.headers == whole.headers


def test_a_part_of_a_file_is_a_part_of_the_plain_one() -> None:
    part = ask(STYLE, {**CHROME, "range": "bytes=0-9"})
    assert (part.status, part.body) == (206, CONTENT[:10])
    assert "content-encoding" not in part.headers


def test_streamlits_own_scripts_are_compressed_too() -> None:
    (script,) = (Path(streamlit.__file__).parent / "static" / "static" / "js").glob("react-dom.*.js")
    answer = ask(f"/static/js/{script.name}", CHROME)
    assert brotli.decompress(answer.body) == script.read_bytes()


@pytest.mark.parametrize("path", [FONT, "/media/text.txt", "/static/no-such.js", "/app/static/boot/../style.css"])
def test_everything_else_is_left_as_it_is(path: str) -> None:
    assert ask(path, CHROME) == ask(path, CHROME, plainly=True)


@pytest.mark.parametrize("path", ["/app/static/../shell/web.py", "/app/static//etc/passwd", "/static/../index.html"])
def test_no_path_leads_out_of_the_folders(path: str) -> None:
    assert ask(path, CHROME).status == 404


def test_only_files_that_are_asked_for_are_answered() -> None:
    assert ask(STYLE, CHROME, method="POST").status == 405
