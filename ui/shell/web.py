"""What the browser gets before Streamlit draws anything: a Thai page with `boot.js` ahead of every other script.

Streamlit's own page calls itself English, and no page script can change that. So it is rewritten once at start-up,
in each language, and sent in place of Streamlit's for every page of the dashboard.
"""

import re
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

import streamlit
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ita_data.language import LANGUAGES, language, mark
from ita_data.language import gettext as _
from ui.shell.language import known

PRODUCT = mark("ITA follow-up")

_NEEDS_SCRIPTS = mark("Please switch JavaScript on to see this page.")
_STREAMLIT_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
_STATIC = Path(__file__).parents[1] / "static"
_FONT = "./app/static/fonts/noto-sans-thai-thai-wght-normal.woff2"
_NOT_PAGES = ("/_stcore/", "/app/", "/component/", "/media/", "/static/")


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
        response = HTMLResponse(self._pages[known(asked)], headers={"Cache-Control": "no-cache"})
        await response(scope, receive, send)


def localised(page: str, name: str) -> str:
    """Streamlit's page in one of our languages; raises LookupError where it no longer has what is replaced."""
    previous, boot = language.set(name), static_address("boot.js")
    try:
        replacements = {
            r'<html lang="en">': f'<html lang="{name}">',
            r"<title>Streamlit</title>": f"<title>{escape(_(PRODUCT))}</title>",
            r'<meta charset="UTF-8" />': f'<meta charset="UTF-8" />\n    <script src="{boot}"></script>',
            r'"\./favicon\.png"': f'"{static_address("icon.svg")}"',
            r'"\./static/media/SourceSans[^"]*"': f'"{_FONT}"',
            r"(?s)<noscript>.*</noscript>": f"<noscript>{escape(_(_NEEDS_SCRIPTS))}</noscript>",
        }
    finally:
        language.reset(previous)
    for pattern, replacement in replacements.items():
        page = _replaced(page, pattern, replacement)
    return page


def static_address(name: str) -> str:
    """Where the browser finds a file of ours, with its version, so that it keeps no old one."""
    version = sha256((_STATIC / name).read_bytes()).hexdigest()[:12]
    return f"./app/static/{name}?{version}"


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
