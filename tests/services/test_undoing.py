"""The report and the workbooks of the sample office, undone to the last one and brought back."""

from ita_data.services import history, undoing
from ita_data.services.opening import Store
from ita_data.services.sample import load_sample
from tests.offices import COORDINATOR
from tests.store.dumps import dump


def test_everything_that_was_imported_is_undone_and_redone_to_the_last_id(engine: Store) -> None:
    imported = load_sample(engine, COORDINATOR)
    before = dump(engine)
    undone = [undoing.undo(engine, batch, COORDINATOR) for batch in reversed(imported)]
    assert not any(dump(engine).values())
    for batch in reversed(undone):
        undoing.undo(engine, batch, COORDINATOR)
    assert dump(engine) == before
    assert all(batch.undone_by is None for batch in history.batches(engine) if batch.id in imported)
