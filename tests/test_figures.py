"""What every figure of the registry has in common, and what each kind of figure shows."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import plotly
import pytest
from pandas import DataFrame, concat
from plotly.graph_objects import Figure

from ita_data import figures
from ita_data.config import ROOT
from ita_data.figures import FIGURES, Names
from ita_data.figures.marks import marks
from ita_data.labels import chart_title, label, words
from ita_data.metrics import METRICS, View, year_of
from ita_data.model.cadence import Cadence
from ita_data.model.periods import months_of
from ita_data.model.records import LinkState, Records
from ita_data.model.states import Status
from ita_data.snapshot import Snapshot, snapshot_of
from tests.imports.files import REPORT, read_report
from tests.plans import ADMINISTRATION, HOLIDAYS, WORKS, lead, link, measure, outcome, plan_of, review

TODAY = date(2025, 1, 10)
STATIC = ROOT / "ui" / "static"
PLOTLY_IN_PYTHON = "package_data/plotly.min.js"
BUSY = plan_of(
    *[measure(code) for code in ("1.1", "1.2", "2.1", "ก1.1")],
    measure("2.2", Cadence.AS_NEEDED),
    lead("1.1", ADMINISTRATION, WORKS),
    lead("1.2", WORKS),
    lead("2.1", WORKS),
    lead("2.2", WORKS),
    lead("ก1.1", ADMINISTRATION),
    review("1.1", ADMINISTRATION, 1, "2024-11-04", Status.COMPLETED),
    review("1.1", WORKS, 1, "2024-12-20"),
    review("1.2", WORKS, 1, "2024-11-04", Status.NOT_APPLICABLE),
    review("ก1.1", ADMINISTRATION, 2, "2024-12-04", progress=50),
    outcome("2.1", "2024-12-01"),
    link("2.1", "2.1", LinkState.SUGGESTED),
)
PLANS = {
    "nothing at all": snapshot_of(Records("สำนักงานเขตตัวอย่าง", 2568), HOLIDAYS),
    "measures without reviews": plan_of(measure("1.1"), measure("ก1.1"), lead("1.1", WORKS)),
    "measures that are never due": plan_of(measure("1.1", Cadence.AS_NEEDED), lead("1.1", WORKS)),
    "measures and reviews": BUSY,
}

each_figure = pytest.mark.parametrize("name", FIGURES)
each_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS.keys())
completion_bars = pytest.mark.parametrize(
    "name", [name for name in FIGURES if "completion_by" in name and "month" not in name]
)


@pytest.fixture(scope="module")
def real_report() -> Snapshot:
    records = read_report(REPORT.read_bytes(), REPORT.name).records
    assert records is not None
    return snapshot_of(records, HOLIDAYS)


def names_of(plan: Snapshot) -> Names:
    """What the groups of a plan's tables are called."""
    return {
        "indicator": {number: f"{number} {name}" for number, name in plan.indicators[["indicator", "name"]].values},
        "initiative": {number: f"ก{number} {name}" for number, name in plan.initiatives[["initiative", "name"]].values},
        "section": {section: section for section in plan.sections["section"]},
        "month": {month.month: f"เดือน {month.month}" for month in months_of(plan.fiscal_year)},
        "fiscal_month": {month.month: str(month.month) for month in months_of(plan.fiscal_year)},
        "measure": {code: code for code in plan.measures["measure"]},
    }


def table_of(name: str, plan: Snapshot, month: int = 12) -> DataFrame:
    return METRICS[name](View(year_of(plan, TODAY), month))


def drawn(name: str, plan: Snapshot, table: DataFrame | None = None) -> Figure:
    """The figure as plotly's own classes take it, which refuse what they don't know."""
    return Figure(FIGURES[name](table_of(name, plan) if table is None else table, names_of(plan)))


def traces(figure: Figure) -> list[dict[str, Any]]:
    """The traces as the browser gets them."""
    found: list[dict[str, Any]] = json.loads(figure.to_json())["data"]
    return found


