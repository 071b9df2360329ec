"""The overview shows what the metrics say of the same view, and its charts lead to the measures behind them."""

import re
from typing import Any, NamedTuple

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import words
from ita_data.language import gettext as _
from ita_data.metrics import METRICS, View, year_of
from ita_data.services import looking, opening
from tests.pages.apps import Office, click, in_office, opened, reached, tables

ENFORCEMENT = "ฝ่ายเทศกิจ"
VIEWS: list[tuple[int, str | None, bool]] = [
    (6, None, True),
    (3, None, True),
    (12, None, False),
    (6, ENFORCEMENT, True),
    (4, ENFORCEMENT, False),
]
"""Month, section, and whether supporting sections count too."""

pytestmark = [pytest.mark.usefixtures("office"), in_office("sample")]


class Overview(NamedTuple):
    """The page as it was opened, and the view that its address asks for."""

    app: AppTest
    view: View

    def rows(self, metric: str) -> list[dict[Any, Any]]:
        """A metric's table, computed apart from the page."""
        return METRICS[metric](self.view).to_dict("records")


@pytest.fixture(scope="module", params=VIEWS)
def overview(request: pytest.FixtureRequest, office: Office) -> Overview:
    """The overview with each choice of filters."""
    month, section, with_supporting = request.param
    app = opened("overview", month=str(month), section=section or "all", roles="all" if with_supporting else "lead")
    plan = opening.plans(office.store)[0]
    snapshot = looking.snapshot(office.store, plan)
    return Overview(app, View(year_of(snapshot, opening.office_day(office.store)), month, section, with_supporting))


def test_the_headline_is_what_the_metrics_say(overview: Overview) -> None:
    completion, reporting = overview.rows("completion")[0], overview.rows("reporting")[0]
    assert [numbers(metric.delta) for metric in overview.app.metric[:4]] == [
        [completion["completed"], completion["applicable"]],
        [reporting["on_time"] + reporting["late"], reporting["due"]],
        [reporting["on_time"], reporting["due"]],
        [reporting["due"]],
    ]
    assert numbers(overview.app.metric[3].value) == [reporting["missing"]]


def test_the_whole_offices_headline_counts_the_measures_without_an_outcome(overview: Overview) -> None:
    gaps = [row["gap"] for row in overview.rows("gaps")]
    shown = [[*numbers(metric.value), *numbers(metric.delta)] for metric in overview.app.metric[4:]]
    of_indicators = sum(row["measures"] for row in overview.rows("completion_by_indicator"))
    expected = [gaps.count("no_outcome"), of_indicators, gaps.count("unconfirmed")]
    assert shown == ([] if overview.view.section else [expected])


@pytest.mark.parametrize(
    ("place", "metric", "columns"),
    [
        (0, "completion_by_indicator", ("completed", "in_progress", "not_started", "applicable")),
        (1, "completion_by_section", ("completed", "in_progress", "not_started", "applicable")),
        (2, "follow_up_by_month", ("completed", "applicable", "on_time", "late", "missing", "due")),
    ],
)
def test_the_table_under_a_chart_holds_the_metrics_numbers(
    overview: Overview, place: int, metric: str, columns: tuple[str, ...]
) -> None:
    headers, *shown = tables(overview.app)[place]
    places = [headers.index(words("column")[column]) for column in columns]
    expected = [[f"{row[column]:,.0f}" for column in columns] for row in overview.rows(metric)]
    assert [[row[place] for place in places] for row in shown] == expected


@pytest.mark.parametrize(
    ("chart", "mark", "title", "choice"),
    [
        ("completion_by_indicator", 4, "Indicators", ("indicator", "4")),
        ("completion_by_section", ENFORCEMENT, "Sections", ("section", ENFORCEMENT)),
        ("follow_up_by_month", 3, "Months", ("month", "3")),
    ],
)
def test_a_click_on_a_chart_leads_to_what_is_behind_the_mark(
    chart: str, mark: object, title: str, choice: tuple[str, str]
) -> None:
    app = click(reached("overview"), chart, mark)
    assert not app.exception
    assert app.title[0].value.startswith(_(title))
    assert choice in app.query_params.items()


def numbers(text: str) -> list[int]:
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)]
