"""A metric's numbers as an HTML table and in words: read aloud, drawn in no time, and legible from the back row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, isnan
from typing import Any

import streamlit as st
from markupsafe import Markup, escape
from pandas import DataFrame

from ita_data.labels import STATE_SYMBOLS, label, rate_label, words
from ita_data.language import gettext as _

Names = Mapping[str, Mapping[Any, str]]

_SHORT = 18
_MOST_ROWS = 12
_PAGE = 100
_FRAME_HEIGHT = 520
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()<>#+!|~$:-]")
_RATES = ("completion", "reporting_rate", "on_time_rate", "reporting_target", "on_time_target")


def metric_html(table: DataFrame, names: Names) -> str:
    """A metric's table with the words of the screen; a rate without a denominator is a dash."""
    columns = words("column")
    shown = [name for name in table.columns if name in columns]
    rows = [[_cell(names, name, row[name]) for name in shown] for row in table.to_dict("records")]
    return _html("table numbers", [columns[name] for name in shown], rows)


def metric_in_words(table: DataFrame, names: Names) -> str:
    """The rates of a metric's table as one sentence, for those who can't see its chart."""
    return "; ".join(_row_in_words(names, row) for row in table.to_dict("records"))


def number_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table of numbers under its title, aligned right; the first cell of a row is its heading."""
    st.html(f"<div><h3>{escape(title)}</h3>{_html('table numbers', heads, rows)}</div>")


def folded_table(title: str, html: str, key: str) -> None:
    """A table that is out of sight until somebody opens it; `key` keeps it open when its numbers change."""
    # One element: an expander with the table in it would be two, and every one costs the server time.
    st.html(f'<div><details data-key="{escape(key)}"><summary>{escape(title)}</summary>{html}</details></div>')


def text_table(heads: Sequence[str], rows: Sequence[Sequence[str]], key: str = "") -> None:
    """A table of texts; the first cell of a row is its heading. What is `Markup` already is shown as it stands.

    A long one scrolls in its own frame, and one with a `key` of its own is drawn page by page.
    """
    if key and len(rows) > _PAGE:
        page = st.pagination(ceil(len(rows) / _PAGE), key=f"page-{key}")
        rows = rows[(page - 1) * _PAGE : page * _PAGE]
    with st.container(height=_FRAME_HEIGHT if len(rows) > _MOST_ROWS else "content", border=len(rows) > _MOST_ROWS):
        st.html(_html("table", heads, rows))


def text_html(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of texts as `text_table` draws it, to stand inside something else."""
    return _html("table", heads, rows)


def plain(text: str) -> str:
    """A text from a file or a person, for places that Streamlit draws as Markdown."""
    return _MARKDOWN.sub(r"\\\g<0>", text)


def shortened(text: str, length: int) -> str:
    """A text that has to fit into a list to choose from."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def percent(value: float) -> str:
    """A percentage from 0 to 100, a dash where none was given."""
    return "–" if isnan(value) else f"{value:.0f}%"


def state_words(state: object) -> str:
    """A cell's state as symbol and word; a review that nobody expected has none."""
    return f"{STATE_SYMBOLS[state]} {label('state', state)}" if isinstance(state, str) else _("not expected")


def _html(look: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head, body = _tags("th", heads), "".join(_row(row) for row in rows)
    return f'<div class="{look}"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _row(row: Sequence[str]) -> str:
    head = f'<th scope="row"{_look_of(row[0])}>{_lines(row[0])}</th>'
    return f"<tr>{head}{_tags('td', row[1:])}</tr>"


def _tags(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}{_look_of(text)}>{_lines(text)}</{tag}>" for text in texts)


def _lines(text: str) -> str:
    return escape(text).replace("\n", Markup("<br/>"))


def _look_of(text: str) -> str:
    # A date or a place is read at a glance only where it stands on one line.
    return ' class="short"' if len(text) <= _SHORT else ""


def _cell(names: Names, name: str, value: Any) -> str:
    if name in names:
        return names[name][value]
    if isinstance(value, float) and isnan(value):
        return "–"
    if name in _RATES:
        return f"{value:.0%}"
    return f"{value:,.0f}"


def _row_in_words(names: Names, row: Mapping[Any, Any]) -> str:
    parts = [names[group][row[group]] for group in names if group in row and group != "stands"]
    if "completion" in row:
        parts.append(_("completed {rate}").format(rate=rate_label(row["completed"], row["applicable"])))
    if "reporting_rate" in row:
        parts.append(_("reported {rate}").format(rate=rate_label(row["received"], row["due"])))
    return " ".join(parts)
