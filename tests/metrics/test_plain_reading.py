"""Metrics beside plain loops over the same rows, for any plan, day and view."""

from dataclasses import replace

import pandas as pd
from hypothesis import given, settings

from ita_data.metrics import View, expected_cells, rounds_by_measure, year_of
from ita_data.snapshot import Snapshot
from tests.metrics import plain_reading
from tests.metrics.strategies import looks

unhurried = settings(deadline=None, max_examples=15)
unhurried_and_few = settings(deadline=None, max_examples=8)


@unhurried
@given(looks())
def test_the_expected_cells_are_those_that_plain_loops_find(look: tuple[Snapshot, View]) -> None:
    snapshot, view = look
    cells = expected_cells(view)
    found = {(cell.measure, cell.section, cell.month): cell.state for cell in cells.itertuples()}

    assert found == plain_reading.expected_cells(snapshot, view)
    assert len(found) == len(cells)


@unhurried
@given(looks())
def test_the_office_statuses_are_those_that_plain_loops_find(look: tuple[Snapshot, View]) -> None:
    snapshot, view = look

    for row in view.office_statuses.itertuples():
        assert said(row) == plain_reading.status(snapshot, view, row.measure, row.month)


@unhurried
@given(looks())
def test_a_sections_statuses_are_those_that_plain_loops_find(look: tuple[Snapshot, View]) -> None:
    snapshot, view = look
    rows = view.section_statuses

    for row in rows.itertuples():
        assert said(row) == plain_reading.own_status(snapshot, view, row.measure, row.month, row.section)
        assert plain_reading.is_held_by(snapshot, row.measure, row.section, row.month)
    assert not rows.duplicated(["measure", "section", "month"]).any()


@unhurried_and_few
@given(looks())
def test_at_the_same_age_each_month_is_as_it_was_so_many_days_after_its_due_date(look: tuple[Snapshot, View]) -> None:
    snapshot, view = look
    due_on = dict(snapshot.months[["month", "due_on"]].values)
    age = view.as_of - due_on[view.month]

    for month in {1, (1 + view.month) // 2, view.month}:
        then = replace(view, year=year_of(snapshot, min(view.as_of, due_on[month] + age)))
        of_month = [cell for cell in plain_reading.expected_cells(snapshot, then).items() if cell[0][2] == month]
        cells = view.at_same_age.cells
        cells = cells[cells["month"] == month]
        assert dict(of_month) == {(cell.measure, cell.section, cell.month): cell.state for cell in cells.itertuples()}
        statuses = view.at_same_age.office_statuses
        for row in statuses[statuses["month"] == month].itertuples():
            assert said(row) == plain_reading.status(snapshot, then, row.measure, month)


@unhurried
@given(looks())
def test_the_rounds_are_those_that_plain_loops_find(look: tuple[Snapshot, View]) -> None:
    snapshot, view = look
    found = {row.measure: (row.done, row.due, row.rounds) for row in rounds_by_measure(view).itertuples()}

    assert found == {measure: plain_reading.rounds(snapshot, view, measure) for measure in found}


def said(row: tuple[object, ...]) -> tuple[str, float | None, bool]:
    progress = None if pd.isna(row.progress) else row.progress
    return row.status, progress, row.is_unconfirmed
