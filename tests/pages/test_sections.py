"""What a section owes and has sent, and the rules by which it owes it."""

from datetime import date

import pytest

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.metrics import View, overdue, year_of
from ita_data.model.rules import Rules
from ita_data.services import history, looking, opening
from ita_data.services.opening import Store
from tests.offices import change_rules
from tests.pages.apps import Office, click, field, in_office, introduce, opened, press, reached, tables, unfolded
from tests.services.office import STAFF

ENFORCEMENT = "ฝ่ายเทศกิจ"


def test_the_due_day_can_be_changed_and_the_due_dates_follow(report: Store) -> None:
    app = unfolded(introduce(opened("sections")), "rules")
    app.number_input[0].set_value(12)
    press(app, _("Save"))
    assert not app.exception
    assert rules(report) == Rules(due_day=12)
    assert history.batches(report)[0].actor.name == "เจ้าหน้าที่ธุรการ"
    owed = tables(opened("sections", section="ฝ่ายปกครอง", month="1"))[0]
    assert owed[1][owed[0].index(_("Due on"))] == date_label(date(2024, 11, 12))


def test_supporting_sections_can_be_asked_to_report_too(report: Store) -> None:
    app = unfolded(introduce(opened("sections")), "rules")
    app.checkbox[0].check()
    press(app, _("Save"))
    assert rules(report) == Rules(expects_supporting=True)


def test_completion_can_have_a_target_a_month(report: Store) -> None:
    app = unfolded(introduce(opened("sections")), "rules")
    field(app.number_input, "ธ.ค. 67").set_value(20)
    field(app.number_input, "มี.ค. 68").set_value(50)
    press(app, _("Save"))
    assert not app.exception
    assert rules(report) == Rules(completion_targets=(None, None, 20, None, None, 50, *[None] * 6))
    app = unfolded(introduce(opened("sections")), "rules")
    for month in ("ธ.ค. 67", "มี.ค. 68"):
        field(app.number_input, month).set_value(None)
    press(app, _("Save"))
    assert rules(report) == Rules()


def test_a_target_can_be_taken_away_again(report: Store) -> None:
    change_rules(report, opening.plans(report)[0], Rules(reporting_target=95), STAFF)
    app = unfolded(introduce(opened("sections")), "rules")
    title = _("Target for reports received (%)")
    assert field(app.number_input, title).value == 95
    field(app.number_input, title).set_value(None)
    press(app, _("Save"))
    assert rules(report) == Rules()


def test_a_target_that_is_lower_than_an_earlier_one_is_refused(report: Store) -> None:
    app = unfolded(introduce(opened("sections")), "rules")
    field(app.number_input, "ธ.ค. 67").set_value(50)
    field(app.number_input, "มี.ค. 68").set_value(20).run()
    text = _("The target of {later} is lower than that of {earlier}. Raise it, or lower the earlier one.")
    assert text.format(later="มี.ค. 68", earlier="ธ.ค. 67") in [error.value for error in app.error]
    assert app.button(key="save-rules").disabled
    assert rules(report) == Rules()


def test_saving_the_rules_as_they_are_writes_nothing(report: Store) -> None:
    before = opening.revision(report)
    press(unfolded(introduce(opened("sections")), "rules"), _("Save"))
    assert opening.revision(report) == before


@in_office("sample")
def test_a_section_sees_all_it_owes(office: Office) -> None:
    app = opened("sections", section=ENFORCEMENT, month="6", roles="all")
    plan = opening.plans(office.store)[0]
    snapshot = looking.snapshot(office.store, plan)
    owed = overdue(View(year_of(snapshot, opening.office_day(office.store)), 6, ENFORCEMENT, with_supporting=True))
    assert [row[1] for row in tables(app)[0][1:]] == owed["measure"].tolist() != []


@in_office("sample")
def test_a_section_sees_all_it_has_sent(office: Office) -> None:
    app = opened("sections", section=ENFORCEMENT, month="6")
    plan = opening.plans(office.store)[0]
    reviews = looking.snapshot(office.store, plan).reviews
    mine = reviews[(reviews["section"] == ENFORCEMENT) & (reviews["month"] <= 6)]
    assert len(tables(app)[-1]) - 1 == len(mine) > 0


@in_office("sample")
@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("chart", ["reporting_by_section", "completion_by_section"])
def test_a_click_on_a_section_shows_it(chart: str) -> None:
    app = click(reached("sections"), chart, ENFORCEMENT)
    assert not app.exception
    assert app.query_params["section"] == ENFORCEMENT
    assert _("Owed") in [heading.value for heading in app.header]


def rules(store: Store) -> Rules:
    plan = opening.plans(store)[0]
    (rules,) = looking.snapshot(store, plan).rules
    return rules
