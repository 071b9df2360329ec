"""Three charts and a month, as Dash's own tutorial would make them: `python dash_app.py FOLDER PORT`.

It runs in an environment of its own, without the project.
"""

import logging
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
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
    completion = statuses[statuses["month"] == month].groupby(["indicator", "status"]).size().reset_index(name="n")
    by_month = until.groupby(["month", "state"]).size().reset_index(name="n")
    missing = until.assign(n=until["state"] == "missing").pivot_table("n", "section", "month", aggfunc="sum")
    return (
        px.bar(completion, x="n", y="indicator", color="status", orientation="h", text="n"),
        px.bar(by_month, x="month", y="n", color="state", text="n"),
        px.imshow(missing, text_auto=True, aspect="auto"),
    )


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.run(port=port, debug=False)
