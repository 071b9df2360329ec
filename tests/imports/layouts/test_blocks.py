from collections.abc import Sequence

import pytest

from ita_data.imports.layouts.blocks import Block, indicator_blocks, initiative_blocks
from ita_data.imports.layouts.report_tables import tables_of
from ita_data.model.problems import Problem
from tests.imports.layouts.small_reports import HEADERS, INITIATIVE_HEADERS, grid, heading, initiative_row, row
from tests.imports.made_files import sheet


def indicators(*rows: Sequence[str]) -> tuple[list[Block], list[Problem]]:
    return indicator_blocks(tables_of([grid(HEADERS, *rows)]).indicators)


def initiatives(*rows: Sequence[str]) -> tuple[list[Block], list[Problem]]:
    return initiative_blocks(tables_of([grid(INITIATIVE_HEADERS, *rows)]).initiatives)


def shown(blocks: Sequence[Block]) -> list[tuple[int, str, int]]:
    return [(block.number, block.name, len(block.rows)) for block in blocks]


def met(problems: Sequence[Problem]) -> list[tuple[str, str, str]]:
    return [(problem.code, problem.place.cell, problem.value) for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ 1 การใช้อำนาจ",
        "ตัวชี้วัดที่ 1: การใช้อำนาจ",
        "ตัวชี้วัดที่ ๑ การใช้อำนาจ",
        "ตัวชี้วัด 1. การใช้อำนาจ",
        "<b>ตัวชี้วัดที่ 1</b><br>การใช้อำนาจ",
    ],
)
def test_a_heading_gives_number_and_name(text: str) -> None:
    blocks, problems = indicators(heading(text), row(code="I1"))
    assert shown(blocks) == [(1, "การใช้อำนาจ", 1)]
    assert not problems


def test_a_heading_may_be_merged_over_the_whole_table() -> None:
    made = sheet(HEADERS, ["ตัวชี้วัดที่ 1 ก"], row(code="I1"), arrange=lambda made: made.merge_cells("A2:F2"))
    assert shown(indicator_blocks(tables_of([made]).indicators)[0]) == [(1, "ก", 1)]


def test_a_heading_repeated_on_the_next_page_goes_on_with_its_indicator() -> None:
    blocks, problems = indicators(
        heading("ตัวชี้วัดที่ 1 ก"),
        row(code="I1"),
        heading("ตัวชี้วัดที่ 2 ข"),
        row(code="I2"),
        heading("ตัวชี้วัดที่ 1 ก"),
        heading("ตัวชี้วัดที่ 1"),
        row(code="I3"),
    )
    assert shown(blocks) == [(1, "ก", 2), (2, "ข", 1)]
    assert not problems


def test_one_number_with_two_names_is_flagged() -> None:
    blocks, problems = indicators(heading("ตัวชี้วัดที่ 1 ก"), heading("ตัวชี้วัดที่ 1 ข"))
    assert shown(blocks) == [(1, "ก", 0)]
    assert met(problems) == [("indicator-renamed", "A3", "ตัวชี้วัดที่ 1 ข")]
    assert problems[0].words == {"name": "ก"}


def test_a_heading_without_a_number_leaves_the_rows_below_it_homeless() -> None:
    blocks, problems = indicators(heading("ตัวชี้วัด การใช้อำนาจ"), row(code="I1", measure="1. ประกาศ"))
    assert blocks == []
    assert met(problems) == [
        ("indicator-unreadable", "A2", "ตัวชี้วัด การใช้อำนาจ"),
        ("text-homeless", "A3", "I1"),
        ("text-homeless", "C3", "1. ประกาศ"),
    ]


def test_a_number_that_no_indicator_has_is_not_taken() -> None:
    blocks, problems = indicators(heading("ตัวชี้วัดที่ 99999999999999999999 ก"))
    assert blocks == []
    assert [problem.code for problem in problems] == ["indicator-unreadable"]


def test_what_stands_before_the_first_heading_is_homeless() -> None:
    blocks, problems = indicators(row(measure="1. ประกาศ"), heading("ตัวชี้วัดที่ 1 ก"))
    assert shown(blocks) == [(1, "ก", 0)]
    assert met(problems) == [("text-homeless", "C2", "1. ประกาศ")]


def test_an_initiative_begins_with_its_name_and_goes_on_without() -> None:
    blocks, problems = initiatives(
        initiative_row(initiative="ประเด็น ก", measure="1. ประกาศ"),
        initiative_row(measure="2. อบรม"),
        initiative_row(initiative="ประเด็น ข"),
    )
    assert shown(blocks) == [(1, "ประเด็น ก", 2), (2, "ประเด็น ข", 1)]
    assert not problems


def test_a_merged_name_is_one_initiative() -> None:
    rows = [initiative_row(initiative="ประเด็น ก", measure="1. ประกาศ"), initiative_row(measure="2. อบรม")]
    made = sheet(INITIATIVE_HEADERS, *rows, arrange=lambda made: made.merge_cells("A2:A3"))
    assert shown(initiative_blocks(tables_of([made]).initiatives)[0]) == [(1, "ประเด็น ก", 2)]


def test_what_stands_before_the_first_initiative_is_homeless() -> None:
    _blocks, problems = initiatives(initiative_row(measure="1. ประกาศ"))
    assert met(problems) == [("text-homeless", "B2", "1. ประกาศ")]
