"""Tables as HTML, and a metric's numbers in words: read aloud, drawn in no time, and legible from the back row."""

from collections.abc import Iterable, Mapping, Sequence
from math import isnan
from typing import Any

from markupsafe import Markup, escape
from pandas import DataFrame

from ita_data.labels import rate_label, words
from ita_data.language import gettext as _

Names = Mapping[str, Mapping[Any, str]]

_SHORT = 18
_RATES = ("completion", "reporting_rate", "on_time_rate", "reporting_target", "on_time_target")


def metric_html(table: DataFrame, names: Names) -> str:
    """A metric's table with the words of the screen; a rate without a denominator is a dash."""
    columns = words("column")
    shown = [name for name in table.columns if name in columns]
    rows = [[_cell(names, name, row[name]) for name in shown] for row in table.to_dict("records")]
    return numbers_html([columns[name] for name in shown], rows)


def metric_in_words(table: DataFrame, names: Names) -> str:
    """The rates of a metric's table as one sentence, for those who can't see its chart."""
    return "; ".join(_row_in_words(names, row) for row in table.to_dict("records"))


def numbers_html(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of numbers, aligned right; the first cell of a row is its heading."""
    return _html("table numbers", headers, rows)


def text_html(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of texts; the first cell of a row is its heading. What is `Markup` already is shown as it stands."""
    return _html("table", headers, rows)


def _html(look: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    header, body = _tags("th", headers), "".join(_row(row) for row in rows)
    return f'<div class="{look}"><table><thead><tr>{header}</tr></thead><tbody>{body}</tbody></table></div>'


def _row(row: Sequence[str]) -> str:
    header = f'<th scope="row"{_look_of(row[0])}>{_lines(row[0])}</th>'
    return f"<tr>{header}{_tags('td', row[1:])}</tr>"


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
