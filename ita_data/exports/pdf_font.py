"""A font whose printed text is found and copied as it was written.

A Thai mark above another mark or beside a tall letter is printed at another place than it has in its font. Where a page
says so by moving the pen, each move parts the text, and programs that read it take the mark for a line of its own. Here
the mark is moved inside the font: it becomes a glyph of its own, and a text is one row of glyphs that know their
characters. Compared with other ways in docs/decisions/marks-are-moved-inside-the-fonts-of-a-pdf.md.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fpdf.fonts import Glyph, TTFFont


class _Piece(NamedTuple):
    """A glyph of the font, and how far right and up of the pen it is printed, in the font's units."""

    glyph: str
    right: int
    up: int


_Shaped = tuple[int, int, Any]
"""Which character a glyph begins with, its number in the font (0: the font lacks it), and where it is printed."""


class ReadableFont(TTFFont):
    """A TrueType font for `FPDF.fonts` whose glyphs stand where shaped text needs them, without moves of the pen."""

    def shape_text(
        self, text: str, font_size_pt: float, text_shaping_params: dict[str, Any] | None
    ) -> list[dict[str, Any]]:
        """The glyphs of a text in the order in which they are printed, as fpdf2 takes them."""
        return [
            {
                "mapped_char": self.subset.pick_glyph(self._glyph_of(characters, pieces, width)),
                "x_advance": width,
                "y_advance": 0,
                "x_offset": 0,
                "y_offset": 0,
                "force_positioning": False,
            }
            for characters, pieces, width in self._shaped(text, font_size_pt, text_shaping_params)
            if pieces
        ]

    def _shaped(
        self, text: str, size: float, parameters: dict[str, Any] | None
    ) -> Iterator[tuple[str, list[_Piece], int]]:
        """Characters that are shaped together, with their pieces and their width."""
        if not text:
            return
        infos, positions = self.perform_harfbuzz_shaping(text, size, parameters)
        shaped = [(info.cluster, info.codepoint, position) for info, position in zip(infos, positions, strict=True)]
        starts = sorted({start for start, _number, _position in shaped})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for start, together in groupby(shaped, itemgetter(0)):
            yield text[start : ends[start]], *self._placed(together)

    def _placed(self, together: Iterable[_Shaped]) -> tuple[list[_Piece], int]:
        """The pieces from where the pen stands, and how far it goes on; what the font lacks is left out."""
        pieces, width = [], 0
        for _start, number, position in together:
            if number:
                name = self.ttfont.getGlyphName(number)
                pieces.append(_Piece(name, width + position.x_offset, position.y_offset))
                width += position.x_advance
        return pieces, width

    def _glyph_of(self, characters: str, pieces: list[_Piece], width: int) -> Glyph:
        plain = pieces[0].glyph
        is_as_in_font = pieces == [_Piece(plain, 0, 0)] and width == self.ttfont["hmtx"][plain][0]
        name = plain if is_as_in_font else self._made_of(pieces, width)
        return Glyph(self.ttfont.getGlyphID(name), tuple(map(ord, characters)), name, round(self.scale * width))

    def _made_of(self, pieces: list[_Piece], width: int) -> str:
        """The name of the glyph that is made of these pieces; it is added to the font where it is new."""
        glyphs, name = self.ttfont["glyf"], f"{width} {pieces}"
        if name not in glyphs:
            pen = TTGlyphPen(glyphs)
            for piece in pieces:
                pen.addComponent(piece.glyph, (1, 0, 0, 1, piece.right, piece.up))
            # Without flags, so that no program rounds the places of the pieces to whole pixels.
            glyphs[name] = pen.glyph(componentFlags=0)
            glyphs[name].recalcBounds(glyphs)
            self.ttfont["hmtx"][name] = (width, glyphs[name].xMin)
            self.ttfont.setGlyphOrder(glyphs.glyphOrder)
        return name
