"""Tables as HTML, and a metric's numbers in words: read aloud, drawn in no time, and legible from the back row."""

from collections.abc import Iterable, Mapping, Sequence
from math import isnan
from typing import Any

from markupsafe import Markup
from pandas import DataFrame

from ita_data.labels import percent_label, rate_label, whole_percent, words
from ita_data.language import gettext as _
from ui.html.rendering import rendered

Names = Mapping[str, Mapping[Any, str]]

_RATES = ("completion", "reporting_rate", "on_time_rate", "reporting_target", "on_time_target")


def metric_html(table: DataFrame, names: Names) -> Markup:
    """A metric's table with the words of the screen; a rate without a denominator is a dash."""
    columns = words("column")
    shown = [name for name in table.columns if name in columns]
    rows = [[_cell(names, name, row[name]) for name in shown] for row in table.to_dict("records")]
    return numbers_html([columns[name] for name in shown], rows)


def metric_in_words(table: DataFrame, names: Names) -> str:
    """The rates of a metric's table as one sentence, for those who can't see its chart."""
    return "; ".join(_row_in_words(names, row) for row in table.to_dict("records"))


def numbers_html(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """A table of numbers, aligned right; the first cell of a row is its heading."""
    return _html("table numbers", headers, rows)


def text_html(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """A table of texts; the first cell of a row is its heading. What is `Markup` already is shown as it stands."""
    return _html("table", headers, rows)


def titled_html(title: str, table: Markup) -> Markup:
    """A table under its title."""
    return rendered("titled.html", title=title, table=table)


def folded_html(title: str, table: Markup, key: str) -> Markup:
    """A table that is out of sight until somebody opens it; the browser knows it by its `key`."""
    return rendered("folded.html", title=title, table=table, key=key)


def _html(look: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    return rendered("table.html", look=look, headers=headers, rows=((row[0], row[1:]) for row in rows))


def _cell(names: Names, name: str, value: Any) -> str:
    if name in names:
        return names[name][value]
    if isinstance(value, float) and isnan(value):
        return "–"
    if name in _RATES:
        return percent_label(value)
    if name == "progress":
        return str(whole_percent(value / 100))
    return f"{value:,.0f}"


def _row_in_words(names: Names, row: Mapping[Any, Any]) -> str:
    parts = [names[group][row[group]] for group in names if group in row and group != "stands"]
    if "completion" in row:
        parts.append(_("completed {rate}").format(rate=rate_label(row["completed"], row["applicable"])))
    if "reporting_rate" in row:
        parts.append(_("reported {rate}").format(rate=rate_label(row["received"], row["due"])))
    return " ".join(parts)
