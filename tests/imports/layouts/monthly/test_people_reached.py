"""How many people a report reached: a number that may be left out, and never costs its row."""

from dataclasses import replace

import pytest

from ita_data.imports.reading import Reading
from ita_data.model.problems import Verdict
from tests.imports.layouts.monthly.small_workbooks import (
    HEADERS,
    REVIEW,
    codes,
    met,
    read_book,
    read_rows,
    reviews,
    row,
)
from tests.imports.made_files import workbook


def with_people(said: object, header: str = "จำนวนผู้เข้าร่วม (คน)") -> Reading:
    return read_rows([*HEADERS, header], [*row(), said])


@pytest.mark.parametrize(
    "header",
    ["จำนวนผู้เข้าร่วม (คน)", "จำนวนผู้เข้าร่วม", "ผู้เข้าร่วม", "จำนวนคน", "จำนวนคน (คน)", "People reached", "9. จำนวนผู้เข้าร่วม"],
)
def test_its_column_is_known_however_offices_head_it(header: str) -> None:
    reading = with_people(120, header)
    assert (reviews(reading), codes(reading)) == ((replace(REVIEW, people_reached=120),), [])


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("120", 120),
        ("120 คน", 120),
        ("๑๒๐", 120),
        ("1,200 คน", 1200),
        ("จำนวน 35 ราย", 35),
        (120.0, 120),
        (0, 0),
        (None, None),
        ("-", None),
    ],
)
def test_it_is_read_as_people_write_it(said: object, number: int | None) -> None:
    reading = with_people(said)
    assert (reviews(reading), codes(reading)) == ((replace(REVIEW, people_reached=number),), [])


@pytest.mark.parametrize(
    "said", ["ประมาณ 100", "120-150", "12.5", 12.5, -3, "-3", "3 ครั้ง", "10,000,000", True, "นายก นางข", "#N/A"]
)
def test_what_is_no_number_is_left_out_and_the_row_is_taken(said: object) -> None:
    reading = with_people(said)
    assert reviews(reading) == (REVIEW,)
    assert [(code, cell) for code, cell, _value in met(reading)] == [("number-unreadable", "K2")]
    assert reading.problems[0].words["field"] == "จำนวนผู้เข้าร่วม (คน)"
    assert reading.verdict is Verdict.ACCEPTED


def test_where_it_says_that_there_is_none_it_is_blank() -> None:
    reading = with_people("ไม่มี")
    assert (reviews(reading), codes(reading)) == ((REVIEW,), ["read-as-blank"])


def test_of_two_columns_that_differ_neither_is_taken_and_the_row_is() -> None:
    reading = read_rows([*HEADERS, "จำนวนผู้เข้าร่วม", "จำนวนคน"], [*row(), 120, "150 คน"])
    assert reviews(reading) == (REVIEW,)
    assert met(reading)[-1] == ("numbers-differ", "L2", "150 คน")
    assert reading.verdict is Verdict.ACCEPTED


def test_of_two_columns_that_agree_one_is_taken() -> None:
    reading = read_rows([*HEADERS, "จำนวนผู้เข้าร่วม", "จำนวนคน"], [*row(), 120, "120 คน"])
    assert (reviews(reading), codes(reading)) == ((replace(REVIEW, people_reached=120),), [])


def test_it_may_stand_in_a_column_of_each_month() -> None:
    above = [None, None, "ม.ค. 68", "ม.ค. 68", "ก.พ. 68", "ก.พ. 68"]
    below = ["รหัสมาตรการ", "ฝ่าย", "สถานะ", "จำนวนคน", "สถานะ", "จำนวนคน"]
    cells = ["4.2", "ฝ่ายปกครอง", "อยู่ระหว่างดำเนินการ", 12, "อยู่ระหว่างดำเนินการ", 30]
    found = reviews(read_book(workbook(above, below, cells)))
    assert [(review.month, review.people_reached) for review in found] == [(4, 12), (5, 30)]


def test_a_number_alone_makes_no_row_a_report() -> None:
    reading = read_rows([*HEADERS, "จำนวนคน"], [*row(), 120], [*[None] * 5, 50, *[None] * 4, 120])
    assert reviews(reading) == (replace(REVIEW, people_reached=120),)
    assert codes(reading) == ["row-incomplete", "row-incomplete"]
