"""Whatever is renumbered, inserted, reported and undone in whatever order: reports stay with their measures."""

from dataclasses import replace
from random import Random

import pytest

from ita_data import store as stores
from ita_data.model.changes import Edit, by_key
from ita_data.model.errors import UndoBlocked
from ita_data.model.records import Measure, Records, Review
from ita_data.model.states import Status
from ita_data.services import editing, opening, undoing
from ita_data.services.opening import Store
from tests.databases import SqliteFiles
from tests.offices import COORDINATOR
from tests.plans import ADMINISTRATION, WORKS, lead, measure, records_of
from tests.services.office import DAY
from tests.store.office import plan as changes_of_plan
from tests.store.office import stored, write

MEASURES = tuple(measure(f"1.{number}") for number in range(1, 5))
PLAN = records_of(MEASURES, *(lead(each.code, ADMINISTRATION, WORKS) for each in MEASURES))


def now(store: Store) -> Records:
    return stored(store, PLAN.organisation)


def who_reported(records: Records) -> dict[tuple[str, str, int], str]:
    """What was reported, by who the measures and sections are and not by what they are called."""
    measures = {each.code: each.identity for each in records.measures}
    sections = {each.name: each.identity for each in records.sections}
    return {(measures[each.measure], sections[each.section], each.month): each.result for each in records.reviews}


def renumber(store: Store, random: Random) -> int | None:
    """Give the measures their codes anew in another order, maybe with one inserted among them."""
    measures = list(now(store).measures)
    random.shuffle(measures)
    edits: list[Edit] = []
    new = replace(measures[0], text=f"มาตรการที่แทรก {random.random()}", identity="")
    placed: list[tuple[Measure | None, Measure]] = [(each, each) for each in measures]
    if random.random() < 0.5:
        placed.insert(random.randrange(len(placed)), (None, new))
    for number, (shown, after) in enumerate(placed, start=1):
        edits.append((shown, replace(after, code=f"1.{number}", position=number)))
    return _saved(store, edits)


def report(store: Store, random: Random) -> int | None:
    """Report on some measures, or correct what was reported."""
    records = now(store)
    stands = {review.key: review for review in records.reviews}
    edits: list[Edit] = []
    for each in random.sample(records.measures, 2):
        section = random.choice(records.sections).name
        new = Review(each.code, section, random.randint(1, 3), Status.IN_PROGRESS, DAY, result=f"{random.random()}")
        edits.append((stands.get(new.key), new))
    return _saved(store, edits)


def rename_section(store: Store, random: Random) -> int | None:
    section = random.choice(now(store).sections)
    return _saved(store, [(section, replace(section, name=f"{section.name} {random.randint(1, 99)}"))])


def _saved(store: Store, edits: list[Edit]) -> int | None:
    batch = editing.save(store, PLAN.plan, edits, COORDINATOR)
    return batch and batch.id


@pytest.mark.parametrize("seed", range(6))
def test_what_is_undone_from_the_last_on_gives_back_each_state(sqlite: SqliteFiles, seed: int) -> None:
    random = Random(seed)
    with sqlite.migrated() as address:
        store = stores.engine_for(address)
        write(store, changes_of_plan(PLAN))
        steps: list[tuple[Records, int]] = []
        for _step in range(6):
            before, act = now(store), random.choice((renumber, report, report, rename_section))
            batch = act(store, random)
            if batch is not None:
                steps.append((before, batch))
        for before, batch in reversed(steps):
            undoing.undo(store, batch, COORDINATOR)
            assert by_key(now(store)) == by_key(before)
            assert who_reported(now(store)) == who_reported(before)
        store.dispose()


@pytest.mark.parametrize("seed", range(12))
def test_undoing_in_any_order_never_moves_a_report_to_another_measure(sqlite: SqliteFiles, seed: int) -> None:
    random = Random(seed)
    with sqlite.migrated() as address:
        store = stores.engine_for(address)
        write(store, changes_of_plan(PLAN))
        said: dict[str, tuple[str, str, int]] = {}
        batches: list[int] = []
        for _step in range(8):
            act = random.choice((renumber, report, report, rename_section, _undo))
            batch = _undo(store, random, batches) if act is _undo else act(store, random)
            batches += [batch] if batch is not None and act is not _undo else []
            for whose, result in who_reported(now(store)).items():
                assert said.setdefault(result, whose) == whose
        assert opening.revision(store) > 0
        store.dispose()


def _undo(store: Store, random: Random, batches: list[int] | None = None) -> int | None:
    if not batches:
        return None
    try:
        return undoing.undo(store, batches.pop(random.randrange(len(batches))), COORDINATOR).id
    except UndoBlocked:
        return None
