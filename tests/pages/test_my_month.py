"""A section's month: what it owes, entering it, and sending it as one change."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.metrics import View, expected_cells, year_of
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Exemption, Review
from ita_data.model.review_checks import NOTHING_HAPPENED
from ita_data.model.states import Status
from ita_data.services import clock, closing, editing, history, looking, opening, orders, undoing
from ita_data.services.opening import Store
from tests.offices import bring_report
from tests.pages.apps import Office, in_office, introduce, opened, press, tables_with
from tests.pages.bars import choose
from ui.parts.changes import change_rows

SECTION = "ฝ่ายการคลัง"
OTHER = Actor("หัวหน้าฝ่ายการคลัง", ActorRole.SECTION_STAFF, SECTION)
DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
OCTOBER = "1"


def my_month(app_month: str = OCTOBER) -> AppTest:
    return introduce(opened("my_month", section=SECTION, month=app_month))


def organisation(store: Store) -> str:
    return opening.plans(store)[0].organisation


def sent(store: Store) -> list[Review]:
    return looking.reviews(store, PlanName(organisation(store), 2568), SECTION)


def choose_status(app: AppTest, status: Status) -> AppTest:
    return app.button_group[0].set_value(status).run()


def enter(app: AppTest, name: str, text: str) -> AppTest:
    return _field(app, name).input(text).run()


def test_what_was_entered_follows_its_measure_to_another_code(report: Store) -> None:
    app = my_month()
    first, second = (key.partition("-")[0] for key in _keys(app)[:2])
    choose_status(app, Status.IN_PROGRESS)
    enter(app, "result", "ประชุมชี้แจงแล้ว 2 ครั้ง")
    plan = opening.plans(report)[0]
    one, other = (each for each in looking.records(report, plan).measures if each.code in (first, second))
    edits = [(one, replace(one, code=other.code)), (other, replace(other, code=one.code))]
    editing.save(report, plan, edits, OTHER)
    press(app, _("Send {number} reports").format(number=1))
    assert not app.exception
    assert [(review.measure, review.result) for review in sent(report)] == [(second, "ประชุมชี้แจงแล้ว 2 ครั้ง")]


@in_office("sample")
def test_all_that_a_section_owes_is_listed_this_month_first(office: Office) -> None:
    app = opened("my_month", section=SECTION, month="3", roles="lead")
    snapshot = looking.snapshot(office.store, PlanName(organisation(office.store), 2568))
    cells = expected_cells(View(year_of(snapshot, clock.today()), 3, SECTION, with_supporting=True))
    waiting = cells[(cells["month"] == 3) | cells["state"].isin(["missing", "not_yet_due"])]
    months = [entry.split("-")[1] for entry in _keys(app)]
    as_needed = looking.as_needed(office.store, PlanName(organisation(office.store), 2568), SECTION, 3)
    assert len(months) == len(waiting) + len(as_needed)
    assert months[0] == "3"


def test_reports_are_entered_and_sent_as_one_change(report: Store) -> None:
    app = my_month()
    first, second = _keys(app)[:2]
    choose_status(app, Status.IN_PROGRESS)
    enter(app, "result", "ประชุมชี้แจงแล้ว 2 ครั้ง")
    press(app, _("Next"))
    assert app.radio(key="entry").value == second
    press(app, _("Nothing happened this month"))
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
    first = _keys(app)[0]
    press(choose_status(app, Status.COMPLETED), _("Send {number} reports").format(number=1))
    app.radio(key="entry").set_value(first).run()
    press(app, _("Yes, take it back"))
    assert not app.exception
    assert sent(report) == []
    batch = history.batches(report)[0]
    assert (batch.removed, batch.actor.name, batch.reason) == (1, "เจ้าหน้าที่ธุรการ", "")
    assert any(f"{batch.id}" in told.value for told in app.success)
    app.radio(key="entry").set_value(first).run()
    assert not [button for button in app.button if button.label == _("Yes, take it back")]
    undoing.undo(report, batch.id, OTHER)
    assert [review.status for review in sent(report)] == [Status.COMPLETED]


def test_taking_back_a_report_of_a_closed_month_needs_a_reason(report: Store) -> None:
    app = my_month()
    first = _keys(app)[0]
    press(choose_status(app, Status.COMPLETED), _("Send {number} reports").format(number=1))
    closing.close_month(report, PlanName(organisation(report), 2568), 1, DIRECTOR)
    app.radio(key="entry").set_value(first).run()
    press(app, _("Yes, take it back"))
    assert [review.status for review in sent(report)] == [Status.COMPLETED]
    enter_reason = next(field for field in app.text_input if field.key == f"reason|{SECTION}")
    enter_reason.input("ส่งผิดเดือน").run()
    press(app, _("Yes, take it back"))
    assert sent(report) == []
    assert history.batches(report)[0].reason == "ส่งผิดเดือน"


def test_what_is_entered_is_kept_where_the_next_click_leads_to_another_report(report: Store) -> None:
    app = my_month()
    first = _keys(app)[0]
    choose_status(app, Status.IN_PROGRESS)
    _field(app, "note").input("ดูแฟ้ม 12")
    press(app, _("Next"))
    app.radio(key="entry").set_value(first).run()
    assert _field(app, "note").value == "ดูแฟ้ม 12"
    press(app, _("Send {number} reports").format(number=1))
    assert [review.note for review in sent(report)] == ["ดูแฟ้ม 12"]


@pytest.mark.usefixtures("report")
def test_a_text_without_a_status_is_kept_and_not_sent() -> None:
    app = my_month()
    first = _keys(app)[0]
    enter(app, "result", "ประชุมแล้ว")
    assert [error.value for error in app.error] == [_("Choose a status: without one this report can't be sent.")]
    press(app, _("Next"))
    app.radio(key="entry").set_value(first).run()
    assert _field(app, "result").value == "ประชุมแล้ว"
    assert _send_button(app).disabled


@pytest.mark.usefixtures("report")
def test_a_report_whose_status_is_taken_back_is_not_sent() -> None:
    app = my_month()
    choose_status(app, Status.COMPLETED)
    app.button_group[0].set_value(None).run()
    assert _send_button(app).disabled
    enter(app, "result", "ประชุมแล้ว")
    enter(app, "result", "")
    assert not app.error


def test_a_stored_report_changed_by_somebody_else_is_shown_as_it_is_now(report: Store) -> None:
    first = _keys(my_month())[0]
    theirs = Review(first.split("-")[0], SECTION, 1, Status.IN_PROGRESS, clock.today(), 20.0, "ร่างแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(None, theirs)], OTHER)
    app = my_month()
    app.radio(key="entry").set_value(first).run()
    assert _field(app, "result").value == "ร่างแล้ว"
    corrected = replace(theirs, result="ประกาศแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(theirs, corrected)], OTHER)
    enter(app, "note", "ดูแฟ้ม 12")
    press(app, _("Keep what is stored"))
    assert _field(app, "result").value == "ประกาศแล้ว"


def test_what_was_entered_for_a_later_month_is_not_sent_unseen(report: Store) -> None:
    app = my_month("2")
    choose_status(app, Status.IN_PROGRESS)
    choose(app, "month", 1)
    assert _send_button(app).disabled
    assert any("พ.ย. 67" in caption.value and "1" in caption.value for caption in app.caption)
    choose(app, "month", 2)
    press(app, _("Send {number} reports").format(number=1))
    assert [review.month for review in sent(report)] == [2]


def test_nothing_is_stored_before_it_is_sent(report: Store) -> None:
    before = opening.revision(report)
    app = my_month()
    choose_status(app, Status.COMPLETED)
    press(app, _("Nothing happened this month"))
    assert opening.revision(report) == before
    assert sent(report) == []


def test_all_other_reports_can_be_declared_empty_at_once(report: Store) -> None:
    app = my_month()
    app.session_state["rest"] = True
    app.run()
    press(app, _("Yes, so it is"))
    waiting = _keys(app)[: -len(looking.as_needed(report, PlanName(organisation(report), 2568), SECTION, 1)) or None]
    press(app, _("Send {number} reports").format(number=len(waiting)))
    assert len(sent(report)) == len(waiting) > 0
    assert {review.result for review in sent(report)} == {NOTHING_HAPPENED}


@pytest.mark.usefixtures("report")
def test_declaring_the_rest_empty_leaves_what_is_overdue_of_earlier_months() -> None:
    app = my_month("3")
    months = {key.split("-")[1] for key in _keys(app)}
    app.session_state["rest"] = True
    app.run()
    assert "ธ.ค. 67" in " ".join(text.value for text in app.markdown)
    press(app, _("Yes, so it is"))
    assert {"1", "2", "3"} <= months
    captions = app.radio(key="entry").proto.captions
    entered = [key for key, words in zip(_keys(app), captions, strict=True) if words.startswith("✎")]
    assert entered
    assert {key.split("-")[1] for key in entered} == {"3"}


def test_last_months_text_is_taken_over_by_a_click_only(report: Store) -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    enter(app, "result", "จัดทำร่างประกาศ")
    press(app, _("Send {number} reports").format(number=1))
    measure = sent(report)[0].measure
    november = my_month("2")
    november.radio(key="entry").set_value(f"{measure}-2").run()
    assert next(field for field in november.text_area).value == ""
    press(november, _("Take over this text"))
    assert next(field for field in november.text_area).value == "จัดทำร่างประกาศ"


def test_a_correction_keeps_the_day_of_the_first_receipt(report: Store) -> None:
    stored = Review(_keys(my_month())[0].split("-")[0], SECTION, 1, Status.IN_PROGRESS, date(2024, 11, 1), 20.0)
    editing.save(report, PlanName(organisation(report), 2568), [(None, stored)], OTHER)
    app = my_month()
    app.radio(key="entry").set_value(f"{stored.measure}-1").run()
    choose_status(app, Status.COMPLETED)
    app.number_input[0].set_value(100.0).run()
    press(app, _("Send {number} reports").format(number=1))
    assert sent(report) == [replace(stored, status=Status.COMPLETED, progress=100.0)]


def test_what_somebody_else_sent_meanwhile_is_shown_beside_mine(report: Store) -> None:
    app = my_month()
    measure = _keys(app)[0].split("-")[0]
    choose_status(app, Status.IN_PROGRESS)
    theirs = Review(measure, SECTION, 1, Status.COMPLETED, clock.today(), 100.0, "เสร็จแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(None, theirs)], OTHER)
    app.run()
    press(app, _("Take what I entered"))
    press(app, _("Send {number} reports").format(number=1))
    assert [review.status for review in sent(report)] == [Status.IN_PROGRESS]


def test_a_conflict_at_sending_names_the_report_by_its_month(report: Store) -> None:
    app = my_month()
    measure = _keys(app)[0].split("-")[0]
    choose_status(app, Status.IN_PROGRESS)
    theirs = Review(measure, SECTION, 1, Status.COMPLETED, clock.today(), 100.0, "เสร็จแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(None, theirs)], OTHER)
    press(app, _("Send {number} reports").format(number=1))
    assert any(f"{measure} · ต.ค. 67" in error.value for error in app.error)
    assert sent(report) == [theirs]


def test_a_section_sees_the_orders_that_it_has_to_carry_out(report: Store) -> None:
    october = FiscalMonth(2568, 1)
    for section, text in ((SECTION, "เร่งเบิกจ่าย"), ("ฝ่ายโยธา", "ซ่อมทางเท้า")):
        orders.give_order(report, organisation(report), october, OTHER, section=section, text=text, due=october)
    (shown,) = tables_with(my_month("2"), _("Order text"))
    assert [row[_("Order text")] for row in shown] == ["เร่งเบิกจ่าย"]


def test_nothing_is_sent_once_the_section_has_nothing_to_report(report: Store) -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    records = looking.records(report, PlanName(organisation(report), 2568))
    section = next(section for section in records.sections if section.name == SECTION)
    ended = replace(section, ends_on=date(2024, 9, 30))
    editing.save(report, PlanName(organisation(report), 2568), [(section, ended)], OTHER)
    press(app, _("Send {number} reports").format(number=1))
    assert not app.exception
    assert sent(report) == []
    assert any("ต.ค. 67" in caption.value for caption in app.caption)


@pytest.mark.usefixtures("report")
def test_a_status_that_does_not_go_with_its_percentage_is_pointed_out() -> None:
    app = my_month()
    choose_status(app, Status.COMPLETED)
    app.number_input[0].set_value(40.0).run()
    assert any("40" in warning.value for warning in app.warning)


def test_a_day_may_be_entered_with_its_buddhist_year(report: Store) -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    app.date_input[0].set_value(date(2567, 10, 5)).run()
    assert app.date_input[0].value == date(2024, 10, 5)
    press(app, _("Send {number} reports").format(number=1))
    assert [review.done_on for review in sent(report)] == [date(2024, 10, 5)]


def test_on_a_past_day_reports_can_only_be_read(report: Store) -> None:
    first = _keys(my_month())[0]
    stored = Review(first.split("-")[0], SECTION, 1, Status.IN_PROGRESS, date(2024, 11, 1), 20.0, "ร่างแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(None, stored)], OTHER)
    app = introduce(opened("my_month", section=SECTION, month=OCTOBER, **{"as-of": "2024-11-02"}))
    app.radio(key="entry").set_value(first).run()
    (shown,) = tables_with(app, _("Sent"))
    assert {row[_("Field")]: row[_("Sent")] for row in shown}["ผลการดำเนินการ"] == "ร่างแล้ว"
    assert not [button for button in app.button if button.key in ("send", "next", "nothing")]


@pytest.mark.usefixtures("report")
def test_a_percentage_above_100_is_pointed_out_and_not_sent() -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    app.number_input[0].set_value(101.0).run()
    assert any("101" in error.value for error in app.error)
    assert _send_button(app).disabled


@pytest.mark.usefixtures("report")
def test_a_date_far_from_the_year_is_not_sent() -> None:
    app = my_month()
    choose_status(app, Status.COMPLETED)
    app.date_input[0].set_value(date(2018, 10, 5)).run()
    assert app.error
    assert _send_button(app).disabled


def test_what_the_section_is_exempt_from_is_not_asked_for(report: Store) -> None:
    before = _keys(my_month())
    exemption = Exemption(before[0].split("-")[0], SECTION, 1, "ปิดปรับปรุงสำนักงาน", date(2024, 10, 20))
    editing.save(report, PlanName(organisation(report), 2568), [(None, exemption)], OTHER)
    assert _keys(my_month()) == before[1:]


@pytest.mark.usefixtures("report")
def test_the_page_asks_for_the_section_where_nobody_said_it() -> None:
    app = opened("my_month", section="all")
    assert [notice.value for notice in app.info] == [_("Which section's month shall be shown?")]
    app.button_group[0].set_value(SECTION).run()
    assert app.radio(key="entry").options


def test_in_october_a_section_is_led_to_the_reports_of_september(
    report: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 2))
    bring_report(report, 2569)
    app = opened("my_month", section=SECTION)
    app.button(key="last-year").click().run()
    assert [app.query_params[name] for name in ("year", "month", "section")] == ["2568", "12", SECTION]
    assert "ก.ย. 68" in app.radio(key="entry").options[0]


@pytest.mark.usefixtures("report")
def test_in_october_nothing_points_to_a_year_without_a_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2024, 10, 2))
    assert [button for button in opened("my_month", section=SECTION).button if button.key == "last-year"] == []


def _field(app: AppTest, name: str) -> Any:
    return next(field for field in (*app.text_area, *app.text_input) if str(field.key).startswith(f"{name}|"))


def test_the_number_of_people_reached_is_entered_and_sent(report: Store) -> None:
    app = my_month()
    choose_status(app, Status.IN_PROGRESS)
    _number(app, "people_reached").set_value(1200).run()
    press(app, _("Send {number} reports").format(number=1))
    assert not app.exception
    assert [review.people_reached for review in sent(report)] == [1200]
    (change,) = history.changes_of(report, history.batches(report)[0].id)
    assert "จำนวนผู้เข้าร่วม: 1,200" in change_rows(change, 2568)[0][-1]


def _number(app: AppTest, name: str) -> Any:
    return next(field for field in app.number_input if str(field.key).startswith(f"{name}|"))


def _send_button(app: AppTest) -> Any:
    return next(button for button in app.button if button.key == "send")


def _keys(app: AppTest) -> list[str]:
    """The keys of the entries, which the radio holds as its options."""
    named = (entry.split() for entry in app.radio(key="entry").options)
    return [f"{measure}-{_MONTHS.index(month) + 1}" for measure, _dot, month, *_rest in named]


_MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.")
