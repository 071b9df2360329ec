"""Columns that nobody knows: a person says at the import desk what they hold, once for the office."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.field_labels import field_label
from ita_data.services import columns
from ita_data.services.opening import Store
from tests.imports.made_files import saved, workbook
from tests.offices import COORDINATOR
from tests.pages.apps import introduce, press, tables_with
from tests.pages.import_desk import GOOD_ROW, HEADERS, captions, counts, keyed, office_of, reviews, uploaded


def test_a_column_that_nobody_knows_is_asked_for_once(report: Store) -> None:
    headers = (*HEADERS[:3], "ไปถึงไหนแล้วนะ")
    app = introduce(uploaded("ต.ค.xlsx", workbook(headers, GOOD_ROW)))
    assert app.error[0].value == _("The file can't be taken. Nothing was changed.")
    asked = keyed(app.selectbox, "column-0")
    assert headers[3] in asked.label
    assert GOOD_ROW[3] in asked.label
    asked.select("status").run()
    app = press(app, _("Read the file with these answers"))
    assert counts(app)[label("action", "added")] == "1"
    assert counts(uploaded("พ.ย.xlsx", workbook(headers, GOOD_ROW)))[label("action", "added")] == "1"
    assert reviews(report) == []


@pytest.mark.usefixtures("report")
def test_the_answers_of_somebody_without_a_name_are_not_kept() -> None:
    headers = (*HEADERS[:3], "ไปถึงไหนแล้วนะ")
    app = uploaded("ต.ค.xlsx", workbook(headers, GOOD_ROW))
    assert any("ระบุชื่อของท่าน" in caption for caption in captions(app))
    keyed(app.selectbox, "column-0").select("status").run()
    app = press(app, _("Read the file with these answers"))
    assert counts(app)[label("action", "added")] == "1"
    assert keyed(uploaded("พ.ย.xlsx", workbook(headers, GOOD_ROW)).selectbox, "column-0")


@pytest.mark.usefixtures("report")
def test_the_answers_for_one_file_are_not_taken_for_the_next() -> None:
    headers = (*HEADERS[:3], "ไปถึงไหนแล้วนะ")
    app = uploaded("ต.ค.xlsx", workbook(headers, GOOD_ROW))
    keyed(app.selectbox, "column-0").select("status").run()
    app = press(app, _("Read the file with these answers"))
    app.file_uploader[0].upload("พ.ย.xlsx", workbook(headers, GOOD_ROW))
    assert keyed(app.run().selectbox, "column-0")


def test_one_field_is_proposed_and_taken_for_one_column_of_a_sheet(report: Store) -> None:
    headers = (*HEADERS[:3], "ไปถึงไหนแล้วนะ", "ข้อสังเกตของเรา")
    app = introduce(uploaded("ต.ค.xlsx", workbook(headers, (*GOOD_ROW, "ก"))))
    assert [keyed(app.selectbox, f"column-{index}").value for index in (0, 1)] == ["status", "?"]
    keyed(app.selectbox, "column-1").select("status")
    app = press(app, _("Read the file with these answers"))
    assert field_label("status") in app.error[1].value
    assert columns.remembered(report, office_of(report)) == []
    keyed(app.selectbox, "column-1").select("")
    app = press(app, _("Read the file with these answers"))
    assert counts(app)[label("action", "added")] == "1"


@pytest.mark.usefixtures("report")
def test_a_header_of_several_sheets_is_asked_for_once() -> None:
    headers = (*HEADERS[:3], "ไปถึงไหนแล้วนะ")
    made = load_workbook(BytesIO(workbook(headers, GOOD_ROW)))
    second = made.copy_worksheet(made.active)
    second["A2"] = "1.2"
    app = uploaded("ต.ค.xlsx", saved(made))
    assert len([box for box in app.selectbox if str(box.key).startswith("column-")]) == 1
    app = press(app, _("Read the file with these answers"))
    assert counts(app)[label("action", "added")] == "2"


def test_an_answer_may_hold_for_this_file_alone(report: Store) -> None:
    headers = (*HEADERS[:3], "ไปถึงไหนแล้วนะ")
    app = introduce(uploaded("ต.ค.xlsx", workbook(headers, GOOD_ROW)))
    keyed(app.checkbox, "keep-columns").uncheck()
    app = press(app, _("Read the file with these answers"))
    assert counts(app)[label("action", "added")] == "1"
    assert columns.remembered(report, office_of(report)) == []


def test_a_column_that_the_file_does_without_may_be_explained(report: Store) -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook((*HEADERS, "สิ่งที่ทำไป"), (*GOOD_ROW, "อบรม 20 คน"))))
    assert counts(app)[label("action", "added")] == "1"
    assert [each.label for each in app.expander if each.label == _("Columns that aren't read: {count}").format(count=1)]
    asked = keyed(app.selectbox, "column-0")
    assert asked.value == "?"
    asked.select("result")
    app = press(app, _("Read the file with these answers"))
    assert not [each for each in app.selectbox if str(each.key).startswith("column-")]
    assert [(answer.header, answer.field) for answer in columns.remembered(report, office_of(report))] == [
        ("สิ่งที่ทำไป", "result")
    ]


def test_of_two_columns_that_differ_one_is_left_out_with_one_choice_for_this_file_alone(report: Store) -> None:
    headers, row = (*HEADERS, "สถานะการดำเนินการ"), (*GOOD_ROW, "ยังไม่ดำเนินการ")
    app = introduce(uploaded("ต.ค.xlsx", workbook(headers, row)))
    assert [keyed(app.selectbox, f"column-{index}").value for index in (0, 1)] == ["status", "?"]
    keyed(app.selectbox, "column-1").select("")
    app = press(app, _("Read the file with these answers"))
    assert counts(app)[label("action", "added")] == "1"
    assert columns.remembered(report, office_of(report)) == []


@pytest.mark.parametrize("button", ["forget-chosen", "forget-all"])
def test_a_remembered_answer_can_be_taken_back(report: Store, button: str) -> None:
    headers = (*HEADERS[:3], "ไปถึงไหนแล้วนะ")
    columns.remember(report, office_of(report), "monthly", {headers[3]: "status", "ลำดับ": ""}, COORDINATOR)
    app = uploaded("ต.ค.xlsx", workbook(headers, GOOD_ROW))
    ((*_others, told),) = tables_with(app, _("Header or word"))
    assert (told[_("Header or word")], told[_("Answered by")]) == (headers[3], COORDINATOR.name)
    assert app.button(key=button).disabled
    app = introduce(app)
    app.multiselect(key="columns-to-forget").select(headers[3]).run()
    app.button(key=button).click().run()
    assert keyed(app.selectbox, "column-0")
    assert [answer.header for answer in columns.remembered(report, office_of(report))] == (
        ["ลำดับ"] if button == "forget-chosen" else []
    )
