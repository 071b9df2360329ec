"""What the browser gets before Streamlit draws anything: a Thai page with `boot.js` ahead of every other script.

Streamlit's own page calls itself English, and no page script can change that. So it is rewritten once at start-up,
in each language, and sent in place of Streamlit's for every page of the dashboard.

Our own files have addresses with the version of them all. The scripts among them import each other by relative
addresses, so that a browser never puts those of two versions together.
"""

import re
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ita_data.language import DEFAULT_LANGUAGE, LANGUAGES, language, mark
from ita_data.language import gettext as _

PRODUCT = mark("ITA follow-up")

_NEEDS_SCRIPTS = mark("Please switch JavaScript on to see this page.")
_STREAMLIT_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
_STATIC = Path(__file__).parents[1] / "static"
_FILES = "/app/static/"
_FONT = f".{_FILES}fonts/noto-sans-thai-thai-wght-normal.woff2"
_STYLES = ("style.css", "bar.css", "answers/answers.css", "day/day.css", "sheet/sheet.css", "desk.css", "paper.css")
_ANSWERS = ("answers/answers.js", "answers/grid.js", "answers/menu.js", "answers/place.js")
_CHARTS = ("chart/chart.js", "chart/colours.js", "chart/marks.js", "chart/paper.js", "plotly/plotly-cartesian.min.js")
_NOT_PAGES = ("/_stcore/", "/app/", "/component/", "/health", "/media/", "/static/")


class LocalisedPage:
    """Middleware that answers requests for a page of the dashboard with the rewritten one."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        original = _STREAMLIT_PAGE.read_text(encoding="utf-8")
        self._pages = {name: localised(original, name) for name in LANGUAGES}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _asks_for_page(scope):
            await self._app(scope, receive, send)
            return
        asked = parse_qs(scope["query_string"].decode("ascii", "replace")).get("lang", [""])[0]
        response = HTMLResponse(
            self._pages[asked if asked in LANGUAGES else DEFAULT_LANGUAGE], headers={"Cache-Control": "no-cache"}
        )
        await response(scope, receive, send)


class VersionedFiles:
    """Middleware that finds our files where `static_address` says they are: Streamlit knows no version of them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._folder = f"{_FILES}{_version()}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(self._folder):
            await self._app(scope, receive, send)
            return
        scope = {**scope, "path": _FILES + scope["path"].removeprefix(self._folder)}
        await self._app(scope, receive, _kept_for_good(send))


def localised(page: str, name: str) -> str:
    """Streamlit's page in one of our languages; raises LookupError where it no longer has what is replaced."""
    previous = language.set(name)
    try:
        replacements = {
            r'<html lang="en">': f'<html lang="{name}">',
            r"<title>Streamlit</title>": f"<title>{escape(_(PRODUCT))}</title>",
            r'<meta charset="UTF-8" />': f'<meta charset="UTF-8" />\n    {_boot_scripts()}',
            r'"\./favicon\.png"': f'"{static_address("icon.svg")}"',
            r'"\./static/media/SourceSans[^"]*"': f'"{_FONT}"',
            r"(?s)<noscript>.*</noscript>": f"{_style_sheets()}<noscript>{escape(_(_NEEDS_SCRIPTS))}</noscript>",
        }
    finally:
        language.reset(previous)
    for pattern, replacement in replacements.items():
        page = _replaced(page, pattern, replacement)
    return page


def static_address(name: str) -> str:
    """Where the browser finds a file of ours, with the version of them all, so that it keeps no old one."""
    return f".{_FILES}{_version()}/{name}"


def component_script(name: str) -> str:
    """The script of a Streamlit component that is a file of ours.

    Streamlit takes one script and gives it an address of its own, from which none can be found beside it.
    """
    return f"""
const {{ default: tell }} = await import(new URL("{static_address(name)}", document.baseURI));
export default tell;
"""


def version_of(folder: Path) -> str:
    """What changes with any file below this folder."""
    content = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return content.hexdigest()[:12]


def _kept_for_good(send: Send) -> Send:
    """What is found under its version never changes there, so that a browser needn't ask again."""

    async def say(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] in (200, 304):
            MutableHeaders(raw=message["headers"])["cache-control"] = "public, immutable, max-age=31536000"
        await send(message)

    return say


@cache
def _version() -> str:
    return version_of(_STATIC)


def _boot_scripts() -> str:
    """The script that runs first, with those that it imports, so that none is waited for after the others.

    Those of the charts are asked for behind the others: a page knows that it needs them when all others have run.
    """
    names = sorted(f"boot/{path.name}" for path in (_STATIC / "boot").glob("*.js"))
    first = f'<script type="module" src="{static_address("boot/boot.js")}"></script>'
    others = [f'<link rel="modulepreload" href="{static_address(name)}">' for name in names]
    others += [f'<link rel="modulepreload" href="{static_address(name)}">' for name in _ANSWERS]
    others += [f'<link rel="modulepreload" href="{static_address(name)}" fetchpriority="low">' for name in _CHARTS]
    return "\n    ".join([first, *others])


def _style_sheets() -> str:
    """Our styles: there before the page is drawn, and below Streamlit's own, so that they win."""
    return "".join(f'<link rel="stylesheet" href="{static_address(name)}">' for name in _STYLES)


def _replaced(page: str, pattern: str, replacement: str) -> str:
    page, hits = re.subn(pattern, lambda _match: replacement, page)
    if hits != 1:
        raise LookupError(f"Streamlit's page has {hits} places, not one, that match {pattern}")
    return page


def _asks_for_page(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    path: str = scope["path"]
    if path.startswith(_NOT_PAGES) or (path != "/" and path.endswith("/")) or "//" in path:
        return False
    return "text/html" in Headers(scope=scope).get("accept", "")
