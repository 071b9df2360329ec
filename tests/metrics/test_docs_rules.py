"""The worked examples of docs/metrics.md, worked by the functions: what is expected, and when."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ita_data.metrics import View, expected_cells, year_of
from ita_data.metrics.asking import asking_of
from ita_data.metrics.shifts import shifts
from ita_data.model.cadence import Cadence, due_months
from ita_data.model.changes import Action, Change
from ita_data.model.closing import closed_cells
from ita_data.model.decisions import Closing
from ita_data.model.due import due_on
from ita_data.model.periods import FiscalMonth
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Assignment, Exemption, Review, Role
from ita_data.model.rules import Holiday, Rules, rules_in
from ita_data.model.states import CellState, Status, cell_state
from tests.metrics.worked_examples import (
    DASH,
    MONTHS,
    OFFICE,
    SECTION,
    Row,
    coded,
    day,
    names,
    number,
    office,
    rows_of,
    span,
)
from tests.plans import ADMINISTRATION, HOLIDAYS, WORKS, lead, measure, plan_of, records_of, review, supporting

DECEMBER = Closing(3, date(2025, 1, 7), "ผอ.เขต", 1, "{}", "")
"""The months until December are closed."""


def truth(row: Row) -> str:
    """The state of the one cell that a row of the truth table is about."""
    cadence, _, named = row["followed up"].partition(" in ")
    first_month, last_month = span(row["active"])
    begun, day_of_change = re.fullmatch(r"(from|until|–) ?(.*)", row["section"]).groups()
    changes_on = day(day_of_change or DASH)
    month, status = number(row["month"]), row["status"]
    plan = [
        replace(
            SECTION, begins_on=changes_on if begun == "from" else None, ends_on=changes_on if begun == "until" else None
        ),
        replace(
            measure("1.1", Cadence(coded(cadence)), number(named) if named else None),
            first_month=first_month,
            last_month=last_month,
        ),
        Assignment("1.1", SECTION.name, Role.LEAD, *span(row["assigned"])),
    ]
    if row["received on"] != DASH:
        plan.append(received(month, Status(coded(status)), row["received on"], row["corrected on"]))
    if decided_on := day(row["exempt from"]):
        plan.append(Exemption("1.1", SECTION.name, month, "ปิดปรับปรุงสำนักงาน", decided_on))
    cells = expected_cells(View(year_of(plan_of(*plan), day(row["seen on"]))))
    states = cells.loc[cells["month"] == month, "state"].tolist()
    return state_of(CellState(states[0]) if states else None)


def received(month: int, status: Status, first: str, corrected: str) -> Review:
    """The stored review of a cell after all that was sent for it."""
    sent = review("1.1", SECTION.name, month, day(first).isoformat(), status)
    if corrected == DASH:
        return sent
    stored = records_of(replace(sent, status=Status.IN_PROGRESS))
    again = records_of(replace(sent, received_on=day(corrected)))
    return next(change.after for change in changes_of(stored, again, 0).changes if change.record.kind == Review.kind)


@pytest.mark.parametrize("row", rows_of("truth"), ids=lambda row: " · ".join(row.values()))
def test_every_row_of_the_truth_table_holds(row: Row) -> None:
    assert truth(row) == row["state"]


@pytest.mark.parametrize("row", rows_of("due_months"), ids=lambda row: row["followed up"])
def test_the_months_of_each_cadence(row: Row) -> None:
    months = [MONTHS[month - 1] for month in due_months(Cadence(coded(row["followed up"])))]

    assert names(row["months"]) == months


@pytest.mark.parametrize("row", rows_of("due_date"), ids=lambda row: f"{row['due day']} {row['month']}")
def test_the_due_date_of_a_month(row: Row) -> None:
    plan = plan_of(rules=Rules(due_day=int(row["due day"])))
    due_dates = dict(plan.months[["month", "due_on"]].values)

    assert day(row["due on"]) == due_dates[number(row["month"])]


@pytest.mark.parametrize("row", rows_of("due_on"), ids=lambda row: " · ".join(row.values()))
def test_the_due_date_by_another_due_day_and_a_holiday_of_the_office(row: Row) -> None:
    records = records_of(Holiday(date(2025, 1, 6), "วันหยุดพิเศษ"), rules=Rules(int(row["due day"])))

    assert due_on(records, FiscalMonth(2568, number(row["month"])), HOLIDAYS) == day(row["due on"])


@pytest.mark.parametrize("row", rows_of("rules_in"), ids=lambda row: row["month"])
def test_rules_hold_from_a_month_on(row: Row) -> None:
    rules, month = (Rules(), Rules(10, expects_supporting=True, from_month=4)), number(row["month"])
    plan = plan_of(measure("1.1"), lead("1.1", ADMINISTRATION), supporting("1.1", WORKS), rules=rules)
    cells = expected_cells(View(year_of(plan, date(2025, 9, 30)), with_supporting=True))
    cells = cells[cells["month"] == month]

    assert MONTHS[rules_in(rules, month).from_month - 1] == row["rules from"]
    assert set(cells["due_on"]) == {day(row["due on"])}
    assert cells["section"].tolist() == names(row["owed by"])


@pytest.mark.parametrize("row", rows_of("starts_in"), ids=lambda row: " · ".join(row.values()))
def test_nothing_is_expected_before_the_follow_up_starts(row: Row) -> None:
    rules = Rules(starts_in_month=number(row["follow-up starts in"]))
    plan = plan_of(measure("1.1", Cadence(coded(row["followed up"]))), lead("1.1", ADMINISTRATION), rules=rules)
    cells = expected_cells(View(year_of(plan, date(2025, 10, 30))))

    assert [MONTHS[month - 1] for month in cells["month"]] == names(row["owed for"])


@pytest.mark.parametrize("row", rows_of("asking_of"), ids=lambda row: " · ".join(row.values()))
def test_what_a_plan_asks_for(row: Row) -> None:
    supports = row["supporting sections"] == "yes"
    rules = Rules(expects_supporting=supports, starts_in_month=number(row["follow-up starts in"]))
    codes = ("1.1", "1.2", "1.3")
    plan = plan_of(
        *map(measure, codes),
        measure("1.4", Cadence.QUARTERLY),
        *(lead(code, ADMINISTRATION) for code in (*codes, "1.4")),
        *(supporting(code, WORKS) for code in codes[:2]),
        rules=rules,
    )
    asking = asking_of(year_of(plan, date(2024, 12, 10)))

    assert (asking.reports, asking.in_year) == (int(row["a usual month"]), int(row["in the year"]))
    assert (asking.sections, asking.missing) == (int(row["sections"]), int(row["missing"]))


@pytest.mark.parametrize("row", rows_of("changed_days"), ids=lambda row: " · ".join(row.values()))
def test_the_closed_months_that_the_days_of_a_section_change(row: Row) -> None:
    sides = [
        replace(SECTION, begins_on=day(row[f"{side} there from"]), ends_on=day(row[f"{side} there until"]))
        for side in ("was", "is")
    ]
    stored = replace(records_of(lead("1.1", SECTION.name)), closings=(DECEMBER,))

    cells = closed_cells([Change(Action.CHANGED, *sides)], stored)

    assert [MONTHS[month - 1] for _section, month in cells] == names(row["closed months that change"])


@pytest.mark.parametrize("row", rows_of("moved_due_dates"), ids=lambda row: row["holiday"])
def test_the_closed_months_whose_due_date_a_holiday_moves(row: Row) -> None:
    holiday = Holiday(day(row["holiday"]), "วันหยุดพิเศษ")
    without = replace(records_of(), closings=(DECEMBER,))
    entered = closed_cells([Change(Action.ADDED, None, holiday)], without, HOLIDAYS)
    taken_away = closed_cells([Change(Action.REMOVED, holiday, None)], replace(without, holidays=(holiday,)), HOLIDAYS)

    assert entered == taken_away
    assert [MONTHS[month - 1] for _section, month in entered] == names(row["closed months that change"])


@pytest.mark.parametrize("row", rows_of("shifts"), ids=lambda row: " · ".join(row.values()))
def test_what_a_change_of_the_rules_shifts(row: Row) -> None:
    starts_in_month, supports = number(row["follow-up starts in"]), row["supporting sections"] == "yes"
    rules = Rules(int(row["due day"]), expects_supporting=supports, starts_in_month=starts_in_month)
    seen_on = date(2025, 1, 10)
    found = shifts(year_of(OFFICE, seen_on), year_of(plan_of(*office(), rules=rules), seen_on))
    told = [f"{each.number} from {state_of(each.before)} to {state_of(each.after)}" for each in found]

    assert sorted(told) == sorted(names(row["what changes"]))


def state_of(state: CellState | None) -> str:
    """A state as the page writes it."""
    return state.replace("_", " ") if state else "not expected"


@pytest.mark.parametrize("row", rows_of("cell_state"), ids=lambda row: row["state"])
def test_the_state_of_a_cell(row: Row) -> None:
    status = None if row["status"] == DASH else Status(coded(row["status"]))

    assert cell_state(day(row["seen on"]), day(row["due on"]), day(row["received on"]), status) == coded(row["state"])
