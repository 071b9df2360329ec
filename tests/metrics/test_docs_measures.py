"""The worked examples of docs/metrics.md, worked by the functions: what becomes of one measure."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.metrics import METRICS, View, completion, expected_cells, measure_status, year_of
from ita_data.model.pace import Targets, pace_of, targets_of
from ita_data.model.records import Assignment, Exemption, LinkState, Record, Role
from ita_data.model.states import Status
from tests.metrics.worked_examples import DASH, MONTHS, SECTION, Row, coded, day, names, number, rows_of, span, written
from tests.plans import lead, link, measure, outcome, plan_of, review


def owing(row: Row) -> list[str]:
    """The months until March that owe a report of the one measure that a row of the table is about."""
    final_from_month = None if row["final from"] == DASH else number(row["final from"])
    plan = [replace(measure("1.1"), final_from_month=final_from_month), lead("1.1", SECTION.name)]
    plan += [
        review("1.1", SECTION.name, number(month), status=Status(coded(row[month])))
        for month in ("Oct", "Nov", "Dec", "Jan")
        if row[month] != DASH
    ]
    if row["link"] != DASH:
        plan += [outcome("1.1", "2024-11-15"), link("1.1", "1.1", LinkState(row["link"]))]
    cells = expected_cells(View(year_of(plan_of(SECTION, *plan), date(2025, 9, 30)), number("Mar")))
    return [MONTHS[month - 1] for month in cells["month"]]


def voted(row: Row) -> View:
    """A plan of the one measure that a row of the table of votes is about."""
    spans = {"leads": (None, None), "supports": (None, None), "until Dec": (None, 3), "from Jan": (4, None)}
    plan: list[Record] = []
    for name, said in (("ฝ่ายปกครอง", row["says"]), ("ฝ่ายโยธา", row["the other says"])):
        role = Role.SUPPORTING if row[name] == "supports" else Role.LEAD
        plan.append(Assignment("1.1", name, role, *spans[row[name]]))
        if said != DASH:
            plan.append(review("1.1", name, 3 if row[name] == "until Dec" else 4, status=Status(coded(said))))
    if row["link"] != DASH:
        plan += [outcome("1.1", "2024-11-15"), link("1.1", "1.1", LinkState(row["link"]))]
    return View(year_of(plan_of(measure("1.1"), *plan), date(2025, 9, 30)), number("Jan"))


@pytest.mark.parametrize("row", rows_of("votes"), ids=lambda row: " · ".join(row.values()))
def test_what_the_votes_of_lead_sections_make_of_a_measure(row: Row) -> None:
    assert measure_status(voted(row))["status"].tolist() == [coded(row["status"])]


def exempt(row: Row) -> View:
    """A plan of the one measure that a row of the table is about."""
    first, last = span(row["exempt"])
    months = range(first, last + 1) if first else ()
    plan = [Exemption("1.1", SECTION.name, month, "ปิดปรับปรุงสำนักงาน", day(row["decided on"])) for month in months]
    if row["Oct"] != DASH:
        plan.append(review("1.1", SECTION.name, 1, status=Status(coded(row["Oct"]))))
    if row["link"] != DASH:
        plan += [outcome("1.1", "2024-11-15"), link("1.1", "1.1", LinkState(row["link"]))]
    snapshot = plan_of(SECTION, measure("1.1"), lead("1.1", SECTION.name), *plan)
    return View(year_of(snapshot, day(row["seen on"])), number("Dec"))


@pytest.mark.parametrize("row", rows_of("exempt_all_year"), ids=lambda row: " · ".join(row.values()))
def test_what_is_exempt_all_year_is_in_no_denominator(row: Row) -> None:
    view = exempt(row)

    assert measure_status(view)["status"].tolist() == [coded(row["status"])]
    assert completion(view)["applicable"].tolist() == [int(row["applicable"])]


def retired_plan(row: Row) -> View:
    """The one measure that a row of the table is about, up to March."""
    from_month = None if row["retired from"] == DASH else number(row["retired from"])
    plan = [replace(measure("1.1"), retired_from_month=from_month), lead("1.1", SECTION.name)]
    plan += [
        review("1.1", SECTION.name, number(month), status=Status(coded(row[month])))
        for month in ("Oct", "Nov", "Dec")
        if row[month] != DASH
    ]
    return View(year_of(plan_of(SECTION, *plan), date(2025, 9, 30)), number("Mar"))


def targets_by(cell: str) -> Targets:
    """The targets of "Dec 30, Mar 60"."""
    given = {number(month): int(percent) for month, percent in map(str.split, names(cell))}
    return targets_of(given.get(number(month)) for month in MONTHS)


@pytest.mark.parametrize("row", rows_of("final"), ids=lambda row: " · ".join(row.values()))
def test_what_a_completed_measure_owes(row: Row) -> None:
    assert owing(row) == names(row["owes"])


@pytest.mark.parametrize("row", rows_of("retired"), ids=lambda row: " · ".join(row.values()))
def test_what_a_retired_measure_owes(row: Row) -> None:
    view = retired_plan(row)
    by_month = METRICS["completion_by_month"](view)
    applicable = by_month.loc[by_month["applicable"] == 1, "month"]

    assert [MONTHS[month - 1] for month in expected_cells(view)["month"]] == names(row["owes"])
    assert [MONTHS[month - 1] for month in applicable] == names(row["applicable in"])


@pytest.mark.parametrize("row", rows_of("pace_of"), ids=lambda row: " · ".join(row.values()))
def test_where_completion_should_stand(row: Row) -> None:
    pace = pace_of(targets_by(row["targets"]), number(row["starts in"]), number(row["month"]))

    assert written(pace.share, "pace") == row["pace"]
    assert ("target" if pace.is_target else "time") == row["by"]
