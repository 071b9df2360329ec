"""The report and the workbooks of the sample office, undone to the last one and brought back."""

from ita_data.model.changes import Action
from ita_data.model.rules import Rules
from ita_data.services import history, undoing
from ita_data.services.opening import Store
from ita_data.services.sample import load_sample
from tests.offices import COORDINATOR, bring_report, change_rules
from tests.services.office import PLAN
from tests.store.dumps import dump


def test_everything_that_was_imported_is_undone_and_redone_to_the_last_id(engine: Store) -> None:
    imported = load_sample(engine, COORDINATOR)
    before = dump(engine)
    undone = [undoing.undo(engine, batch, COORDINATOR).id for batch in reversed(imported)]
    assert not any(dump(engine).values())
    for batch in reversed(undone):
        undoing.undo(engine, batch, COORDINATOR)
    assert dump(engine) == before
    assert all(batch.undone_by is None for batch in history.batches(engine) if batch.id in imported)


def test_what_an_undo_would_do_is_counted_by_kind_and_is_what_it_does(engine: Store) -> None:
    bring_report(engine)
    rules = change_rules(engine, PLAN, Rules(due_day=9), COORDINATOR)
    assert rules is not None
    assert undoing.counts(engine, rules) == [("rule", Action.CHANGED, 1)]
    undoing.undo(engine, rules, COORDINATOR)
    (report,) = (batch for batch in history.batches(engine) if batch.has_file)
    counted = undoing.counts(engine, report.id)
    assert ("indicator", Action.REMOVED, 10) in counted
    undone = undoing.undo(engine, report.id, COORDINATOR)
    assert sum(number for _kind, _action, number in counted) == undone.removed == report.added
    assert undoing.counts(engine, undone.id) == [(kind, Action.ADDED, number) for kind, _removed, number in counted]
