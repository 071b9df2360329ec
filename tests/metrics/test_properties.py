"""What holds for every plan, whatever day one looks at it."""

from dataclasses import replace
from datetime import date

import pandas as pd
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from ita_data.metrics import (
    METRICS,
    View,
    completion,
    completion_by_indicator,
    completion_by_initiative,
    completion_by_section_and_month,
    expected_cells,
    measure_status,
    month_to_report,
    opening_month,
    overdue,
    pace_by_month,
    reporting,
    reporting_by_measure_and_month,
    reporting_by_month,
    reporting_by_section,
    rounds,
    rounds_by_indicator,
    rounds_by_measure,
    year_of,
)
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Exemption, Records
from ita_data.model.states import CellState, Status
from ita_data.snapshot import Snapshot, snapshot_of
from tests.metrics.strategies import days, looks, months, plans, views
from tests.plans import HOLIDAYS, SECTIONS

STATES = [state.value for state in CellState]
unhurried = settings(deadline=None, max_examples=15)
unhurried_and_few = settings(deadline=None, max_examples=8)


@unhurried
@given(views())
def test_leads_and_supporting_sections_add_up_to_the_whole(view: View) -> None:
    for metric in METRICS:
        if metric.startswith("reporting"):
            table = METRICS[metric](view)
            assert (table["lead_received"] + table["supporting_received"] == table["received"]).all()
            assert (table["lead_due"] + table["supporting_due"] == table["due"]).all()


@unhurried
@given(views())
def test_rates_stay_in_their_order(view: View) -> None:
    for metric in METRICS:
        if metric.startswith("reporting"):
            table = METRICS[metric](view)
            due = table[table["due"] > 0]
            assert (due["on_time_rate"] <= due["reporting_rate"]).all()
            assert due["reporting_rate"].between(0, 1).all()
            assert table.loc[table["due"] == 0, ["on_time_rate", "reporting_rate"]].isna().all(axis=None)


@unhurried
@given(views())
def test_states_add_up_to_the_expected_cells(view: View) -> None:
    for metric in METRICS:
        if metric.startswith("reporting"):
            table = METRICS[metric](view)
            assert (table[STATES].sum(axis="columns") == table["expected"]).all()
            assert (table[["on_time", "late", "missing"]].sum(axis="columns") == table["due"]).all()
    assert reporting(view)["expected"].tolist() == [len(expected_cells(view))]


@unhurried
@given(views())
def test_nothing_whose_due_date_lies_ahead_is_a_fault(view: View) -> None:
    cells = expected_cells(view)
    ahead = {cell.state for cell in cells.itertuples() if cell.due_on >= view.as_of}

    assert ahead.isdisjoint({"missing", "late"})
    assert (overdue(view)["days_overdue"] > 0).all()


@unhurried
@given(looks())
def test_a_page_opens_on_the_last_month_whose_due_date_has_passed_or_where_it_begins(
    look: tuple[Snapshot, View],
) -> None:
    snapshot, view = look
    due_on = dict(snapshot.months[["month", "due_on"]].values.tolist())
    month = opening_month(snapshot, view.as_of)

    starts_in = {rules.starts_in_month for rules in snapshot.rules}
    assert month in {1, *starts_in} or due_on[month] < view.as_of
    assert month == 12 or due_on[month + 1] >= view.as_of


@unhurried
@given(views())
def test_the_month_to_report_has_begun_and_nothing_waits_in_time_before_it(view: View) -> None:
    month = month_to_report(view)
    waiting = [cell for cell in expected_cells(replace(view, month=12)).itertuples() if cell.state == "not_yet_due"]
    of_the_view = FiscalMonth(view.year.fiscal_year, month)

    assert month == 1 or of_the_view.first_day <= view.as_of
    assert all(cell.month >= month for cell in waiting)


