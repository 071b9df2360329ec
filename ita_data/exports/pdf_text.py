"""Texts on printed pages: shaped, so that Thai marks stand whole above each other, and parted between words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import budoux
from fpdf import FPDF, Align

from ita_data.exports.archives import WRITTEN_AT
from ita_data.exports.fitting import Place
from ita_data.exports.row_heights import takes_room
from ita_data.exports.workbooks import storable
from ita_data.labels import DARK_TEXT

_FONTS = Path(__file__).parent / "fonts"
_FONT, _SYMBOLS = "Sarabun", "Symbols"
_STYLES = {False: "", True: "B"}
_RULED = 100
_LINE = 1.4
"""The height of a line beside that of its letters, tone marks above tall letters included."""
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Print:
    """How a text is set: its largest and its smallest size in points, weight, colour and side."""

    largest: float
    smallest: float = 8
    is_bold: bool = False
    colour: str = DARK_TEXT
    side: Align = Align.L


def blank_paper(title: str) -> FPDF:
    """A4 landscape without margins; its fonts go into the file, the same bytes for the same content."""
    paper = _paper()
    paper.set_title(title)
    paper.set_lang("th")
    paper.set_creation_date(WRITTEN_AT)
    return paper


def write(paper: FPDF, place: Place, text: str, looks: Print) -> None:
    """A text in the middle of its place's height, as large as it can be there."""
    write_together(paper, [(place, text)], looks)


def write_together(paper: FPDF, texts: Sequence[tuple[Place, str]], looks: Print) -> None:
    """Several texts in the one size in which all of them stay in their places."""
    size = looks.largest
    while size > looks.smallest and not all(_fits(place, text, size, looks.is_bold) for place, text in texts):
        size -= 1
    paper.set_font(_FONT, _STYLES[looks.is_bold], size)
    paper.set_text_color(*rgb(looks.colour))
    for place, text in texts:
        _write_lines(paper, place, _lines(text, place.width / size, looks.is_bold), size, looks)


def rgb(colour: str) -> tuple[int, int, int]:
    """A colour of `labels` as fpdf2 takes it."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _paper() -> FPDF:
    paper = FPDF("landscape", "pt", "A4")
    paper.set_auto_page_break(False)
    paper.set_margin(0)
    paper.c_margin = 0
    paper.add_font(_FONT, "", _FONTS / "Sarabun-Regular.ttf")
    paper.add_font(_FONT, "B", _FONTS / "Sarabun-Bold.ttf")
    paper.add_font(_SYMBOLS, "", _FONTS / "NotoSansSymbols2-Subset.ttf")
    paper.set_fallback_fonts([_SYMBOLS], exact_match=False)
    paper.set_text_shaping(True)
    return paper


def _write_lines(paper: FPDF, place: Place, lines: Sequence[str], size: float, looks: Print) -> None:
    most = max(1, int(place.height / (size * _LINE)))
    if len(lines) > most:
        lines = [*lines[: most - 1], _ending(lines[most - 1], place.width / size, looks.is_bold)]
    top = place.top + (place.height - len(lines) * size * _LINE) / 2
    for number, line in enumerate(lines):
        # fpdf2 forgets that a font it named inside a coloured text ends with that text.
        paper.current_font_is_set_on_page = False
        paper.set_xy(place.left, top + number * size * _LINE)
        paper.cell(place.width, size * _LINE, line, align=looks.side)


def _fits(place: Place, text: str, size: float, is_bold: bool) -> bool:
    return len(_lines(text, place.width / size, is_bold)) * size * _LINE <= place.height


def _lines(text: str, width: float, is_bold: bool) -> list[str]:
    """The text in lines of a width, in letters' heights, parted between words."""
    lines, room = [""], width
    for word in _words(" ".join(storable(text).split())):
        for piece in _pieces(word, width, is_bold):
            if lines[-1] and _width(piece.rstrip(), is_bold) > room:
                lines.append("")
                room = width
            lines[-1] += piece
            room -= _width(piece, is_bold)
    return [line.strip() for line in lines]


def _pieces(word: str, width: float, is_bold: bool) -> list[str]:
    """A word, or its parts where no line is wide enough for it."""
    if _width(word.rstrip(), is_bold) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if takes_room(letter) and _width(pieces[-1] + letter, is_bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _ending(line: str, width: float, is_bold: bool) -> str:
    """A line that goes on, with an ellipsis that still stands on it."""
    while line and _width(line + _ELLIPSIS, is_bold) > width:
        line = _without_last_letter(line)
    return line + _ELLIPSIS


def _without_last_letter(line: str) -> str:
    """The letter goes with the marks above and below it."""
    end = len(line) - 1
    while end > 0 and not takes_room(line[end]):
        end -= 1
    return line[:end]


@lru_cache(maxsize=10_000)
def _width(text: str, is_bold: bool) -> float:
    """The width of a text beside the height of its letters."""
    return _ruler(is_bold).get_string_width(text) / _RULED


@cache
def _ruler(is_bold: bool) -> FPDF:
    """Paper that is only measured with; one for each weight, so that nobody changes its font meanwhile."""
    paper = _paper()
    paper.set_font(_FONT, _STYLES[is_bold], _RULED)
    return paper


@lru_cache(maxsize=1_000)
def _words(text: str) -> list[str]:
    # Thai is written without spaces between words.
    return _parser().parse(text) if text else []


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_thai_parser()
