"""The lines of the charts by month, as the plain values that plotly's browser part reads."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from pandas import DataFrame, Series

from ita_data.labels import (
    COMPLETED_IN_DARK,
    RATE_COLOURS,
    STATUS_COLOURS,
    YEAR_COLOURS,
    label,
    percent_label,
    rate_label,
)
from ita_data.language import gettext as _

Names = Mapping[str, Mapping[Any, str]]
Plain = dict[str, Any]
"""A figure, or a part of one, as plain values."""

_PACE_COLOUR = "#7B8794"
_COMPARED = {"completion": ("completed", "applicable"), "reporting_rate": ("received", "due")}


def as_it_stands(text: str) -> str:
    """A text of data, so that plotly shows it as it is: left to itself it draws tags and entities."""
    return escape(text, quote=False)


def rate_line(table: DataFrame, months: Sequence[str], rate: str, numerator: str, *, dash: str, place: str) -> Plain:
    rates = [rate_label(*pair) for pair in zip(table[numerator], table["due"], strict=True)]
    return {
        **_line_with_gaps(months, table[rate], rates, place, RATE_COLOURS[rate]),
        "name": label("column", rate),
        "customdata": table["month"].tolist(),
        "line": {"color": RATE_COLOURS[rate], "width": 3, "dash": dash},
    }


def target_line(table: DataFrame, months: Sequence[str], target: str, rate: str) -> Plain | None:
    """A thin line through the months with a target, the last percentage behind it; none where no target is set."""
    known = table[target].dropna()
    if known.empty:
        return None
    heights, text = percents(table[target]), percent_label(known.iloc[-1])
    return {
        "type": "scatter",
        "name": f"{label('column', target)} {text}",
        "x": months,
        "y": heights,
        "mode": "lines+text",
        "text": [""] * (len(months) - 1) + [f" ◂ {text}"],
        "textposition": "middle right",
        "line": {"color": RATE_COLOURS[rate], "width": 2, "dash": "dot"},
        "hoverinfo": "skip",
    }


def year_line(table: DataFrame, names: Names, rate: str, is_last: bool) -> Plain:
    """One year's line: the running year's full and with its percentages, the one before dashed."""
    numerator, denominator = _COMPARED[rate]
    rates = [rate_label(*pair) for pair in zip(table[numerator], table[denominator], strict=True)]
    months = [names["fiscal_month"][month] for month in table["fiscal_month"]]
    colour = YEAR_COLOURS["last" if is_last else "this"]
    return {
        **_line_with_gaps(months, table[rate], rates, "bottom center" if is_last else "top center", colour),
        "mode": "lines+markers" if is_last else "lines+markers+text",
        "name": _("Fiscal year {year}").format(year=next(iter(table["fiscal_year"]))),
        "yaxis": "y2" if rate == "completion" else "y",
        "showlegend": rate == "completion",
        "line": {"color": colour, "width": 3, "dash": "dash" if is_last else "solid"},
        "marker": {"size": 9, "color": colour, "symbol": _symbols(table, "diamond" if is_last else "circle")},
    }


def completion_line(table: DataFrame, months: Sequence[str]) -> Plain:
    """How far the measures were at each month's end; a running month is open, one ahead has none."""
    line, marker = {"width": 3}, {"size": 10, "symbol": _symbols(table, "circle")}
    light, dark = STATUS_COLOURS["completed"], COMPLETED_IN_DARK
    return {
        "type": "scatter",
        "name": _("Completed"),
        "x": months,
        "y": percents(table["completion"]),
        "yaxis": "y2",
        "mode": "lines+markers",
        "hovertext": _completion_rates(table),
        "hovertemplate": "%{x}: %{hovertext}<extra></extra>",
        "line": {**line, "color": light},
        "marker": {**marker, "color": light},
        "meta": in_dark(line={**line, "color": dark}, marker={**marker, "color": dark}),
        "showlegend": False,
    }


def completion_words(table: DataFrame) -> list[str]:
    """The rates of these months on two lines."""
    return [on_two_lines(rate) for rate in _completion_rates(table)]


def pace_line(table: DataFrame, months: Sequence[str]) -> Plain:
    """Where completion should stand at each month's end."""
    return {
        "type": "scatter",
        "name": _("Where it should be"),
        "x": months,
        "y": percents(table["pace"]),
        "yaxis": "y2",
        "mode": "lines",
        "line": {"color": _PACE_COLOUR, "width": 2, "dash": "dash"},
        "hoverinfo": "skip",
    }


def _completion_rates(table: DataFrame) -> list[str]:
    applicable = table["applicable"].where(table["stands"] != "ahead", 0)
    return [rate_label(*pair) for pair in zip(table["completed"], applicable, strict=True)]


def _line_with_gaps(months: Sequence[str], shares: Series, rates: Sequence[str], place: str, colour: str) -> Plain:
    """A line of rates that breaks where there is none, each with its percentage and in the hover its denominator."""
    heights = percents(shares)
    return {
        "type": "scatter",
        "x": months,
        "y": heights,
        "connectgaps": False,
        "mode": "lines+markers+text",
        "text": ["" if height is None else percent_label(height / 100) for height in heights],
        "textposition": place,
        "hovertext": rates,
        "hovertemplate": "%{x}: %{hovertext}<extra>%{fullData.name}</extra>",
        "marker": {"size": 9, "color": colour, "symbol": "circle" if place == "top center" else "diamond"},
    }


def _symbols(table: DataFrame, symbol: str) -> list[str]:
    """A month that hasn't ended is open: it doesn't stand yet as it will at its end."""
    return [f"{symbol}-open" if stands == "running" else symbol for stands in table["stands"]]


def in_dark(**values: Plain) -> Plain:
    """What a trace is given as its `meta`: its values where the page is dark, in place of its own."""
    return {"inDark": values}


def percents(shares: Series) -> list[float | None]:
    """Shares as the heights of marks; no share has none, for the browser reads no NaN."""
    return [None if share != share else 100 * share for share in shares.tolist()]


def on_two_lines(rate: str) -> str:
    """A rate above its fraction, so that twelve of them stand side by side."""
    return rate.replace(" (", "<br>").rstrip(")")
