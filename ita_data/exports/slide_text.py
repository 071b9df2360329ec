"""Texts on slides: where they stand, how large, and in which font for Latin and for Thai letters."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.text.text import Font, TextFrame
from pptx.util import Length, Pt

from ita_data.exports.fitting import LINE, Place, fitted, size_for
from ita_data.exports.workbooks import FONT_NAME, storable
from ita_data.labels import DARK_TEXT

SMALLEST = 10
_LANGUAGE = "th-TH"
_TYPES = tuple(map(qn, ("a:rPr", "a:defRPr", "a:endParaRPr")))


@dataclass(frozen=True, slots=True)
class Type:
    """How a paragraph is set: its size in points, weight, colour and side."""

    size: int
    is_bold: bool = False
    colour: str = DARK_TEXT
    alignment: PP_ALIGN = PP_ALIGN.LEFT


def box_of(place: Place) -> tuple[Length, Length, Length, Length]:
    """A rectangle as python-pptx takes it."""
    return Pt(place.left), Pt(place.top), Pt(place.width), Pt(place.height)


def add_fitted(slide: Slide, place: Place, text: str, looks: Type, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> None:
    """A text box with a text of this size, or as much smaller as it needs to stay in its place."""
    write_fitted(slide.shapes.add_textbox(*box_of(place)).text_frame, place, text, looks, anchor)


def write_fitted(frame: TextFrame, place: Place, text: str, looks: Type, anchor: MSO_ANCHOR) -> None:
    """A text in a shape or placeholder, no larger than its place allows."""
    size = size_for([(place, text)], looks.size, SMALLEST, is_bold=looks.is_bold)
    write(frame, [(fitted(text, place, size, is_bold=looks.is_bold), replace(looks, size=size))], anchor)


def write(
    frame: TextFrame, paragraphs: Iterable[tuple[str, Type]], anchor: MSO_ANCHOR = MSO_ANCHOR.TOP, margin: float = 0
) -> None:
    """Paragraphs in a shape or placeholder, wrapped at its sides."""
    frame.clear()
    frame.word_wrap = True
    frame.vertical_anchor = anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(margin)
    for number, (text, looks) in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = looks.alignment
        # Said outright: the font that a machine takes in place of ours may have higher lines.
        paragraph.line_spacing = Pt(LINE * looks.size)
        run = paragraph.add_run()
        run.text = storable(text)
        set_type(run.font, looks)


def set_type(font: Font, looks: Type) -> None:
    """Size, weight and colour."""
    font.size, font.bold = Pt(looks.size), looks.is_bold
    font.color.rgb = colour_of(looks.colour)


def describe(frame: GraphicFrame, title: str) -> None:
    """What a chart or table is called, and what a reader who doesn't see it is told."""
    frame.name = storable(title)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", storable(title))


def colour_of(colour: str) -> RGBColor:
    """A colour of `labels` as python-pptx takes it."""
    return RGBColor.from_string(colour.removeprefix("#"))


def name_font(element: Any) -> None:
    """Name the font of all texts in an element, for Latin letters and for Thai ones, which PowerPoint keeps apart."""
    for properties in element.iter(*_TYPES):
        properties.set("lang", _LANGUAGE)
        latin = properties.get_or_add_latin()
        latin.set("typeface", FONT_NAME)
        for complex_script in properties.findall(qn("a:cs")):
            properties.remove(complex_script)
        latin.addnext(parse_xml(f'<a:cs {nsdecls("a")} typeface="{FONT_NAME}"/>'))