def texts(value: Any) -> Iterator[str]:
    """Every text anywhere in a figure."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)


@each_figure
def test_a_figure_bears_the_name_of_its_function_and_of_its_metric(name: str) -> None:
    assert getattr(figures, name) is FIGURES[name]
    assert name in METRICS


def test_every_figure_has_a_title() -> None:
    assert set(words("chart")) == set(FIGURES)
    assert all(chart_title(name) for name in FIGURES)


@each_figure
@each_plan
@pytest.mark.parametrize("month", [1, 12])
def test_a_figure_is_drawn_from_every_plan_without_a_gap_in_its_texts(name: str, plan: Snapshot, month: int) -> None:
    figure = json.loads(drawn(name, plan, table_of(name, plan, month)).to_json())
    assert [text for text in texts(figure) if text.lower() in ("nan", "none", "<na>") or "nan%" in text] == []


@each_figure
@each_plan
def test_a_figure_holds_nothing_that_the_browser_cannot_read(name: str, plan: Snapshot) -> None:
    assert json.dumps(FIGURES[name](table_of(name, plan), names_of(plan)), allow_nan=False)


def test_a_target_that_holds_from_a_month_on_begins_there() -> None:
    table = table_of("rates_by_month", BUSY)
    table = table.assign(reporting_target=[float("nan")] * 3 + [0.9] * (len(table) - 3))
    *_rates, target = traces(drawn("rates_by_month", BUSY, table))
    assert target["y"][2:4] == [None, 90]
    assert target["name"] == f"{label('column', 'reporting_target')} 90%"


@each_figure
def test_a_figure_is_drawn_from_the_report_alone(name: str, real_report: Snapshot) -> None:
    assert traces(drawn(name, real_report))


@each_figure
@pytest.mark.parametrize("rows", [0, 1])
def test_a_figure_is_drawn_from_few_rows(name: str, rows: int) -> None:
    found = traces(drawn(name, BUSY, table_of(name, BUSY).head(rows)))
    assert found or not rows


@each_figure
def test_a_figure_leaves_its_table_alone(name: str) -> None:
    table = table_of(name, BUSY)
    before = table.copy(deep=True)
    drawn(name, BUSY, table)
    assert table.equals(before)


@each_figure
def test_a_figure_leaves_fonts_and_grid_to_the_page(name: str) -> None:
    plain = FIGURES[name](table_of(name, BUSY), names_of(BUSY))
    assert "template" not in plain["layout"]


def test_the_browser_draws_with_the_plotly_that_figures_are_checked_with() -> None:
    copies = (STATIC / "plotly" / "plotly-cartesian.min.js", Path(plotly.__file__).parent / PLOTLY_IN_PYTHON)
    versions = [re.findall(r"plotly\.js .*?v(\d+\.\d+\.\d+)", copy.read_text("utf-8")[:200]) for copy in copies]
    assert versions[0] == versions[1]
    assert len(versions[0]) == 1


@completion_bars
def test_the_parts_of_a_completion_bar_add_up_to_the_applicable_measures(name: str) -> None:
    table = table_of(name, BUSY)
    bars = [trace for trace in traces(drawn(name, BUSY)) if trace["type"] == "bar"]
    assert [sum(parts) for parts in zip(*(bar["x"] for bar in bars), strict=True)] == table["applicable"].tolist()
    assert all(bar["customdata"] == table[table.columns[0]].tolist() for bar in bars)


@completion_bars
def test_a_completion_bar_ends_in_its_rate(name: str) -> None:
    table = table_of(name, BUSY)
    (ends,) = (trace for trace in traces(drawn(name, BUSY)) if trace["type"] == "scatter")
    rates = [
        f"{done / total:.0%} ({done}/{total})" if total else "–"
        for done, total in zip(table["completed"], table["applicable"], strict=True)
    ]
    assert [text.strip() for text in ends["text"]] == rates


def test_completion_that_awaits_confirmation_is_hatched_and_stands_apart() -> None:
    (part,) = (
        trace for trace in traces(drawn("completion_by_indicator", BUSY)) if trace.get("legendgroup") == "unconfirmed"
    )
    assert part["x"] == [0, 1]
    assert part["marker"]["pattern"]["shape"] == "/"


def test_the_parts_of_a_reporting_bar_add_up_to_the_reports_expected() -> None:
    table = table_of("reporting_by_section", BUSY)
    bars = [trace for trace in traces(drawn("reporting_by_section", BUSY)) if trace["type"] == "bar"]
    shown = (table["expected"] - table["exempt"]).tolist()
    assert [sum(parts) for parts in zip(*(bar["x"] for bar in bars), strict=True)] == shown


def test_a_column_of_a_month_is_full_where_reports_were_due() -> None:
    table = table_of("follow_up_by_month", BUSY)
    columns = [trace for trace in traces(drawn("follow_up_by_month", BUSY)) if trace["type"] == "bar"]
    heights = [sum(part or 0 for part in parts) for parts in zip(*(column["y"] for column in columns), strict=True)]
    assert heights == [pytest.approx(100 if due else 0) for due in table["due"]]
    assert columns[0]["customdata"] == table["month"].tolist()


def test_completion_and_reporting_stand_above_each_other_with_their_rates() -> None:
    completed, *_columns, words, received = traces(drawn("follow_up_by_month", BUSY))
    assert completed["y"][2] == pytest.approx(25)
    assert (words["text"][2], completed["hovertext"][2]) == ("25%<br>1/4", "25% (1/4)")
    assert (received["text"][0], received["text"][11]) == ("50%<br>2/4", "–")


def test_no_line_by_month_reaches_the_rates_above_it() -> None:
    figure = drawn("follow_up_by_month", BUSY)
    lines = [trace for trace in traces(figure) if "lines" in str(trace.get("mode"))]
    texts = [trace for trace in traces(figure) if trace.get("mode") == "text"]
    assert [str(trace["yaxis"]) for trace in texts] == ["y2", "y"]
    assert max(height for line in lines for height in line["y"] if height is not None) <= min(texts[0]["y"])
    assert {trace["textposition"] for trace in texts} == {"top center"}
    assert figure.layout.yaxis2.range[0] < 0


def test_a_month_that_has_not_ended_is_open_and_one_ahead_is_not_drawn() -> None:
    completed, *_columns, words, _received = traces(drawn("follow_up_by_month", BUSY))
    assert completed["marker"]["symbol"][2:5] == ["circle", "circle-open", "circle"]
    assert words["text"][2:5] == ["25%<br>1/4", "25%<br>1/4", "–"]
    assert completed["x"][2:5] == ["เดือน<br>3", f"เดือน 4<br>{label('stands', 'running')}", "เดือน<br>5"]
    assert completed["y"][3:6] == [pytest.approx(25), None, None]


def test_a_month_of_which_nothing_is_due_is_a_gap_in_both_rates() -> None:
    reported, on_time = traces(drawn("rates_by_month", BUSY))
    assert (reported["y"][:2], on_time["y"][:2]) == ([50, 20], [25, 20])
    assert reported["y"][3:] == on_time["y"][3:] == [None] * 9
    assert (reported["hovertext"][0], on_time["hovertext"][0]) == ("50% (2/4)", "25% (1/4)")
    assert reported["connectgaps"] is False


def test_a_line_of_rates_rounds_neither_to_100_nor_to_0() -> None:
    rates = [0.998, 0.002, 1.0, 0.0, *[0.5] * 8]
    reported, _on_time = traces(
        drawn("rates_by_month", BUSY, table_of("rates_by_month", BUSY).assign(reporting_rate=rates))
    )

    assert list(reported["text"][:4]) == ["99%", "1%", "100%", "0%"]


def test_a_target_is_a_line_that_bears_its_name_and_percentage() -> None:
    table = table_of("rates_by_month", BUSY).assign(reporting_target=0.95)
    *_rates, target = traces(drawn("rates_by_month", BUSY, table))
    assert target["name"] == f"{label('column', 'reporting_target')} 95%"
    assert set(target["y"]) == {95}
    assert target["text"][-1].endswith("95%")


def test_two_years_are_two_lines_of_their_own_for_completion_and_for_reporting() -> None:
    last = table_of("follow_up_this_year_and_last", BUSY)
    both = concat([last.assign(fiscal_year=2567), last])
    names = {**names_of(BUSY), "fiscal_year": {2567: "2567", 2568: "2568"}}
    lines = traces(Figure(FIGURES["follow_up_this_year_and_last"](both, names)))
    assert [(line["name"][-4:], line["yaxis"]) for line in lines] == [
        ("2567", "y2"),
        ("2568", "y2"),
        ("2567", "y"),
        ("2568", "y"),
    ]
    assert {line["line"]["dash"] for line in lines[::2]} == {"dash"}


def test_months_stand_on_two_lines() -> None:
    completed, *_others = traces(drawn("follow_up_by_month", BUSY))
    assert completed["x"][0] == "เดือน<br>1"


def test_a_mark_of_a_bar_chart_is_a_row_that_says_all_its_numbers() -> None:
    plain = FIGURES["completion_by_indicator"](table_of("completion_by_indicator", BUSY), names_of(BUSY))
    found = {mark["code"]: mark for mark in marks(plain)}
    assert found[1]["row"] == names_of(BUSY)["indicator"][1]
    assert found[1]["name"] == f"{found[1]['row']}: {label('status', 'in_progress')} 1, 0% (0/1)"


def test_a_name_is_drawn_as_it_stands_and_read_aloud_as_it_stands() -> None:
    name = "<b>ฝ่าย</b> &lt; <br>"
    names = {**names_of(BUSY), "indicator": {**names_of(BUSY)["indicator"], 1: name}}
    plain = FIGURES["completion_by_indicator"](table_of("completion_by_indicator", BUSY), names)
    first = next(mark for mark in marks(plain) if mark["code"] == 1)
    assert first["row"] == plain["data"][0]["y"][0] == "&lt;b&gt;ฝ่าย&lt;/b&gt; &amp;lt; &lt;br&gt;"
    assert first["name"].startswith(f"{name}: ")


def test_a_mark_by_month_is_a_column_with_both_rates() -> None:
    plain = FIGURES["follow_up_by_month"](table_of("follow_up_by_month", BUSY), names_of(BUSY))
    first = marks(plain)[0]
    assert (first["code"], first["column"]) == (1, "เดือน<br>1")
    completed, received = label("status", "completed"), "รายงานที่ได้รับ"
    states = ", ".join(
        f"{label('state', state)} {count}" for state, count in (("on_time", 1), ("late", 1), ("missing", 2))
    )
    assert first["name"] == f"เดือน 1: {states}, {completed} 0% 0/4, {received} 50% 2/4"


@each_figure
@each_plan
def test_every_mark_has_a_name_of_its_own(name: str, plan: Snapshot) -> None:
    found = marks(FIGURES[name](table_of(name, plan), names_of(plan)))
    assert len({mark["name"] for mark in found}) == len(found)
