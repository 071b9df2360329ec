from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ita_data.exports.documents import add_values
from ita_data.imports.documents import MAX_COLUMNS
from ita_data.imports.files import open_grids
from ita_data.imports.grid import PROSE, Listing, Paragraph
from ita_data.imports.refused import Refused
from ita_data.model.monthly_template import ORIGIN
from tests.imports.made_files import document, saved, texts


def test_tables_and_the_prose_between_them_come_in_their_order() -> None:
    def fill(made: Any) -> None:
        made.add_paragraph("ก่อน")
        made.add_table(1, 2).cell(0, 1).text = "หนึ่ง"
        made.add_paragraph("ระหว่าง")
        made.add_table(1, 1).cell(0, 0).text = "สอง"

    grids = [grid for grid in document(fill) if not grid.is_blank]
    assert [grid.sheet for grid in grids] == [PROSE, "ตารางที่ 1", PROSE, "ตารางที่ 2"]
    assert [texts(grid) for grid in grids] == [[["ก่อน"]], [["", "หนึ่ง"]], [["ระหว่าง"]], [["สอง"]]]
    assert [grid.rows[0][-1].place.cell for grid in grids] == ["A1", "B1", "A2", "A1"]


def test_merged_cells_carry_the_content_of_the_first_one() -> None:
    def fill(made: Any) -> None:
        table = made.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(1, 1)).text = "รวม"
        table.cell(2, 2).text = "ท้าย"

    table = document(fill)[1]
    assert texts(table) == [["รวม", "รวม", ""], ["รวม", "รวม", ""], ["", "", "ท้าย"]]
    assert {cell.origin.cell for row in table.rows[:2] for cell in row[:2]} == {"A1"}


def test_a_row_that_begins_further_right_keeps_its_columns() -> None:
    def fill(made: Any) -> None:
        table = made.add_table(2, 2)
        table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 1).text = "ก", "ข", "ค"
        row = table.rows[1]._tr  # noqa: SLF001
        row.remove(row.tc_lst[0])
        row.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="1"/></w:trPr>'))

    assert texts(document(fill)[1]) == [["ก", "ข"], ["", "ค"]]


def test_entries_of_lists_are_known_by_their_style() -> None:
    def fill(made: Any) -> None:
        made.add_paragraph("หนึ่ง", style="List Number")
        made.add_paragraph("ย่อย", style="List Bullet")
        made.add_paragraph("- ขีด")
        made.add_paragraph("ธรรมดา")

    assert [row[0].paragraphs[0] for row in document(fill)[0].rows] == [
        Paragraph("หนึ่ง", Listing.NUMBERED),
        Paragraph("ย่อย", Listing.BULLETED),
        Paragraph("ขีด", Listing.BULLETED),
        Paragraph("ธรรมดา"),
    ]


def test_a_paragraph_taken_out_of_its_styles_list_is_plain() -> None:
    def fill(made: Any) -> None:
        properties = made.add_paragraph("ไม่นับ", style="List Number")._p.get_or_add_pPr()  # noqa: SLF001
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="0"/></w:numPr>'))

    assert document(fill)[0].rows[0][0].paragraphs == (Paragraph("ไม่นับ"),)


def test_line_breaks_part_paragraphs_and_tabs_are_spaces() -> None:
    def fill(made: Any) -> None:
        made.add_table(1, 1).cell(0, 0).text = "ก\tข\nค"

    assert texts(document(fill)[1]) == [["ก ข\nค"]]


def test_text_of_a_table_within_a_cell_belongs_to_the_cell() -> None:
    def fill(made: Any) -> None:
        outer = made.add_table(1, 1).cell(0, 0)
        outer.text = "นอก"
        outer.add_table(1, 2).cell(0, 1).text = "ใน"

    assert texts(document(fill)[1]) == [["นอก\nใน"]]


