"""The fonts that go into printed pages, and how wide a text is in them.

Slides only name their font, but are measured by these: they are wider, so what fits in them fits on every machine.
"""

from functools import cache, lru_cache
from pathlib import Path

from fpdf import FPDF

from ita_data.exports.pdf_font import ReadableFont

FONT = "Sarabun"
STYLES = {False: "", True: "B"}
"""fpdf2's names of the weights: plain, and bold."""

_FONTS = Path(__file__).parent / "fonts"
_SYMBOLS = "Symbols"
_RULED = 100


def paper_with_fonts() -> FPDF:
    """A4 landscape without margins, on which Thai marks are set above each other."""
    paper = FPDF("landscape", "pt", "A4")
    paper.set_auto_page_break(False)
    paper.set_margin(0)
    paper.c_margin = 0
    _add(paper, FONT, "", "Sarabun-Regular.ttf")
    _add(paper, FONT, "B", "Sarabun-Bold.ttf")
    _add(paper, _SYMBOLS, "", "NotoSansSymbols2-Subset.ttf")
    paper.set_fallback_fonts([_SYMBOLS], exact_match=False)
    paper.set_text_shaping(True)
    return paper


def _add(paper: FPDF, family: str, style: str, file: str) -> None:
    """What `FPDF.add_font` does, with a font whose text is found again."""
    key = family.lower() + style
    paper.fonts[key] = ReadableFont(paper, _FONTS / file, key, style)


@lru_cache(maxsize=10_000)
def width_of(text: str, is_bold: bool) -> float:
    """The width of a text beside the height of its letters."""
    return _ruler(is_bold).get_string_width(text) / _RULED


@cache
def _ruler(is_bold: bool) -> FPDF:
    """Paper that is only measured with; one for each weight, so that nobody changes its font meanwhile."""
    paper = paper_with_fonts()
    paper.set_font(FONT, STYLES[is_bold], _RULED)
    return paper
