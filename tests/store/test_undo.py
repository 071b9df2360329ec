"""Undoing on both databases: the dump of all tables but the log comes back as it was, ids and all."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine

from ita_data import store
from ita_data.model.changes import Action, Changes
from ita_data.model.errors import AlreadyUndone, NotFound, UndoBlocked
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Records, Section
from ita_data.model.rules import Rules
from ita_data.services import history, undoing
from tests.databases import Databases
from tests.metrics.strategies import plans
from tests.store.dumps import dump
from tests.store.office import ACTOR, OFFICE, RECORDS, opened, plan, revision, stored, write
from tests.store.test_writer import EVERYTHING_CHANGED

OPEN = opened(RECORDS)
OPEN_CHANGED = opened(EVERYTHING_CHANGED)

generated = settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def planned(engine: Engine, read: Records) -> Changes:
    return changes_of(stored(engine, read.organisation), read, revision(engine))


@given(plans(), plans())
@generated
def test_what_was_predicted_is_written_and_an_undo_restores_the_dump(
    databases: Databases, first: Records, second: Records
) -> None:
    with databases.migrated() as address:
        engine = store.engine_for(address)
        dumps = [dump(engine)]
        for read in (first, second):
            changes = planned(engine, read)
            write(engine, changes)
            assert_written(engine, changes)
            assert not planned(engine, read).writes
            dumps.append(dump(engine))
        assert_undone_and_redone(engine, *dumps)
        engine.dispose()


def assert_written(engine: Engine, changes: Changes) -> None:
    """The batch counts what the plan had counted."""
    batch, counts = history.batches(engine)[0], changes.counts()
    assert (batch.added, batch.changed, batch.removed) == tuple(
        counts[action] for action in (Action.ADDED, Action.CHANGED, Action.REMOVED)
    )


def assert_undone_and_redone(engine: Engine, empty: object, first: object, second: object) -> None:
    """Two batches are undone, the newest first, and then their undoing is undone."""
    for batch, expected in ((2, first), (1, empty), (4, first), (3, second)):
        undoing.undo(engine, batch, ACTOR)
        assert dump(engine) == expected


def test_an_undone_change_to_every_field_of_every_kind_leaves_the_dump_as_it_was(engine: Engine) -> None:
    write(engine, plan(OPEN))
    before = dump(engine)
    changed = write(engine, plan(OPEN_CHANGED, OPEN, revision=1))
    after = dump(engine)
    undone = undoing.undo(engine, changed, ACTOR).id
    assert dump(engine) == before
    undoing.undo(engine, undone, ACTOR)
    assert dump(engine) == after


def test_ids_are_never_given_twice(engine: Engine) -> None:
    """Records that come while others are undone don't take the ids of those, which may come back."""
    write(engine, plan(OPEN))
    with_new = replace(OPEN, sections=(*OPEN.sections, Section("ฝ่ายโยธา", position=3)))
    first = write(engine, plan(with_new, OPEN, revision=1))
    both = dump(engine)
    undone = undoing.undo(engine, first, ACTOR).id
    other = replace(OPEN, sections=(*OPEN.sections, Section("ฝ่ายเทศกิจ", position=4)))
    second = write(engine, plan(other, OPEN, revision=3))
    undoing.undo(engine, undone, ACTOR)
    undoing.undo(engine, second, ACTOR)
    assert dump(engine) == both


def test_an_office_leaves_with_its_only_plan_and_another_stays(engine: Engine) -> None:
    write(engine, plan(replace(OPEN, organisation="สำนักงานเขตอื่น")))
    before = dump(engine)
    number = write(engine, plan(OPEN, revision=1))
    undoing.undo(engine, number, ACTOR)
    assert dump(engine) == before
    assert [batch.organisation for batch in history.batches(engine)] == [OFFICE, OFFICE, "สำนักงานเขตอื่น"]


def test_a_later_change_to_another_field_is_kept(engine: Engine) -> None:
    write(engine, plan(OPEN))
    with_note = with_first_review(OPEN, progress=80.0)
    first = write(engine, plan(with_note, OPEN, revision=1))
    write(engine, plan(with_first_review(with_note, note="ตรวจแล้ว"), with_note, revision=2))
    undoing.undo(engine, first, ACTOR)
    assert stored(engine) == with_first_review(OPEN, note="ตรวจแล้ว")


def test_a_later_change_to_the_same_field_blocks_until_it_is_undone(engine: Engine) -> None:
    write(engine, plan(OPEN))
    once = with_first_review(OPEN, progress=80.0)
    twice = with_first_review(OPEN, progress=90.0)
    first = write(engine, plan(once, OPEN, revision=1))
    second = write(engine, plan(twice, once, revision=2))
    with pytest.raises(UndoBlocked) as blocked:
        undoing.undo(engine, first, ACTOR)
    assert [(each.batch, each.fields) for each in blocked.value.blockers] == [(second, ("progress",))]
    assert stored(engine) == twice
    undoing.undo(engine, second, ACTOR)
    undoing.undo(engine, first, ACTOR)
    assert stored(engine) == OPEN


def test_the_sections_of_another_year_are_kept(engine: Engine) -> None:
    first = write(engine, plan(OPEN))
    next_year = replace(OPEN, fiscal_year=2569, reviews=())
    sections = Records(OFFICE, 2569, holidays=OPEN.holidays, sections=OPEN.sections)
    write(engine, plan(next_year, sections, revision=1))
    with pytest.raises(UndoBlocked) as blocked:
        undoing.undo(engine, first, ACTOR)
    assert {each.rests_on for each in blocked.value.blockers} == {OPEN.sections[0]}


def test_history_names_what_was_undone_and_by_which_batch(engine: Engine) -> None:
    first = write(engine, plan(OPEN))
    undone = undoing.undo(engine, first, ACTOR).id
    batches = history.batches(engine)
    assert [(batch.id, batch.undoes, batch.undone_by) for batch in batches] == [(2, 1, None), (1, None, 2)]
    undoing.undo(engine, undone, ACTOR)
    batches = history.batches(engine)
    assert [(batch.id, batch.undoes, batch.undone_by) for batch in batches] == [
        (3, 2, None),
        (2, 1, 3),
        (1, None, None),
    ]
    assert [batch.revision for batch in batches] == [3, 2, 1]


def test_a_batch_is_undone_once(engine: Engine) -> None:
    first = write(engine, plan(OPEN))
    undoing.undo(engine, first, ACTOR)
    with pytest.raises(AlreadyUndone):
        undoing.undo(engine, first, ACTOR)
    assert revision(engine) == 2


def test_a_batch_that_never_was_is_not_undone(engine: Engine) -> None:
    with pytest.raises(NotFound):
        undoing.undo(engine, 7, ACTOR)


def test_changed_rules_are_undone(engine: Engine) -> None:
    write(engine, plan(OPEN))
    number = write(engine, plan(replace(OPEN, rules=(Rules(10),)), OPEN, revision=1))
    undoing.undo(engine, number, ACTOR)
    assert stored(engine) == OPEN


def with_first_review(records: Records, **values: object) -> Records:
    first, *others = records.reviews
    return replace(records, reviews=(replace(first, **values), *others))  # type: ignore[arg-type]
