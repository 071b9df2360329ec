"""Word documents whose answers stand elsewhere than in plain text, and texts that are struck through."""

from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from ita_data.imports.reading import Reading
from ita_data.model.states import Status
from tests.imports.cases.sample_office import read_as_sample_office, read_case, said, stored
from tests.imports.layouts.monthly.small_workbooks import HEADERS, row
from tests.imports.made_files import saved, workbook

NOT_STARTED, IN_PROGRESS, COMPLETED = Status.NOT_STARTED, Status.IN_PROGRESS, Status.COMPLETED
CHOICES = ("ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการแล้ว")
CODES = ("1.1", "1.2", "1.3", "1.4")
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def statuses(reading: Reading) -> list[tuple[object, ...]]:
    """Measures and statuses that would be stored."""
    return stored(reading, "status")


def read_cells(*cells: str, field: str = "สถานะ") -> Reading:
    """What a document comes to whose rows have these runs, as XML, in the column of a field."""
    made = Document()
    made.add_paragraph("รายงานประจำเดือนมกราคม 2568")
    table = made.add_table(1 + len(cells), 4)
    others = ("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "สถานะ" if field != "สถานะ" else "ผลการดำเนินการ", field)
    for column, header in enumerate(others):
        table.cell(0, column).text = header
    for number, runs in enumerate(cells, start=1):
        answer = "ดำเนินการแล้ว" if field != "สถานะ" else "ประชุม"
        for column, text in enumerate((CODES[number - 1], "ฝ่ายปกครอง", answer)):
            table.cell(number, column).text = text
        paragraph = table.cell(number, 3).paragraphs[0]._p  # noqa: SLF001
        for element in parse_xml(f"<w:p {nsdecls('w')} {_W14}>{runs}</w:p>"):
            paragraph.append(element)
    return read_as_sample_office(saved(made), "report.docx")


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def old_box(*, ticked: bool) -> str:
    """A check box of an old form."""
    checked = "<w:checked/>" if ticked else '<w:checked w:val="0"/>'
    field = f'<w:ffData><w:checkBox><w:default w:val="0"/>{checked}</w:checkBox></w:ffData>'
    return f'<w:r><w:fldChar w:fldCharType="begin">{field}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def new_box(*, ticked: bool) -> str:
    """A check box that is a content control, whatever sign its author chose for it."""
    properties = f'<w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{run('★')}</w:sdtContent></w:sdt>"


def symbol(font: str, number: str) -> str:
    """A sign put in by Insert › Symbol."""
    return f'<w:r><w:sym w:font="{font}" w:char="F0{number}"/></w:r>'


BOXES = {
    "old": old_box,
    "new": new_box,
    "wingdings": lambda *, ticked: symbol("Wingdings", "FE" if ticked else "A8"),
    "letters": lambda *, ticked: run("þ" if ticked else "¨", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
}


def test_what_was_chosen_in_content_controls_is_read_and_their_placeholder_is_no_status() -> None:
    reading = read_case("word_dropdown_content_controls.docx")
    assert statuses(reading) == [("1.1", COMPLETED), ("1.2", IN_PROGRESS), ("1.3", NOT_STARTED)]
    assert said(reading) == [("status-unknown", "C5")]


def test_check_boxes_of_old_forms_are_read() -> None:
    reading = read_case("word_legacy_form_checkboxes.docx")
    assert (statuses(reading), said(reading)) == ([("1.1", IN_PROGRESS), ("1.2", COMPLETED)], [])


def test_lists_of_old_forms_are_read() -> None:
    reading = read_case("word_legacy_form_dropdowns.docx")
    assert (statuses(reading), said(reading)) == ([("1.1", COMPLETED), ("1.2", IN_PROGRESS)], [])


def test_ticks_of_fonts_for_signs_are_read() -> None:
    reading = read_case("word_tick_symbols_wingdings.docx")
    assert statuses(reading) == [("1.1", COMPLETED), ("1.2", IN_PROGRESS), ("1.3", NOT_STARTED)]


def test_of_all_choices_in_a_cell_the_ticked_one_is_taken_and_none_without_a_tick() -> None:
    reading = read_case("word_status_ticked_in_one_cell.docx")
    assert statuses(reading) == [
        ("1.1", COMPLETED),
        ("1.2", IN_PROGRESS),
        ("1.3", IN_PROGRESS),
        ("1.4", NOT_STARTED),
    ]
    assert said(reading) == [("status-unticked", "C6")]


def test_codes_that_word_numbers_by_itself_are_read() -> None:
    reading = read_case("word_code_column_numbered_by_word.docx")
    assert (statuses(reading), said(reading)) == ([("1.1", COMPLETED), ("1.2", IN_PROGRESS)], [])


def test_letters_that_are_not_stored_as_text_are_read() -> None:
    reading = read_case("word_letters_not_stored_as_text.docx")
    assert stored(reading, "done_on", "result") == [
        ("1.1", date(2025, 1, 15), "ร่าง-ประกาศ ฉบับที่ 2"),
        ("1.2", None, "ผลสอบ 3 ≥ 2 ข้อ → ผ่าน"),
        ("1.3", None, "เข้าร่วม 25 คน"),
        ("1.4", None, "เข้าร่วม 42 คน วันนี้"),
    ]
    assert said(reading) == []


def test_a_table_within_a_result_belongs_to_it() -> None:
    assert stored(read_case("word_nested_table_in_result.docx"), "result") == [
        ("1.1", "ดูตารางย่อย\nครั้งที่\nจำนวนคน\n1\n25")
    ]


def test_tracked_changes_are_read_as_accepted_and_that_is_said() -> None:
    reading = read_case("word_tracked_changes.docx")
    assert statuses(reading) == [("1.1", COMPLETED), ("1.3", COMPLETED)]
    assert [code for code, _cell in said(reading)] == ["changes-unaccepted"]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(BOXES)),
    st.permutations(range(3)),
    st.integers(-1, 2),
    st.sampled_from(["", "<w:r><w:br/></w:r>"]),
)
def test_a_box_of_any_kind_before_each_choice_says_which_one_holds(
    kind: str, order: list[int], ticked: int, between: str
) -> None:
    pieces = [BOXES[kind](ticked=choice == ticked) + run(f" {CHOICES[choice]} ") for choice in order]
    reading = read_cells(between.join(pieces))
    expected = [("1.1", Status(list(Status)[ticked]))] if ticked >= 0 else []
    assert statuses(reading) == expected
    assert ("status-unticked" in [code for code, _cell in said(reading)]) is (ticked < 0)


