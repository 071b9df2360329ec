"""The director closes a month: its figures stand, and what changes afterwards says who, when and why."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.records import Review
from ita_data.model.states import Status
from ita_data.services import clock, closing, editing, history, looking, opening
from ita_data.services.opening import Store
from tests.imports.made_files import workbook
from tests.pages.apps import field, introduce, opened, press, settings_from, tables_with
from tests.pages.sheets import rows, type_into

DIRECTOR = Actor("ผู้อำนวยการเขต", ActorRole.DIRECTOR)
STAFF = Actor("เจ้าหน้าที่ฝ่ายปกครอง", ActorRole.SECTION_STAFF)
SECTION = "ฝ่ายปกครอง"
REVIEW = Review("1.1", SECTION, 1, Status.IN_PROGRESS, date(2024, 11, 4), 40.0, "ร่างคู่มือ")
COMPLETED = replace(REVIEW, status=Status.COMPLETED, progress=100.0)
OFFICE_ROW = 0


@pytest.fixture
def closed(report: Store) -> Store:
    """An office with one review, whose October is closed."""
    editing.save(report, opening.plans(report)[0], [(None, REVIEW)], STAFF)
    closing.close_month(report, opening.plans(report)[0], 1, DIRECTOR)
    return report


def months(role: ActorRole = ActorRole.DIRECTOR) -> AppTest:
    """The months' page at October, with the form to close it opened."""
    app = introduce(opened("months", month="1"))
    app.session_state["actor"] = Actor("ผู้อำนวยการเขต", role)
    app.session_state["close-month"] = True
    return app.run()


def frozen_row(app: AppTest) -> dict[str, str]:
    (table,) = tables_with(app, _("Completed when closed"))
    return table[OFFICE_ROW]


def closings(store: Store) -> int:
    return len(looking.records(store, opening.plans(store)[0]).closings)


def test_the_director_closes_a_month_after_seeing_what_is_missing(report: Store) -> None:
    app = months()
    assert any("ขาดรายงาน" in warning.value for warning in app.warning)
    press(app, _("Close {month} now").format(month="ต.ค. 67"))
    assert not app.exception
    assert _("{month} is closed").format(month="ต.ค. 67") in [heading.value for heading in app.header]
    assert closings(report) == 1
    assert history.batches(report)[0].actor == DIRECTOR


def test_who_wanted_to_close_a_month_that_somebody_else_closed_a_moment_ago_is_told_who_did(report: Store) -> None:
    app = months()
    deputy = Actor("รองผู้อำนวยการเขต", ActorRole.DIRECTOR)
    closing.close_month(report, opening.plans(report)[0], 1, deputy)
    press(app, _("Close {month} now").format(month="ต.ค. 67"))
    assert not app.exception
    assert [info.value for info in app.info if deputy.name in info.value]
    assert not [told.value for told in app.success if DIRECTOR.name in told.value]


def test_nobody_but_the_director_closes_a_month(report: Store) -> None:
    app = months(ActorRole.COORDINATOR)
    name = _("Close {month} now").format(month="ต.ค. 67")
    assert next(button for button in app.button if button.label == name).disabled
    assert closings(report) == 0


def test_a_month_that_is_not_over_cant_be_closed(report: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2024, 10, 31))
    app = months()
    assert _("The month can be closed after {day}.").format(day="31 ต.ค. 67") in [info.value for info in app.info]
    assert closings(report) == 0


def test_the_frozen_figures_stand_beside_the_live_ones(closed: Store) -> None:
    before = frozen_row(opened("months", month="1"))
    editing.save(closed, opening.plans(closed)[0], [(REVIEW, COMPLETED)], STAFF, "แนบเอกสารภายหลัง")
    app = opened("months", month="1")
    after = frozen_row(app)
    for kept in (_("Completed when closed"), _("Reported when closed"), _("On time when closed")):
        assert after[kept].startswith(before[kept])
    assert _("✎ changed after closing") in after[_("Completed when closed")]
    changes = tables_with(app, _("When and by whom"))[0]
    assert all(STAFF.name in change[_("When and by whom")] for change in changes)
    assert {change[_("Reason")] for change in changes} == {"แนบเอกสารภายหลัง"}
    assert ("40", "100") in {(change[_("Before")], change[_("After")]) for change in changes}


def test_figures_that_somebody_changed_in_the_database_are_called_out(closed: Store) -> None:
    with closed.begin() as connection:
        connection.exec_driver_sql("UPDATE closings SET figures = replace(figures, '1', '2')")
    app = opened("months", month="1")
    assert any("ลายนิ้วมือ" in error.value for error in app.error)


