"""A section's month: what it owes, entering it, and sending it as one change."""

from dataclasses import replace
from datetime import date

import pytest

from ita_data.language import gettext as _
from ita_data.metrics import View, expected_cells, year_of
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.model.review_checks import NOTHING_HAPPENED
from ita_data.model.states import Status
from ita_data.services import clock, editing, history, looking, opening, orders, undoing
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.pages.apps import Office, in_office, introduce, opened, press, tables_with
from tests.pages.bars import choose
from tests.pages.section_month import (
    OCTOBER,
    OTHER,
    SECTION,
    choose_status,
    field_of,
    keys,
    my_month,
    organisation,
    send_button,
    sent,
    sheet_of,
)
from tests.pages.sheets import entered, open_row, rows, type_into


@in_office("sample")
def test_the_sheet_lists_all_that_the_month_owes_and_leads_to_what_earlier_months_do(office: Office) -> None:
    app = opened("my_month", section=SECTION, month="3", roles="lead")
    snapshot = looking.snapshot(office.store, PlanName(organisation(office.store), 2568))
    cells = expected_cells(View(year_of(snapshot, clock.today()), 3, SECTION, with_supporting=True))
    as_needed = looking.as_needed(office.store, PlanName(organisation(office.store), 2568), SECTION, 3)
    assert len(keys(app)) == sum(cells["month"] == 3) + len(as_needed)
    assert {key.split("-")[1] for key in keys(app)} == {"3"}
    earlier = cells[(cells["month"] < 3) & cells["state"].isin(["missing", "not_yet_due"])]
    buttons = [button.key for button in app.button if str(button.key).startswith("month-")]
    assert buttons == [f"month-{month}" for month in sorted(set(earlier["month"]))]


@pytest.mark.usefixtures("report")
def test_a_month_before_is_opened_by_its_own_button() -> None:
    app = sheet_of("3")
    app.button(key="month-1").click().run()
    assert {key.split("-")[1] for key in keys(app)} == {"1"}


def test_reports_are_entered_and_sent_as_one_change(report: Store) -> None:
    app = sheet_of()
    first, second = keys(app)[:2]
    type_into(app, first, status=Status.IN_PROGRESS, result="ประชุมชี้แจงแล้ว 2 ครั้ง")
    type_into(app, second, **rows(app)[second]["nothing"])
    press(app, _("Send {number} reports").format(number=2))
    assert not app.exception
    by_measure = {f"{review.measure}-{review.month}": review for review in sent(report)}
    assert (by_measure[first].status, by_measure[first].result) == (Status.IN_PROGRESS, "ประชุมชี้แจงแล้ว 2 ครั้ง")
    assert (by_measure[second].status, by_measure[second].result) == (Status.NOT_STARTED, NOTHING_HAPPENED)
    assert by_measure[first].received_on == clock.today()
    batch = history.batches(report)[0]
    assert (batch.added, batch.changed, batch.actor.name) == (2, 0, "เจ้าหน้าที่ธุรการ")


def test_a_report_sent_by_mistake_is_taken_back_and_owed_again(report: Store) -> None:
    app = my_month()
    first = keys(app)[0]
    press(choose_status(app, Status.COMPLETED), _("Send {number} reports").format(number=1))
    open_row(app, first)
    press(app, _("Yes, take it back"))
    assert not app.exception
    assert sent(report) == []
    batch = history.batches(report)[0]
    assert (batch.removed, batch.actor.name, batch.reason) == (1, "เจ้าหน้าที่ธุรการ", "")
    assert any(f"{batch.id}" in told.value for told in app.success)
    open_row(app, first)
    assert not [button for button in app.button if button.label == _("Yes, take it back")]
    undoing.undo(report, batch.id, OTHER)
    assert [review.status for review in sent(report)] == [Status.COMPLETED]


def test_what_is_entered_is_kept_where_the_next_click_leads_to_another_report(report: Store) -> None:
    app = my_month()
    first, second = keys(app)[:2]
    choose_status(app, Status.IN_PROGRESS)
    field_of(app, "note").input("ดูแฟ้ม 12")
    open_row(app, second)
    open_row(app, first)
    assert field_of(app, "note").value == "ดูแฟ้ม 12"
    press(app, _("Send {number} reports").format(number=1))
    assert [review.note for review in sent(report)] == ["ดูแฟ้ม 12"]


def test_what_was_entered_for_a_later_month_is_not_sent_unseen(report: Store) -> None:
    app = my_month("2")
    choose_status(app, Status.IN_PROGRESS)
    choose(app, "month", 1)
    assert send_button(app).disabled
    assert any("พ.ย. 67" in caption.value and "1" in caption.value for caption in app.caption)
    choose(app, "month", 2)
    press(app, _("Send {number} reports").format(number=1))
    assert [review.month for review in sent(report)] == [2]


