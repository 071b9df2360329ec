"""A row in which only a text is written goes on with the text of the report right above it."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.imports.reading import Reading
from tests.imports.cases.office import DOING, DONE, FINANCE, HEADERS, JANUARY, ROWS, Row, codes, sheet, sheets, stored

TITLE = [f"{FINANCE} {JANUARY}"]
BOTH = [f"4.1 {FINANCE} 2025-01 completed", f"4.2 {FINANCE} 2025-01 in_progress"]


def text(words: str) -> Row:
    """A row with nothing but this under ผลการดำเนินการ."""
    return [None, None, None, words]


def results(reading: Reading) -> list[str]:
    """What the reports say was done."""
    return [review.result for review in reading.records.reviews] if reading.records else []


def test_it_goes_on_with_the_text_above_and_that_is_said() -> None:
    reading = sheet(TITLE, HEADERS, ROWS[0], text("ผู้เข้าร่วม 25 คน"), text("ณ ห้องประชุม"), ROWS[1])
    assert (stored(reading), results(reading)) == (BOTH, ["a\nผู้เข้าร่วม 25 คน\nณ ห้องประชุม", "b"])
    assert [(problem.code, problem.place.cell, problem.words) for problem in reading.problems] == [
        ("text-continued", "D4", {"above": "A3"}),
        ("text-continued", "D5", {"above": "A3"}),
    ]
    assert reading.rows[0].texts["result"] == "a\nผู้เข้าร่วม 25 คน\nณ ห้องประชุม"


def test_a_note_goes_on_with_the_note_above_or_begins_one() -> None:
    headers = (*HEADERS, "หมายเหตุ")
    reading = sheet(TITLE, headers, ROWS[0], [*text(""), "รอหนังสือ"], ROWS[1])
    assert reading.records is not None
    assert [review.note for review in reading.records.reviews] == ["รอหนังสือ", ""]


def test_it_goes_on_where_measure_and_status_are_merged_over_both_rows() -> None:
    def merge(made: object) -> None:
        for cells in ("A3:A4", "B3:B4", "C3:C4"):
            made["รายงาน"].merge_cells(cells)  # type: ignore[index]

    reading = sheets({"รายงาน": [TITLE, HEADERS, ROWS[0], text("ต่อ"), ROWS[1]]}, merge)
    assert (stored(reading), results(reading)) == (BOTH, ["a\nต่อ", "b"])


@pytest.mark.parametrize("words", ["ประชุมร่วมกับฝ่ายโยธา เมื่อ 15 ม.ค. 68", "สรุปยอดเดือนกุมภาพันธ์ 2568 แล้ว"])
def test_a_section_or_month_within_the_text_changes_nothing_of_the_rows_below(words: str) -> None:
    reading = sheet(TITLE, HEADERS, ROWS[0], text(words), ROWS[1])
    assert (stored(reading), results(reading)) == (BOTH, [f"a\n{words}", "b"])


def test_what_names_the_section_of_the_rows_below_is_no_text() -> None:
    reading = sheet(TITLE, HEADERS, ROWS[0], text("ฝ่ายโยธา"), ["1.1", "x", DOING, "b"])
    assert (stored(reading), results(reading)) == ([BOTH[0], "1.1 ฝ่ายโยธา 2025-01 in_progress"], ["a", "b"])


@pytest.mark.parametrize(
    "between",
    [
        [[], text("ต่อ")],
        [["หมายเหตุ"], text("ต่อ")],
        [["5", None, None, "ต่อ"]],
        [[None, "มาตรการใหม่", None, "ต่อ"]],
    ],
    ids=["blank row", "line", "number", "title"],
)
def test_anything_between_or_beside_it_leaves_it_out_as_before(between: Sequence[Row]) -> None:
    reading = sheet(TITLE, HEADERS, ROWS[0], *between)
    assert (results(reading), "text-continued" in codes(reading)) == (["a"], False)
    assert len(codes(reading)) >= 1


def test_a_line_for_a_signature_is_no_text() -> None:
    reading = sheet(TITLE, HEADERS, *ROWS, text("ลงชื่อ ........ ผู้รายงาน"))
    assert (results(reading), codes(reading)) == (["a", "b"], ["cell-ignored"])


def test_a_hidden_row_goes_on_with_no_visible_one() -> None:
    def hide(made: object) -> None:
        made["รายงาน"].row_dimensions[4].hidden = True  # type: ignore[index]

    reading = sheets({"รายงาน": [TITLE, HEADERS, ROWS[0], text("ต่อ")]}, hide)
    assert (results(reading), codes(reading)) == (["a"], ["rows-hidden", "row-incomplete"])


WORDS = st.text(st.sampled_from("กขคงจ "), min_size=1, max_size=20).map(str.strip).filter(bool)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(WORDS, max_size=3, unique=True), min_size=1, max_size=4))
def test_every_text_comes_to_the_report_above_it_and_to_no_other(texts: list[list[str]]) -> None:
    rows: list[Row] = []
    for number, more in enumerate(texts, start=1):
        rows += [[f"4.{number}", "x", DONE, "แรก"], *map(text, more)]
    reading = sheet(TITLE, HEADERS, *rows)
    squeezed = [[" ".join(words.split()) for words in more] for more in texts]
    assert results(reading) == ["\n".join(["แรก", *more]) for more in squeezed]
    assert codes(reading) == ["text-continued"] * sum(map(len, texts))
