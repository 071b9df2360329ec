"""Lines below a table: what they contradict is asked, what they alone say is offered, who signs there isn't guessed."""

from collections.abc import Sequence

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.model.problems import Verdict
from tests.imports.cases.office import (
    ADMINISTRATION,
    DONE,
    FINANCE,
    HEADERS,
    JANUARY,
    ROWS,
    WORKS,
    asked,
    read_file,
    sheet,
    stored,
    suggested,
)
from tests.imports.made_files import saved

TITLE = [f"รายงานของ{FINANCE} {JANUARY}"]
TAKEN = [f"4.1 {FINANCE} 2025-01 completed", f"4.2 {FINANCE} 2025-01 in_progress"]
SECTIONS = st.sampled_from([ADMINISTRATION, WORKS, "ฝ่ายเทศกิจ", "ฝ่ายกฎหมาย"])
MONTHS = st.sampled_from(["กุมภาพันธ์ 2568", "ก.พ. 68", "ธันวาคม 2567", "มีนาคม ๒๕๖๘"])
REPORTERS = st.sampled_from(
    ["ผู้รายงาน: {}", "ผู้รายงาน {}", "ส่วนราชการ {}", "รายงานของ{}", "{}", "ฝ่าย: {}", "หน่วยงานที่รายงาน {}"]
)
REPORTED = st.sampled_from(["ประจำเดือน{}", "เดือนที่รายงาน {}", "รายงานเดือน{}", "เดือน {}", "{}"])
OF_OTHERS = st.sampled_from(
    [
        *(
            "ผู้ตรวจสอบ {}",
            "ผู้ตรวจสอบ: {}",
            "สำเนาเรียน {}",
            "เรียน หัวหน้า{}",
            "ส่ง{}",
            "รวบรวมโดย {}",
            "หัวหน้า{}",
            "ตำแหน่ง หัวหน้า{}",
        ),
        *("หมายเหตุ {}", "หมายเหตุ: รายงานของ{} ส่งแยก", "หมายเหตุ ผู้รายงาน {} ลาป่วย", "ผู้ประสานงาน {} โทร 1234", "ร่วมกับ{}"),
    ]
)
OF_OTHER_MONTHS = st.sampled_from(
    [
        *("กำหนดส่งภายในเดือน{}", "วันที่ 5 {}", "วันที่ ...... เดือน {}", "............ {}", "พิมพ์เมื่อ 7 {}", "แผนเดือน{}"),
        *("ครั้งต่อไป {}", "หมายเหตุ: ประจำเดือน{} ส่งช้า", "ข้อมูล ณ วันที่ 3 {}", "เสนอที่ประชุมประจำเดือน{}"),
    ]
)
SIGNATURES = st.sampled_from(
    [
        "ลงชื่อ .................... ผู้รายงาน",
        "(นายสมชาย ใจดี)",
        "ลงชื่อ ........ ผู้ตรวจสอบ",
        "รวม 2 มาตรการ",
        "หมายเหตุ",
        "-",
        "โทร 1234",
        "...../...../.....",
    ]
)
HARMLESS = st.one_of(
    st.builds(str.format, OF_OTHERS, SECTIONS), st.builds(str.format, OF_OTHER_MONTHS, MONTHS), SIGNATURES
)
unhurried = settings(deadline=None, max_examples=50)


def read(*below: str | Sequence[object]) -> list[str]:
    """What is stored of the report with these lines below it, each of which leaves it without a question."""
    reading = sheet(TITLE, HEADERS, *ROWS, *([line] if isinstance(line, str) else line for line in below))
    assert not reading.is_open
    return stored(reading)


@unhurried
@given(REPORTERS, SECTIONS, st.lists(SIGNATURES, max_size=2))
def test_another_reporter_below_the_table_than_above_it_is_asked_about(
    line: str, section: str, further: list[str]
) -> None:
    reading = sheet(TITLE, HEADERS, *ROWS, [], [line.format(section)], *([text] for text in further))
    assert (reading.verdict, stored(reading)) == (Verdict.REJECTED, [])
    assert suggested(asked(reading, "section"))[0] == (FINANCE, "A1")
    assert [place for _value, place in suggested(asked(reading, "section"))][1] == "A6"


@unhurried
@given(REPORTED, MONTHS)
def test_another_month_below_the_table_than_above_it_is_asked_about(line: str, month: str) -> None:
    reading = sheet(TITLE, HEADERS, *ROWS, [line.format(month)])
    assert stored(reading) == []
    assert [place for _value, place in suggested(asked(reading, "month"))] == ["A1", "A5"]


@unhurried
@given(st.lists(HARMLESS, max_size=4))
def test_signatures_remarks_and_others_below_the_table_ask_nothing(lines: list[str]) -> None:
    assert read(*lines) == TAKEN


@unhurried
@given(REPORTERS, st.lists(HARMLESS, max_size=3))
def test_what_stands_below_a_table_and_agrees_asks_nothing(line: str, further: list[str]) -> None:
    assert read(line.format(FINANCE), *further) == TAKEN
    assert read(f"ผู้รายงาน {FINANCE} ประจำเดือนมกราคม 2568", *further) == TAKEN


