"""The sheet of a section's month: what is typed into it becomes a draft, and none of it is lost or taken twice."""

from datetime import date

import pytest

from ita_data.language import gettext as _
from ita_data.model.review_checks import NOTHING_HAPPENED
from ita_data.model.states import Status
from ita_data.services import looking, opening
from ita_data.services.opening import Store
from tests.pages.apps import introduce, opened, press
from tests.pages.section_month import SECTION, choose_status, field_of, keys, my_month, send_button, sent, sheet_of
from tests.pages.sheets import entered, first, open_row, rows, taken, tell, type_into


@pytest.mark.usefixtures("report")
def test_what_is_typed_into_a_row_is_a_draft_of_it_and_counted_as_taken() -> None:
    app = sheet_of()
    type_into(app, first(app), status=Status.IN_PROGRESS, result=" ประชุมแล้ว 2 ครั้ง ")
    assert rows(app)[first(app)]["values"]["result"] == "ประชุมแล้ว 2 ครั้ง"
    assert (entered(app), taken(app)) == ([first(app)], 2)
    assert "1/" in next(text.value for text in app.markdown if text.value.startswith("กรอกแล้ว"))


@pytest.mark.usefixtures("report")
def test_what_was_taken_already_is_not_taken_again() -> None:
    app = sheet_of()
    type_into(app, first(app), result="ครั้งแรก", number=5)
    type_into(app, first(app), result="ครั้งที่สอง", number=6)
    type_into(app, first(app), result="ครั้งแรก", number=5)
    assert rows(app)[first(app)]["values"]["result"] == "ครั้งที่สอง"
    type_into(app, first(app), result="อีกแท็บหนึ่ง", number=1, tab="another")
    assert rows(app)[first(app)]["values"]["result"] == "อีกแท็บหนึ่ง"


def test_every_cell_is_sent_as_it_was_typed(report: Store) -> None:
    app = sheet_of()
    cells = {"progress": "๔๐ %", "people_reached": "1,200", "done_on": "5/10/2567", "result": "ประชุมแล้ว"}
    type_into(app, first(app), status=Status.IN_PROGRESS, **cells)
    shown = rows(app)[first(app)]["values"]
    assert [shown[name] for name in ("progress", "people_reached", "done_on")] == ["40", "1,200", "5 ต.ค. 67"]
    press(app, _("Send {number} reports").format(number=1))
    (review,) = sent(report)
    assert (review.progress, review.people_reached, review.done_on) == (40.0, 1200, date(2024, 10, 5))


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize(("name", "text"), [("progress", "มาก"), ("people_reached", "สิบ"), ("done_on", "16/10")])
def test_a_text_that_says_nothing_yet_stays_is_told_and_keeps_its_report_from_being_sent(name: str, text: str) -> None:
    app = sheet_of()
    type_into(app, first(app), status=Status.IN_PROGRESS, **{name: text})
    row = rows(app)[first(app)]
    assert row["values"][name] == text
    assert any(f"“{text}”" in fault for fault in row["faults"])
    assert any(f"“{text}”" in error.value for error in app.error)
    assert send_button(app).disabled
    type_into(app, first(app), **{name: ""})
    assert rows(app)[first(app)]["faults"] == []
    assert not send_button(app).disabled


@pytest.mark.usefixtures("report")
def test_half_of_a_day_is_of_its_writer_alone() -> None:
    app = sheet_of()
    type_into(app, first(app), done_on="16/10")
    introduce(app, "ผู้อื่น")
    assert rows(app)[first(app)]["values"]["done_on"] == ""


@pytest.mark.usefixtures("report")
def test_a_status_is_taken_back_and_with_it_the_draft() -> None:
    app = sheet_of()
    type_into(app, first(app), status=Status.COMPLETED)
    type_into(app, first(app), status="")
    assert entered(app) == []


def test_the_sheet_and_the_report_opened_beside_it_show_the_same(report: Store) -> None:
    app = my_month()
    type_into(app, first(app), status=Status.IN_PROGRESS, result="จากตาราง")
    assert field_of(app, "result").value == "จากตาราง"
    field_of(app, "result").input("จากแบบรายงาน").run()
    choose_status(app, Status.COMPLETED)
    assert rows(app)[first(app)]["values"]["result"] == "จากแบบรายงาน"
    press(app, _("Send {number} reports").format(number=1))
    assert [(review.status, review.result) for review in sent(report)] == [(Status.COMPLETED, "จากแบบรายงาน")]


