"""A yearly plan with ticks under its months: only rows of results report, and what a tick says is asked once."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.imports.reading import ContextKey, Reading
from ita_data.model.problems import Verdict
from tests.imports.cases.office import (
    ADMINISTRATION,
    FINANCE,
    WORKS,
    Answers,
    Row,
    asked,
    case,
    codes,
    sheet,
    stored,
    suggested,
)

CASE = "real_gantt_plan_and_result_rows.xlsx"
YEAR = "ปีงบประมาณ พ.ศ. 2568"
MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")
FIRST_DAYS = (*(f"2024-{month}" for month in (10, 11, 12)), *(f"2025-{month:02d}" for month in range(1, 10)))
LEFT = ("รหัสมาตรการ", "โครงการ/กิจกรรม", "ผู้รับผิดชอบ", "แผน/ผล")
HEADERS = (*LEFT, *MONTHS, "หมายเหตุ")
STATUSES = ("not_started", "in_progress", "completed", "not_applicable")
PLAN = ("4.1", "x", FINANCE, "แผน", "/", "/", "/")


def result(*ticks: object) -> Row:
    """The row of results under that of the plan."""
    return [None, None, None, "ผล", *ticks]


def gantt(*rows: Row, answers: Answers | None = None) -> Reading:
    """What a plan with these rows comes to."""
    return sheet([f"แผนการกำกับติดตาม {YEAR}"], HEADERS, *rows, name="แผน-ผล", answers=answers)


def tick(cell: str, status: str) -> Answers:
    """The answer to the question about the tick in this cell."""
    return {ContextKey("แผน-ผล", cell, "tick"): status}


def test_what_a_tick_of_the_results_says_is_asked_once_and_nothing_is_stored() -> None:
    reading = case(CASE)
    assert (reading.verdict, stored(reading), reading.is_open) == (Verdict.REJECTED, [], True)
    assert codes(reading) == [
        "column-by-content",
        "rows-planned",
        "month-without-year",
        "tick-asked",
        "month-without-year",
        "month-without-year",
    ]
    (question,) = reading.context
    assert question.key == ContextKey("แผน-ผล", "E5", "tick")
    assert (question.options, suggested(question)) == (STATUSES, [("", "E5")])
    assert [place.cell for place in question.rows] == ["A5", "A5", "A7"]


@pytest.mark.parametrize("status", STATUSES)
def test_once_it_is_answered_the_ticked_months_alone_are_stored(status: str) -> None:
    reading = case(CASE, tick("E5", status))
    assert stored(reading) == [
        f"1.1 {ADMINISTRATION} 2024-10 {status}",
        f"1.1 {ADMINISTRATION} 2024-11 {status}",
        f"1.2 {ADMINISTRATION} 2024-12 {status}",
    ]
    assert (reading.context, "tick-asked" in codes(reading)) == ((), False)


def test_an_answer_that_is_no_status_leaves_it_open() -> None:
    assert asked(case(CASE, tick("E5", "done")), "tick").key.cell == "E5"


def test_the_section_and_code_above_hold_for_the_row_of_results() -> None:
    rows = [PLAN, result("/", "", "/"), ("1.1", "y", WORKS, "แผน", "", "/"), result("", "✓")]
    assert stored(gantt(*rows, answers=tick("E4", "completed"))) == [
        f"4.1 {FINANCE} 2024-10 completed",
        f"4.1 {FINANCE} 2024-12 completed",
        f"1.1 {WORKS} 2024-11 completed",
    ]


def test_the_header_above_the_months_says_their_year() -> None:
    upper = (*LEFT, YEAR)
    lower = (None, None, None, None, *MONTHS)
    reading = sheet(upper, lower, PLAN, result("/"), name="แผน-ผล", answers=tick("E4", "completed"))
    assert stored(reading) == [f"4.1 {FINANCE} 2024-10 completed"]


def test_a_plan_that_nobody_ticked_a_result_in_reports_nothing() -> None:
    reading = gantt(PLAN, result())
    assert (reading.verdict, stored(reading), reading.context) == (Verdict.REJECTED, [], ())
    assert codes(reading) == ["cell-ignored", "rows-planned", "no-rows"]


@pytest.mark.parametrize("sign", ["✓", "☑", "(/)", "[x]", True, 1, "1"])
def test_every_tick_is_asked_about(sign: object) -> None:
    reading = gantt(PLAN, result(sign))
    assert (stored(reading), asked(reading, "tick").key.cell) == ([], "E4")
    assert stored(gantt(PLAN, result(sign), answers=tick("E4", "in_progress"))) == [
        f"4.1 {FINANCE} 2024-10 in_progress"
    ]


@pytest.mark.parametrize(("ticked", "empty"), [("☑", "☐"), (True, False), (1, 0), ("[x]", "[ ]")])
def test_an_empty_box_beside_ticks_is_no_report(ticked: object, empty: object) -> None:
    reading = gantt(PLAN, result(ticked, empty), answers=tick("E4", "completed"))
    assert stored(reading) == [f"4.1 {FINANCE} 2024-10 completed"]


def test_a_circle_is_asked_about_apart_from_ticks() -> None:
    rows = (PLAN, result("/", "●", "/"))
    questions = [question.key.cell for question in gantt(*rows).context]
    assert questions == ["E4", "F4"]
    answered = gantt(*rows, answers=tick("E4", "in_progress"))
    assert stored(answered) == [f"4.1 {FINANCE} 2024-10 in_progress", f"4.1 {FINANCE} 2024-12 in_progress"]
    assert [question.key.cell for question in answered.context] == ["F4"]


def test_statuses_and_percentages_beside_ticks_are_read_as_they_stand() -> None:
    reading = gantt(PLAN, result("ดำเนินการแล้ว", 50, "/"))
    assert stored(reading) == [f"4.1 {FINANCE} 2024-10 completed", f"4.1 {FINANCE} 2024-11 in_progress 50"]
    assert asked(reading, "tick").rows[0].cell == "A4"


TICKED = st.lists(st.booleans(), min_size=12, max_size=12)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(TICKED, TICKED), min_size=1, max_size=3),
    st.sampled_from(["/", "✓", "P", "(/)"]),
    st.sampled_from(STATUSES),
)
def test_the_ticked_months_of_the_results_and_no_others(
    rows: Sequence[tuple[list[bool], list[bool]]], sign: str, status: str
) -> None:
    measures = ("4.1", "4.2", "1.1")
    written: list[Row] = []
    for measure, (planned, done) in zip(measures, rows, strict=False):
        written.append([measure, "x", FINANCE, "แผน", *(sign if one else None for one in planned)])
        written.append(result(*(sign if one else None for one in done)))
    expected = [
        f"{measure} {FINANCE} {FIRST_DAYS[month]} {status}"
        for measure, (_planned, done) in zip(measures, rows, strict=False)
        for month in range(12)
        if done[month]
    ]
    reading = gantt(*written)
    assert stored(reading) == []
    answers = {question.key: status for question in reading.context}
    assert len(answers) == (1 if expected else 0)
    assert stored(gantt(*written, answers=answers)) == expected