def test_an_untouched_content_control_is_blank() -> None:
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    chosen = (
        '<w:sdt><w:sdtPr><w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="ดำเนินการแล้ว" w:value="3"/>'
        "</w:dropDownList></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    )
    reading = read_cells(control.format(run("ดำเนินการแล้ว")), chosen.format(run("ดำเนินการแล้ว")))
    assert statuses(reading) == [("1.2", COMPLETED)]
    assert said(reading) == [("status-missing", "D2")]


def test_struck_words_of_a_document_are_no_answer_and_that_is_said() -> None:
    struck = "<w:strike/>"
    reading = read_cells(run("ยังไม่ดำเนินการ", struck) + run("ดำเนินการแล้ว"), run("ดำเนินการแล้ว", "<w:dstrike/>"))
    assert statuses(reading) == [("1.1", COMPLETED)]
    assert said(reading) == [("text-struck", "D2"), ("text-struck", "D3"), ("status-missing", "D3")]


def test_a_sign_that_nobody_knows_is_said() -> None:
    reading = read_cells(run("ผล ") + symbol("Wingdings", "21"), field="ผลการดำเนินการ")
    assert stored(reading, "result") == [("1.1", "ผล \ufffd")]
    assert said(reading) == [("sign-unknown", "D2")]


@pytest.mark.parametrize(
    ("equation", "text"),
    [
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "1/2"),
        ("<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>", "10^3"),
    ],
)
def test_an_equation_keeps_its_fractions_and_powers(equation: str, text: str) -> None:
    namespace = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    reading = read_cells(f"<m:oMath {namespace}>{equation}</m:oMath>", field="ผลการดำเนินการ")
    assert stored(reading, "result") == [("1.1", text)]


def test_struck_text_of_a_workbook_is_no_answer_and_that_is_said() -> None:
    reading = read_case("xlsx_struck_through_text.xlsx")
    assert stored(reading, "status", "result") == [
        ("1.1", COMPLETED, "ประชุมแล้ว"),
        ("1.2", COMPLETED, "บรรทัดหนึ่ง\nบรรทัดสอง"),
        ("1.4", COMPLETED, "ประชุมแล้ว"),
    ]
    assert said(reading) == [("text-struck", "E3"), ("text-struck", "E5"), ("status-missing", "E5")]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["plain", "run", "cell"]), min_size=4, max_size=4))
def test_whatever_is_struck_in_a_workbook_is_left_out_and_said(kinds: list[str]) -> None:
    def strike(sheet: Any) -> None:
        for number, kind in enumerate(kinds, start=2):
            cell = sheet[f"G{number}"]
            if kind == "run":
                cell.value = CellRichText(TextBlock(InlineFont(strike=True), "เก่า"), " จัดประชุม")
            elif kind == "cell":
                cell.font = Font(strike=True)

    rows = [row(measure=code) for code in CODES]
    reading = read_as_sample_office(workbook(HEADERS, *rows, arrange=strike), "book.xlsx")
    left = {"plain": "จัดประชุม", "run": "จัดประชุม", "cell": ""}
    assert [result for _code, result in stored(reading, "result")] == [left[kind] for kind in kinds]
    struck = [("text-struck", f"G{number}") for number, kind in enumerate(kinds, start=2) if kind != "plain"]
    assert said(reading) == struck


def automatic(made: Any, text: str, start: int, number_format: str = "decimal") -> str:
    """A list of the document that is numbered like this; the number by which paragraphs name it."""
    numbering = made.part.numbering_part.element
    counted = f'<w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
    level = f'<w:lvl w:ilvl="0">{counted}<w:lvlText w:val="{text}"/></w:lvl>'
    first = numbering.find(f"{{{numbering.nsmap['w']}}}num")
    first.addprevious(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return "90"


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 3), st.integers(1, 2), st.sampled_from(["decimal", "thaiNumbers"]), st.integers(1, 3))
def test_any_automatic_number_is_the_code_that_word_shows(
    group: int, start: int, number_format: str, count: int
) -> None:
    made = Document()
    made.add_paragraph("รายงานประจำเดือนมกราคม 2568")
    number = automatic(made, f"{group}.%1", start, number_format)
    table = made.add_table(1 + count, 3)
    for column, header in enumerate(("รหัสมาตรการ", "ฝ่ายที่รับผิดชอบ", "สถานะ")):
        table.cell(0, column).text = header
    for index in range(1, 1 + count):
        table.cell(index, 1).text, table.cell(index, 2).text = "ฝ่ายปกครอง", "ดำเนินการแล้ว"
        properties = table.cell(index, 0).paragraphs[0]._p.get_or_add_pPr()  # noqa: SLF001
        listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        properties.append(parse_xml(listed))
    reading = read_as_sample_office(saved(made), "report.docx")
    assert [values.values["measure"] or values.texts["measure"] for values in reading.rows] == [
        f"{group}.{start + index}" for index in range(count)
    ]
