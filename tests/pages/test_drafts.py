"""What was entered and isn't sent yet stays with its section, whatever that is called by then."""

from dataclasses import replace

from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.records import Section
from ita_data.model.states import Status
from ita_data.services import editing, looking, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import introduce, opened, press
from tests.pages.bars import choose

FINANCE, ADMINISTRATION = "ฝ่ายการคลัง", "ฝ่ายปกครอง"


def test_drafts_of_two_sections_that_exchange_their_names_stay_apart(report: Store) -> None:
    app = introduce(opened("my_month", section=FINANCE, month="1"))
    for section, result in [(FINANCE, "ตรวจพัสดุแล้ว"), (ADMINISTRATION, "ประชุมแล้ว")]:
        choose(app, "section", section)
        _enter(app, result)
    _exchange_names(report)
    app.run()
    for section, result in [(FINANCE, "ประชุมแล้ว"), (ADMINISTRATION, "ตรวจพัสดุแล้ว")]:
        choose(app, "section", section)
        press(app, _("Send {number} reports").format(number=1))
        assert not app.exception
        assert [review.result for review in looking.reviews(report, opening.plans(report)[0], section)] == [result]


def _enter(app: AppTest, result: str) -> None:
    app.button_group[0].set_value(Status.IN_PROGRESS).run()
    next(area for area in app.text_area if str(area.key).startswith("result")).input(result).run()


def _exchange_names(store: Store) -> None:
    plan = opening.plans(store)[0]
    one, other = (_section(store, name) for name in (FINANCE, ADMINISTRATION))
    edits = [(one, replace(one, name=other.name)), (other, replace(other, name=one.name))]
    editing.save(store, plan, edits, COORDINATOR)


def _section(store: Store, name: str) -> Section:
    sections = looking.records(store, opening.plans(store)[0]).sections
    return next(section for section in sections if section.name == name)