@pytest.mark.usefixtures("report")
def test_what_was_entered_is_thrown_away_on_purpose() -> None:
    app = my_month()
    type_into(app, first(app), status=Status.IN_PROGRESS, result="ไม่ใช้แล้ว")
    press(app, _("Throw away what I entered"))
    assert entered(app) == []
    assert field_of(app, "result").value == ""


@pytest.mark.usefixtures("report")
def test_last_months_status_and_text_stand_in_the_row_and_that_nothing_was_done_is_no_text() -> None:
    app = sheet_of()
    one, other = keys(app)[:2]
    type_into(app, one, status=Status.IN_PROGRESS, result="จัดทำร่างประกาศ")
    type_into(app, other, **rows(app)[other]["nothing"])
    press(app, _("Send {number} reports").format(number=2))
    november = sheet_of("2")
    last = {key: rows(november)[f"{key.partition('-')[0]}-2"]["last"] for key in (one, other)}
    assert (last[one]["words"], last[one]["text"]) == ("ต.ค. 67 · ◐ อยู่ระหว่างดำเนินการ", "จัดทำร่างประกาศ")
    assert (last[other]["words"], last[other]["text"]) == ("ต.ค. 67 · ○ ยังไม่ดำเนินการ", "")


@pytest.mark.usefixtures("report")
def test_that_nothing_happened_can_be_said_of_what_is_not_sent_only() -> None:
    app = sheet_of()
    assert rows(app)[first(app)]["nothing"]["result"] == NOTHING_HAPPENED
    type_into(app, first(app), status=Status.COMPLETED)
    press(app, _("Send {number} reports").format(number=1))
    assert rows(app)[first(app)]["nothing"] is None


def test_the_rows_stand_below_their_indicators_and_those_as_needed_apart(report: Store) -> None:
    shown = rows(sheet_of()).values()
    as_needed = set(looking.as_needed(report, opening.plans(report)[0], SECTION, 1))
    for row in shown:
        is_apart = row["heading"] == _("Followed up as needed: reported where something was done")
        assert is_apart == (row["code"] in as_needed)
        assert is_apart or row["heading"].split()[0] == row["code"].rpartition(".")[0]


@pytest.mark.usefixtures("report")
def test_what_was_typed_for_a_month_reaches_its_draft_though_another_is_shown_by_then() -> None:
    october = sheet_of()
    key = first(october)
    edits = [{"row": rows(october)[key]["id"], "name": "result", "value": "ยังไม่ทันส่ง"}]
    tell(sheet_of("2"), edits, 1)
    assert rows(sheet_of())[key]["values"]["result"] == "ยังไม่ทันส่ง"


@pytest.mark.usefixtures("report")
def test_what_was_typed_of_a_measure_that_is_gone_is_passed_over() -> None:
    app = sheet_of()
    row = rows(app)[first(app)]["id"]
    gone = "|".join(["gone", *row.split("|")[1:]])
    tell(app, [{"row": gone, "name": "result", "value": "ไม่มีมาตรการนี้"}], 1)
    assert not app.exception
    assert entered(app) == []


@pytest.mark.usefixtures("report")
def test_on_a_past_day_every_row_is_locked() -> None:
    app = introduce(opened("my_month", section=SECTION, month="1", **{"as-of": "2024-11-02"}))
    assert all(row["is_locked"] for row in rows(app).values())
    assert not [button for button in app.button if button.key in ("send", "rest")]


def test_the_report_opened_tells_what_was_reported_before(report: Store) -> None:
    app = sheet_of()
    measure = first(app).partition("-")[0]
    type_into(app, first(app), status=Status.IN_PROGRESS, result="จัดทำร่างประกาศ")
    press(app, _("Send {number} reports").format(number=1))
    assert len(sent(report)) == 1
    november = open_row(sheet_of("2"), f"{measure}-2")
    assert any("จัดทำร่างประกาศ" in html.value for html in november.get("html"))
