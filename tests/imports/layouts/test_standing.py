from ita_data.imports.layouts.entries import spans_of
from ita_data.imports.layouts.standing import standing_texts, texts_beside
from tests.imports.layouts.small_reports import column


def standing(*texts: str) -> list[tuple[str, tuple[int, ...], str]]:
    found = standing_texts(spans_of(column(*texts)), len(texts))
    return [(text.text, text.rows, text.place.cell) for text in found]


def test_a_text_holds_for_the_blank_rows_below_it() -> None:
    assert standing("ทุกเดือน", "", "รายไตรมาส") == [("ทุกเดือน", (0, 1), "A1"), ("รายไตรมาส", (2,), "A3")]


def test_rows_above_the_first_text_have_none() -> None:
    assert standing("", "ทุกเดือน", "") == [("ทุกเดือน", (1, 2), "A2")]


def test_a_blank_column_holds_nothing() -> None:
    assert standing("", "") == []


def test_a_text_that_ends_in_a_slash_or_comma_goes_on_below() -> None:
    assert standing("ฝ่ายปกครอง/", "ทุกฝ่าย", "") == [("ฝ่ายปกครอง/ ทุกฝ่าย", (0, 1, 2), "A1")]
    assert standing("ฝ่ายปกครอง,", "", "ฝ่ายโยธา/", "ทุกฝ่าย") == [("ฝ่ายปกครอง, ฝ่ายโยธา/ ทุกฝ่าย", (0, 1, 2, 3), "A1")]


def test_a_slash_at_the_very_end_waits_for_nothing() -> None:
    assert standing("ฝ่ายปกครอง/") == [("ฝ่ายปกครอง/", (0,), "A1")]


def test_in_a_report_of_our_own_a_blank_row_has_none() -> None:
    found = texts_beside(spans_of(column("ฝ่ายปกครอง/", "", "ทุกฝ่าย")))
    assert [(text.text, text.rows) for text in found] == [("ฝ่ายปกครอง/", (0,)), ("ทุกฝ่าย", (2,))]
