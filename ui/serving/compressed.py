"""Static files as browsers like them: compressed, each once and then kept in memory.

Streamlit sends the scripts of its page as they are, which is most of what a first visit loads. Only files that were
there when the server started are answered here, by their exact addresses; everything else, and every request for a part
of a file, is left to Streamlit. So are the headers: what it would say of the file is said of its compressed form.
"""

import gzip
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from threading import Lock, Thread

import brotli
import streamlit
from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STREAMLIT = Path(streamlit.__file__).parent / "static"
_OURS = Path(__file__).parents[1] / "static"
_FOLDERS = {"/static/": _STREAMLIT / "static", "/app/static/": _OURS}
_SUFFIXES = {".css", ".js", ".json", ".svg", ".txt"}
"""Fonts and pictures are compressed already."""

_SMALLEST = 500
_BROTLI_QUALITY = 5
_GZIP_LEVEL = 6
_WAYS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=_BROTLI_QUALITY),
    "gzip": lambda content: gzip.compress(content, _GZIP_LEVEL, mtime=0),
}
"""The smallest first; browsers take brotli over https and on their own machine only."""


class CompressedFiles:
    """Middleware that answers requests for static files compressed in the way that the browser likes best."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = _files().get(scope["path"]) if scope["type"] == "http" else None
        if file is None or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        way = way_of(asked.get("accept-encoding", ""))
        plain = _without(scope, b"accept-encoding")
        if way is None or "range" in asked:
            await self._app(plain, receive, _varying(send))
            return
        headers = await self._headers(plain, receive)
        if headers is None:
            await self._app(plain, receive, send)
            return
        response = _response(headers, asked, way, await file.body(way))
        if scope["method"] == "HEAD":
            response.body = b""
        await response(scope, receive, send)

    async def _headers(self, scope: Scope, receive: Receive) -> Headers | None:
        """What Streamlit says of a file; None where it wouldn't send it."""
        found: list[Headers] = []

        async def listen(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                found.append(Headers(raw=message["headers"]))

        unconditional = _without(scope, b"if-none-match", b"if-modified-since")
        await self._app({**unconditional, "method": "HEAD"}, receive, listen)
        return found[0] if found else None


def way_of(accepted: str) -> str | None:
    """The encoding that an Accept-Encoding header likes best among ours; None for the file as it is."""
    wanted = dict(_weights(accepted))
    others = wanted.get("*", 0.0)
    weight, way = max((wanted.get(way, others), -place, way) for place, way in enumerate(_WAYS))[::2]
    return way if weight > 0 and weight >= wanted.get("identity", 0.0) else None


def compress_early() -> None:
    """Begin with what the first page asks for: our own files, and those that Streamlit's page names."""
    page = (_STREAMLIT / "index.html").read_text(encoding="utf-8")
    named = {f"/{address}" for address in re.findall(r'"\./(static/[^"]+)"', page)}
    early = [file for address, file in _files().items() if address in named or address.startswith("/app/")]
    Thread(target=_compress, args=(early,), name="compress static files", daemon=True).start()


class _File:
    """A file, compressed in each way when that is first wanted."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._making = Lock()
        self._bodies: dict[str, bytes] = {}

    async def body(self, way: str) -> bytes:
        kept = self._bodies.get(way)
        return kept if kept is not None else await to_thread.run_sync(self.compress, way)

    def compress(self, way: str) -> bytes:
        # Who asks meanwhile waits for the same one.
        with self._making:
            if way not in self._bodies:
                self._bodies[way] = _WAYS[way](self._path.read_bytes())
            return self._bodies[way]


@cache
def _files() -> dict[str, _File]:
    """Every file worth compressing, by its address."""
    return {
        address + path.relative_to(folder).as_posix(): _File(path)
        for address, folder in _FOLDERS.items()
        for path in sorted(folder.rglob("*"))
        if path.suffix in _SUFFIXES and path.stat().st_size >= _SMALLEST
    }


def _compress(files: list[_File]) -> None:
    for way in _WAYS:
        for file in files:
            file.compress(way)


def _response(headers: Headers, asked: Headers, way: str, body: bytes) -> Response:
    """The compressed file, or that the browser has it already; for a compressed form the mark of a file is another."""
    response = Response(body, headers={**headers, "content-length": str(len(body)), "content-encoding": way})
    response.headers["etag"] = mark = f'{headers["etag"].removesuffix(chr(34))}-{way}"'
    response.headers.add_vary_header("Accept-Encoding")
    del response.headers["accept-ranges"]
    if mark not in {known.strip().removeprefix("W/") for known in asked.get("if-none-match", "").split(",")}:
        return response
    kept = {name: value for name, value in response.headers.items() if not name.startswith("content-")}
    return Response(status_code=304, headers=kept)


def _varying(send: Send) -> Send:
    """Says of an answer that others may get another one, for what stands between them and keeps it."""

    async def say(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(raw=message["headers"]).add_vary_header("Accept-Encoding")
        await send(message)

    return say


def _without(scope: Scope, *names: bytes) -> Scope:
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in names]}


def _weights(accepted: str) -> Iterator[tuple[str, float]]:
    for part in accepted.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((text[2:] for text in parameters if text.startswith("q=")), "1")
        yield name, float(weight) if re.fullmatch(r"[01](\.\d{0,3})?", weight) else 0.0
