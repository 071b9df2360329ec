"""The charts: from a metric's table to a figure of the same name; the only place that knows plotly.

Every function takes the table and the names of its groups, as `names["section"]["ฝ่ายการคลัง"]`. A mark carries the
group it stands for as `customdata`, so that a click can lead to the measures behind it. Figures hold no template: the
page's theme gives fonts and grid. Their titles stand on the page.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pandas import DataFrame
from plotly.graph_objects import Bar, Figure, Heatmap, Scatter

from ita_data.labels import STATE_COLOURS, STATUS_COLOURS, grid_label, grid_state, label, rate_label, text_on
from ita_data.language import gettext as _

Names = Mapping[str, Mapping[Any, str]]

FONT_SIZE = 14
_BAR_HEIGHT = 38
_ROW_HEIGHT = 34
_FRAME_HEIGHT = 90
_MONTHS_HEIGHT = 470
_UNCONFIRMED_PATTERN = {"shape": "/", "fgcolor": "#0B6E4F", "size": 6, "solidity": 0.25}
_PERCENT_TICKS = {"tickvals": [0, 25, 50, 75, 100], "ticktext": ["0%", "25%", "50%", "75%", "100%"]}
_STATES = ("on_time", "late", "missing", "not_yet_due")
_HEAT_STATES = ("not_yet_due", "exempt", "on_time", "late", "partly", "missing")


class DrawnFigure(Figure):  # type: ignore[misc]
    """A finished figure, from the plain values that `drawn` gave: plotly neither checks nor copies them again."""

    def __init__(self, plain: dict[str, Any]) -> None:
        # Without plotly's own beginning, which would build thousands of objects.
        self.__dict__["_plain"] = plain

    def to_dict(self) -> dict[str, Any]:
        """The plain values themselves."""
        plain: dict[str, Any] = self.__dict__["_plain"]
        return plain


def drawn(name: str, table: DataFrame, names: Names) -> dict[str, Any]:
    """The figure of this name as plain values, which are small to keep."""
    plain: dict[str, Any] = FIGURES[name](table, names).to_dict()
    return plain


def completion_by_indicator(table: DataFrame, names: Names) -> Figure:
    """One bar an indicator: its measures by status, completed ones that await confirmation apart."""
    return _completion_bars(table, "indicator", names)


def completion_by_initiative(table: DataFrame, names: Names) -> Figure:
    """One bar an initiative: its measures by status."""
    return _completion_bars(table, "initiative", names)


def completion_by_section(table: DataFrame, names: Names) -> Figure:
    """One bar a section: the measures it answers for, by the status it reported."""
    return _completion_bars(table, "section", names)


def reporting_by_section(table: DataFrame, names: Names) -> Figure:
    """One bar a section: its expected reviews by state."""
    return _reporting_bars(table, "section", names)


def follow_up_by_month(table: DataFrame, names: Names) -> Figure:
    """Month by month, above the measures completed at its end, below how many of the reports due came and in time."""
    months = _month_ticks(names, table["month"])
    columns = [_month_column(table, state, months) for state in ("on_time", "late", "missing")]
    figure = Figure([_completion_line(table, months), *columns, _rates_above(table, months)])
    _frame(figure, height=_MONTHS_HEIGHT, barmode="stack")
    figure.update_layout(
        yaxis={"domain": [0, 0.56], "range": [0, 134], "title_text": _("Reports received"), **_PERCENT_TICKS},
        yaxis2={"domain": [0.66, 1], "range": [0, 150], "title_text": _("Completed"), **_PERCENT_TICKS},
    )
    return figure


def reporting_by_measure_and_month(table: DataFrame, names: Names) -> Figure:
    """A grid of measures and months: what each cell comes to, and how many reviews came; without unexpected rows."""
    return _state_grid(table, "measure", names)


def reporting_by_section_and_month(table: DataFrame, names: Names) -> Figure:
    """A grid of sections and months: what each cell comes to, and how many reviews came; without unexpected rows."""
    return _state_grid(table, "section", names)


def _month_column(table: DataFrame, state: str, months: Sequence[str]) -> Bar:
    colour = STATE_COLOURS[state]
    return Bar(
        name=label("state", state),
        x=months,
        y=(100 * table[state] / table["due"].where(table["due"] > 0)).tolist(),
        customdata=table["month"].tolist(),
        text=[str(count) if count else "" for count in table[state]],
        textposition="inside",
        textangle=0,
        insidetextfont_color=text_on(colour),
        marker_color=colour,
        hovertemplate="%{x}: %{text}<extra>%{fullData.name}</extra>",
    )


def _rates_above(table: DataFrame, months: Sequence[str]) -> Scatter:
    received = table["on_time"] + table["late"]
    texts = [_on_two_lines(rate_label(*pair)) for pair in zip(received, table["due"], strict=True)]
    return Scatter(x=months, y=[116] * len(months), mode="text", text=texts, showlegend=False, hoverinfo="skip")


def _completion_line(table: DataFrame, months: Sequence[str]) -> Scatter:
    rates = [rate_label(*pair) for pair in zip(table["completed"], table["applicable"], strict=True)]
    return Scatter(
        x=months,
        y=(100 * table["completion"]).tolist(),
        yaxis="y2",
        customdata=table["month"].tolist(),
        mode="lines+markers+text",
        text=[_on_two_lines(rate) for rate in rates],
        hovertext=rates,
        hovertemplate="%{x}: %{hovertext}<extra></extra>",
        textposition="top center",
        line={"color": STATUS_COLOURS["completed"], "width": 3},
        marker={"size": 10},
        showlegend=False,
    )


def _on_two_lines(rate: str) -> str:
    """A rate above its fraction, so that twelve of them stand side by side."""
    return rate.replace(" (", "<br>").rstrip(")")


def _completion_bars(table: DataFrame, group: str, names: Names) -> Figure:
    parts = {
        "completed": (label("status", "completed"), table["completed"] - table["unconfirmed"]),
        "unconfirmed": (_("Completed, link to be confirmed"), table["unconfirmed"]),
        "in_progress": (label("status", "in_progress"), table["in_progress"]),
        "not_started": (label("status", "not_started"), table["not_started"]),
    }
    figure = _stacked_bars(table, group, names, {name: (*part, STATUS_COLOURS[name]) for name, part in parts.items()})
    figure.update_traces(marker_pattern=_UNCONFIRMED_PATTERN, selector={"legendgroup": "unconfirmed"})
    _add_ends(figure, table, group, names, table["applicable"], table["completed"])
    return figure


def _reporting_bars(table: DataFrame, group: str, names: Names) -> Figure:
    parts = {state: (label("state", state), table[state], STATE_COLOURS[state]) for state in _STATES}
    figure = _stacked_bars(table, group, names, parts)
    shown = table["expected"] - table["exempt"]
    _add_ends(figure, table, group, names, shown, table["on_time"] + table["late"], table["due"])
    return figure


def _stacked_bars(table: DataFrame, group: str, names: Names, parts: Mapping[str, tuple[str, Any, str]]) -> Figure:
    rows = [names[group][member] for member in table[group]]
    figure = Figure()
    for part, (name, counts, colour) in parts.items():
        figure.add_trace(
            Bar(
                name=name,
                legendgroup=part,
                orientation="h",
                y=rows,
                x=counts.tolist(),
                customdata=table[group].tolist(),
                text=[str(count) if count else "" for count in counts],
                textposition="inside",
                textangle=0,
                insidetextanchor="middle",
                insidetextfont_color=text_on(colour),
                marker_color=colour,
                hovertemplate="%{y}: %{x}<extra>%{fullData.name}</extra>",
            )
        )
    _frame(figure, height=_FRAME_HEIGHT + _BAR_HEIGHT * len(rows), barmode="stack")
    figure.update_yaxes(autorange="reversed", ticksuffix=" ")
    figure.update_xaxes(showticklabels=False, showgrid=False, zeroline=False)
    return figure


def _add_ends(
    figure: Figure, table: DataFrame, group: str, names: Names, ends: Any, numerators: Any, denominators: Any = None
) -> None:
    """Write each bar's rate, with its denominator, behind the bar."""
    below = ends if denominators is None else denominators
    figure.add_trace(
        Scatter(
            x=ends.tolist(),
            y=[names[group][member] for member in table[group]],
            mode="text",
            text=[f" {rate_label(above, all_)}" for above, all_ in zip(numerators, below, strict=True)],
            textposition="middle right",
            showlegend=False,
            hoverinfo="skip",
        )
    )
    widest = max([1, *ends])
    figure.update_xaxes(range=[0, widest * 1.35])