def test_inserted_text_is_read_and_deleted_text_is_not() -> None:
    def fill(made: Any) -> None:
        paragraph = made.add_paragraph("เดิม ")
        run = "<w:r><w:t>ใหม่</w:t></w:r>"
        gone = "<w:r><w:delText>เก่า</w:delText></w:r>"
        paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}>{run}</w:ins>"))  # noqa: SLF001
        paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}>{gone}</w:del>"))  # noqa: SLF001

    assert texts(document(fill)[0]) == [["เดิม ใหม่"]]


def test_a_table_inside_a_content_control_is_read() -> None:
    def fill(made: Any) -> None:
        made.add_table(1, 1).cell(0, 0).text = "ในกรอบ"
        body, table = made.element.body, made.tables[0]._tbl  # noqa: SLF001
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
        body.insert(0, control)
        control[0].append(table)

    assert texts(document(fill)[1]) == [["ในกรอบ"]]


def test_rows_that_a_tracked_change_has_deleted_are_not_read() -> None:
    def fill(made: Any) -> None:
        table = made.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "ก", "ลบแล้ว"
        table.rows[1]._tr.insert(0, parse_xml(f"<w:trPr {nsdecls('w')}><w:del/></w:trPr>"))  # noqa: SLF001

    assert texts(document(fill)[1]) == [["ก"]]


def test_hidden_words_and_boxes_drawn_over_the_page_are_no_text() -> None:
    def fill(made: Any) -> None:
        paragraph = made.add_paragraph("เห็น")
        hidden = f"<w:r {nsdecls('w')}><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r>"
        box = "<w:pict><w:txbxContent><w:p><w:r><w:t>กล่อง</w:t></w:r></w:p></w:txbxContent></w:pict>"
        paragraph._p.append(parse_xml(hidden))  # noqa: SLF001
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{box}</w:r>"))  # noqa: SLF001

    (grid,) = document(fill)
    assert (texts(grid), grid.hidden_texts) == ([["เห็น"]], ("ซ่อน",))


def test_hidden_words_are_told_with_the_table_they_stand_in() -> None:
    made = Document()
    cell = made.add_table(1, 2).cell(0, 1)
    for paragraph, words in ((cell.paragraphs[0], ("ลับ", "สุด")), (cell.add_paragraph("เห็น"), ("อีก",))):
        for word in words:
            paragraph.add_run(word).font.hidden = True
    grids, problems = open_grids(saved(made), "report.docx")
    assert texts(grids[1]) == [["", "เห็น"]]
    assert [(found.code, found.place.sheet, found.value) for found in problems] == [
        ("text-hidden", "ตารางที่ 1", "ลับสุด · อีก")
    ]


def test_hidden_rows_of_a_table_are_told() -> None:
    def fill(made: Any) -> None:
        table = made.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "ก", "ซ่อน"
        table.rows[1]._tr.insert(0, parse_xml(f"<w:trPr {nsdecls('w')}><w:hidden/></w:trPr>"))  # noqa: SLF001

    table = document(fill)[1]
    assert (texts(table), table.hidden_rows) == ([["ก"], ["ซ่อน"]], {2})


def test_a_row_with_more_columns_than_word_allows_is_refused() -> None:
    def fill(made: Any) -> None:
        row = made.add_table(1, 1).rows[0]._tr  # noqa: SLF001
        for _column in range(MAX_COLUMNS):
            row.append(parse_xml(f"<w:tc {nsdecls('w')}><w:p/></w:tc>"))

    with pytest.raises(Refused):
        document(fill)


def test_what_a_document_of_our_own_carries_stands_on_a_hidden_sheet() -> None:
    carried = document(lambda made: add_values(made, {"report": "1", "item ข้อ 3": "<41> & 2"}))[-1]
    assert (carried.sheet, carried.hidden) == (ORIGIN, True)
    assert texts(carried) == [["report", "1"], ["item ข้อ 3", "<41> & 2"]]


def test_other_documents_carry_nothing() -> None:
    assert ORIGIN not in {grid.sheet for grid in document(lambda made: made.add_paragraph("ก่อน"))}
