"""Looking at what the store holds."""

from datetime import date

import pytest

from ita_data.model.errors import NotFound
from ita_data.model.plan_name import PlanName
from ita_data.model.rules import Rules
from ita_data.services import history, importing, looking, opening
from ita_data.services.opening import Store
from tests.offices import bring_report, change_rules
from tests.services.office import OFFICE, STAFF, plan, preview_month


def test_a_plan_or_batch_that_is_not_there_is_not_found(engine: Store) -> None:
    with pytest.raises(NotFound):
        history.changes_of(engine, 1)
    assert opening.revision(engine) == 0


def test_two_fiscal_years_stand_side_by_side(engine: Store) -> None:
    bring_report(engine, 2568)
    bring_report(engine, 2569)
    assert [name.fiscal_year for name in opening.plans(engine)] == [2568, 2569]
    importing.apply(engine, preview_month(engine), STAFF)
    change_rules(engine, PlanName(OFFICE, 2569), Rules(due_day=7), STAFF)
    assert [len(plan(engine, year).reviews) for year in (2568, 2569)] == [1, 0]
    assert [plan(engine, year).rules[0].due_day for year in (2568, 2569)] == [5, 7]
    snapshots = [looking.snapshot(engine, PlanName(OFFICE, year)) for year in (2568, 2569)]
    assert [snapshot.months["due_on"].iloc[0] for snapshot in snapshots] == [date(2024, 11, 5), date(2025, 11, 7)]
    assert {snapshot.revision for snapshot in snapshots} == {opening.revision(engine)}
