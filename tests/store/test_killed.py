"""An import that is killed at any step leaves nothing half-applied and loses nothing that was acknowledged."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import pytest

from ita_data import store
from ita_data.model.changes import Changes
from ita_data.services import history
from tests.databases import Databases
from tests.store.dumps import Dump, dump
from tests.store.killing import Importer, all_or_nothing, killed, row_by_row, too_early
from tests.store.office import RECORDS, opened, plan, write
from tests.store.test_writer import EVERYTHING_CHANGED

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")

OPEN = opened(RECORDS)
FIRST = plan(OPEN)
PLANS = {
    "of a new office": ((), FIRST),
    "that corrects everything": ((FIRST,), plan(opened(EVERYTHING_CHANGED), OPEN, revision=1)),
}


@pytest.mark.parametrize("name", PLANS)
def test_an_import_is_all_or_nothing_wherever_it_is_killed(databases: Databases, name: str) -> None:
    found, steps = faults(databases, all_or_nothing, *PLANS[name])
    assert found == []
    assert steps > 15


def test_an_importer_that_commits_every_record_is_found_out(databases: Databases) -> None:
    found, _steps = faults(databases, row_by_row, *PLANS["of a new office"])
    assert any("half-applied" in fault for fault in found)


def test_an_importer_that_speaks_too_early_is_found_out(databases: Databases) -> None:
    found, _steps = faults(databases, too_early, *PLANS["of a new office"])
    assert any("lost" in fault for fault in found)


def faults(
    databases: Databases, importer: Importer, before: tuple[Changes, ...], changes: Changes
) -> tuple[list[str], int]:
    """What is wrong once the importer was killed before its first step, its second and so on; and how many it has.

    It ends with the first fault.
    """
    states = [_dump_after(databases, before), _dump_after(databases, (*before, changes))]
    for step in count(1):
        with _prepared(databases, before) as address:
            end = killed(importer, address, changes, step)
            found = list(_faults(address, end.acknowledged, states))
        if found or not end.was_killed:
            return [f"killed at step {step}: {fault}" for fault in found], step
    raise AssertionError


def _faults(address: str, acknowledged: int | None, states: list[Dump]) -> Iterator[str]:
    engine = store.engine_for(address)
    now = dump(engine)
    batches = {batch.id for batch in history.batches(engine)}
    engine.dispose()
    if now not in states:
        yield "half-applied"
    if acknowledged is not None and (now != states[1] or acknowledged not in batches):
        yield "lost what was acknowledged"


@contextmanager
def _prepared(databases: Databases, before: tuple[Changes, ...]) -> Iterator[str]:
    with databases.migrated() as address:
        engine = store.engine_for(address)
        for changes in before:
            write(engine, changes)
        engine.dispose()
        yield address


def _dump_after(databases: Databases, changes: tuple[Changes, ...]) -> Dump:
    with _prepared(databases, changes) as address:
        engine = store.engine_for(address)
        found = dump(engine)
        engine.dispose()
        return found
