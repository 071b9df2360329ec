"""A month's meeting as PowerPoint slides: one slide a screen, its charts and tables ready to be edited.

The title slide is official Thai; the screens are in the language in which they were made.
"""

from collections.abc import Sequence
from io import BytesIO

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from ita_data.agenda import Meeting, Screen
from ita_data.exports.archives import WRITTEN_AT, with_fixed_times
from ita_data.exports.fitting import Place
from ita_data.exports.meeting_texts import notes_of, title_lines
from ita_data.exports.slide_bodies import draw
from ita_data.exports.slide_text import Type, add_fitted, box_of, name_font, write, write_fitted

_WIDTH, _HEIGHT = 960, 540
_TITLE_SLIDE, _TITLE_ONLY = 0, 5
_SIDE = 36
_TITLE = Place(_SIDE, 16, _WIDTH - 2 * _SIDE, 84)
_BODY = Place(_SIDE, 106, _WIDTH - 2 * _SIDE, 396)
_FOOT = Place(_SIDE, 508, 800, 22)
_POSITION = Place(_SIDE + 800, 508, _WIDTH - 2 * _SIDE - 800, 22)
_OFFICE = Place(_SIDE, 130, _WIDTH - 2 * _SIDE, 120)
_OF_WHAT = Place(_SIDE, 260, _WIDTH - 2 * _SIDE, 180)


def meeting_pptx(meeting: Meeting, screens: Sequence[Screen]) -> bytes:
    """The screens as .pptx after a title slide, with notes for the speaker; the same bytes for the same screens."""
    deck = _blank_deck()
    _add_title_slide(deck, meeting)
    for number, screen in enumerate(screens, start=1):
        _add_slide(deck, screen, f"{number}/{len(screens)}")
    return _file(deck, meeting)


def _blank_deck() -> Deck:
    """python-pptx's own template, made wide, with the exports' font for whatever is added by hand."""
    deck = Presentation()
    stretch = _WIDTH / deck.slide_width.pt
    master = deck.slide_master
    for holder in [*(holder for layout in deck.slide_layouts for holder in layout.placeholders), *master.placeholders]:
        holder.left, holder.top, holder.width, holder.height = box_of(
            Place(holder.left.pt * stretch, holder.top.pt, holder.width.pt * stretch, holder.height.pt)
        )
    _, _, deck.slide_width, deck.slide_height = box_of(Place(0, 0, _WIDTH, _HEIGHT))
    name_font(master._element)  # noqa: SLF001 - the styles of all slides have no other door
    return deck


def _add_title_slide(deck: Deck, meeting: Meeting) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_SLIDE])
    first, *others = title_lines(meeting)
    _fill_placeholder(slide, 0, _OFFICE, [(first, Type(36, is_bold=True, alignment=PP_ALIGN.CENTER))])
    _fill_placeholder(slide, 1, _OF_WHAT, [(line, Type(28, alignment=PP_ALIGN.CENTER)) for line in others])
    _name_fonts(slide)


def _add_slide(deck: Deck, screen: Screen, position: str) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    holder = slide.shapes.title
    holder.left, holder.top, holder.width, holder.height = box_of(_TITLE)
    write_fitted(holder.text_frame, _TITLE, screen.title, Type(34, is_bold=True), MSO_ANCHOR.MIDDLE)
    draw(slide, screen.body, _BODY, screen.title)
    add_fitted(slide, _FOOT, screen.foot, Type(16), MSO_ANCHOR.BOTTOM)
    add_fitted(slide, _POSITION, position, Type(16, alignment=PP_ALIGN.RIGHT), MSO_ANCHOR.BOTTOM)
    notes = slide.notes_slide
    write(notes.notes_text_frame, [(line, Type(14)) for line in notes_of(screen)])
    _name_fonts(slide)
    _name_fonts(notes)


def _fill_placeholder(slide: Slide, number: int, place: Place, paragraphs: Sequence[tuple[str, Type]]) -> None:
    holder = slide.placeholders[number]
    holder.left, holder.top, holder.width, holder.height = box_of(place)
    write(holder.text_frame, paragraphs, MSO_ANCHOR.MIDDLE)


def _name_fonts(slide: Slide) -> None:
    for shape in slide.shapes:
        name_font(shape.element)


def _file(deck: Deck, meeting: Meeting) -> bytes:
    properties = deck.core_properties
    properties.title = " ".join(title_lines(meeting))
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = WRITTEN_AT
    file = BytesIO()
    deck.save(file)
    return with_fixed_times(file.getvalue())