def test_nothing_is_stored_before_it_is_sent(report: Store) -> None:
    before = opening.revision(report)
    app = my_month()
    choose_status(app, Status.COMPLETED)
    type_into(app, keys(app)[1], status=Status.IN_PROGRESS, result="ร่างประกาศ")
    assert opening.revision(report) == before
    assert sent(report) == []


def test_all_other_reports_can_be_declared_empty_at_once(report: Store) -> None:
    app = sheet_of()
    as_needed = looking.as_needed(report, PlanName(organisation(report), 2568), SECTION, 1)
    waiting = keys(app)[: -len(as_needed) or None]
    assert app.button(key="rest").label == f"ไม่มีการดำเนินการใน ต.ค. 67 อีก {len(waiting)} รายการ"
    app.button(key="rest").click().run()
    press(app, _("Send {number} reports").format(number=len(waiting)))
    assert len(sent(report)) == len(waiting) > 0
    assert {review.result for review in sent(report)} == {NOTHING_HAPPENED}


@pytest.mark.usefixtures("report")
def test_declaring_the_rest_is_taken_back_but_for_what_was_entered_since() -> None:
    app = sheet_of()
    first, second = keys(app)[:2]
    type_into(app, first, status=Status.COMPLETED)
    app.button(key="rest").click().run()
    type_into(app, second, result="ประชุมแล้ว")
    app.button(key="rest-undo").click().run()
    assert entered(app) == [first, second]


@pytest.mark.usefixtures("report")
def test_declaring_the_rest_empty_leaves_what_is_overdue_of_earlier_months() -> None:
    app = sheet_of("3")
    app.button(key="rest").click().run()
    assert entered(app)
    app.button(key="month-1").click().run()
    assert entered(app) == []


def test_a_correction_keeps_the_day_of_the_first_receipt(report: Store) -> None:
    stored = Review(keys(my_month())[0].split("-")[0], SECTION, 1, Status.IN_PROGRESS, date(2024, 11, 1), 20.0)
    editing.save(report, PlanName(organisation(report), 2568), [(None, stored)], OTHER)
    app = my_month()
    open_row(app, f"{stored.measure}-1")
    choose_status(app, Status.COMPLETED)
    app.number_input[0].set_value(100.0).run()
    press(app, _("Send {number} reports").format(number=1))
    assert sent(report) == [replace(stored, status=Status.COMPLETED, progress=100.0)]


def test_a_section_sees_the_orders_that_it_has_to_carry_out(report: Store) -> None:
    october = FiscalMonth(2568, 1)
    for section, text in ((SECTION, "เร่งเบิกจ่าย"), ("ฝ่ายโยธา", "ซ่อมทางเท้า")):
        orders.give_order(report, organisation(report), october, OTHER, section=section, text=text, due=october)
    (shown,) = tables_with(my_month("2"), _("Order text"))
    assert [row[_("Order text")] for row in shown] == ["เร่งเบิกจ่าย"]


def test_on_a_past_day_reports_can_only_be_read(report: Store) -> None:
    first = keys(my_month())[0]
    stored = Review(first.split("-")[0], SECTION, 1, Status.IN_PROGRESS, date(2024, 11, 1), 20.0, "ร่างแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(None, stored)], OTHER)
    app = introduce(opened("my_month", section=SECTION, month=OCTOBER, **{"as-of": "2024-11-02"}))
    open_row(app, first)
    (shown,) = tables_with(app, _("Sent"))
    assert {row[_("Field")]: row[_("Sent")] for row in shown}["ผลการดำเนินการ"] == "ร่างแล้ว"
    assert not [button for button in app.button if button.key in ("send", "rest")]


@pytest.mark.usefixtures("report")
def test_the_page_asks_for_the_section_where_nobody_said_it() -> None:
    app = opened("my_month", section="all")
    assert [notice.value for notice in app.info] == [_("Which section's month shall be shown?")]
    app.button_group[0].set_value(SECTION).run()
    assert rows(app)


def test_in_october_a_section_is_led_to_the_reports_of_september(
    report: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 2))
    bring_report(report, 2569)
    app = opened("my_month", section=SECTION)
    app.button(key="last-year").click().run()
    assert [app.query_params[name] for name in ("year", "month", "section")] == ["2568", "12", SECTION]
    assert {key.split("-")[1] for key in keys(app)} == {"12"}


@pytest.mark.usefixtures("report")
def test_in_october_nothing_points_to_a_year_without_a_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2024, 10, 2))
    assert [button for button in opened("my_month", section=SECTION).button if button.key == "last-year"] == []
