"""The reports behind a rate are listed: those that count, and those that are left out with the reason."""

from collections import Counter
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.records import Exemption, Review
from ita_data.model.states import Status
from ita_data.services import editing, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import in_office, opened, press_in_answers, tables_with

SECTION = "ฝ่ายปกครอง"
REASON = "ปิดปรับปรุงอาคาร"
MEASURES = 27
RECEIVED = date(2024, 11, 4)


def counted(page: str = "sections", **choices: str) -> list[dict[str, str]]:
    """The rows of the list, opened."""
    app = _listed(page, choices)
    assert not app.exception
    return tables_with(app, _("Counts"))[0]


def test_every_expected_report_of_a_section_is_listed_with_its_due_date(report: Store) -> None:
    exempt(report, "1.1")
    rows = counted(section=SECTION, month="1")
    assert len(rows) == MEASURES
    assert {(row[_("Month")], row[_("Due on")]) for row in rows} == {("ต.ค. 67", date_label(date(2024, 11, 5)))}
    assert Counter(row[_("Counts")] for row in rows) == {_("counted"): MEASURES - 1, not_counted(REASON): 1}


def test_who_said_that_a_measure_does_not_apply_is_left_out_for_that(report: Store) -> None:
    save(report, Review("1.2", SECTION, 1, Status.NOT_APPLICABLE, RECEIVED))
    row = next(row for row in counted(section=SECTION, month="1") if row[_("Code")] == "1.2")
    assert row[_("Counts")] == not_counted(_("reported as not applicable"))
    assert row[_("Received on")] == date_label(RECEIVED)


def test_the_list_can_be_narrowed_to_one_state(report: Store) -> None:
    exempt(report, "1.1")
    app = _listed("sections", {"section": SECTION, "month": "1"})
    app.button_group(key="counted-state").set_value("exempt").run()
    assert [row[_("Code")] for row in tables_with(app, _("Counts"))[0]] == ["1.1"]


def test_the_list_says_how_its_reports_add_up(report: Store) -> None:
    exempt(report, "1.1")
    texts = [text.value for text in _listed("sections", {"section": SECTION, "month": "1"}).markdown]
    said = _("{expected} reports are expected: {due} are due and count, {left_out} are left out ({parts}).")
    parts = f"{label('state', 'exempt')} 1"
    assert said.format(expected=MEASURES, due=MEASURES - 1, left_out=1, parts=parts) in texts


@in_office("sample")
@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("page", ["sections", "months"])
def test_for_the_whole_office_the_list_names_the_sections(page: str) -> None:
    rows = counted(page, month="1", roles="lead")
    assert {row[_("Section")] for row in rows} > {SECTION}


def test_the_reason_stands_beside_the_state_behind_a_field_of_the_grid(report: Store) -> None:
    exempt(report, "1.1")
    app = press_in_answers(opened("months", month="1"), "reports 1 1.1", "measures")
    (row,) = tables_with(app, _("Role"))[0]
    assert row[_("State")].endswith(REASON)


def test_the_reason_stands_beside_a_report_that_was_sent(report: Store) -> None:
    save(report, Review("1.1", SECTION, 1, Status.COMPLETED, RECEIVED))
    exempt(report, "1.1")
    (row,) = tables_with(opened("sections", section=SECTION, month="1"), _("What was done"))[0]
    assert row[_("State")].endswith(REASON)


@pytest.mark.parametrize(("number", "shown"), [(1200, "1,200"), (0, "0"), (None, "–")])
def test_lists_of_reports_say_how_many_people_were_reached(report: Store, number: int | None, shown: str) -> None:
    save(report, Review("1.1", SECTION, 1, Status.COMPLETED, RECEIVED, people_reached=number))
    (sent,) = tables_with(opened("sections", section=SECTION, month="1"), _("What was done"))[0]
    grid = press_in_answers(opened("months", month="1"), "reports 1 1.1", "measures")
    (behind,) = tables_with(grid, _("Role"))[0]
    assert [row[_("People reached")] for row in (sent, behind)] == [shown, shown]


def not_counted(reason: str) -> str:
    return _("not counted: {reason}").format(reason=reason)


def exempt(store: Store, measure: str) -> None:
    save(store, Exemption(measure, SECTION, 1, REASON, date(2024, 11, 1)))


def save(store: Store, record: Exemption | Review) -> None:
    editing.save(store, opening.plans(store)[0], [(None, record)], COORDINATOR)


def _listed(page: str, choices: dict[str, str]) -> AppTest:
    app = opened(page, **choices)
    app.session_state["counted"] = True
    return app.run()
