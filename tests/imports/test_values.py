from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.imports.grid import Cell
from ita_data.imports.percentages import is_rough, written_percentage
from ita_data.imports.values import (
    bare_number,
    loose_measure_code,
    measure_code,
    measure_codes,
    names_several_measures,
    progress,
    whole_number,
)
from tests.imports.made_files import cell, text_cell


@pytest.mark.parametrize(
    ("value", "number_format", "percentage"),
    [
        (50, "General", 50),
        (50.5, "0.0", 50.5),
        ("50%", "General", 50),
        ("50 %", "General", 50),
        ("๕๐ %", "General", 50),
        ("๕๐", "General", 50),
        ("ร้อยละ 50", "General", 50),
        ("50.25", "General", 50.25),
        ("50/100", "General", 50),
        ("50 เต็ม 100", "General", 50),
        ("50%.", "General", 50),
        ("50,0", "General", 50),
        ("５０％", "General", 50),
        ("ร้อยละ: 50", "General", 50),
        ("50 (ครึ่งหนึ่ง)", "General", 50),
        ("½", "General", 50),
        ("ครบ 100", "General", 100),
        ("100%✓", "General", 100),
        ("✅ 100 %", "General", 100),
        (0.5, "0%", 50),
        (0.07, "0%", 7),
        (1, "0%", 100),
        (0.5, "General", 0.5),
        (50, '0"%"', 50),
        (0, "General", 0),
        (100, "General", 100),
    ],
)
def test_a_percentage_is_what_the_person_sees(value: object, number_format: str, percentage: float) -> None:
    assert progress(cell(value, number_format)) == percentage


@pytest.mark.parametrize(
    "value",
    [
        101,
        -1,
        1e9,
        "150%",
        "-5",
        "มาก",
        "50-60",
        "50,5",
        "5 0",
        "5/10",
        "50 (แผน)",
        "เหลือ 50",
        True,
        datetime(2025, 1, 1),  # noqa: DTZ001
    ],
)
def test_what_is_no_percentage_from_0_to_100_is_not_guessed(value: object) -> None:
    assert progress(cell(value)) is None


@given(
    st.integers(0, 100),
    st.sampled_from(
        [
            "~{}%",
            "ประมาณ {}",
            "{}+ %",
            "> {} %",
            "{}-{} %",
            "{}–{}",
            "{} ถึง {} %",
            "เกือบ {} %",
            "{} % ขึ้นไป",
            "ร้อยละ {} กว่า",
        ]
    ),
)
def test_what_is_said_only_roughly_is_no_percentage(number: int, form: str) -> None:
    text = form.format(number, min(number + 10, 100))
    assert written_percentage(text) is None
    assert is_rough(text)


@given(st.decimals(0, 100, places=2))
def test_a_percentage_written_as_text_or_as_a_fraction_is_read_back(percentage: object) -> None:
    number = float(str(percentage))
    place = text_cell("").place
    assert progress(text_cell(f"{number}%")) == number
    assert progress(Cell(place, place, (), number / 100, "0.00%")) == pytest.approx(number)


@pytest.mark.parametrize(
    ("value", "number_format", "number"),
    [
        (120, "General", 120),
        (120.0, "#,##0", 120),
        (0, "General", 0),
        (9_999_999, "General", 9_999_999),
        ("120", "@", 120),
        ("๑,๒๐๐ คน", "@", 1200),
        ("1,200คน", "@", 1200),
        ("จำนวน 12 คน", "@", 12),
        ("12.0", "@", 12),
    ],
)
def test_a_whole_number_is_read_with_its_unit(value: object, number_format: str, number: int) -> None:
    assert whole_number(cell(value, number_format), ("คน",)) == number


@pytest.mark.parametrize("value", ["12 ครั้ง", "1,20", "1.5", 1.5, -1, "-1", 10_000_000, "12-15", "สิบ", True])
def test_what_is_no_whole_number_is_not_guessed(value: object) -> None:
    assert whole_number(cell(value), ("คน",)) is None


