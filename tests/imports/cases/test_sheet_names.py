"""A sheet's name that says another section or month than all of its rows: nobody knows which of the two holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.imports.reading import ContextKey, Reading
from tests.imports.cases.office import (
    DOING,
    DONE,
    FINANCE,
    JANUARY,
    WORKS,
    Answers,
    Row,
    asked,
    sheets,
    stored,
    suggested,
)

HEADERS = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
ROWS: tuple[Row, ...] = (("4.1", FINANCE, "ม.ค. 68", DONE), ("4.2", FINANCE, "ม.ค. 68", DOING))
OURS = [f"4.1 {FINANCE} 2025-01 completed", f"4.2 {FINANCE} 2025-01 in_progress"]


def named(name: str, *rows: Row, answers: Answers | None = None) -> Reading:
    """What a sheet of this name comes to."""
    return sheets({name: [HEADERS, *(rows or ROWS)]}, answers=answers)


@pytest.mark.parametrize("name", ["ธ.ค. 67", "ธันวาคม 2567", "รายงาน ธ.ค. 67", "ธ.ค. 67 (2)"])
def test_a_sheet_named_for_another_month_is_asked_about(name: str) -> None:
    reading = named(name)
    assert stored(reading) == []
    assert suggested(asked(reading, "month")) == [("2024-12", ""), ("2025-01", "C2")]


@pytest.mark.parametrize("name", ["ฝ่ายโยธา", "โยธา"])
def test_a_sheet_named_for_another_section_is_asked_about(name: str) -> None:
    reading = named(name)
    assert stored(reading) == []
    assert suggested(asked(reading, "section")) == [(WORKS, ""), (FINANCE, "B2")]


def test_the_answer_holds_for_all_rows() -> None:
    key = ContextKey("ธ.ค. 67", "A1", "month")
    assert stored(named("ธ.ค. 67", answers={key: "2025-01"})) == OURS
    assert stored(named("ธ.ค. 67", answers={key: "2024-12"})) == [line.replace("2025-01", "2024-12") for line in OURS]


@pytest.mark.parametrize("name", ["ม.ค. 68", "ฝ่ายการคลัง", "การคลัง มกราคม 2568", "Sheet1", "ต.ค. 67 - มี.ค. 68"])
def test_a_name_that_agrees_or_says_nothing_is_no_question(name: str) -> None:
    assert stored(named(name)) == OURS


def test_one_row_that_agrees_with_the_name_is_enough() -> None:
    rows = (ROWS[0], ("4.2", FINANCE, "ธ.ค. 67", DOING))
    assert stored(named("ธ.ค. 67", *rows)) == [OURS[0], f"4.2 {FINANCE} 2024-12 in_progress"]


def test_a_month_typed_once_for_the_rows_below_counts_as_theirs() -> None:
    rows = (ROWS[0], ("4.2", None, None, DOING))
    assert suggested(asked(named("ธ.ค. 67", *rows), "month")) == [("2024-12", ""), ("2025-01", "C2")]


MONTHS = {"พ.ย. 67": "2024-11", "ธ.ค. 67": "2024-12", "ม.ค. 68": "2025-01", "ก.พ. 68": "2025-02"}


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(sorted(MONTHS)), st.lists(st.sampled_from(sorted(MONTHS)), min_size=1, max_size=4))
def test_rows_are_taken_as_they_say_or_the_desk_asks(name: str, months: list[str]) -> None:
    rows = [(f"4.{number}", FINANCE, month, DONE) for number, month in enumerate(months, start=1)]
    reading = named(name, *rows)
    theirs = [f"4.{number} {FINANCE} {MONTHS[month]} completed" for number, month in enumerate(months, start=1)]
    assert stored(reading) == (theirs if name in months else [])
    assert bool(reading.context) is (name not in months)


def test_a_title_that_agrees_with_the_rows_outdoes_an_old_name() -> None:
    reading = sheets({"ธ.ค. 67": [[JANUARY], HEADERS, *ROWS]})
    assert stored(reading) == OURS
