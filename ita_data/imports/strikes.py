"""Texts that an Excel workbook strikes through, as a whole by the font of their cell or in part by a run of their own.

What is struck through no longer holds. calamine reads it like any other text.
"""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_FONT = re.compile(rb"<font\b[^<>]*?(?:/>|>(.*?)</font\s*>)", re.DOTALL)
_STYLE = re.compile(rb"<xf\s([^<>]*)>")
_FONT_NUMBER = re.compile(rb'\bfontId\s*=\s*["\'](\d{1,6})["\']')
_ON = re.compile(rb"<(?:\w+:)?strike\b(?![^<>]*\bval\s*=\s*[\"'](?:0|false)[\"'])")
_TEXT = re.compile(rb"<(?:\w+:)?si\b[^<>]*?(?:/>|>(.*?)</(?:\w+:)?si\s*>)", re.DOTALL)
_RUN = re.compile(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r\s*>", re.DOTALL)
_WORDS = re.compile(rb"<(?:\w+:)?t\b[^<>]*?(?<!/)>([^<]*)<")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

_SHARED = re.compile(rb'<c r="([A-Z]+\d+)"[^<>]* t="s"[^<>]*>\s*<v>(\d{1,9})</v>')
_INLINE = re.compile(rb'<c r="([A-Z]+\d+)"[^<>]* t="inlineStr"[^<>]*>\s*<is>(.*?)</is>', re.DOTALL)
_STYLED = re.compile(rb'<c r="([A-Z]+\d+)" s="(\d{1,6})"[^<>]*(?<!/)>')

Parts = tuple[str, str]
"""What is left of a text, and what is struck through."""


@dataclass(slots=True)
class Strikes:
    """What a workbook strikes through: the numbers of styles whose whole cell is, and shared texts by their numbers."""

    styles: frozenset[bytes] = frozenset()
    texts: Mapping[bytes, Parts] = field(default_factory=dict)

    def cells_in(self, block: bytes) -> Iterator[tuple[str, Parts | None]]:
        """The addresses of struck cells in a block of a sheet's XML, and what is left; None where all is struck."""
        shared = _SHARED.findall(block) if self.texts else ()
        yield from ((address.decode(), self.texts[number]) for address, number in shared if number in self.texts)
        inline = _INLINE.findall(block) if b"strike" in block else ()
        yield from ((address.decode(), _parts(text)) for address, text in inline if _ON.search(text))
        styled = _STYLED.findall(block) if self.styles else ()
        yield from ((address.decode(), None) for address, style in styled if style in self.styles)


def struck_styles(styles: bytes) -> frozenset[bytes]:
    """The numbers of the styles whose font is struck through, from the styles of a workbook."""
    if b"strike" not in styles:
        return frozenset()
    fonts = styles.partition(b"<fonts")[2].partition(b"</fonts")[0]
    struck = {number for number, font in enumerate(_FONT.findall(fonts)) if _ON.search(font)}
    formats = styles.partition(b"<cellXfs")[2].partition(b"</cellXfs")[0]
    used = (_FONT_NUMBER.search(attributes) for attributes in _STYLE.findall(formats))
    return frozenset(str(style).encode() for style, font in enumerate(used) if font and int(font[1]) in struck)


def struck_texts(shared: bytes) -> dict[bytes, Parts]:
    """The shared texts of a workbook that are struck through, by their numbers."""
    if b"strike" not in shared:
        return {}
    texts = enumerate(_TEXT.findall(shared))
    return {str(number).encode(): _parts(text) for number, text in texts if b"strike" in text and _ON.search(text)}


def _parts(text: bytes) -> Parts:
    kept, struck = list[str](), list[str]()
    for run in _RUN.findall(text):
        (struck if _ON.search(run) else kept).append(_words(run))
    return "".join(kept).strip(), "".join(struck).strip()


def _words(run: bytes) -> str:
    text = html.unescape(b"".join(_WORDS.findall(run)).decode(errors="replace"))
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
