"""A word that nobody knows is asked about, and what a person says of it is read."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.imports.layouts.layout import Known
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from ita_data.model.plan_name import PlanName
from ita_data.model.spelling import normalised
from ita_data.model.states import Status
from tests.imports.cases.office import FINANCE, RECEIVED, TODAY, WORKS, plan
from tests.imports.made_files import workbook

HEADERS = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "เดือนที่รายงาน", "สถานะ")
GOOD = ("4.1", FINANCE, "ม.ค. 68", "ดำเนินการแล้ว")
unhurried = settings(deadline=None, max_examples=25)


@pytest.mark.parametrize(
    ("row", "field", "word", "meaning", "read_as"),
    [
        (("4.2", FINANCE, "ม.ค. 68", "เรียบร้อยดี"), "status", "เรียบร้อยดี", "completed", ("4.2", FINANCE, "completed")),
        (("4.2", FINANCE, "ม.ค. 68", "ติดปัญหา"), "status", "ติดปัญหา", "in_progress", ("4.2", FINANCE, "in_progress")),
        (("4.2", "กองช่าง", "ม.ค. 68", "ดำเนินการแล้ว"), "section", "กองช่าง", WORKS, ("4.2", WORKS, "completed")),
        (("ท.2", FINANCE, "ม.ค. 68", "ดำเนินการแล้ว"), "measure", "ท.2", "4.2", ("4.2", FINANCE, "completed")),
    ],
)
def test_an_unknown_word_is_asked_about_and_read_as_somebody_says(
    row: tuple[str, ...], field: str, word: str, meaning: str, read_as: tuple[str, str, str]
) -> None:
    asked = read_rows([GOOD, row], {})
    (question,) = asked.words
    assert (question.field, question.text) == (field, word)
    assert meaning in question.options
    assert [place.cell for place in question.places] == [f"{column_of(field)}3"]
    assert stored(asked) == [("4.1", FINANCE, "completed")]
    assert read_as in stored(read_rows([GOOD, row], {f"monthly {field}": {normalised(word): meaning}}))


def test_a_word_of_many_rows_is_asked_about_once_and_before_the_others() -> None:
    row = ("4.2", FINANCE, "ม.ค. 68", "เรียบร้อยดี")
    asked = read_rows([GOOD, ("4.4", FINANCE, "ม.ค. 68", "ทำอยู่นะ"), row, ("4.3", *row[1:])], {}).words
    assert [(question.text, len(question.places)) for question in asked] == [("เรียบร้อยดี", 2), ("ทำอยู่นะ", 1)]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20))
@unhurried
def test_no_answer_about_other_words_changes_what_is_read(word: str) -> None:
    if normalised(word) in {normalised(cell) for cell in (*HEADERS, *GOOD)}:
        return
    told = {f"monthly {field}": {normalised(word): said} for field, said in OTHERS.items()}
    assert stored(read_rows([GOOD], told)) == [("4.1", FINANCE, "completed")]


def test_an_answer_that_means_nothing_here_is_not_believed() -> None:
    told = {"monthly status": {"เรียบร้อยดี": "nonsense"}, "monthly section": {"กองช่าง": "ฝ่ายที่ไม่มี"}}
    asked = read_rows([GOOD, ("4.2", "กองช่าง", "ม.ค. 68", "เรียบร้อยดี")], told)
    assert {question.field for question in asked.words} == {"status", "section"}
    assert stored(asked) == [("4.1", FINANCE, "completed")]


OTHERS = {"status": Status.NOT_STARTED.value, "section": WORKS, "measure": "1.1"}


def read_rows(rows: list[tuple[str, ...]], told: Mapping[str, Mapping[str, str]]) -> Reading:
    known = Known(
        plans={PlanName(plan().organisation, plan().fiscal_year): plan()},
        offices=(plan().organisation,),
        columns=told,
        today=TODAY,
        received_on=RECEIVED,
    )
    return read(workbook(HEADERS, *rows), "ม.ค.xlsx", known)


def stored(reading: Reading) -> list[tuple[str, str, str]]:
    reviews = reading.records.reviews if reading.records else ()
    return [(review.measure, review.section, review.status.value) for review in reviews]


def column_of(field: str) -> str:
    return {"measure": "A", "section": "B", "status": "D"}[field]
