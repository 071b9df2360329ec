from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Verdict
from ita_data.model.records import Records, Review
from ita_data.model.states import Status
from tests.imports.layouts.monthly.small_workbooks import (
    HEADERS,
    PLAN,
    RECEIVED,
    REVIEW,
    ROW,
    codes,
    read_book,
    read_rows,
    reviews,
    row,
)
from tests.imports.made_files import workbook
from tests.plans import ADMINISTRATION, WORKS, measure


def test_a_row_becomes_a_review() -> None:
    reading = read_rows(HEADERS, ROW)
    assert (reading.layout, reading.verdict, reading.problems) == ("monthly", Verdict.ACCEPTED, ())
    assert reading.records == Records(PLAN.organisation, 2568, reviews=(REVIEW,))
    assert [(found.kind, found.place.cell, found.texts["measure"]) for found in reading.rows] == [
        ("review", "A2", "4.2")
    ]


def test_values_may_be_numbers_dates_and_percentages_of_the_workbook() -> None:
    def show_percent(made: Any) -> None:
        made["F2"].number_format = "0%"

    days = {"month": datetime(2568, 1, 1), "done_on": datetime(2025, 1, 15)}  # noqa: DTZ001
    reading = read_rows(HEADERS, row(measure=4.2, progress=0.5, **days), arrange=show_percent)
    assert reviews(reading) == (REVIEW,)


def test_what_may_stay_empty_is_empty() -> None:
    blank = dict.fromkeys(("title", "progress", "result", "done_on", "evidence", "note"))
    reading = read_rows(HEADERS, row(status="ยังไม่ได้ดำเนินการ", **blank))
    assert reviews(reading) == (Review("4.2", ADMINISTRATION, 4, Status.NOT_STARTED, RECEIVED),)
    assert reading.problems == ()


def test_a_dash_for_progress_and_date_says_that_there_is_none() -> None:
    (review,) = reviews(read_rows(HEADERS, row(progress="-", done_on="–")))
    assert (review.progress, review.done_on) == (None, None)


def test_bullets_of_a_result_stay_and_a_link_is_written_out() -> None:
    def link(made: Any) -> None:
        made["I2"].hyperlink = "https://example.com/1"

    (review,) = reviews(read_rows(HEADERS, row(result="งาน\n• ประชุม\n- สรุป", evidence="ภาพ"), arrange=link))
    assert (review.result, review.evidence) == ("งาน\n- ประชุม\n- สรุป", "ภาพ\nhttps://example.com/1")


@pytest.mark.parametrize(
    ("changed", "cell", "code", "value"),
    [
        ({"measure": None}, "A3", "measure-missing", ""),
        ({"measure": "9.9"}, "A3", "measure-unknown", "9.9"),
        ({"measure": "มาตรการ"}, "A3", "measure-unknown", "มาตรการ"),
        ({"section": "ฝ่ายบัญชี"}, "C3", "section-unknown", "ฝ่ายบัญชี"),
        ({"section": "ทุกฝ่าย"}, "C3", "section-every", "ทุกฝ่าย"),
        ({"month": "เดือนนี้"}, "D3", "month-unreadable", "เดือนนี้"),
        ({"month": "ต.ค. 68"}, "D3", "month-outside-plan", "ต.ค. 68"),
        ({"month": "มี.ค. 68"}, "D3", "month-ahead", "มี.ค. 68"),
        ({"status": None}, "E3", "status-missing", ""),
        ({"status": "ดีมาก"}, "E3", "status-unknown", "ดีมาก"),
        ({"progress": 101}, "F3", "progress-unreadable", "101"),
        ({"done_on": "เมื่อวาน"}, "H3", "date-unreadable", "เมื่อวาน"),
        ({"result": "#N/A"}, "G3", "cell-error", "#N/A"),
        ({"status": "=A1"}, "E3", "cell-error", "=A1"),
        ({"month": "#REF!"}, "D3", "cell-error", "#REF!"),
    ],
)
def test_a_row_with_a_fault_is_left_out_and_its_cell_is_named(
    changed: dict[str, object], cell: str, code: str, value: str
) -> None:
    reading = read_rows(HEADERS, ROW, row(**changed))
    assert reading.verdict is Verdict.PARTIAL
    assert reviews(reading) == (REVIEW,)
    assert [(found.code, found.place.cell, found.value) for found in reading.problems] == [(code, cell, value)]


def test_every_fault_of_a_row_is_named_at_once() -> None:
    reading = read_rows(HEADERS, ROW, row(measure="9.9", status="ดีมาก", progress="มาก"))
    assert codes(reading) == ["measure-unknown", "status-unknown", "progress-unreadable"]


def test_every_problem_can_be_read() -> None:
    rows = [row(measure="9.9", section="ฝ่ายบัญชี", done_on="5/1/2568"), row(measure="4.1", section=WORKS), ROW, ROW]
    for problem in read_rows([*HEADERS, "อื่น ๆ"], *rows).problems:
        assert problem.message
        assert problem.mend


def test_the_same_row_again_is_not_taken() -> None:
    reading = read_rows(HEADERS, ROW, ROW)
    (problem,) = reading.problems
    assert reviews(reading) == (REVIEW,)
    assert (problem.code, problem.place.cell, problem.words["first"]) == ("row-duplicate", "A3", "Sheet · A2")


def test_of_two_rows_that_say_different_things_neither_is_taken() -> None:
    reading = read_rows(HEADERS, row(measure="4.1"), ROW, row(result="อื่น"))
    assert [review.measure for review in reviews(reading)] == ["4.1"]
    assert [(found.code, found.place.cell, found.words["first"]) for found in reading.problems] == [
        ("rows-differ", "A3", "Sheet · A4"),
        ("rows-differ", "A4", "Sheet · A3"),
    ]


def test_a_section_without_an_assignment_is_taken_with_a_warning() -> None:
    reading = read_rows(
        HEADERS, row(measure="4.1", section=WORKS), row(section=WORKS), row(measure="ก1.3", section=WORKS)
    )
    assert len(reviews(reading)) == 3
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.place.cell) == ("measure-not-assigned", Severity.WARNING, "C2")


def test_a_day_whose_order_was_guessed_says_so() -> None:
    reading = read_rows(HEADERS, row(done_on="5/1/2568"))
    (problem,) = reading.problems
    assert reviews(reading) == (replace(REVIEW, done_on=date(2025, 1, 5)),)
    assert (problem.code, problem.words["proposal"]) == ("date-guessed", "5 ม.ค. 68")


def test_a_number_that_may_be_two_measures_is_neither() -> None:
    plan = replace(PLAN, measures=(*PLAN.measures, measure("4.10")))
    reading = read_book(workbook(HEADERS, ROW, row(measure=4.1)), plan)
    (problem,) = reading.problems
    assert (problem.code, problem.place.cell) == ("measure-ambiguous", "A3")
    assert (problem.words["first"], problem.words["second"]) == ("4.1", "4.10")
