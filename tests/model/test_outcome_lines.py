"""An outcome as lines of the yearly report, and back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model.outcome_lines import as_entered, report_lines, with_lines, words_of
from ita_data.model.records import Outcome

BARE = Outcome("4.4", 4, 4, "อบรมเจ้าหน้าที่")
FULL = replace(
    BARE,
    done_on=date(2025, 1, 5),
    done_until=date(2025, 3, 7),
    quantity="214 คน",
    document="กท 5001/123",
    evidence="https://example.com/1",
)
LINES = (
    "ระยะเวลาดำเนินการ: 5 มกราคม 2568 ถึง 7 มีนาคม 2568",
    "จำนวน: 214 คน",
    "เลขที่หนังสือ: กท 5001/123",
    "หลักฐาน: https://example.com/1",
)


def test_what_an_outcome_says_beside_its_text_stands_in_fixed_words() -> None:
    assert report_lines(FULL) == LINES
    assert report_lines(replace(BARE, done_on=date(2025, 1, 5))) == ("วันที่ดำเนินการ: 5 มกราคม 2568",)
    assert report_lines(BARE) == ()


def test_these_words_are_read_back_and_every_other_line_is_detail() -> None:
    assert with_lines(BARE, ["ครั้งที่หนึ่ง", *LINES, "ครั้งที่สอง"]) == replace(FULL, detail="ครั้งที่หนึ่ง\nครั้งที่สอง")


@pytest.mark.parametrize(
    "line",
    [
        "วันที่ดำเนินการ: 31 กุมภาพันธ์ 2568",
        "วันที่ดำเนินการ: เร็ว ๆ นี้",
        "ระยะเวลาดำเนินการ: 7 มีนาคม 2568 ถึง 5 มกราคม 2568",
        "จำนวน 5 คน",
        "จำนวน: ",
        "ผู้เข้าร่วม: 5 คน",
    ],
)
def test_what_says_no_field_in_these_words_stays_as_it_is(line: str) -> None:
    assert with_lines(BARE, [line]) == replace(BARE, detail=line)


def test_of_two_lines_for_one_field_the_last_counts_and_the_first_stays() -> None:
    assert with_lines(BARE, ["จำนวน: 5 คน", "จำนวน: 6 คน"]) == replace(BARE, detail="จำนวน: 5 คน", quantity="6 คน")


def test_the_first_line_that_somebody_types_is_the_text_and_the_others_are_detail() -> None:
    entered = as_entered(BARE, "อบรม  3 ครั้ง \n\n- ครั้งที่หนึ่ง\n• ครั้งที่สอง\n")
    assert (entered.text, entered.detail) == ("อบรม 3 ครั้ง", "ครั้งที่หนึ่ง\nครั้งที่สอง")
    assert words_of(entered) == "อบรม 3 ครั้ง\nครั้งที่หนึ่ง\nครั้งที่สอง"


def test_a_number_that_would_begin_another_outcome_is_put_into_brackets() -> None:
    entered = as_entered(BARE, "1. อบรม 2.5 ชั่วโมง 2) ประชุม\n๓. เผยแพร่")
    assert (entered.text, entered.detail) == ("(1) อบรม 2.5 ชั่วโมง (2) ประชุม", "(๓) เผยแพร่")


def test_a_quantity_typed_as_a_line_fills_a_blank_field_and_gives_way_to_a_filled_one() -> None:
    assert as_entered(BARE, "อบรม\nจำนวน: 5 คน").quantity == "5 คน"
    entered = as_entered(replace(BARE, quantity="6 คน"), "อบรม\nจำนวน: 5 คน")
    assert (entered.quantity, entered.detail) == ("6 คน", "จำนวน: 5 คน")


@given(st.text("ก1.)-•: \n", max_size=40), st.sampled_from(["", "214 คน", "1. ก"]), st.booleans())
def test_whatever_is_entered_is_read_back_from_its_own_lines(words: str, quantity: str, is_dated: bool) -> None:
    days = {"done_on": FULL.done_on, "done_until": FULL.done_until} if is_dated else {}
    entered = as_entered(replace(BARE, quantity=quantity, **days), words)
    bare = Outcome(entered.code, entered.indicator, entered.position, entered.text)
    assert with_lines(bare, [*entered.detail.splitlines(), *report_lines(entered)]) == entered
    assert as_entered(entered, words_of(entered)) == entered
