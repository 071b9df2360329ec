import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.imports.grid import Listing, Paragraph
from ita_data.imports.plain_text import paragraphs_in, text_grids
from tests.imports.files import REPORT
from tests.imports.made_files import texts

PLAIN, NUMBERED, BULLETED = Listing


def test_a_line_is_a_row_and_a_tab_parts_its_cells() -> None:
    (grid,) = text_grids("ก\tข\r\n\r\nค".encode(), r"C:\งาน\แผน.txt")
    assert grid.sheet == "แผน.txt"
    assert texts(grid) == [["ก", "ข"], [""], ["ค"]]
    assert [cell.place.cell for row in grid.rows for cell in row] == ["A1", "B1", "A2", "A3"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874", "tis-620"])
def test_thai_text_is_read_in_every_encoding_that_offices_save(encoding: str) -> None:
    (grid,) = text_grids("ฝ่ายปกครอง\tทุกเดือน".encode(encoding), "a.tsv")
    assert texts(grid) == [["ฝ่ายปกครอง", "ทุกเดือน"]]


def test_paragraphs_and_lists_are_taken_apart() -> None:
    fragment = '<ol style="x"> <li>หนึ่ง</li> <li>2. สอง</li></ol> <p>ต่อ</p> <ul><li>- ย่อย</li></ul>'
    assert paragraphs_in(fragment) == (
        Paragraph("หนึ่ง", NUMBERED),
        Paragraph("2. สอง", NUMBERED),
        Paragraph("ต่อ", PLAIN),
        Paragraph("ย่อย", BULLETED),
    )


def test_only_the_first_paragraph_of_an_entry_belongs_to_the_list() -> None:
    fragment = "<ol><li><p>ก</p><p>ข</p><ul><li>ค</li></ul></li><li>ง<br>จ</li></ol>"
    assert [found.listing for found in paragraphs_in(fragment)] == [NUMBERED, PLAIN, BULLETED, NUMBERED, PLAIN]


def test_bold_words_stay_in_their_sentence() -> None:
    assert paragraphs_in("<b>ตัวชี้วัดที่ 1</b> การปฏิบัติ<span>หน้าที่</span>") == (Paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"),)


def test_entities_become_their_characters() -> None:
    assert paragraphs_in("Integrity &amp; Transparency &lt;ITA&gt;") == (Paragraph("Integrity & Transparency <ITA>"),)


@pytest.mark.parametrize("text", ["a < b", "a <b", "x<y ต่ำ", "<5 วัน", "<!ต่ำกว่า>", "</3", "ก <ข> ค", "A <B"])
def test_a_less_than_sign_is_text_and_loses_nothing(text: str) -> None:
    assert paragraphs_in(text) == (Paragraph(text),)


def test_dashes_that_are_no_bullets_stay() -> None:
    assert [found.text for text in ("-", "-5", "- 5") for found in paragraphs_in(text)] == ["-", "-5", "5"]


@given(st.text(st.characters(exclude_characters="<&", categories=("L", "M", "N", "Zs")), max_size=60))
def test_no_letter_of_a_text_is_ever_lost(text: str) -> None:
    written = "".join(paragraph.text for paragraph in paragraphs_in(f"<p>{text}</p>"))
    assert "".join(written.split()) == "".join(text.split())


def test_the_published_report_comes_without_any_markup() -> None:
    (grid,) = text_grids(REPORT.read_bytes(), REPORT.name)
    cells = [cell for row in grid.rows for cell in row]
    assert not any(mark in cell.text for cell in cells for mark in ("<", "li>", "&amp;"))
    assert sum(paragraph.listing is NUMBERED for cell in cells for paragraph in cell.paragraphs) == 27
    assert sum(paragraph.listing is BULLETED for cell in cells for paragraph in cell.paragraphs) == 12
