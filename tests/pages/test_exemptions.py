"""On a section's page it is exempted from reports, for a reason that stands in the list, and exemptions are lifted."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.records import Exemption, Review
from ita_data.model.states import Status
from ita_data.services import clock, editing, history, looking, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR
from tests.pages.apps import answers, field, introduce, opened, press, tables_with, text_of

SECTION = "ฝ่ายปกครอง"
REASON = "ปิดปรับปรุงอาคาร"
NAME = "เจ้าหน้าที่ธุรการ"
OCTOBER = Exemption("1.1", SECTION, 1, "ย้ายที่ทำการ", date(2024, 10, 15))


def form() -> AppTest:
    """The exemptions of a section, opened by somebody who said who they are."""
    app = introduce(opened("sections", section=SECTION, month="3"))
    app.session_state["exemptions"] = True
    return app.run()


def fill_in(app: AppTest, measures: list[str], months: list[int], reason: str = REASON) -> AppTest:
    field(app.multiselect, _("Measures to exempt the section from")).set_value(measures).run()
    field(app.multiselect, _("For the months")).set_value(months).run()
    return field(app.text_input, _("Reason")).input(reason).run()


def test_a_section_is_exempted_from_measures_and_months_for_a_reason(report: Store) -> None:
    app = press(fill_in(form(), ["1.1", "1.2"], [2, 3]), _("Exempt"))
    assert not app.exception
    today = clock.today()
    assert exemptions(report) == {
        Exemption(measure, SECTION, month, REASON, today) for measure in ("1.1", "1.2") for month in (2, 3)
    }
    assert history.batches(report)[0].added == 4
    assert history.batches(report)[0].actor.name == NAME


@pytest.mark.usefixtures("report")
def test_what_is_exempt_is_missing_no_more() -> None:
    app = fill_in(form(), ["1.1"], [2, 3])
    before = missing(app)
    assert missing(press(app, _("Exempt"))) == before - 2


@pytest.mark.usefixtures("report")
def test_the_list_says_why_and_who_decided() -> None:
    app = press(fill_in(form(), ["1.1"], [2]), _("Exempt"))
    (row,) = tables_with(app, _("Decided on"))[0]
    assert (row[_("Month")], row[_("Code")], row[_("Reason")]) == ("พ.ย. 67", "1.1", REASON)
    assert row[_("By")].startswith(NAME)
    assert field(app.text_input, _("Reason")).value == ""


def test_without_a_reason_nothing_is_exempted(report: Store) -> None:
    before = opening.revision(report)
    app = press(fill_in(form(), ["1.1"], [2], reason="  "), _("Exempt"))
    expected = _("Give the reason: it stands beside the exemption wherever reports are counted.")
    assert [error.value for error in app.error] == [expected]
    assert opening.revision(report) == before


def test_a_report_that_was_received_can_be_exempted_and_the_page_says_so(report: Store) -> None:
    save(report, Review("1.1", SECTION, 2, Status.COMPLETED, date(2024, 12, 2)))
    app = fill_in(form(), ["1.1"], [2, 3])
    said = _("{number} of them were received already: they are kept, but no longer count either.").format(number=1)
    assert app.warning[-1].value.endswith(said)
    press(app, _("Exempt"))
    assert {entry.month for entry in exemptions(report)} == {2, 3}
    assert len(looking.records(report, opening.plans(report)[0]).reviews) == 1


def test_what_is_exempt_already_keeps_its_reason(report: Store) -> None:
    save(report, OCTOBER)
    app = fill_in(form(), ["1.1"], [1, 2])
    said = _("{number} are exempt already and stay so for their own reason.").format(number=1)
    assert app.info[-1].value.endswith(said)
    press(app, _("Exempt"))
    assert exemptions(report) == {OCTOBER, Exemption("1.1", SECTION, 2, REASON, clock.today())}


def test_an_exemption_can_be_lifted(report: Store) -> None:
    save(report, OCTOBER)
    app = form()
    before = missing(app)
    field(app.multiselect, _("Exemptions to lift")).set_value([("1.1", 1)]).run()
    press(app, _("Lift"))
    assert not app.exception
    assert exemptions(report) == set()
    assert missing(app) == before + 1
    assert history.batches(report)[0].removed == 1


@pytest.mark.usefixtures("report")
def test_only_what_a_section_owes_can_be_exempted() -> None:
    measures = field(form().multiselect, _("Measures to exempt the section from")).options
    assert [measure.split()[0] for measure in measures][:4] == ["1.1", "1.2", "1.3", "1.4"]
    assert not any(measure.startswith(("2.", "ก")) for measure in measures)


@pytest.mark.usefixtures("report")
def test_nobody_exempts_without_a_name() -> None:
    app = opened("sections", section=SECTION)
    app.session_state["exemptions"] = True
    assert app.run().button(key="exempt-now").disabled


LATE = Review("1.1", SECTION, 1, Status.NOT_APPLICABLE, date(2024, 11, 20), note="ไม่มีภารกิจในพื้นที่")


def waiting(actor: Actor = COORDINATOR) -> AppTest:
    """The section's page beside a report that said late that the measure doesn't concern it."""
    app = opened("sections", section=SECTION, month="3")
    app.session_state["actor"] = actor
    return app.run()


def test_not_applicable_said_late_is_missing_until_the_coordinator_approves_it(report: Store) -> None:
    before = missing(waiting())
    save(report, LATE)
    app = waiting()
    assert missing(app) == before
    press(app, _("Approve as exempt"))
    assert not app.exception
    said = _("Not applicable, as the section reported: {said}").format(said=LATE.note)
    assert exemptions(report) == {Exemption("1.1", SECTION, 1, said, clock.today())}
    assert missing(app) == before - 1
    assert not [button for button in app.button if button.label == _("Approve as exempt")]


def test_what_the_coordinator_refuses_is_taken_back_and_owed(report: Store) -> None:
    before = missing(waiting())
    save(report, LATE)
    app = press(waiting(), _("Refuse and ask for the report"))
    assert not app.exception
    assert looking.records(report, opening.plans(report)[0]).reviews == ()
    assert exemptions(report) == set()
    assert missing(app) == before


def test_section_staff_approves_nothing(report: Store) -> None:
    save(report, LATE)
    app = waiting(Actor("สมชาย", ActorRole.SECTION_STAFF, SECTION))
    assert next(button for button in app.button if button.label == _("Approve as exempt")).disabled


def test_not_applicable_said_in_time_needs_no_approval(report: Store) -> None:
    save(report, replace(LATE, received_on=date(2024, 11, 5)))
    assert not [button for button in waiting().button if button.label == _("Approve as exempt")]


def exemptions(store: Store) -> set[Exemption]:
    return set(looking.records(store, opening.plans(store)[0]).exemptions)


def save(store: Store, record: Exemption | Review) -> None:
    editing.save(store, opening.plans(store)[0], [(None, record)], COORDINATOR)


def missing(app: AppTest) -> int:
    """What is missing of the month and of all before it, as the page's figures say."""
    shown = answers(app)
    received, due = text_of(shown, "of")[0].split(" ")[0].split("/")
    values = [int("".join(value.itertext()).replace("%", "").replace(",", "")) for value in list(shown.iter("b"))[:4]]
    return int(due) - int(received) + values[2]
