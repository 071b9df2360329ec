"""Making next year's plan from this year's, on both databases."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine

from ita_data import store
from ita_data.metrics import METRICS, View, year_of
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Action
from ita_data.model.errors import CodesUnclear, NotFound, StaleChanges
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.rollover import rolled_over
from ita_data.model.records import Assignment, Records, Role
from ita_data.services import editing, history, looking, opening, rollover, undoing
from tests.databases import Databases
from tests.metrics.strategies import plans
from tests.offices import COORDINATOR, bring_report
from tests.services.office import OFFICE, PLAN, plan
from tests.store import office
from tests.store.dumps import dump

OTHER = Actor("หัวหน้าฝ่ายปกครอง", ActorRole.SECTION_STAFF, "ฝ่ายปกครอง")


def roll(engine: Engine, **answers: bool) -> int | None:
    batch = rollover.apply(engine, rollover.preview(engine, PLAN, **answers), COORDINATOR)
    return batch.id if batch else None


def edit_measure(engine: Engine) -> None:
    """Somebody words a measure of next year's plan anew."""
    before = plan(engine, 2569).measures[0]
    editing.save(engine, PlanName(OFFICE, 2569), [(before, replace(before, text="ข้อความใหม่ของปีใหม่"))], OTHER)


def test_next_years_plan_is_made_as_one_batch_with_its_history(engine: Engine) -> None:
    bring_report(engine)
    old = plan(engine)
    number = roll(engine)
    assert plan(engine, 2569) == rolled_over(old, {}).records
    assert plan(engine) == old
    batch = history.batches(engine)[0]
    assert (batch.id, batch.actor, batch.fiscal_year, batch.origin.layout) == (number, COORDINATOR, 2569, "rollover")


def test_the_old_year_keeps_its_figures_whatever_happens_to_the_new_plan(engine: Engine) -> None:
    bring_report(engine)
    before = figures(engine)
    roll(engine)
    edit_measure(engine)
    assert figures(engine) == before


def figures(engine: Engine) -> list[str]:
    """The figures of the old year as known on its last day."""
    view = View(year_of(looking.snapshot(engine, PLAN), date(2025, 9, 30)))
    return [METRICS[name](view).to_csv() for name in ("completion_by_indicator", "reporting_by_month")]


def test_a_preview_writes_nothing(engine: Engine) -> None:
    bring_report(engine)
    before = dump(engine)
    rollover.preview(engine, PLAN)
    assert dump(engine) == before


@given(plans())
@settings(
    deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_doing_it_twice_changes_nothing_and_an_undo_restores_the_dump(databases: Databases, old: Records) -> None:
    with databases.migrated() as address:
        engine = store.engine_for(address)
        office.write(engine, office.plan(old))
        before = dump(engine)
        first = rollover.apply(engine, rollover.preview(engine, old.plan), COORDINATOR)
        for overwrites in (False, True):
            assert not rollover.preview(engine, old.plan, {}, overwrites).changes.writes
        undoing.undo(engine, first.id, COORDINATOR)
        assert dump(engine) == before
        engine.dispose()


def test_what_next_years_plan_holds_already_stays_and_is_shown(engine: Engine) -> None:
    bring_report(engine)
    roll(engine)
    edit_measure(engine)
    found = rollover.preview(engine, PLAN)
    assert not found.changes.writes
    assert [change.record.key for change in found.kept] == [("1.1",)]
    assert roll(engine) is None


def test_it_is_overwritten_only_where_somebody_asks_for_it(engine: Engine) -> None:
    bring_report(engine)
    roll(engine)
    edit_measure(engine)
    assert roll(engine, overwrites=True)
    assert plan(engine, 2569).measures[0].text == plan(engine).measures[0].text


def test_a_section_that_somebody_else_named_for_a_measure_of_the_new_year_stays(engine: Engine) -> None:
    bring_report(engine)
    roll(engine)
    old = plan(engine, 2569).assignments[0]
    new = Assignment(old.measure, "ฝ่ายโยธา", Role.LEAD)
    editing.save(engine, PlanName(OFFICE, 2569), [(old, None), (None, new)], OTHER)
    found = rollover.preview(engine, PLAN)
    assert not found.changes.writes
    assert {change.action for change in found.kept} == {Action.ADDED, Action.REMOVED}


def test_what_a_plan_of_next_year_lacks_is_added_to_it(engine: Engine) -> None:
    bring_report(engine)
    roll(engine)
    gone = plan(engine, 2569).assignments[0]
    measure = next(each for each in plan(engine, 2569).measures if each.code == gone.measure)
    mine = [each for each in plan(engine, 2569).assignments if each.measure == measure.code]
    editing.save(engine, PlanName(OFFICE, 2569), [(each, None) for each in [*mine, measure]], OTHER)
    assert roll(engine)
    assert plan(engine, 2569) == rolled_over(plan(engine), {}).records


def test_a_year_that_has_no_plan_and_codes_that_collide_are_refused(engine: Engine) -> None:
    bring_report(engine)
    with pytest.raises(NotFound):
        rollover.preview(engine, PlanName(OFFICE, 2570))
    with pytest.raises(CodesUnclear):
        rollover.preview(engine, PLAN, {"I1": "I2"})
    assert [name.fiscal_year for name in opening.plans(engine)] == [2568]


def test_it_is_refused_where_somebody_wrote_since_the_preview(engine: Engine) -> None:
    bring_report(engine)
    found = rollover.preview(engine, PLAN)
    before = plan(engine).measures[0]
    editing.save(engine, PLAN, [(before, replace(before, text="แก้ไข"))], OTHER)
    with pytest.raises(StaleChanges):
        rollover.apply(engine, found, COORDINATOR)


def test_a_section_that_ended_goes_to_no_measure_of_the_new_year(engine: Engine) -> None:
    bring_report(engine)
    before = plan(engine).sections[0]
    editing.save(engine, PLAN, [(before, replace(before, ends_on=date(2025, 9, 30)))], OTHER)
    roll(engine)
    assert before.name not in {each.section for each in plan(engine, 2569).assignments}
    assert before.name in {each.section for each in plan(engine).assignments}


def test_a_measure_that_got_another_number_in_the_new_year_is_still_the_one_it_carries_on(engine: Engine) -> None:
    bring_report(engine)
    roll(engine)
    first, second, *_others = plan(engine, 2569).measures
    swapped = [(first, replace(first, code=second.code)), (second, replace(second, code=first.code))]
    editing.save(engine, PlanName(OFFICE, 2569), swapped, OTHER)
    assert not rollover.preview(engine, PLAN).changes.writes
    roll(engine, overwrites=True)
    assert {each.comes_from: each.text for each in plan(engine, 2569).measures} == {
        each.code: each.text for each in plan(engine).measures
    }
