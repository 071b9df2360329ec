"""The two ways out of an empty store."""

from ita_data.language import gettext as _
from ita_data.services import opening
from ita_data.services.opening import Store
from tests.pages.apps import answers, reached, text_of
from tests.pages.bars import title


def test_the_sample_office_is_one_click_away(empty: Store) -> None:
    app = reached("overview").button(key="load-sample").click().run()
    assert not app.exception
    assert [plan.fiscal_year for plan in opening.plans(empty)] == [2568]
    assert len(text_of(answers(app), "of")) == 4


def test_ones_own_file_is_asked_for_at_the_import_desk(empty: Store) -> None:
    app = reached("overview").button(key="own-file").click().run()
    assert title(app) == _("Import")
    assert len(app.file_uploader) == 1
    assert not opening.plans(empty)
