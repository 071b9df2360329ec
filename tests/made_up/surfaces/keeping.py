"""A field in the store, its log and what is computed from it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ita_data import store
from ita_data.model.changes import Action
from ita_data.model.planning.changes import changes_of
from ita_data.model.records import Records
from ita_data.services import history, undoing
from ita_data.services.opening import Store
from ita_data.snapshot import snapshot_of
from ita_data.store.codec import field_names, packed, unpacked
from tests.imports.layouts.monthly.small_workbooks import PLAN, REVIEW
from tests.made_up.fields import MadeUp
from tests.made_up.surfaces import EVERY_FIELD, holding
from tests.plans import HOLIDAYS
from tests.store.office import ACTOR, RECORDS, plan, stored, write
from tests.store.office import opened as without_closings


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Store]:
    engine = store.engine_for(f"sqlite:///{tmp_path / 'office.db'}")
    store.upgrade(engine)
    yield engine
    engine.dispose()


@EVERY_FIELD
def test_it_is_stored_changed_and_taken_back(field: MadeUp, engine: Store) -> None:
    before = without_closings(RECORDS)
    first, *others = before.reviews
    after = replace(before, reviews=(holding(first, field), *others))
    write(engine, plan(before))
    batch = write(engine, plan(after, before, revision=1))
    assert stored(engine) == after
    (change,) = history.changes_of(engine, batch)
    assert change.differences == ((field.name, field.default, field.value),)
    undoing.undo(engine, batch, ACTOR)
    assert stored(engine) == before


@EVERY_FIELD
def test_batches_from_before_it_are_unpacked_with_a_blank(field: MadeUp) -> None:
    names = [name for name in field_names("review") if name != field.name]
    (old,) = packed("review", [REVIEW])
    held = [value for name, value in zip(field_names("review"), old, strict=True) if name != field.name]
    assert unpacked("review", names, [held]) == [REVIEW]


@EVERY_FIELD
def test_a_blank_does_not_overwrite_it(field: MadeUp) -> None:
    before, read = (Records("ก", 2568, reviews=(each,)) for each in (holding(REVIEW, field), REVIEW))
    (change,) = (change for change in changes_of(before, read, 0).changes if change.record.kind == "review")
    assert (change.action, change.kept) == (Action.UNCHANGED, (field.name,))


@EVERY_FIELD
def test_metrics_are_given_it(field: MadeUp) -> None:
    frame = snapshot_of(replace(PLAN, reviews=(holding(REVIEW, field),)), HOLIDAYS).reviews
    assert frame[field.name].tolist() == [field.value]
