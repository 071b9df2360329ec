"""On a section's page a person merges it into another from a day on."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.records import Assignment, Role
from ita_data.services import editing, history, looking, opening, undoing
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import field, introduce, opened, press, unfolded
from tests.pages.days import day_of

FINANCE, WORKS = "ฝ่ายการคลัง", "ฝ่ายโยธา"


def form() -> AppTest:
    return unfolded(introduce(opened("sections", section=FINANCE)), "merging")


def entered() -> AppTest:
    """ฝ่ายการคลัง is to become part of ฝ่ายโยธา on 1 April."""
    app = form()
    field(app.selectbox, _("Merged into")).select(WORKS).run()
    day_of(app, _("From this day on")).enter(date(2025, 4, 1))
    return app


def assignments(store: Store) -> list[Assignment]:
    found = looking.records(store, opening.plans(store)[0]).assignments
    return [each for each in found if each.section in (FINANCE, WORKS)]


def test_a_merged_section_hands_its_measures_over_in_one_batch_that_can_be_undone(report: Store) -> None:
    before = assignments(report)
    led = [each.measure for each in before if each.section == FINANCE]
    batches = len(history.batches(report))
    app = press(entered(), _("Save"))
    assert not app.exception
    assert app.success
    found = assignments(report)
    assert [each.measure for each in found if each.section == WORKS and each.first_month == 7] == led != []
    assert {each.last_month for each in found if each.section == FINANCE} == {6}
    assert len(history.batches(report)) == batches + 1
    undoing.undo(report, history.batches(report)[0].id, COORDINATOR)
    assert assignments(report) == before


def test_what_a_person_has_to_decide_is_listed_before_it_is_saved(report: Store) -> None:
    (plan,) = opening.plans(report)
    code = next(each.measure for each in assignments(report) if each.section == FINANCE)
    editing.save(report, plan, [(None, Assignment(code, WORKS, Role.SUPPORTING))], COORDINATOR)
    app = entered()
    text = _("{into} has these measures already in another role or for other months: say yourself who leads them.")
    assert text.format(into=WORKS) in [each.value for each in app.warning]


@pytest.mark.usefixtures("report")
def test_nothing_is_merged_before_section_and_day_are_chosen() -> None:
    assert form().button(key="save-merging").disabled
