"""All figures of a page are of one revision of the store, whatever is written while it runs."""

from contextvars import copy_context

from ita_data.model.records import Link, LinkState
from ita_data.services import editing, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from ui.look.plans import plans
from ui.look.store import look_at_the_store, revision


def test_a_run_sees_one_revision_and_the_next_one_what_was_written_meanwhile(report: Store) -> None:
    def run() -> None:
        look_at_the_store()
        seen = revision()
        plan = opening.plans(report)[0]
        editing.save(report, plan, [(None, Link("4.1", "4.2", LinkState.CONFIRMED))], COORDINATOR)
        assert (revision(), plans()[0].revision) == (seen, seen)
        look_at_the_store()
        assert (revision(), plans()[0].revision) == (seen + 1, seen + 1)

    copy_context().run(run)
