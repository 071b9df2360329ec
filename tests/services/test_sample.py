"""The sample office."""

from pathlib import Path

from ita_data.model.rules import Rules
from ita_data.services import history, looking, opening, sample
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.services.office import OTHER_OFFICE, PLAN, bring_other_office, plan


def test_the_sample_office_is_loaded_once_and_leaves_other_offices_alone(engine: Store) -> None:
    bring_other_office(engine)
    others = plan(engine, office=OTHER_OFFICE)
    batches = sample.load_sample(engine, COORDINATOR)
    assert [batch.id for batch in history.batches(engine)] == [*reversed(batches), 1]
    assert plan(engine, office=OTHER_OFFICE) == others
    assert plan(engine).rules == (Rules(due_day=5, expects_supporting=True),)
    assert looking.snapshot(engine, PLAN).is_sample
    assert sample.load_sample(engine, COORDINATOR) == []


def test_every_sample_batch_came_on_its_day_from_its_section(sample_office: Path) -> None:
    store = opening.open_store(sample_office)
    months = [batch for batch in history.batches(store) if batch.origin.layout == "monthly"]
    store.dispose()
    assert all(batch.origin.is_sample and batch.actor.section for batch in months)
    assert [batch.origin.received_on for batch in months] == sorted(
        (batch.origin.received_on for batch in months), reverse=True
    )
