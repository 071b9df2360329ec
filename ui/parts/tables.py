"""Tables as they stand on a page: of numbers, of texts, and folded away until somebody opens them."""

from collections.abc import Iterable, Sequence
from math import ceil

import streamlit as st
from markupsafe import Markup

from ui.html.tables import folded_html, numbers_html, text_html, titled_html

_MOST_ROWS = 12
_PAGE = 100
_FRAME_HEIGHT = 520


def number_table(title: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table of numbers under its title, aligned right; the first cell of a row is its heading."""
    st.html(titled_html(title, numbers_html(headers, rows)))


def folded_table(title: str, html: Markup, key: str) -> None:
    """A table that is out of sight until somebody opens it; `key` keeps it open when its numbers change."""
    # One element: an expander with the table in it would be two, and every one costs the server time.
    st.html(folded_html(title, html, key))


def text_table(headers: Sequence[str], rows: Sequence[Sequence[str]], key: str = "") -> None:
    """A table of texts; the first cell of a row is its heading. What is `Markup` already is shown as it stands.

    A long one scrolls in its own frame, and one with a `key` of its own is drawn page by page.
    """
    if key and len(rows) > _PAGE:
        page = st.pagination(ceil(len(rows) / _PAGE), key=f"page-{key}")
        rows = rows[(page - 1) * _PAGE : page * _PAGE]
    show_table(text_html(headers, rows), len(rows))


def show_table(html: Markup, rows: int) -> None:
    """A table of texts that was drawn already; one of many rows scrolls in its own frame."""
    if rows <= _MOST_ROWS:
        st.html(html)
        return
    with st.container(height=_FRAME_HEIGHT, border=True):
        st.html(html)