def test_a_share_of_a_whole_is_no_number_of_people() -> None:
    assert whole_number(cell(1, "0%")) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("4.2", "4.2"),
        ("๔.๒", "4.2"),
        (" 4 . 2 ", "4.2"),
        ("10.11", "10.11"),
        ("ก1.3", "ก1.3"),
        ("ก.1.3", "ก1.3"),
        ("ก ๑.๓", "ก1.3"),
    ],
)
def test_a_measure_code_is_read_as_plans_write_it(text: str, code: str) -> None:
    assert measure_code(text_cell(text)) == code


@pytest.mark.parametrize("text", ["", "4", "4.0", "4.02", "4,2", "ข1.3", "4.2.1", "4.2 เผยแพร่", "2025-04-02"])
def test_what_is_no_measure_code_is_not_guessed(text: str) -> None:
    assert measure_code(text_cell(text)) is None


@pytest.mark.parametrize("text", ["4.2 ประชุม 3 ครั้ง", "มาตรการที่ 4.2", "4-2", "4.2 (ต่อ)", "4.2 - อบรม 2 ครั้ง"])
def test_one_code_beside_other_words_is_that_code(text: str) -> None:
    assert loose_measure_code(text_cell(text)) == "4.2"
    assert not names_several_measures(text_cell(text))


@given(
    st.integers(1, 12),
    st.integers(1, 20),
    st.integers(1, 20),
    st.sampled_from(
        [
            "{0}.{1} - {2}",
            "{0}.{1} และ {2}",
            "{0}.{1}, {0}.{2}",
            "{0}.{1}/{2}",
            "{0}.{1} ถึง {0}.{2}",
            "{0}.{1}\n{0}.{2}",
            "{0}.{1} (ก)",
            "{0}.{1} ({2})",
            "{0}.{1} ข",
            "{0}.{1} {2}",
            "ก{0}.{1} กับ ก{0}.{2}",
            "ข้อ {0}.{1} หรือ {2}",
        ]
    ),
)
def test_several_codes_in_a_cell_are_never_cut_to_one(group: int, first: int, second: int, form: str) -> None:
    cell = text_cell(form.format(group, first, second))
    assert names_several_measures(cell)
    assert (measure_code(cell), loose_measure_code(cell)) == (None, None)


def test_a_number_may_have_lost_its_last_zero() -> None:
    plan = {"4.1", "4.2", "4.10"}
    assert measure_codes(cell(4.2), plan) == ("4.2",)
    assert measure_codes(cell(4.1), plan) == ("4.1", "4.10")
    assert measure_codes(cell("4.1"), plan) == ("4.1",)
    assert measure_codes(cell("4.10"), plan) == ("4.10",)
    assert measure_codes(cell(4.1, "0.00"), plan) == ("4.1", "4.10")
    assert measure_codes(cell(4.2, "0.00"), plan) == ("4.2",)
    assert measure_codes(cell(4.2, "0.00"), {"4.2", "4.20"}) == ("4.2", "4.20")
    assert measure_codes(cell(4.3), plan) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("4.2", "4.2"),
        ("มาตรการที่ 4.2", "4.2"),
        ("ข้อ ก1.3", "ก1.3"),
        ("4-2", "4.2"),
        ("๔,๒", "4.2"),
        ("(4.2)", "4.2"),
        ("4.2.", "4.2"),
        ("4.2 เผยแพร่", "4.2"),
        ("4.2 - 4.3", None),
        ("4.2 และ 4.3", None),
        ("4.2.1", None),
        ("2025-04-02", None),
        ("15/1/2568", None),
        ("4", None),
        ("ร้อยละ 4.2", None),
    ],
)
def test_a_code_beside_other_signs_seems_to_be_one(text: str, code: str | None) -> None:
    assert loose_measure_code(text_cell(text)) == code


@pytest.mark.parametrize(
    ("value", "number_format", "number"),
    [
        (0.5, "General", 0.5),
        ("0.5", "General", 0.5),
        (0.5, "0%", None),
        ("50%", "General", None),
        (True, "General", None),
    ],
)
def test_a_number_is_bare_without_any_sign_of_per_cent(value: object, number_format: str, number: float | None) -> None:
    assert bare_number(cell(value, number_format)) == number
