"""A person says at the desk what an unknown word means, leaves a record out, or empties a field on purpose."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ita_data.imports.layouts.layout import of_words
from ita_data.language import gettext as _
from ita_data.services import columns, looking, opening
from ita_data.services.opening import Store
from tests.imports.made_files import workbook
from tests.pages.apps import introduce, press
from tests.pages.import_desk import GOOD_ROW, HEADERS, office_of, reviews, uploaded

UNKNOWN = ("1.2", "ฝ่ายปกครอง", "ต.ค. 67", "เรียบร้อยดี")
WORD = "word-status-เรียบร้อยดี"


def test_an_unknown_status_is_mended_without_going_back_to_excel(report: Store) -> None:
    app = introduce(with_unknown_word())
    app = press(box(app, WORD).select("completed").run(), _("Apply these changes"))
    assert not app.exception
    assert reviews(report) == [("1.1", "ฝ่ายปกครอง", 1), ("1.2", "ฝ่ายปกครอง", 1)]


def test_several_words_are_explained_before_the_file_is_read_again(report: Store) -> None:
    other = ("1.3", "ฝ่ายปกครอง", "ต.ค. 67", "พอใช้")
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW, UNKNOWN, other)))
    box(app, WORD).select("completed")
    box(app, "word-status-พอใช้").select("in_progress")
    app = press(press(app, _("Read the file with these answers")), _("Apply these changes"))
    assert [code for code, _section, _month in reviews(report)] == ["1.1", "1.2", "1.3"]


def test_a_word_left_open_leaves_its_row_out_and_takes_the_others(report: Store) -> None:
    press(introduce(with_unknown_word()), _("Apply the good rows"))
    assert reviews(report) == [("1.1", "ฝ่ายปกครอง", 1)]


def test_what_a_word_means_is_said_once_unless_it_is_to_be_kept(report: Store) -> None:
    app = introduce(with_unknown_word())
    box(app, WORD).select("completed").run()
    assert columns.remembered(report, office_of(report)) == []


def test_what_a_word_means_is_kept_for_the_office_where_somebody_wants_it(report: Store) -> None:
    app = introduce(with_unknown_word())
    next(each for each in app.checkbox if str(each.key).startswith("keep-words")).check().run()
    box(app, WORD).select("completed").run()
    (kept,) = columns.remembered(report, office_of(report))
    assert (kept.layout, kept.header, kept.field) == (of_words("monthly", "status"), "เรียบร้อยดี", "completed")
    again = with_unknown_word()
    assert [each for each in again.selectbox if str(each.key).startswith("word-")] == []


def test_a_record_can_be_left_out(report: Store) -> None:
    app = introduce(uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW, ("1.2", *GOOD_ROW[1:]))))
    multi(app, "left-out").select(("review", ("1.1", "ฝ่ายปกครอง", "01"))).run()
    press(app, _("Apply these changes"))
    assert reviews(report) == [("1.2", "ฝ่ายปกครอง", 1)]


@pytest.mark.parametrize(("is_emptied", "text"), [(True, ""), (False, "ประชุมแล้ว")])
def test_a_stored_text_is_emptied_on_purpose_alone(report: Store, is_emptied: bool, text: str) -> None:
    headers = (*HEADERS, "ผลการดำเนินการ")
    press(introduce(uploaded("a.xlsx", workbook(headers, (*GOOD_ROW, "ประชุมแล้ว")))), _("Apply these changes"))
    again = introduce(uploaded("b.xlsx", workbook(headers, (*GOOD_ROW[:3], "อยู่ระหว่างดำเนินการ", None))))
    if is_emptied:
        multi(again, "emptied").select((("review", ("1.1", "ฝ่ายปกครอง", "01")), "result")).run()
    press(again, _("Apply these changes"))
    (found,) = looking.reviews(report, opening.plans(report)[0], "ฝ่ายปกครอง")
    assert (found.status.value, found.result) == ("in_progress", text)


def with_unknown_word() -> AppTest:
    return uploaded("ต.ค.xlsx", workbook(HEADERS, GOOD_ROW, UNKNOWN))


def box(app: AppTest, name: str) -> Any:
    return next(each for each in app.selectbox if str(each.key).startswith(name))


def multi(app: AppTest, name: str) -> Any:
    return next(each for each in app.multiselect if str(each.key).startswith(name))
