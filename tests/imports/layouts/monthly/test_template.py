from collections.abc import Sequence
from dataclasses import replace

import pytest

from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import ContextKey, Reading
from ita_data.model.problems import Verdict
from tests.imports.layouts.monthly.small_workbooks import (
    HEADERS,
    PLAN,
    RECEIVED,
    REVIEW,
    codes,
    met,
    read_book,
    reviews,
    row,
)
from tests.imports.made_files import book
from tests.plans import measure

KEY = "4.2|ฝ่ายปกครอง|2025-01"
WITH_TEN = replace(PLAN, measures=(*PLAN.measures, measure("4.10")))
NOTHING = dict.fromkeys(("status", "progress", "result", "done_on", "evidence", "note"))


def read_template(*rows: Sequence[object], origin: Sequence[Sequence[object]] = (("revision", "7"),)) -> Reading:
    """A workbook made from the office's template, with a hidden key at the end of each row."""
    sheets = {"มกราคม 2568": [[*HEADERS, "คีย์"], *rows], "คำแนะนำ": [["คำแนะนำการกรอก"]], "ข้อมูลระบบ": origin}
    return read_book(book(sheets), WITH_TEN)


def test_a_template_says_from_which_revision_it_was_made_and_its_own_sheets_are_not_told() -> None:
    reading = read_template([*row(), KEY])
    assert (reading.base, reading.problems) == (7, ())
    assert reviews(reading) == (REVIEW,)


def test_what_was_filled_into_a_form_of_the_sample_office_is_no_sample() -> None:
    sheets = {"มกราคม 2568": [["ข้อมูลตัวอย่าง"], [*HEADERS, "คีย์"], [*row(), KEY]], "ข้อมูลระบบ": [["revision", "7"]]}
    reading = read_book(book(sheets), WITH_TEN)
    assert reading.records is not None
    assert (reading.records.is_sample, reviews(reading)) == (False, (REVIEW,))


def test_a_template_without_a_revision_has_no_base() -> None:
    reading = read_template([*row(), KEY], origin=[["fiscal_year", "2568"]])
    assert (reading.base, reading.problems) == (None, ())


def test_guidance_of_another_workbook_is_told() -> None:
    reading = read_template([*row(), KEY], origin=[["อื่น ๆ"]])
    assert codes(reading) == ["sheet-ignored", "sheet-ignored"]


def test_the_hidden_key_settles_what_a_number_means() -> None:
    reading = read_template([*row(measure=4.1), "4.10|ฝ่ายปกครอง|2025-01"], [*row(measure=4.1), "4.1|ฝ่ายปกครอง|2025-01"])
    assert [review.measure for review in reviews(reading)] == ["4.10", "4.1"]


@pytest.mark.parametrize(
    ("changed", "cell"),
    [({"measure": "4.1"}, "A3"), ({"section": "ฝ่ายโยธา"}, "C3"), ({"month": "ธ.ค. 67"}, "D3")],
)
def test_a_row_that_no_longer_is_what_its_key_says_is_left_out(changed: dict[str, object], cell: str) -> None:
    reading = read_template([*row(measure="4.1"), None], [*row(**changed), KEY])
    assert [(found.code, found.place.cell) for found in reading.problems] == [("key-different", cell)]
    assert (reading.verdict, len(reviews(reading))) == (Verdict.PARTIAL, 1)


def test_the_key_says_what_the_visible_cells_no_longer_do() -> None:
    reading = read_template([*row(measure=None, section=None, month=None), KEY])
    assert reviews(reading) == (REVIEW,)


@pytest.mark.parametrize("section", ["ฝ่ายปกครอง", "ฝ่ายปกครองและทะเบียน", None])
def test_a_template_older_than_a_sections_name_lands_with_that_section(section: str | None) -> None:
    before, *others = PLAN.sections
    renamed = replace(before, name="ฝ่ายปกครองและทะเบียน", former_names=("ฝ่ายปกครอง",))
    sheets = {"มกราคม 2568": [[*HEADERS, "คีย์"], [*row(section=section), KEY]], "ข้อมูลระบบ": [["revision", "7"]]}
    reading = read_book(book(sheets), replace(PLAN, sections=(renamed, *others)))
    assert [review.section for review in reviews(reading)] == ["ฝ่ายปกครองและทะเบียน"]
    assert "key-different" not in codes(reading)


def test_a_damaged_key_is_told_and_the_visible_cells_are_taken() -> None:
    reading = read_template([*row(), "4.2|ฝ่ายปกครอง"])
    assert reviews(reading) == (REVIEW,)
    assert met(reading) == [("key-unreadable", "K2", "4.2|ฝ่ายปกครอง")]


def test_rows_of_the_template_that_nobody_filled_in_report_nothing_and_are_told_once() -> None:
    rest = [[*row(measure=code, **NOTHING), f"{code}|ฝ่ายปกครอง|2025-01"] for code in ("4.1", "ก1.3")]
    reading = read_template([*row(), KEY], *rest)
    assert reviews(reading) == (REVIEW,)
    assert met(reading) == [("rows-unreported", "A3", "4.1, ก1.3")]
    assert reading.verdict is Verdict.ACCEPTED


def test_a_template_that_nobody_filled_in_is_refused() -> None:
    reading = read_template([*row(**NOTHING), KEY])
    assert codes(reading) == ["rows-unreported", "no-rows"]


@pytest.mark.parametrize(("blank", "code"), [("section", "section-missing"), ("month", "month-missing")])
def test_a_damaged_key_says_nothing_of_a_blank_cell(blank: str, code: str) -> None:
    reading = read_template([*row(**{blank: None}), "4.2|ฝ่ายปกครอง"])
    assert codes(reading) == ["key-unreadable", code, "no-rows"]


def test_what_a_person_says_of_the_month_and_section_goes_before_the_key() -> None:
    rows = [[*row(), KEY], [*row(measure="4.1"), "4.1|ฝ่ายปกครอง|2025-01"]]
    data = book({"มกราคม 2568": [[*HEADERS, "คีย์"], *rows]})
    answers = {
        ContextKey("มกราคม 2568", "A1", "month"): "2024-12",
        ContextKey("มกราคม 2568", "A1", "section"): "ฝ่ายโยธา",
    }
    known = Known(plans={PLAN.plan: PLAN}, context=answers, today=RECEIVED, received_on=RECEIVED)
    reading = read(data, "book.xlsx", known)
    assert "key-different" not in codes(reading)
    assert {(review.section, review.month) for review in reviews(reading)} == {("ฝ่ายโยธา", 3)}
    assert len(reviews(reading)) == len(rows)