def test_a_section_sends_a_closed_month_with_a_reason_and_loses_nothing_meanwhile(closed: Store) -> None:
    app = introduce(opened("my_month", section=SECTION, month="1"))
    waits = next(key for key, row in rows(app).items() if row["waits"])
    type_into(app, waits, status=Status.IN_PROGRESS, result="จัดทำประกาศ")
    press(app, _("Send {number} reports").format(number=1))
    assert any("ต.ค. 67" in warning.value for warning in app.warning)
    assert len(stored(closed)) == 1
    field(app.text_input, _("Reason for the change after the month was closed")).input("ส่งเอกสารล่าช้า").run()
    press(app, _("Send {number} reports").format(number=1))
    assert not app.exception
    assert len(stored(closed)) == 2
    assert history.batches(closed)[0].reason == "ส่งเอกสารล่าช้า"


def test_the_plans_rules_change_with_a_reason_only(closed: Store) -> None:
    app = settings_from(1)
    app.number_input[0].set_value(10).run()
    field(app.checkbox, _("I have seen what changes, and want it so")).check().run()
    press(app, _("Save"))
    field(app.text_input, _("Reason for the change after the month was closed")).input("มติที่ประชุม")
    press(app, _("Save"))
    assert not app.exception
    assert looking.records(closed, opening.plans(closed)[0]).rules[0].due_day == 10
    assert history.batches(closed)[0].reason == "มติที่ประชุม"


def test_a_workbook_for_a_closed_month_is_applied_with_a_reason_only(closed: Store) -> None:
    headers = ["รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ"]
    app = introduce(opened("imports"))
    app.file_uploader[0].upload("ต.ค. 67.xlsx", workbook(headers, ["1.2", SECTION, "ต.ค. 67", "ดำเนินการแล้ว"]))
    assert app.run().button(key="apply").disabled
    assert _("give the reason above for changing a closed month") in app.markdown[-1].value
    field(app.text_input, _("Reason for the change after the month was closed")).input("ส่งไฟล์ล่าช้า").run()
    press(app, _("Apply these changes"))
    assert not app.exception
    assert len(stored(closed)) == 2
    assert history.batches(closed)[0].reason == "ส่งไฟล์ล่าช้า"


def test_a_batch_is_undone_with_a_reason_where_its_month_is_closed(closed: Store) -> None:
    batch = history.batches(closed)[1].id
    app = introduce(opened("history", batch=str(batch)))
    app.session_state[f"undo-{batch}"] = True
    press(app.run(), _("Undo now"))
    assert any("ต.ค. 67" in error.value for error in app.error)
    app.session_state[f"undo-{batch}"] = True
    field(app.run().text_input, _("Reason for the change after the month was closed")).input("บันทึกผิดฝ่าย").run()
    app.session_state[f"undo-{batch}"] = True
    press(app, _("Undo now"))
    assert not app.exception
    assert stored(closed) == ()
    (newest, *_others) = tables_with(opened("history"), _("What"))[0]
    assert _("Reason: {reason}").format(reason="บันทึกผิดฝ่าย") in newest[_("What")]


@pytest.mark.usefixtures("closed")
def test_the_history_of_a_closing_doesnt_spread_out_its_figures() -> None:
    (table,) = tables_with(opened("history"), _("Before"))
    assert "measure_status" not in table[0][_("After")]
    assert "SHA-256" in table[0][_("After")]


def test_a_reopened_section_needs_no_reason(closed: Store) -> None:
    app = opened("months", month="1")
    app.session_state["actor"] = DIRECTOR
    app.session_state["reopen"] = True
    app.run()
    field(app.selectbox, _("Section")).select(SECTION)
    app.selectbox(key="reopen-section").select(SECTION)
    app.text_input(key="reopen-reason").input("ส่งเอกสารเพิ่ม").run()
    press(app, _("Reopen"))
    assert not app.exception
    assert SECTION in [row[_("Reopened for")] for row in tables_with(app, _("Reopened for"))[0]]
    editing.save(closed, opening.plans(closed)[0], [(REVIEW, COMPLETED)], STAFF)


def test_two_months_are_compared_measure_by_measure(closed: Store) -> None:
    november = replace(REVIEW, month=2, status=Status.COMPLETED, progress=100.0)
    editing.save(closed, opening.plans(closed)[0], [(None, november)], STAFF)
    app = opened("months", month="2")
    app.session_state["compare"] = True
    app.run()
    (row,) = [row for row in tables_with(app, _("What happened"))[0] if row[_("Code")] == "1.1"]
    assert "อยู่ระหว่างดำเนินการ" in row[_("Status before")]
    assert "ดำเนินการแล้ว" in row[_("Status after")]


def stored(store: Store) -> tuple[Review, ...]:
    return looking.records(store, opening.plans(store)[0]).reviews
