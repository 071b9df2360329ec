"""The fields of a report on a section's month: what may stand in them, and what goes together."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.language import gettext as _
from ita_data.model.review_checks import NOTHING_HAPPENED
from ita_data.model.states import Status
from ita_data.services import editing, history, opening
from ita_data.services.opening import Store
from tests.pages.apps import introduce, press
from tests.pages.days import days
from tests.pages.section_month import (
    OTHER,
    choose_status,
    enter,
    field_of,
    keys,
    my_month,
    number_of,
    send_button,
    sent,
)
from tests.pages.sheets import open_row
from ui.parts.changes import change_rows


@pytest.mark.usefixtures("report")
def test_a_text_without_a_status_is_kept_and_not_sent() -> None:
    app = my_month()
    first, second = keys(app)[:2]
    enter(app, "result", "ประชุมแล้ว")
    words = _("Choose a status: without one this report can't be sent.")
    assert [error.value for error in app.error][0] == words
    assert app.error[1].value.endswith(f"**{first.partition('-')[0]}** {words}")
    open_row(app, second)
    open_row(app, first)
    assert field_of(app, "result").value == "ประชุมแล้ว"
    assert send_button(app).disabled


@pytest.mark.usefixtures("report")
def test_a_report_whose_status_is_taken_back_is_not_sent() -> None:
    app = my_month()
    choose_status(app, Status.COMPLETED)
    app.button_group[0].set_value(None).run()
    assert send_button(app).disabled
    enter(app, "result", "ประชุมแล้ว")
    enter(app, "result", "")
    assert not app.error


def test_last_months_text_is_taken_over_by_a_click_only(report: Store) -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    enter(app, "result", "จัดทำร่างประกาศ")
    press(app, _("Send {number} reports").format(number=1))
    measure = sent(report)[0].measure
    november = my_month("2")
    open_row(november, f"{measure}-2")
    assert next(field for field in november.text_area).value == ""
    press(november, _("Take over this text"))
    assert next(field for field in november.text_area).value == "จัดทำร่างประกาศ"


def test_that_nothing_was_done_is_no_text_to_take_over(report: Store) -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    enter(app, "result", "จัดทำร่างประกาศ")
    press(app, _("Send {number} reports").format(number=1))
    october = sent(report)[0]
    nothing = replace(october, month=2, result=NOTHING_HAPPENED)
    editing.save(report, opening.plans(report)[0], [(None, nothing)], OTHER)
    december = my_month("3")
    open_row(december, f"{october.measure}-3")
    press(december, _("Take over this text"))
    assert next(field for field in december.text_area).value == "จัดทำร่างประกาศ"


@pytest.mark.usefixtures("report")
def test_a_status_that_does_not_go_with_its_percentage_is_pointed_out() -> None:
    app = my_month()
    choose_status(app, Status.COMPLETED)
    app.number_input[0].set_value(40.0).run()
    assert any("40" in warning.value for warning in app.warning)


def test_a_day_may_be_entered_with_its_buddhist_year(report: Store) -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    days(app)[0].enter("5/10/2567")
    assert days(app)[0].words == "5 ต.ค. 67"
    press(app, _("Send {number} reports").format(number=1))
    assert [review.done_on for review in sent(report)] == [date(2024, 10, 5)]


@pytest.mark.usefixtures("report")
def test_half_of_a_day_keeps_its_report_from_being_sent_and_is_of_its_writer_alone() -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    days(app)[0].enter("5/10/2567")
    days(app)[0].enter("16/10")
    assert send_button(app).disabled
    introduce(app, "ผู้อื่น")
    assert (days(app)[0].words, days(app)[0].fault) == ("", "")


@pytest.mark.usefixtures("report")
def test_a_percentage_above_100_is_pointed_out_and_not_sent() -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    app.number_input[0].set_value(101.0).run()
    assert any("101" in error.value for error in app.error)
    assert send_button(app).disabled


@pytest.mark.usefixtures("report")
def test_a_date_far_from_the_year_is_not_sent() -> None:
    app = my_month()
    choose_status(app, Status.COMPLETED)
    days(app)[0].enter(date(2018, 10, 5))
    assert app.error
    assert send_button(app).disabled


def test_the_number_of_people_reached_is_entered_and_sent(report: Store) -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    number_of(app, "people_reached").set_value(1200).run()
    press(app, _("Send {number} reports").format(number=1))
    assert not app.exception
    assert [review.people_reached for review in sent(report)] == [1200]
    (change,) = history.changes_of(report, history.batches(report)[0].id)
    assert "จำนวนผู้เข้าร่วม: 1,200" in change_rows(change, 2568)[0][-1]
