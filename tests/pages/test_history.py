"""The history names every write and shows what each of them changed."""

from hashlib import sha256

import pytest

from ita_data.language import gettext as _
from ita_data.model.rules import Rules
from ita_data.services import history, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, change_rules
from tests.pages.apps import Office, choose, in_office, introduce, opened, press, tables, tables_with


@in_office("empty")
@pytest.mark.usefixtures("office")
def test_a_store_without_writes_says_so() -> None:
    assert [info.value for info in opened("history").info] == [_("Nothing was imported yet.")]


@in_office("sample")
def test_every_write_is_listed_with_its_author_the_newest_first(office: Office) -> None:
    headers, *rows = tables(opened("history"))[0]
    by = headers.index(_("By"))
    for row, batch in zip(rows, history.batches(office.store), strict=True):
        assert row[0] == str(batch.id)
        assert row[by].startswith(batch.actor.name)


@in_office("sample")
def test_the_newest_write_shows_its_changes_until_another_is_chosen(office: Office) -> None:
    app = opened("history")
    newest, *_others, oldest = history.batches(office.store)
    assert app.query_params["batch"] == str(newest.id)
    choose(app, "batch", oldest.id)
    (rows,) = tables_with(app, _("Before"))
    assert len(rows) == 100 < len(history.changes_of(office.store, oldest.id))


@in_office("sample")
def test_the_file_of_a_batch_is_kept(office: Office) -> None:
    app = opened("history")
    newest = history.batches(office.store)[0]
    assert [button.key for button in app.get("download_button")] == ["batch-file"]
    assert sha256(history.file_of(office.store, newest)).hexdigest() == newest.origin.sha256


def test_a_batch_is_undone_and_both_say_so(report: Store) -> None:
    (batch,) = history.batches(report)
    app = introduce(opened("history"))
    (before,) = tables_with(app, _("How many"))
    assert {row[_("What happens")] for row in before} == {_("goes again")}
    assert sum(int(row[_("How many")]) for row in before) == batch.added
    app = press(app, _("Undo now"))
    assert not app.exception
    assert opening.plans(report) == []
    for part in (str(batch.id), str(batch.id + 1), history.batches(report)[0].actor.name, f"{batch.added:,}"):
        assert part in app.success[0].value
    assert not app.run().success
    undone, first = (row[_("What")] for row in tables_with(opened("history"), _("What"))[0])
    assert undone.startswith(_("Undoes batch {batch}").format(batch=batch.id))
    assert _("Undone by batch {batch}").format(batch=batch.id + 1) in first


def test_later_batches_in_the_way_of_an_undo_are_named(report: Store) -> None:
    (batch,) = history.batches(report)
    change_rules(report, batch.plan, Rules(due_day=9), COORDINATOR)
    later = history.batches(report)[0]
    app = press(introduce(opened("history", batch=str(batch.id))), _("Undo now"))
    assert app.error
    (rows,) = tables_with(app, _("What stands in the way"))
    assert [row[_("Batch")] for row in rows] == [str(later.id)]
    assert len(history.batches(report)) == 2
