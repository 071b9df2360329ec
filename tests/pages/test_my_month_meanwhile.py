"""A section's month while others change what it rests on."""

from dataclasses import replace
from datetime import date

from ita_data.language import gettext as _
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Exemption, Review
from ita_data.model.states import Status
from ita_data.services import clock, closing, editing, history, looking, opening
from ita_data.services.opening import Store
from tests.pages.apps import press
from tests.pages.section_month import (
    DIRECTOR,
    OTHER,
    SECTION,
    choose_status,
    enter,
    field_of,
    keys,
    my_month,
    organisation,
    sent,
    sheet_of,
)
from tests.pages.sheets import entered, open_row, rows, type_into


def test_what_was_entered_follows_its_measure_to_another_code(report: Store) -> None:
    app = my_month()
    first, second = (key.partition("-")[0] for key in keys(app)[:2])
    choose_status(app, Status.IN_PROGRESS)
    enter(app, "result", "ประชุมชี้แจงแล้ว 2 ครั้ง")
    plan = opening.plans(report)[0]
    one, other = (each for each in looking.records(report, plan).measures if each.code in (first, second))
    edits = [(one, replace(one, code=other.code)), (other, replace(other, code=one.code))]
    editing.save(report, plan, edits, OTHER)
    press(app, _("Send {number} reports").format(number=1))
    assert not app.exception
    assert [(review.measure, review.result) for review in sent(report)] == [(second, "ประชุมชี้แจงแล้ว 2 ครั้ง")]


def test_taking_back_a_report_of_a_closed_month_needs_a_reason(report: Store) -> None:
    app = my_month()
    first = keys(app)[0]
    press(choose_status(app, Status.COMPLETED), _("Send {number} reports").format(number=1))
    closing.close_month(report, PlanName(organisation(report), 2568), 1, DIRECTOR)
    open_row(app, first)
    press(app, _("Yes, take it back"))
    assert [review.status for review in sent(report)] == [Status.COMPLETED]
    enter_reason = next(field for field in app.text_input if field.key == f"reason|{SECTION}")
    enter_reason.input("ส่งผิดเดือน").run()
    press(app, _("Yes, take it back"))
    assert sent(report) == []
    assert history.batches(report)[0].reason == "ส่งผิดเดือน"


def test_a_stored_report_changed_by_somebody_else_is_shown_as_it_is_now(report: Store) -> None:
    first = keys(my_month())[0]
    theirs = Review(first.split("-")[0], SECTION, 1, Status.IN_PROGRESS, clock.today(), 20.0, "ร่างแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(None, theirs)], OTHER)
    app = my_month()
    open_row(app, first)
    assert field_of(app, "result").value == "ร่างแล้ว"
    corrected = replace(theirs, result="ประกาศแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(theirs, corrected)], OTHER)
    enter(app, "note", "ดูแฟ้ม 12")
    press(app, _("Keep what is stored"))
    assert field_of(app, "result").value == "ประกาศแล้ว"


def test_what_somebody_else_sent_meanwhile_is_shown_beside_mine(report: Store) -> None:
    app = my_month()
    measure = keys(app)[0].split("-")[0]
    choose_status(app, Status.IN_PROGRESS)
    theirs = Review(measure, SECTION, 1, Status.COMPLETED, clock.today(), 100.0, "เสร็จแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(None, theirs)], OTHER)
    app.run()
    press(app, _("Take what I entered"))
    press(app, _("Send {number} reports").format(number=1))
    assert [review.status for review in sent(report)] == [Status.IN_PROGRESS]


def test_a_conflict_at_sending_names_the_report_and_keeps_what_was_entered(report: Store) -> None:
    app = my_month()
    measure = keys(app)[0].split("-")[0]
    choose_status(app, Status.IN_PROGRESS)
    theirs = Review(measure, SECTION, 1, Status.COMPLETED, clock.today(), 100.0, "เสร็จแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(None, theirs)], OTHER)
    press(app, _("Send {number} reports").format(number=1))
    assert any(f"**{measure}** มีผู้อื่นส่งรายงานนี้ไปก่อนแล้ว" in error.value for error in app.error)
    assert sent(report) == [theirs]
    assert entered(app) == [f"{measure}-1"]


def test_the_others_are_sent_where_somebody_else_sent_one_of_them_meanwhile(report: Store) -> None:
    app = sheet_of()
    one, other = keys(app)[:2]
    for key in (one, other):
        type_into(app, key, status=Status.IN_PROGRESS)
    theirs = Review(one.partition("-")[0], SECTION, 1, Status.COMPLETED, clock.today(), 100.0, "เสร็จแล้ว")
    editing.save(report, PlanName(organisation(report), 2568), [(None, theirs)], OTHER)
    press(app, _("Send {number} reports").format(number=2))
    assert {f"{review.measure}-1": review.status for review in sent(report)} == {
        one: Status.COMPLETED,
        other: Status.IN_PROGRESS,
    }
    assert rows(app)[one]["is_locked"]


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


def test_what_the_section_is_exempt_from_is_not_asked_for(report: Store) -> None:
    before = keys(my_month())
    exemption = Exemption(before[0].split("-")[0], SECTION, 1, "ปิดปรับปรุงสำนักงาน", date(2024, 10, 20))
    editing.save(report, PlanName(organisation(report), 2568), [(None, exemption)], OTHER)
    assert keys(my_month()) == before[1:]
