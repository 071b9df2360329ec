"""The sample office's plan, what a file comes to against it, and small workbooks as its sections write them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import ContextKey, ContextQuestion, Reading
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Records
from sample_data.make import published_report
from tests.imports.files import DATA
from tests.imports.made_files import book

CASES = DATA / "cases"
TODAY = date(2026, 1, 10)
RECEIVED = date(2025, 3, 10)
FINANCE, WORKS, ADMINISTRATION = "ฝ่ายการคลัง", "ฝ่ายโยธา", "ฝ่ายปกครอง"
JANUARY = "ประจำเดือนมกราคม 2568"
HEADERS = ("รหัสมาตรการ", "มาตรการ/กิจกรรม", "สถานะ", "ผลการดำเนินการ")
DONE, DOING, NOT_YET = "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ"
ROWS = (("4.1", "x", DONE, "a"), ("4.2", "x", DOING, "b"))

Answers = Mapping[ContextKey, str]
Row = Sequence[object]


@cache
def plan() -> Records:
    """The plan that the files report on."""
    return published_report()


def case(name: str, answers: Answers | None = None) -> Reading:
    """What a kept file comes to, with these answers to its questions."""
    return read_file((CASES / name).read_bytes(), name, answers)


def sheet(*rows: Row, name: str = "รายงาน", answers: Answers | None = None) -> Reading:
    """What a workbook of one sheet comes to."""
    return sheets({name: rows}, answers=answers)


def sheets(
    named: Mapping[str, Sequence[Row]],
    arrange: Callable[[Any], None] | None = None,
    answers: Answers | None = None,
    file: str = "report.xlsx",
) -> Reading:
    """What a workbook of several sheets comes to; `arrange` is given the workbook."""
    return read_file(book(named, arrange), file, answers)


def read_file(data: bytes, name: str, answers: Answers | None = None) -> Reading:
    """What a file comes to against the plan."""
    office = plan()
    known = Known(
        plans={office.plan: office},
        offices=(office.organisation,),
        context=answers or {},
        today=TODAY,
        received_on=RECEIVED,
    )
    return read(data, name, known)


def stored(reading: Reading) -> list[str]:
    """What would be stored: measure, section, month, status, and the percentage where there is one."""
    reviews = reading.records.reviews if reading.records else ()
    year = reading.records.fiscal_year if reading.records else 0
    return [
        f"{review.measure} {review.section} {FiscalMonth(year, review.month).first_day:%Y-%m} {review.status}"
        + ("" if review.progress is None else f" {review.progress:g}")
        for review in reviews
    ]


def codes(reading: Reading) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in reading.problems]


def asked(reading: Reading, field: str) -> ContextQuestion:
    """The only question about a field."""
    (question,) = [question for question in reading.context if question.key.field == field]
    return question


def suggested(question: ContextQuestion) -> list[tuple[str, str]]:
    """What the file suggests as an answer, with the cells."""
    return [(candidate.value, candidate.source.place.cell) for candidate in question.candidates]
