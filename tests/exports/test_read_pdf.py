"""Printed pages, read by two programs: what was written is found and copied, and its marks stand where they belong."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from ita_data.agenda import agenda
from ita_data.exports.fitting import Place
from ita_data.exports.pdf import meeting_pdf
from ita_data.exports.pdf_text import Print, blank_paper, write
from ita_data.exports.typeface import FONT
from tests.exports.meetings import extreme_meeting, march_meeting

WORDS = ("ที่", "กฤษฏิ์", "ปั๊ม", "น้ำ", "ฝ่าย", "ญี่ปุ่น", "ฐิติ", "เก็บ", "ไม้", "ฟื้น", "ป้ำ", "ผู้", "AVATAR", "To", "25 %", "▼", "● 1")
SARABUN = Path(__file__).parents[2] / "ita_data" / "exports" / "fonts" / "Sarabun-Regular.ttf"
ROOM = Place(0, 100, 841, 150)
LARGE = Print(60, 60)


def read_by_pdfium(file: bytes) -> list[str]:
    return [in_single_spaces(page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(file)]


def read_by_pypdf(file: bytes) -> list[str]:
    return [in_single_spaces(page.extract_text()) for page in PdfReader(BytesIO(file)).pages]


READERS = (read_by_pdfium, read_by_pypdf)


def in_single_spaces(text: str) -> str:
    return " ".join(text.split())


def printed(text: str, looks: Print = LARGE) -> bytes:
    """A page with one text."""
    paper = blank_paper("")
    paper.add_page()
    write(paper, ROOM, text, looks)
    return bytes(paper.output())


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    """Every line from now on, with the number of its page, noted as it is handed to fpdf2 to be written."""
    lines: list[tuple[int, str]] = []
    write_line = FPDF.cell

    def note_and_write(paper: FPDF, width: float, height: float, text: str, **looks: Any) -> bool:
        lines.append((paper.page, in_single_spaces(text)))
        return write_line(paper, width, height, text, **looks)

    monkeypatch.setattr(FPDF, "cell", note_and_write)
    return lines


def expect_every_line_found(file: bytes, written: list[tuple[int, str]]) -> None:
    for read in READERS:
        pages = read(file)
        assert [(page, line) for page, line in written if line not in pages[page - 1]] == []
        assert "".join(pages).count("ที่") == "".join(line for _page, line in written).count("ที่")


def test_every_line_of_a_meeting_is_found_again(sample_office: Path, written: list[tuple[int, str]]) -> None:
    meeting = march_meeting(sample_office)
    file = meeting_pdf(meeting, agenda(meeting))
    assert len(written) > 500
    assert (1, "ที่มา: รายงานประจำเดือนของฝ่าย · ข้อมูลถึง มี.ค. 68 · ณ วันที่ 9 เม.ย. 68 · ข้อมูลตัวอย่าง") in written
    expect_every_line_found(file, written)


def test_every_line_of_a_meeting_with_long_texts_is_found_again(tmp_path: Path, written: list[tuple[int, str]]) -> None:
    meeting = extreme_meeting(tmp_path)
    file = meeting_pdf(meeting, agenda(meeting))
    assert sum(line.endswith("…") for _page, line in written) > 10
    expect_every_line_found(file, written)


def test_a_search_finds_a_word_with_two_marks_where_it_is_printed() -> None:
    page = pdfium.PdfDocument(printed("วันที่ 9"))[0].get_textpage()
    found = page.search("ที่")
    assert found.get_next() == (3, 3)
    assert found.get_next() is None
    letter, before = page.get_charbox(3), page.get_charbox(2)
    assert letter[0] >= before[2]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.booleans())
def test_words_are_read_as_they_were_written(words: list[str], is_bold: bool) -> None:
    text = " ".join(words)
    file = printed(text, Print(30, 30, is_bold=is_bold))
    assert [read(file) for read in READERS] == [[text], [text]]


@pytest.mark.parametrize("marked", ["ที่", "กฤษฏิ์", "ปั๊ม", "ฟื้น"])
def test_each_mark_is_set_in_its_own_place_above_its_letter(marked: str) -> None:
    page = pdfium.PdfDocument(printed(marked))[0].get_textpage()
    boxes = {page.get_text_range(index, 1): page.get_charbox(index) for index in range(page.count_chars())}
    lower, upper = (box for letter, box in boxes.items() if letter in "ิีืั่้๊์")
    assert upper[1] >= lower[3]


def test_the_letters_look_as_fpdf2_alone_prints_them() -> None:
    text = "ที่ กฤษฏิ์ ปั๊ม น้ำ ฝ่าย ญี่ปุ่น To 1"
    paper = blank_paper("")
    paper.add_font("plain", "", SARABUN)
    for family in (FONT, "plain"):
        paper.add_page()
        paper.set_font(family, "", 60)
        paper.cell(841, 150, text)
    pages = pdfium.PdfDocument(bytes(paper.output()))
    ours, plain = (np.asarray(page.render(scale=2, grayscale=True).to_pil(), dtype=int) for page in pages)
    assert np.mean(plain < 128) > 0.01
    assert np.mean(np.abs(ours - plain) > 128) < 0.0001
