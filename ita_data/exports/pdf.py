"""A month's meeting to be printed: one screen on each A4 page, landscape, with its fonts inside.

The office and month above are official Thai; the screens are in the language in which they were made.
"""

from collections.abc import Sequence

from fpdf import FPDF, Align

from ita_data.agenda import Meeting, Screen
from ita_data.exports.fitting import Place
from ita_data.exports.meeting_texts import title_lines
from ita_data.exports.pdf_bodies import draw
from ita_data.exports.pdf_text import Print, blank_paper, write

_SIDE, _WIDTH = 40, 762
_HEADER = Place(_SIDE, 24, _WIDTH, 20)
_TITLE = Place(_SIDE, 48, _WIDTH, 76)
_BODY = Place(_SIDE, 132, _WIDTH, 400)
_FOOT = Place(_SIDE, 542, _WIDTH - 60, 22)
_POSITION = Place(_SIDE + _WIDTH - 60, 542, 60, 22)


def meeting_pdf(meeting: Meeting, screens: Sequence[Screen]) -> bytes:
    """The screens as .pdf, the same bytes for the same screens."""
    what, office, month, *_others = title_lines(meeting)
    paper = blank_paper(f"{what} {office} {month}")
    for number, screen in enumerate(screens, start=1):
        paper.add_page()
        write(paper, _HEADER, f"{office} · {month}", Print(13))
        _draw_screen(paper, screen, f"{number}/{len(screens)}")
    return bytes(paper.output())


def _draw_screen(paper: FPDF, screen: Screen, position: str) -> None:
    write(paper, _TITLE, screen.title, Print(26, 12, is_bold=True))
    draw(paper, screen.body, _BODY)
    write(paper, _FOOT, screen.foot, Print(13))
    write(paper, _POSITION, position, Print(13, side=Align.R))
