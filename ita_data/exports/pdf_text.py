"""Texts on printed pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from fpdf import FPDF, Align

from ita_data.exports.archives import WRITTEN_AT
from ita_data.exports.fitting import LINE, Place, lines_in, size_for
from ita_data.exports.typeface import FONT, STYLES, paper_with_fonts
from ita_data.labels import DARK_TEXT


@dataclass(frozen=True, slots=True)
class Print:
    """How a text is set: its largest and its smallest size in points, weight, colour and side."""

    largest: int
    smallest: int = 8
    is_bold: bool = False
    colour: str = DARK_TEXT
    side: Align = Align.L


def blank_paper(title: str) -> FPDF:
    """A document without pages yet; its fonts go into the file, the same bytes for the same content."""
    paper = paper_with_fonts()
    paper.set_title(title)
    paper.set_lang("th")
    paper.set_creation_date(WRITTEN_AT)
    return paper


def write(paper: FPDF, place: Place, text: str, looks: Print) -> None:
    """A text in the middle of its place's height, as large as it can be there."""
    write_together(paper, [(place, text)], looks)


def write_together(paper: FPDF, texts: Sequence[tuple[Place, str]], looks: Print) -> None:
    """Several texts in the one size in which all of them stay in their places."""
    size = size_for(texts, looks.largest, looks.smallest, is_bold=looks.is_bold)
    paper.set_font(FONT, STYLES[looks.is_bold], size)
    paper.set_text_color(*rgb(looks.colour))
    for place, text in texts:
        _write_lines(paper, place, lines_in(place, text, size, is_bold=looks.is_bold), size * LINE, looks.side)


def rgb(colour: str) -> tuple[int, int, int]:
    """A colour of `labels` as fpdf2 takes it."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _write_lines(paper: FPDF, place: Place, lines: Sequence[str], height: float, side: Align) -> None:
    top = place.top + (place.height - len(lines) * height) / 2
    for number, line in enumerate(lines):
        # fpdf2 forgets that a font it named inside a coloured text ends with that text.
        paper.current_font_is_set_on_page = False
        paper.set_xy(place.left, top + number * height)
        paper.cell(place.width, height, line.strip(), align=side)
