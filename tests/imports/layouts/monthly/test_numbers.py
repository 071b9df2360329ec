"""Workbooks made before the plan was renumbered: their rows land on the measures that they were made for."""

from collections.abc import Mapping, Sequence

import pytest

from ita_data.imports.layouts.layout import Known, of_words
from ita_data.imports.read import read
from ita_data.imports.reading import Reading
from ita_data.model.names import Names
from ita_data.model.spelling import normalised
from tests.imports.layouts.monthly.small_workbooks import HEADERS, RECEIVED, codes, met, reviews, row
from tests.imports.made_files import book
from tests.plans import ADMINISTRATION, lead, measure, records_of

GUIDE, CHANNELS = "จัดทำคู่มือการให้บริการประชาชน", "ประชาสัมพันธ์ช่องทางร้องเรียน"
PLAN = records_of(
    measure("4.1", text=CHANNELS), measure("4.2", text=GUIDE), lead("4.1", ADMINISTRATION), lead("4.2", ADMINISTRATION)
)
SWAPPED = Names({("measure", "4.1"): "4.2", ("measure", "4.2"): "4.1"})
"""The guide was measure 4.1 until the store's revision 5, and the channels were 4.2."""
BEFORE, AFTER = 4, 5


def read_rows(
    *rows: Sequence[object], made_at: int | None = None, said: Mapping[str, str] | None = None, renamed: Names = SWAPPED
) -> Reading:
    """What a workbook with hidden keys comes to, made at a revision of the store or nobody knows when."""
    sheets: dict[str, Sequence[Sequence[object]]] = {"มกราคม 2568": [[*HEADERS, "คีย์"], *rows]}
    if made_at is not None:
        sheets["ข้อมูลระบบ"] = [["revision", str(made_at)]]
    columns = {of_words("monthly", "measure"): dict(said or {})}
    known = Known(
        plans={PLAN.plan: PLAN},
        columns=columns,
        renamed={PLAN.plan: [(AFTER, renamed)]},
        today=RECEIVED,
        received_on=RECEIVED,
    )
    return read(book(sheets), "book.xlsx", known)


def measures(reading: Reading) -> list[str]:
    return [review.measure for review in reviews(reading)]


def test_a_template_made_before_reports_on_the_measure_that_it_was_made_for() -> None:
    reading = read_rows([*row(measure="4.1", title=GUIDE), f"4.1|{ADMINISTRATION}|2025-01"], made_at=BEFORE)
    assert measures(reading) == ["4.2"]
    assert met(reading) == [("measure-renumbered", "A2", "4.1")]


def test_a_template_made_after_means_what_it_says() -> None:
    reading = read_rows([*row(measure="4.1", title=CHANNELS), f"4.1|{ADMINISTRATION}|2025-01"], made_at=AFTER)
    assert (measures(reading), codes(reading)) == (["4.1"], [])


def test_a_template_without_its_keys_is_still_read_as_of_its_revision() -> None:
    reading = read_rows([*row(measure="4.1", title=GUIDE), None], made_at=BEFORE)
    assert (measures(reading), codes(reading)) == (["4.2"], ["measure-renumbered"])


def test_the_title_tells_where_nobody_knows_when_a_workbook_was_made() -> None:
    reading = read_rows([*row(measure="4.1", title=GUIDE), None], [*row(measure="4.1", title=CHANNELS), None])
    assert measures(reading) == ["4.2", "4.1"]
    assert codes(reading) == ["measure-renumbered"]


def test_a_code_alone_that_stood_for_two_measures_is_asked_about_and_the_answer_holds() -> None:
    reading = read_rows([*row(measure="4.1", title=None), None])
    assert codes(reading) == ["measure-renumbered-unclear", "no-rows"]
    (question,) = reading.words
    assert (question.field, question.text, question.options) == ("measure", "4.1", ("4.1", "4.2"))
    answered = read_rows([*row(measure="4.1", title=None), None], said={normalised("4.1"): "4.2"})
    assert (measures(answered), codes(answered)) == (["4.2"], [])


@pytest.mark.parametrize("made_at", [BEFORE, None])
def test_a_code_that_was_never_another_ones_is_taken_without_a_word(made_at: int | None) -> None:
    renamed = Names({("measure", "4.3"): "4.1"})
    reading = read_rows([*row(measure="4.2", title=None), None], made_at=made_at, renamed=renamed)
    assert (measures(reading), codes(reading)) == (["4.2"], [])
