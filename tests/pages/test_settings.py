"""What an office sets for its reports, and what it is told before it saves that."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.records import Review
from ita_data.model.rules import Holiday, Rules
from ita_data.model.states import CellState, Status
from ita_data.services import editing, history, opening
from ita_data.services.opening import Store
from tests.offices import COORDINATOR, change_rules
from tests.pages.apps import field, introduce, opened, press, settings_from, tables
from tests.pages.days import day_of
from tests.pages.stored import records
from tests.services.office import STAFF

OCTOBER, JANUARY, MARCH = 1, 4, 6
LED_IN_A_MONTH = 35
"""As many reports the sections owe for a month by what they lead."""
LATE = Review("1.1", "ฝ่ายปกครอง", OCTOBER, Status.IN_PROGRESS, date(2024, 11, 8))


def warnings(app: AppTest) -> str:
    return "\n".join(warning.value for warning in app.warning)


def confirmed(app: AppTest) -> AppTest:
    """The page once somebody said that the change is wanted."""
    return field(app.checkbox, _("I have seen what changes, and want it so")).check().run()


def with_due_day(month: int, day: int) -> AppTest:
    app = settings_from(month)
    return field(app.number_input, _("Reports are due on this day of the following month")).set_value(day).run()


def test_a_due_day_from_october_on_is_that_of_the_whole_year(report: Store) -> None:
    app = press(confirmed(with_due_day(OCTOBER, 12)), _("Save"))
    assert not app.exception
    assert records(report).rules == (Rules(due_day=12),)
    assert history.batches(report)[0].actor.name == "เจ้าหน้าที่ธุรการ"
    owed = tables(opened("sections", section="ฝ่ายปกครอง", month="1"))[0]
    assert owed[1][owed[0].index(_("Due on"))] == date_label(date(2024, 11, 12))


def test_from_a_later_month_on_the_months_before_keep_theirs(report: Store) -> None:
    app = press(confirmed(with_due_day(JANUARY, 12)), _("Save"))
    assert not app.exception
    assert records(report).rules == (Rules(), Rules(12, from_month=JANUARY))
    shown = [row[:2] for row in tables(app)[0][1:]]
    assert shown == [["ต.ค. 67", "5"], ["ม.ค. 68", "12"]]


def test_the_month_that_is_offered_first_is_the_next_one_to_fall_due(
    report: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_data.services.clock.today", lambda: date(2025, 1, 10))
    assert opening.plans(report)
    assert field(introduce(opened("settings")).selectbox, _("From which month on")).value == JANUARY


def test_before_saving_it_says_what_becomes_of_the_reports_and_asks(report: Store) -> None:
    editing.save(report, opening.plans(report)[0], [(None, LATE)], STAFF)
    app = with_due_day(OCTOBER, 8)
    text = _("{number} reports change from {before} to {after}.")
    assert text.format(number=1, before="ล่าช้า", after="ทันกำหนด") in warnings(app)
    moved = _("The reports of {month} are due on {after}, not on {before}.")
    assert moved.format(month="ต.ค. 67", after="8 พ.ย. 67", before="5 พ.ย. 67") in warnings(app)
    assert app.button(key="save-rules").disabled
    assert not confirmed(app).button(key="save-rules").disabled


@pytest.mark.usefixtures("report")
def test_another_change_is_to_be_confirmed_anew() -> None:
    app = confirmed(with_due_day(OCTOBER, 8))
    app = field(app.number_input, _("Reports are due on this day of the following month")).set_value(9).run()
    assert app.button(key="save-rules").disabled


def test_what_was_saved_is_said_though_the_other_forms_of_the_page_begin_anew(report: Store) -> None:
    app = press(confirmed(with_due_day(OCTOBER, 8)), _("Save"))
    assert records(report).rules == (Rules(8),)
    assert len(app.success) == 1


def test_supporting_sections_can_be_asked_to_report_from_a_month_on(report: Store) -> None:
    app = settings_from(MARCH)
    app.checkbox[0].check().run()
    press(confirmed(app), _("Save"))
    assert records(report).rules == (Rules(), Rules(expects_supporting=True, from_month=MARCH))


def test_completion_can_have_a_target_a_month(report: Store) -> None:
    app = settings_from(OCTOBER)
    field(app.number_input, "ธ.ค. 67").set_value(20)
    field(app.number_input, "มี.ค. 68").set_value(50)
    press(app, _("Save"))
    assert not app.exception
    assert records(report).rules == (Rules(completion_targets=(None, None, 20, None, None, 50, *[None] * 6)),)
    app = settings_from(OCTOBER)
    for month in ("ธ.ค. 67", "มี.ค. 68"):
        field(app.number_input, month).set_value(None)
    press(app, _("Save"))
    assert records(report).rules == (Rules(),)


@pytest.mark.usefixtures("report")
def test_targets_of_the_months_before_are_not_asked_for() -> None:
    labels = {entry.label for entry in settings_from(MARCH).number_input}
    assert ("ก.พ. 68" in labels, "มี.ค. 68" in labels) == (False, True)


def test_a_target_can_be_taken_away_again(report: Store) -> None:
    change_rules(report, opening.plans(report)[0], Rules(reporting_target=95), STAFF)
    app, title = settings_from(OCTOBER), _("Target for reports received (%)")
    assert field(app.number_input, title).value == 95
    field(app.number_input, title).set_value(None)
    press(app, _("Save"))
    assert records(report).rules == (Rules(),)


def test_a_target_that_is_lower_than_an_earlier_one_is_refused(report: Store) -> None:
    app = settings_from(OCTOBER)
    field(app.number_input, "ธ.ค. 67").set_value(50)
    field(app.number_input, "มี.ค. 68").set_value(20).run()
    text = _("The target of {later} is lower than that of {earlier}. Raise it, or lower the earlier one.")
    assert text.format(later="มี.ค. 68", earlier="ธ.ค. 67") in [error.value for error in app.error]
    assert app.button(key="save-rules").disabled
    assert records(report).rules == (Rules(),)


def test_saving_the_rules_as_they_are_writes_nothing(report: Store) -> None:
    before = opening.revision(report)
    press(introduce(opened("settings")), _("Save"))
    assert opening.revision(report) == before


def test_rules_that_somebody_else_changed_meanwhile_are_not_overwritten(report: Store) -> None:
    app = confirmed(with_due_day(OCTOBER, 12))
    change_rules(report, opening.plans(report)[0], Rules(7), COORDINATOR)
    press(app, _("Save"))
    assert records(report).rules == (Rules(7),)


def test_an_office_may_begin_in_january_and_then_lacks_nothing_before(report: Store) -> None:
    app = introduce(opened("settings"))
    field(app.selectbox, _("The follow-up starts in")).set_value(JANUARY).run()
    told = _("{number} reports are asked for no more, so far: {state}.")
    assert told.format(number=3 * LED_IN_A_MONTH, state=label("state", CellState.MISSING)) in warnings(app)
    confirmed(app).button(key="save-start").click().run()
    assert records(report).rules == (Rules(starts_in_month=JANUARY),)
    assert tables(opened("sections", section="ฝ่ายปกครอง", month="4"))[0][1][0] == "ม.ค. 68"


def test_the_office_enters_a_day_off_and_takes_it_out_again(report: Store) -> None:
    app = introduce(opened("settings"))
    day_of(app, _("Another day off")).enter(date(2024, 11, 5))
    assert app.button(key="save-holidays").disabled
    field(app.text_input, _("What it is called")).input("วันหยุดพิเศษ").run()
    confirmed(app).button(key="save-holidays").click().run()
    holiday = Holiday(date(2024, 11, 5), "วันหยุดพิเศษ")
    assert records(report).holidays == (holiday,)

    app = introduce(opened("settings"))
    app.multiselect[0].set_value([holiday]).run()
    confirmed(app).button(key="save-holidays").click().run()
    assert records(report).holidays == ()


def test_a_day_that_moves_no_due_date_says_so(report: Store) -> None:
    app = introduce(opened("settings"))
    day_of(app, _("Another day off")).enter(date(2024, 11, 20))
    field(app.text_input, _("What it is called")).input("วันหยุดพิเศษ").run()
    assert _("By this no due date moves, and no report becomes another.") in [info.value for info in app.info]
    app.button(key="save-holidays").click().run()
    assert len(records(report).holidays) == 1
