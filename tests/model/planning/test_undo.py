"""Undoing in plain values: what is restored, and what stands in the way."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Action, Batch, Blocker, Change, Origin
from ita_data.model.decisions import Order
from ita_data.model.errors import UndoBlocked
from ita_data.model.planning.undo import Written, changes_of_undo, standing
from ita_data.model.records import Assignment, Record, Records, Review, Role, Section
from ita_data.model.rules import Rules
from ita_data.model.states import Status
from tests.plans import WORKS, lead, link, measure, outcome, records_of, review

REVIEW = Review("1.1", WORKS, 1, Status.IN_PROGRESS, date(2024, 11, 4), 50.0, "ร่างแล้ว", note="เร่งรัด")
PLAN = records_of(measure("1.1"), measure("1.2"))


def added(record: Record) -> Change:
    return Change(Action.ADDED, None, record)


def removed(record: Record) -> Change:
    return Change(Action.REMOVED, record, None)


def changed(record: Record, **values: object) -> Change:
    return Change(Action.CHANGED, record, replace(record, **values))  # type: ignore[arg-type]


def with_records(*records: Record) -> Records:
    """The plan with more records of the kinds that it has none of."""
    return replace(PLAN, **{f"{records[0].kind}s": records})  # type: ignore[arg-type]


def undone(stored: Records, *changes: Change, later: tuple[Written, ...] = ()) -> tuple[Change, ...]:
    return changes_of_undo(changes, later, stored, 7).changes


def blockers(stored: Records, *changes: Change, later: tuple[Written, ...]) -> tuple[Blocker, ...]:
    with pytest.raises(UndoBlocked) as blocked:
        changes_of_undo(changes, later, stored, 7)
    return blocked.value.blockers


def test_an_added_record_goes() -> None:
    assert undone(with_records(REVIEW), added(REVIEW)) == (removed(REVIEW),)


def test_a_removed_record_comes_back() -> None:
    (assignment,) = lead("1.1", WORKS)
    assert undone(PLAN, removed(assignment)) == (added(assignment),)


def test_a_changed_record_gets_its_old_fields_back() -> None:
    change = changed(REVIEW, progress=80.0, result="ประกาศแล้ว")
    assert change.after is not None
    (back,) = undone(with_records(change.after), change)
    assert (back.before, back.after) == (change.after, REVIEW)


def test_a_later_change_to_another_field_is_kept() -> None:
    change = changed(REVIEW, progress=80.0)
    now = replace(REVIEW, progress=80.0, note="ตรวจแล้ว")
    later = (9, Change(Action.CHANGED, change.after, now))
    (back,) = undone(with_records(now), change, later=(later,))
    assert back.after == replace(REVIEW, note="ตรวจแล้ว")


def test_a_later_change_to_the_same_field_stands_in_the_way() -> None:
    change = changed(REVIEW, progress=80.0, result="ประกาศแล้ว")
    now = replace(REVIEW, progress=90.0, result="ประกาศแล้ว", note="ตรวจแล้ว")
    later = (9, Change(Action.CHANGED, change.after, now))
    assert blockers(with_records(now), change, later=(later,)) == (Blocker(now, 9, ("progress",)),)


def test_a_later_change_that_wrote_the_old_value_again_stands_in_the_way_too() -> None:
    change = changed(REVIEW, progress=80.0)
    assert change.after is not None
    later = ((8, changed(change.after, progress=90.0)), (9, changed(replace(REVIEW, progress=90.0), progress=80.0)))
    assert [each.batch for each in blockers(with_records(change.after), change, later=later)] == [8, 9]


def test_an_added_record_that_was_changed_later_stays() -> None:
    now = replace(REVIEW, note="ตรวจแล้ว")
    later = (9, Change(Action.CHANGED, REVIEW, now))
    assert blockers(with_records(now), added(REVIEW), later=(later,)) == (Blocker(now, 9, ("note",)),)


def test_a_changed_record_that_was_removed_later_is_not_brought_back() -> None:
    assignment = Assignment("1.1", WORKS, Role.LEAD)
    change = changed(assignment, role=Role.SUPPORTING)
    assert change.after is not None
    assert blockers(PLAN, change, later=((9, removed(change.after)),)) == (Blocker(change.after, 9),)


def test_a_record_on_which_later_ones_rest_stays() -> None:
    new = measure("1.3")
    stored = replace(PLAN, measures=(*PLAN.measures, new), reviews=(review("1.3", WORKS, 1),))
    later = (9, added(stored.reviews[0]))
    assert blockers(stored, added(new), later=(later,)) == (Blocker(stored.reviews[0], 9, rests_on=new),)


def test_a_link_rests_on_both_its_ends() -> None:
    new, made = outcome("1.1"), link("1.1", "1.2")
    stored = replace(PLAN, outcomes=(new,), links=(made,))
    assert blockers(stored, added(new), later=((9, added(made)),)) == (Blocker(made, 9, rests_on=new),)


@pytest.mark.parametrize("rests_on", [measure("1.3"), Section("ฝ่ายใหม่")], ids=["measure", "section"])
def test_what_an_order_is_about_stays(rests_on: Record) -> None:
    order = Order(1, 3, "ฝ่ายใหม่", "1.3", "เร่งรัด", date(2025, 1, 31), date(2024, 12, 2), "ผอ.เขต")
    stored = replace(with_records(rests_on), orders=(order,))
    assert blockers(stored, added(rests_on), later=((9, added(order)),)) == (Blocker(order, 9, rests_on=rests_on),)


def test_records_that_go_together_may_rest_on_each_other() -> None:
    new, report = measure("1.3"), review("1.3", WORKS, 1)
    stored = replace(PLAN, measures=(*PLAN.measures, new), reviews=(report,))
    assert undone(stored, added(new), added(report)) == (removed(new), removed(report))


def test_a_plan_with_later_records_keeps_its_rules() -> None:
    later = tuple((9, added(indicator)) for indicator in PLAN.indicators)
    assert {each.rests_on for each in blockers(PLAN, added(Rules()), later=later)} == {Rules()}


def test_a_section_stays_where_another_year_assigns_it() -> None:
    section = Section("ฝ่ายใหม่")
    stored = replace(PLAN, sections=(*PLAN.sections, section))
    next_year = [(9, added(Assignment("1.1", section.name, Role.LEAD)))]
    with pytest.raises(UndoBlocked) as blocked:
        changes_of_undo([added(section)], [], stored, 7, [next_year])
    assert blocked.value.blockers == (Blocker(next_year[0][1].record, 9, rests_on=section),)


def test_another_year_may_have_let_a_section_go_or_hold_records_of_the_same_name() -> None:
    section, new = Section("ฝ่ายใหม่"), measure("1.3")
    stored = replace(PLAN, sections=(*PLAN.sections, section), measures=(*PLAN.measures, new))
    assignment = Assignment("1.1", section.name, Role.LEAD)
    next_year = [(9, added(assignment)), (10, removed(assignment)), (10, added(review("1.3", WORKS, 1)))]
    planned = changes_of_undo([added(section), added(new)], [], stored, 7, [next_year])
    assert planned.changes == (removed(section), removed(new))


def test_an_undo_is_undone_like_any_other_batch() -> None:
    change = changed(REVIEW, progress=80.0)
    assert change.after is not None
    (back,) = undone(with_records(change.after), change)
    (again,) = undone(with_records(REVIEW), back)
    assert (again.before, again.after) == (REVIEW, change.after)


def batch(number: int, undoes: int | None = None, undone_by: int | None = None) -> Batch:
    origin, when = Origin("page", date(2024, 11, 4)), datetime(2024, 11, 4, tzinfo=UTC)
    actor = Actor("ข", ActorRole.COORDINATOR)
    return Batch(number, "ก", 2568, origin, actor, when, 0, 1, undoes=undoes, undone_by=undone_by)


def test_a_batch_and_its_undo_cancel_each_other_out() -> None:
    later = [batch(4), batch(3, undoes=2), batch(2, undone_by=3)]
    assert [each.id for each in standing(later)] == [4]


def test_an_undo_of_what_came_before_stands() -> None:
    assert [each.id for each in standing([batch(4, undoes=1), batch(3)])] == [3, 4]


def test_an_undo_that_was_undone_leaves_what_it_undid() -> None:
    later = [batch(4, undoes=3), batch(3, undoes=2, undone_by=4), batch(2)]
    assert [each.id for each in standing(later)] == [2]