def test_the_answer_settles_what_the_lines_below_contradict() -> None:
    rows = (TITLE, HEADERS, *ROWS, ["ส่วนราชการ ฝ่ายโยธา ประจำเดือนธันวาคม 2567"])
    keys = [question.key for question in sheet(*rows).context]
    reading = sheet(*rows, answers=dict(zip(keys, (FINANCE, "2025-01"), strict=True)))
    assert (stored(reading), reading.context) == (TAKEN, ())


def test_a_reporter_that_only_the_closing_line_names_is_offered_and_not_taken() -> None:
    rows = ([JANUARY], HEADERS, *ROWS, [], ["ผู้รายงาน: ฝ่ายการคลัง"])
    reading = sheet(*rows)
    assert (stored(reading), suggested(asked(reading, "section"))) == ([], [(FINANCE, "A6")])
    assert stored(sheet(*rows, answers={asked(reading, "section").key: FINANCE})) == TAKEN


def test_a_month_below_is_offered_beside_what_nobody_can_tell_above() -> None:
    reading = sheet([FINANCE], ["ประชุมเมื่อ ธ.ค. 67"], HEADERS, *ROWS, ["ประจำเดือนมกราคม 2568"])
    assert "2025-01" in [value for value, _place in suggested(asked(reading, "month"))]


def test_who_checked_is_told_by_column() -> None:
    signatures = (
        [],
        ["ลงชื่อ ........ ผู้รายงาน", None, "ลงชื่อ ........ ผู้ตรวจสอบ"],
        ["(นายสมชาย ใจดี)", None, "(นางสมศรี ดีใจ)"],
        [FINANCE, None, ADMINISTRATION],
        ["กุมภาพันธ์ 2568", None, "กุมภาพันธ์ 2568"],
    )
    assert read(*signatures) == TAKEN
    turned = sheet(TITLE, HEADERS, *ROWS, *signatures[:3], [ADMINISTRATION, None, FINANCE])
    assert suggested(asked(turned, "section")) == [(FINANCE, "A1"), (ADMINISTRATION, "A8")]


def test_a_list_of_sections_below_the_table_contradicts_nothing() -> None:
    assert read(["ฝ่ายปกครอง", 5], ["ฝ่ายการคลัง", 3], ["ฝ่ายโยธา", 2]) == TAKEN


def test_the_month_of_a_title_is_asked_about_once_for_all_bands_below_it() -> None:
    rows = (
        [JANUARY],
        HEADERS,
        ["1. ฝ่ายการคลัง"],
        *ROWS,
        ["2. ฝ่ายโยธา"],
        ["1.1", "x", DONE, "c"],
        ["ประจำเดือนธันวาคม 2567"],
    )
    (question,) = sheet(*rows).context
    assert (question.key.field, len(question.rows)) == ("month", 3)
    reading = sheet(*rows, answers={question.key: "2024-12"})
    assert stored(reading) == [
        line.replace("2025-01", "2024-12") for line in (*TAKEN, f"1.1 {WORKS} 2025-01 completed")
    ]


@pytest.mark.parametrize("line", ["ผู้รายงาน: ฝ่ายปกครอง", "ฝ่ายปกครอง"])
def test_who_gathered_the_reports_of_several_sections_may_sign_below_them(line: str) -> None:
    banded = sheet([JANUARY], HEADERS, ["1. ฝ่ายการคลัง"], *ROWS, ["2. ฝ่ายโยธา"], ["1.1", "x", DONE, "c"], [line])
    own = sheet([JANUARY], ("ฝ่าย", *HEADERS), [FINANCE, *ROWS[0]], [WORKS, "1.1", "x", DONE, "c"], [line])
    assert (banded.is_open, own.is_open) == (False, False)
    assert stored(own) == [TAKEN[0], f"1.1 {WORKS} 2025-01 completed"]


def test_rows_that_all_say_another_section_than_the_closing_line_are_asked_about() -> None:
    rows = ([JANUARY], ("ฝ่าย", *HEADERS), [FINANCE, *ROWS[0]], [FINANCE, *ROWS[1]])
    assert stored(sheet(*rows)) == TAKEN
    assert suggested(asked(sheet(*rows, ["ผู้รายงาน: ฝ่ายโยธา"]), "section")) == [(WORKS, "A5"), (FINANCE, "A3")]


def test_a_paragraph_below_the_table_of_a_document_counts_alike() -> None:
    def report(closing: str) -> bytes:
        made = Document()
        made.add_paragraph(TITLE[0])
        table = made.add_table(0, len(HEADERS))
        for texts in (HEADERS, *ROWS):
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
        made.add_paragraph(closing)
        return saved(made)

    assert stored(read_file(report("ลงชื่อ ........ ผู้รายงาน"), "x.docx")) == TAKEN
    reading = read_file(report("ผู้รายงาน: ฝ่ายโยธา"), "x.docx")
    assert (stored(reading), [value for value, _place in suggested(asked(reading, "section"))]) == (
        [],
        [FINANCE, WORKS],
    )
