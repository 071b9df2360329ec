"""The worked examples of docs/metrics.md, worked by the functions: the metrics, the days and the scores."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ita_data.metrics import METRICS, View, closing_day, month_to_report, opening_month, year_of
from ita_data.model.decisions import Order
from ita_data.model.known import known_on
from ita_data.model.news import days_since_last_meeting
from ita_data.model.periods import FiscalMonth, due_date
from ita_data.model.rules import Rules
from ita_data.model.scores import INSTRUMENTS, band_of, from_weighted, published, weighted_total
from tests.metrics.worked_examples import (
    DASH,
    EXAMPLES,
    OFFICE,
    SECTION,
    Example,
    Row,
    as_written,
    day,
    number,
    rows_of,
    view_of,
)
from tests.plans import HOLIDAYS, plan_of


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_has_a_worked_example(name: str) -> None:
    assert name in {example.name for example in EXAMPLES}


@pytest.mark.parametrize(
    "example", [example for example in EXAMPLES if example.name in METRICS], ids=lambda example: example.name
)
def test_a_worked_example_is_what_the_metric_says(example: Example) -> None:
    table = METRICS[example.name](view_of(example.words))
    rows = as_written(table, list(example.rows[0]))

    assert example.rows == (rows if example.is_whole else [row for row in rows if row in example.rows])


@pytest.mark.parametrize("row", rows_of("opening_month"), ids=lambda row: " · ".join(row.values()))
def test_the_month_on_which_a_page_opens(row: Row) -> None:
    plan = plan_of(rules=Rules(starts_in_month=number(row["follow-up starts in"])))

    assert opening_month(plan, day(row["today"])) == number(row["opens on"])


@pytest.mark.parametrize("row", rows_of("month_to_report"), ids=lambda row: row["today"])
def test_the_month_that_a_section_is_to_report_now(row: Row) -> None:
    view = View(year_of(OFFICE, day(row["today"])), section=SECTION.name, with_supporting=True)

    assert month_to_report(view) == number(row["opens on"])


@pytest.mark.parametrize("row", rows_of("days_since_last_meeting"), ids=lambda row: f"{row['month']} {row['seen on']}")
def test_the_days_since_the_last_meeting(row: Row) -> None:
    month, seen_on = FiscalMonth(2568, number(row["month"])), day(row["seen on"])
    meetings = {FiscalMonth(2568, 3): date(2025, 1, 9), FiscalMonth(2568, 4): date(2025, 2, 12)}
    known = {each: held_on for each, held_on in meetings.items() if held_on <= seen_on}
    last_due_on = due_date(month.previous, 5, HOLIDAYS)

    expected = day(row["new is what came after"]), day(row["up to"])
    assert days_since_last_meeting(month, seen_on, known, last_due_on) == expected


@pytest.mark.parametrize("row", rows_of("order"), ids=lambda row: row["seen on"])
def test_an_order_as_of_a_past_day(row: Row) -> None:
    given_on, closed_on = date(2024, 12, 10), date(2025, 4, 2)
    given = Order(1, 2, SECTION.name, None, "ส่งให้ครบ", date(2024, 12, 31), given_on, "ผอ.เขต", "ครบแล้ว", closed_on)
    found = [order.answer for order in known_on([given], day(row["seen on"]))]

    assert row["is"] == {"": "open", "ครบแล้ว": "closed"}[found[0]] if found else row["is"] == "not given"


@pytest.mark.parametrize("row", rows_of("closing_day"), ids=lambda row: row["looked at on"])
def test_the_day_as_of_which_a_year_stands_beside_another_one(row: Row) -> None:
    assert closing_day(OFFICE, day(row["looked at on"])) == day(row["as known on"])


def points_of(row: Row) -> dict[str, Decimal]:
    return {name: Decimal(row[name]) for name in INSTRUMENTS if row[name] != DASH}


def come_to(points: dict[str, Decimal]) -> list[str]:
    """The total and the band as the page writes them."""
    total, band = weighted_total(points), band_of(2567, points)
    return [DASH if total is None else str(total), band or DASH]


@pytest.mark.parametrize("row", rows_of("band_of"), ids=lambda row: " · ".join(row.values()))
def test_the_band_of_a_years_scores(row: Row) -> None:
    assert come_to(points_of(row)) == [row["total"], row["band"]]


@pytest.mark.parametrize("row", rows_of("from_weighted"), ids=lambda row: " · ".join(row.values()))
def test_the_points_of_100_behind_weighted_ones(row: Row) -> None:
    points = from_weighted(points_of(row))
    assert [str(published(points[name])) for name in INSTRUMENTS] == [row[f"{name} of 100"] for name in INSTRUMENTS]
    assert come_to(points) == [row["total"], row["band"]]


def test_every_introduced_table_of_the_page_is_tested() -> None:
    tests = (path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    asked_for = {name for test in tests for name in re.findall(r'rows_of\("(\w+)"\)', test)}

    assert {example.name for example in EXAMPLES} == METRICS.keys() | asked_for
