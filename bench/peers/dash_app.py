"""Three charts and a month, as lean as Dash has them: `python dash_app.py FOLDER PORT`.

It runs in an environment of its own, without the project.
"""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
from dash import Dash, Input, Output, dcc, html

folder, port = Path(sys.argv[1]), int(sys.argv[2])
reports, statuses = pd.read_csv(folder / "reports.csv"), pd.read_csv(folder / "statuses.csv")
months = [{"label": f"{month}", "value": month} for month in range(1, 13)]

app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Dropdown(months, 6, id="month", clearable=False, searchable=False),
        html.Div([dcc.Graph(id=name) for name in ("indicators", "months", "sections")], id="charts"),
    ]
)


@app.callback(
    Output("indicators", "figure"), Output("months", "figure"), Output("sections", "figure"), Input("month", "value")
)
def draw(month: int) -> tuple[Any, Any, Any]:
    """Count up to a month and draw."""
    until = reports[reports["month"] <= month]
    completion = statuses[statuses["month"] == month].groupby(["status", "indicator"]).size()
    by_month = until.groupby(["state", "month"]).size()
    missing = until.assign(n=until["state"] == "missing").pivot_table("n", "section", "month", aggfunc="sum")
    fields = {"type": "heatmap", "x": list(missing.columns), "y": list(missing.index), "z": missing.values.tolist()}
    return (
        {"data": list(bars(completion, "h")), "layout": {"barmode": "stack"}},
        {"data": list(bars(by_month, "v")), "layout": {"barmode": "stack"}},
        {"data": [{**fields, "texttemplate": "%{z}"}]},
    )


def bars(counts: pd.Series, orientation: str) -> Iterator[dict[str, Any]]:
    """A trace for each name, of its numbers by group. Plotly's own classes would take several times as long."""
    for name, numbers in counts.groupby(level=0):
        groups, values = numbers.index.get_level_values(1).tolist(), numbers.tolist()
        x, y = (values, groups) if orientation == "h" else (groups, values)
        yield {"type": "bar", "orientation": orientation, "name": name, "x": x, "y": y, "text": values}


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.run(port=port, debug=False)