@unhurried
@given(views())
def test_days_overdue_stop_at_the_end_of_the_year(view: View) -> None:
    last_day = date(2025, 10, 7)  # September's reports are due on the day before
    days = overdue(view)

    assert all(row.days_overdue <= (last_day - row.due_on).days for row in days.itertuples())
    assert sorted(days["days_overdue"]) == sorted(
        row.days for row in METRICS["states"](view).itertuples() if row.state == "missing"
    )


@unhurried
@given(views())
def test_sections_months_and_measures_add_up_to_the_office(view: View) -> None:
    counts = ["expected", *STATES, "due"]
    total = reporting(view)[counts].iloc[0]

    assert_same(reporting_by_section(view)[counts].sum(), total)
    assert_same(reporting_by_month(view)[counts].sum(), total)
    assert_same(reporting_by_measure_and_month(view)[counts].sum(), total)


@unhurried_and_few
@given(views())
def test_each_sections_own_view_is_its_row_of_the_office(view: View) -> None:
    office = replace(view, section=None)

    for metric in ("reporting_by_section", "completion_by_section", "completion_by_section_and_month"):
        own = [METRICS[metric](replace(view, section=name)) for name in SECTIONS]
        assert_frame_equal(pd.concat(own, ignore_index=True), METRICS[metric](office))


@unhurried
@given(views())
def test_every_measure_counts_once_in_the_office(view: View) -> None:
    office = replace(view, section=None)
    groups = [completion_by_indicator(office), completion_by_initiative(office)]
    total = completion(office)

    assert total["measures"].tolist() == [len(office.measures)]
    for column in ("measures", "completed", "unconfirmed", "in_progress", "not_started", "not_applicable"):
        assert sum(group[column].sum() for group in groups) == total[column].iloc[0]


@unhurried
@given(views())
def test_statuses_add_up_to_the_measures(view: View) -> None:
    for metric in METRICS:
        if metric.startswith("completion"):
            table = METRICS[metric](view)
            statuses = table[["completed", "in_progress", "not_started", "not_applicable"]]
            assert (statuses.sum(axis="columns") == table["measures"]).all()
            assert (table["unconfirmed"] <= table["completed"]).all()
            assert table["completion"].dropna().between(0, 1).all()
            assert table["progress"].dropna().between(0, 100).all()
            assert (table["completion"].isna() == (table["applicable"] == 0)).all()


@unhurried
@given(views())
def test_completion_counts_the_statuses_of_the_measures(view: View) -> None:
    statuses = measure_status(view)["status"].value_counts()
    total = completion(view).iloc[0]

    assert {status.value: total[status.value] for status in Status} == {
        status.value: statuses.get(status.value, 0) for status in Status
    }


@unhurried
@given(views())
def test_the_last_month_of_a_row_of_months_is_the_view_itself(view: View) -> None:
    by_month = completion_by_section_and_month(view)
    last = by_month[by_month["month"] == view.month].drop(columns="month").reset_index(drop=True)

    assert_frame_equal(last, METRICS["completion_by_section"](view))


@unhurried
@given(views(), months())
def test_how_far_one_looks_changes_no_earlier_month(view: View, month: int) -> None:
    assume(month <= view.month)
    sooner = replace(view, month=month)

    for metric in ("completion_by_month", "completion_by_section_and_month", "reporting_by_section_and_month"):
        later = METRICS[metric](view)
        assert_frame_equal(later[later["month"] <= month].reset_index(drop=True), METRICS[metric](sooner))


@unhurried
@given(views())
def test_no_more_rounds_are_done_than_there_are_and_indicators_add_up(view: View) -> None:
    table, office = rounds_by_measure(view), rounds(view).iloc[0]

    assert ((table["done"] <= table["due"]) & (table["due"] <= table["rounds"])).all()
    of_indicators = table[table["indicator"].notna()]
    for column in ("done", "due", "rounds"):
        assert office[column] == table[column].sum()
        assert rounds_by_indicator(view)[column].sum() == of_indicators[column].sum()