def _state_grid(table: DataFrame, group: str, names: Names) -> Figure:
    expected = table.groupby(group)["expected"].transform("sum") > 0
    members = list(dict.fromkeys(table.loc[expected, group]))
    months = list(dict.fromkeys(table["month"]))
    columns, rows = _month_ticks(names, months), [names[group][member] for member in members]
    counts = {(row[group], row["month"]): row for row in table.to_dict("records")}
    cells = [[counts[member, month] for month in months] for member in members]
    figure = Figure([_heat(cells, columns, rows), _click_marks(members, months, columns, rows)])
    _frame(figure, height=_FRAME_HEIGHT + _ROW_HEIGHT * len(members))
    figure.update_layout(dragmode=False)
    figure.update_yaxes(type="category", range=[len(rows) - 0.5, -0.5], ticksuffix=" ", showgrid=False)
    figure.update_xaxes(type="category", range=[-0.5, len(columns) - 0.5], side="top", showgrid=False)
    return figure


def _heat(cells: Sequence[Sequence[Mapping[Any, int]]], columns: Sequence[str], rows: Sequence[str]) -> Heatmap:
    steps = len(_HEAT_STATES)
    scale = [
        [edge / steps, STATE_COLOURS[state]] for index, state in enumerate(_HEAT_STATES) for edge in (index, index + 1)
    ]
    levels = {state: level + 0.5 for level, state in enumerate(_HEAT_STATES)}
    return Heatmap(
        z=[[levels.get(grid_state(cell) or "") for cell in row] for row in cells],
        text=[[grid_label(cell) for cell in row] for row in cells],
        texttemplate="%{text}",
        x=columns,
        y=rows,
        zmin=0,
        zmax=steps,
        colorscale=scale,
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )


def _click_marks(members: Sequence[Any], months: Sequence[int], columns: Sequence[str], rows: Sequence[str]) -> Scatter:
    """Unseen marks on a grid's cells: a heatmap doesn't report clicks, these do."""
    return Scatter(
        x=[column for _row in rows for column in columns],
        y=[row for row in rows for _column in columns],
        customdata=[(member, month) for member in members for month in months],
        mode="markers",
        marker={"size": 28, "opacity": 0, "symbol": "square"},
        selected_marker_opacity=0,
        unselected_marker_opacity=0,
        hovertemplate="%{y} · %{x}<extra></extra>",
        showlegend=False,
    )


def _month_ticks(names: Names, months: Iterable[int]) -> list[str]:
    """Month names on two lines, so that twelve of them stand upright in half a screen."""
    return [names["month"][month].replace(" ", "<br>") for month in months]


def _frame(figure: Figure, height: int, **layout: Any) -> None:
    figure.update_layout(
        template=None,
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        font_size=FONT_SIZE,
        legend={
            "orientation": "h",
            "y": 1.02,
            "yanchor": "bottom",
            "x": 0,
            "font_size": FONT_SIZE,
            "traceorder": "normal",
        },
        bargap=0.25,
        uniformtext={"minsize": 11, "mode": "hide"},
        **layout,
    )
    figure.update_yaxes(automargin=True, tickfont_size=FONT_SIZE)
    figure.update_xaxes(automargin=True, tickfont_size=FONT_SIZE, tickangle=0)


FIGURES: dict[str, Callable[[DataFrame, Names], Figure]] = {
    function.__name__: function
    for function in (
        completion_by_indicator,
        completion_by_initiative,
        completion_by_section,
        reporting_by_section,
        follow_up_by_month,
        reporting_by_measure_and_month,
        reporting_by_section_and_month,
    )
}
"""Every figure by its name, which is its metric's name too."""
