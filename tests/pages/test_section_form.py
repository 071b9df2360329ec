"""On a section's page a person says when it came into being and when it ended."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.records import Section
from ita_data.services import editing, history, looking, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import introduce, opened, press
from tests.pages.days import day_of, days

SECTION = "ฝ่ายปกครอง"
DECEMBER, JUNE = date(2024, 12, 1), date(2025, 6, 30)


def form() -> AppTest:
    """The first and last day of a section, opened by somebody who said who they are."""
    app = introduce(opened("sections", section=SECTION))
    app.session_state["section-form"] = True
    return app.run()


def enter(app: AppTest, begins_on: date | None = None, ends_on: date | None = None) -> AppTest:
    for title, day in ((_("Begins on"), begins_on), (_("Ends on"), ends_on)):
        if day:
            day_of(app, title).enter(day)
    return app


def test_the_first_and_the_last_day_of_a_section_can_be_changed(report: Store) -> None:
    app = press(enter(form(), DECEMBER, JUNE), _("Save"))
    assert not app.exception
    assert (stored(report).begins_on, stored(report).ends_on) == (DECEMBER, JUNE)
    assert history.batches(report)[0].actor.name == "เจ้าหน้าที่ธุรการ"


@pytest.mark.usefixtures("report")
def test_each_day_stands_as_people_write_it_and_half_of_one_is_not_saved() -> None:
    app = enter(form(), DECEMBER)
    assert [field.words for field in days(app)] == ["1 ธ.ค. 67", ""]
    day_of(app, _("Ends on")).enter("30/6")
    assert day_of(app, _("Ends on")).fault.startswith("“30/6”")
    assert app.button(key="save-section-form").disabled


@pytest.mark.usefixtures("report")
def test_before_saving_it_says_how_many_reports_the_section_owes() -> None:
    app = form()
    text = _("By this the section owes {number} reports in fiscal year {year}.")
    assert text.format(number=27 * 12, year=2568) in [info.value for info in app.info]
    enter(app, DECEMBER, JUNE)
    text = _("By this the section owes {number} reports in fiscal year {year}, and not {before} as it does now.")
    assert text.format(number=27 * 7, before=27 * 12, year=2568) in [info.value for info in app.info]


@pytest.mark.usefixtures("report")
def test_a_section_that_ends_before_it_begins_is_refused() -> None:
    app = enter(form(), JUNE, DECEMBER)
    expected = _("The section ends before it begins. Choose an earlier first day or a later last one.")
    assert [error.value for error in app.error] == [expected]
    assert app.button(key="save-section-form").disabled


def test_what_somebody_else_saved_meanwhile_is_shown_before_it_is_overwritten(report: Store) -> None:
    app = enter(form(), DECEMBER)
    section = stored(report)
    editing.save(report, opening.plans(report)[0], [(section, replace(section, begins_on=JUNE))], COORDINATOR)
    press(app, _("Save"))
    assert stored(report).begins_on == JUNE
    assert len(app.error) == 1
    press(app, _("Save"))
    assert stored(report).begins_on == DECEMBER


def stored(store: Store) -> Section:
    records = looking.records(store, opening.plans(store)[0])
    return next(section for section in records.sections if section.name == SECTION)
