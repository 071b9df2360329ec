"""The charts: from a metric's table to a figure of the same name; the only place that knows plotly.

Every function takes the table and the names of its groups, as `names["section"]["ฝ่ายการคลัง"]`, and gives a figure as
the plain values that plotly's browser part reads, for its own classes take a hundred times as long to fill. A mark
carries the group it stands for as `customdata`, so that a click can lead to the measures behind it. Figures hold no
template: the page's theme gives fonts and grid. Their titles stand on the page.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from pandas import DataFrame, Series

from ita_data.figures.lines import (
    Names,
    Plain,
    as_it_stands,
    completion_line,
    completion_words,
    in_dark,
    on_two_lines,
    pace_line,
    percents,
    rate_line,
    target_line,
    year_line,
)
from ita_data.labels import (
    LIGHT_TEXT,
    STATE_COLOURS,
    STATUS_COLOURS,
    label,
    rate_label,
    text_on,
    unconfirmed_label,
)
from ita_data.language import gettext as _

FONT_SIZE = 14
_BAR_HEIGHT = 38
_FRAME_HEIGHT = 90
_MONTHS_HEIGHT = 500
_RATES_HEIGHT = 380
_ABOVE, _ROOM_ABOVE, _HALF_A_MARK = 100, 138, -6
"""Where the words above 100 % of a month stand, how far they reach, and how far a mark at 0 % reaches below it."""
_UNCONFIRMED_PATTERN = {"shape": "/", "fgcolor": "#0B6E4F", "size": 6, "solidity": 0.25}
_LEGEND = {
    "orientation": "h",
    "y": 1.02,
    "yanchor": "bottom",
    "x": 0,
    "font": {"size": FONT_SIZE},
    "traceorder": "normal",
}
_ONLY_TEXT = {"mode": "text", "showlegend": False, "hoverinfo": "skip"}
_PERCENT_TICKS = {"tickvals": [0, 25, 50, 75, 100], "ticktext": ["0%", "25%", "50%", "75%", "100%"]}
_STATES = ("on_time", "late", "missing", "not_yet_due")


def completion_by_indicator(table: DataFrame, names: Names) -> Plain:
    """One bar an indicator: its measures by status, completed ones that await confirmation apart."""
    return _completion_bars(table, "indicator", names)


def completion_by_initiative(table: DataFrame, names: Names) -> Plain:
    """One bar an initiative: its measures by status."""
    return _completion_bars(table, "initiative", names)


def completion_by_section(table: DataFrame, names: Names) -> Plain:
    """One bar a section: the measures it answers for, by the status it reported."""
    return _completion_bars(table, "section", names)


def reporting_by_section(table: DataFrame, names: Names) -> Plain:
    """One bar a section: its expected reviews by state."""
    return _reporting_bars(table, "section", names)


def follow_up_by_month(table: DataFrame, names: Names) -> Plain:
    """Month by month, above the measures completed at its end beside their pace, below what came of the reports due.

    What came after the age at which the newest month is seen is an outline: it had no time for that yet. Every rate
    stands above its month, where no line is.
    """
    months = _month_ticks_so_far(names, table)
    by_then = table.assign(late=table["late"] - table["late_since"])
    on_time, late, missing = (_month_column(by_then, state, months) for state in ("on_time", "late", "missing"))
    columns = [on_time, late, _late_since(table, months), missing]
    rates = [on_two_lines(rate_label(*pair)) for pair in zip(table["received"], table["due"], strict=True)]
    above = [
        _above(months, completion_words(table), _("Completed"), "y2"),
        _above(months, rates, _("Reports received"), "y"),
    ]
    received = {"domain": [0, 0.5], "range": [0, _ROOM_ABOVE], "title": {"text": _("Reports received")}}
    completed = {"domain": [0.55, 1], "range": [_HALF_A_MARK, _ROOM_ABOVE], "title": {"text": _("Completed")}}
    return _figure(
        [completion_line(table, months), pace_line(table, months), *columns, *above],
        height=_MONTHS_HEIGHT,
        xaxis={},
        yaxis={**received, **_PERCENT_TICKS},
        yaxis2=_axis({**completed, **_PERCENT_TICKS}),
    )


def rates_by_month(table: DataFrame, names: Names) -> Plain:
    """Month by month two lines, of the reports due how many came, and came in time; beside the targets, where set.

    A month of which nothing is due is a gap.
    """
    months = _month_ticks(names, table["month"])
    rates = (
        rate_line(table, months, "reporting_rate", "received", dash="solid", place="top center"),
        rate_line(table, months, "on_time_rate", "on_time", dash="dash", place="bottom center"),
    )
    targets = (
        target_line(table, months, "reporting_target", "reporting_rate"),
        target_line(table, months, "on_time_target", "on_time_rate"),
    )
    return _figure(
        [*rates, *(target for target in targets if target)],
        height=_RATES_HEIGHT,
        xaxis={"type": "category", "range": [-0.5, len(months) - 0.2]},
        yaxis={"range": [-22, 126], "zeroline": False, **_PERCENT_TICKS},
    )


def follow_up_this_year_and_last(table: DataFrame, names: Names) -> Plain:
    """Both fiscal years month by month: above the measures completed, below how many of the reports due came."""
    years = sorted(set(table["fiscal_year"]))
    lines = [
        year_line(table[table["fiscal_year"] == year], names, rate, is_last=year != years[-1])
        for rate in ("completion", "reporting_rate")
        for year in years
    ]
    received = {"domain": [0, 0.46], "range": [-22, 126], "title": {"text": _("Reports received")}, **_PERCENT_TICKS}
    completed = {"domain": [0.54, 1], "range": [-22, 126], "title": {"text": _("Completed")}, **_PERCENT_TICKS}
    return _figure(
        lines,
        height=_MONTHS_HEIGHT,
        xaxis={"type": "category", "categoryarray": list(names["fiscal_month"].values())},
        yaxis={**received, "zeroline": False},
        yaxis2=_axis({**completed, "zeroline": False}),
    )


def _month_column(table: DataFrame, state: str, months: Sequence[str]) -> Plain:
    colour = STATE_COLOURS[state]
    return {
        "type": "bar",
        "name": label("state", state),
        "x": months,
        "y": percents(table[state] / table["due"].where(table["due"] > 0)),
        "customdata": table["month"].tolist(),
        "text": _counts(table[state]),
        "textposition": "inside",
        "textangle": 0,
        "insidetextfont": {"color": text_on(colour)},
        "marker": {"color": colour},
        "hovertemplate": "%{x}: %{text}<extra>%{fullData.name}</extra>",
    }


def _late_since(table: DataFrame, months: Sequence[str]) -> Plain:
    column = _month_column(table.assign(late=table["late_since"]), "late", months)
    del column["insidetextfont"]
    outline = {"color": "rgba(0,0,0,0)", "line": {"color": STATE_COLOURS["late"], "width": 2}}
    meta = in_dark(insidetextfont={"color": LIGHT_TEXT})
    return {**column, "name": _("Late, since the age of the newest month"), "marker": outline, "meta": meta}


def _above(months: Sequence[str], texts: Sequence[str], name: str, axis: str) -> Plain:
    """A text for each month above the 100 % of its axis."""
    place = {"x": months, "y": [_ABOVE] * len(months), "yaxis": axis, "cliponaxis": False}
    return {"type": "scatter", "name": name, **place, "text": texts, "textposition": "top center", **_ONLY_TEXT}


def _completion_bars(table: DataFrame, group: str, names: Names) -> Plain:
    confirmed = table["completed"] - table["unconfirmed"]
    rows = [as_it_stands(names[group][member]) for member in table[group]]
    bars = [
        _bar("completed", label("status", "completed"), confirmed),
        _bar("unconfirmed", unconfirmed_label(), table["unconfirmed"]),
        _bar("in_progress", label("status", "in_progress"), table["in_progress"]),
        _bar("not_started", label("status", "not_started"), table["not_started"]),
    ]
    bars[1]["marker"]["pattern"] = _UNCONFIRMED_PATTERN
    rates = [rate_label(*pair) for pair in zip(table["completed"], table["applicable"], strict=True)]
    return _bars(rows, table[group].tolist(), bars, table["applicable"].tolist(), rates)


def _reporting_bars(table: DataFrame, group: str, names: Names) -> Plain:
    rows = [as_it_stands(names[group][member]) for member in table[group]]
    bars = [_bar(state, label("state", state), table[state]) for state in _STATES]
    rates = [rate_label(*pair) for pair in zip(table["received"], table["due"], strict=True)]
    return _bars(rows, table[group].tolist(), bars, (table["expected"] - table["exempt"]).tolist(), rates)


def _bar(part: str, name: str, counts: Series) -> Plain:
    """One part of every bar: so many measures or reviews of this status or state."""
    colour = STATE_COLOURS.get(part) or STATUS_COLOURS[part]
    return {
        "type": "bar",
        "name": name,
        "legendgroup": part,
        "orientation": "h",
        "x": counts.tolist(),
        "text": _counts(counts),
        "textposition": "inside",
        "textangle": 0,
        "insidetextanchor": "middle",
        "insidetextfont": {"color": text_on(colour)},
        "marker": {"color": colour},
        "hovertemplate": "%{y}: %{x}<extra>%{fullData.name}</extra>",
    }


def _bars(
    rows: Sequence[str], members: Sequence[Any], bars: Sequence[Plain], ends: Sequence[int], rates: Sequence[str]
) -> Plain:
    """Stacked bars, one a row; behind the end of each its rate with the denominator."""
    texts = {
        "type": "scatter",
        "x": ends,
        "y": rows,
        "text": [f" {rate}" for rate in rates],
        "textposition": "middle right",
        **_ONLY_TEXT,
    }
    return _figure(
        [*({**bar, "y": rows, "customdata": members} for bar in bars), texts],
        height=_FRAME_HEIGHT + _BAR_HEIGHT * len(rows),
        xaxis={"showticklabels": False, "showgrid": False, "zeroline": False, "range": [0, max([1, *ends]) * 1.35]},
        yaxis={"autorange": "reversed", "ticksuffix": " ", "showgrid": False},
    )


def _counts(counts: Series) -> list[str]:
    return [str(count) if count else "" for count in counts.tolist()]


def _month_ticks(names: Names, months: Iterable[int]) -> list[str]:
    """Month names on two lines, so that twelve of them stand upright in half a screen."""
    return [names["month"][month].replace(" ", "<br>") for month in months]


def _month_ticks_so_far(names: Names, table: DataFrame) -> list[str]:
    """The same, where a running month says on its second line that it is one."""
    ticks = zip(_month_ticks(names, table["month"]), table["stands"], strict=True)
    words = label("stands", "running")
    return [f"{tick.replace('<br>', ' ')}<br>{words}" if stands == "running" else tick for tick, stands in ticks]


def _figure(traces: Sequence[Plain], height: int, xaxis: Plain, yaxis: Plain, **layout: Any) -> Plain:
    return {
        "data": traces,
        "layout": {
            "height": height,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "font": {"size": FONT_SIZE},
            "legend": _LEGEND,
            "barmode": "stack",
            "bargap": 0.25,
            "uniformtext": {"minsize": 11, "mode": "hide"},
            "xaxis": {"showgrid": False, **_axis(xaxis), "tickangle": 0},
            "yaxis": _axis(yaxis),
            **layout,
        },
    }


def _axis(own: Plain) -> Plain:
    return {"automargin": True, "tickfont": {"size": FONT_SIZE}, **own}


FIGURES: dict[str, Callable[[DataFrame, Names], Plain]] = {
    function.__name__: function
    for function in (
        completion_by_indicator,
        completion_by_initiative,
        completion_by_section,
        reporting_by_section,
        follow_up_by_month,
        rates_by_month,
        follow_up_this_year_and_last,
    )
}
"""Every figure by its name, which is its metric's name too."""
