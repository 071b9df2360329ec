"""The history names every write and shows what each of them changed."""

import pytest

from ita_data.language import gettext as _
from ita_data.services import history
from tests.pages.apps import Office, choose, in_office, opened, tables


@in_office("empty")
@pytest.mark.usefixtures("office")
def test_a_store_without_writes_says_so() -> None:
    assert [info.value for info in opened("history").info] == [_("Nothing was imported yet.")]


@in_office("sample")
def test_every_write_is_listed_with_its_author_the_newest_first(office: Office) -> None:
    heads, *rows = tables(opened("history"))[0]
    by = heads.index(_("By"))
    for row, batch in zip(rows, history.batches(office.store), strict=True):
        assert row[0] == str(batch.id)
        assert row[by].startswith(batch.actor.name)


@in_office("sample")
def test_the_newest_write_shows_its_changes_until_another_is_chosen(office: Office) -> None:
    app = opened("history")
    newest, *_others, oldest = history.batches(office.store)
    assert app.query_params["batch"] == str(newest.id)
    choose(app, "batch", oldest.id)
    assert len(app.dataframe[0].value) == len(history.changes_of(office.store, oldest.id))
