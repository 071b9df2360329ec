"""All figures of a page are of one revision of the store, whatever is written while it runs."""

import shutil
import sqlite3
from contextvars import copy_context
from pathlib import Path

import pytest

from ita_data.model.errors import StoreBusy
from ita_data.model.records import Link, LinkState
from ita_data.services import backups, editing, opening
from ita_data.services.opening import Store
from ita_data.store import engine
from tests.offices import COORDINATOR
from tests.pages.apps import forget_cached
from ui.look import day, kept
from ui.look import store as pages_store
from ui.look.plans import plans
from ui.look.store import look_at_the_store, revision, store


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


def test_a_copy_that_was_put_back_shows_its_own_numbers_at_the_next_look(report: Store, tmp_path: Path) -> None:
    """Both have seen as many writes, and the pages keep what they made of the one that was there."""
    path = Path(report.url.database or "")
    copy = backups.back_up(report, tmp_path / "copy.db")
    plan = opening.plans(report)[0]

    def links() -> int:
        look_at_the_store()
        confirmed = kept.snapshot(plans()[0], day.today()).links.state.eq("confirmed")
        return int(confirmed.sum())

    def run() -> None:
        before = links()
        editing.save(report, plan, [(None, Link("4.1", "4.2", LinkState.CONFIRMED))], COORDINATOR)
        assert links() == before + 1
        shutil.copy(copy, path.with_name("new"))
        path.with_name("new").replace(path)
        assert links() == before
        other = [(None, Link("4.1", "4.2", LinkState.CONFIRMED)), (None, Link("4.1", "4.3", LinkState.CONFIRMED))]
        editing.save(store(), plan, other, COORDINATOR)
        assert links() == before + 2

    copy_context().run(run)


def test_a_busy_database_is_said_to_be_so_and_not_opened_anew(report: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    forget_cached(pages_store)
    with sqlite3.connect(report.url.database or "", isolation_level=None) as other:
        opened = store()
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreBusy, match="office.db") as refusal:
            revision()
        other.execute("ROLLBACK")
    other.close()
    assert "restore" not in str(refusal.value)
    assert store() is opened
