"""Texts as paragraphs, alike whatever file they come from."""

import re

from ita_data.imports.grid import Listing, Paragraph

_UNSEEN = "\u200b-\u200d\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x9f"
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
"""What shows nothing: joiners, soft hyphens, and control characters, which no database has to take."""
_WORDS = re.compile(rf"[^\s{_UNSEEN}]")
_BULLET = re.compile(r"^(?:[•●▪◦‣·]\s*|[-–]\s+)(?=\S)")


def paragraphs_of(text: str, listing: Listing = Listing.PLAIN) -> tuple[Paragraph, ...]:
    """A text's lines as paragraphs, blank ones left out; `listing` is what the first line is an entry of.

    A bullet at the start of a line ("- ", "•") makes it a bulleted entry and is no longer part of the text. A
    number stays: whether "1." counts anything is for the layout to say.
    """
    lines = [line for line in map(_tidy, text.splitlines()) if line]
    return tuple([_paragraph(line, Listing.PLAIN if index else listing) for index, line in enumerate(lines)])


def has_words(text: str) -> bool:
    """Whether anything of a text shows, so that it has paragraphs."""
    return _WORDS.search(text) is not None


def _tidy(line: str) -> str:
    # What is printable has nothing invisible in it, and is nearly every text.
    return " ".join((line if line.isprintable() else _INVISIBLE.sub("", line)).split())


def _paragraph(line: str, listing: Listing) -> Paragraph:
    if listing is Listing.NUMBERED or not _BULLET.match(line):
        return Paragraph(line, listing)
    return Paragraph(_BULLET.sub("", line), Listing.BULLETED)