@unhurried
@given(views())
def test_the_pace_of_the_same_rules_never_falls_and_ends_at_the_whole_or_at_a_target(view: View) -> None:
    paces = pace_by_month(replace(view, month=12))
    by_rules = paces.groupby([view.year.rules_in(month).from_month for month in paces["month"]])["pace"]

    assert by_rules.is_monotonic_increasing.all()
    assert paces["pace"].between(0, 1).all()
    assert paces["pace"].iloc[-1] == 1 or paces["is_target"].iloc[-1]


@unhurried
@given(plans(), days())
def test_that_completion_is_final_adds_no_report_and_changes_no_status(records: Records, as_of: date) -> None:
    view, other = view_of(records, as_of), view_of(final_from(records, None), as_of)

    assert states(view).items() <= states(other).items()
    assert pace_by_month(view).equals(pace_by_month(other))
    assert_frame_equal(measure_status(view), measure_status(other))


@unhurried
@given(plans(), days(), months())
def test_what_is_final_from_a_month_on_leaves_the_months_before_as_they_were(
    records: Records, as_of: date, month: int
) -> None:
    final, never = (states(view_of(final_from(records, each), as_of)) for each in (month, None))

    assert {cell for cell in never if cell[2] < month} <= final.keys()


@unhurried_and_few
@given(plans(), st.data())
def test_exempting_a_cell_takes_it_and_nothing_else_out_of_the_denominators(
    records: Records, data: st.DataObject
) -> None:
    as_of, section = data.draw(days()), data.draw(st.sampled_from(SECTIONS))
    measure, month = data.draw(st.sampled_from(records.measures)).code, data.draw(months())
    exemption = Exemption(measure, section, month, "ปิดปรับปรุง", as_of)
    others = tuple(entry for entry in records.exemptions if entry.key != exemption.key)
    exempted = replace(records, exemptions=(*others, exemption))
    view, other = view_of(records, as_of), view_of(exempted, as_of)
    before, after = states(view), states(other)
    cell = (measure, section, month)

    assert before.keys() == after.keys()
    assert after.get(cell, "exempt") == "exempt"
    assert {name: state for name, state in after.items() if name != cell} == {
        name: state for name, state in before.items() if name != cell
    }
    assert_frame_equal(measure_status(view), measure_status(other))


@unhurried
@given(plans(), days(), st.data())
def test_a_correction_never_turns_a_cell_late(records: Records, as_of: date, data: st.DataObject) -> None:
    assume(records.reviews)
    # A correction to completed would end what the measure owes.
    records = final_from(records, None)
    review = data.draw(st.sampled_from(records.reviews))
    correction = replace(review, status=data.draw(st.sampled_from(Status)), progress=None, result="แก้ไข")
    corrected = tuple(correction if entry == review else entry for entry in records.reviews)
    before = states(view_of(records, as_of))
    after = states(view_of(replace(records, reviews=corrected), as_of))

    assert before.keys() == after.keys()
    assert all(before[cell] in ("late", "exempt") for cell, state in after.items() if state == "late")


@unhurried_and_few
@given(plans(), days(), st.data())
def test_the_order_of_the_records_changes_no_number(records: Records, as_of: date, data: st.DataObject) -> None:
    kinds = ("sections", "measures", "assignments", "outcomes", "links", "reviews", "exemptions")
    shuffled = {kind: tuple(data.draw(st.permutations(getattr(records, kind)))) for kind in kinds}
    view, other = view_of(records, as_of), view_of(replace(records, **shuffled), as_of)

    for metric in METRICS.values():
        assert_frame_equal(metric(view), metric(other))


def view_of(records: Records, as_of: date) -> View:
    return View(year_of(snapshot_of(records, HOLIDAYS), as_of), with_supporting=True)


def final_from(records: Records, month: int | None) -> Records:
    """The same plan, of which every completion is final from a month on, or none is."""
    return replace(records, measures=tuple(replace(each, final_from_month=month) for each in records.measures))


def states(view: View) -> dict[tuple[str, str, int], str]:
    return {(cell.measure, cell.section, cell.month): cell.state for cell in expected_cells(view).itertuples()}


def assert_same(left: pd.Series, right: pd.Series) -> None:
    assert left.to_dict() == right.to_dict()
