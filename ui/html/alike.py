"""What two texts share, marked in both, for somebody who decides whether they speak of one thing."""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from markupsafe import Markup

from ui.html.rendering import rendered

_SHORTEST = 6
"""Shorter runs of letters, such as และ and การ, stand in every text; Thai parts no words, so runs it has to be."""

_Piece = tuple[str, bool]
"""A part of a text, and whether the other text has it too."""


@lru_cache(maxsize=500)
def marked_alike(text: str, other: str) -> tuple[Markup, Markup]:
    """Both texts as HTML, with every run of letters marked that stands in both, in whatever order."""
    return _marked(text, other), _marked(other, text)


def _marked(text: str, other: str) -> Markup:
    return rendered("marked.html", tag="mark", pieces=list(_pieces(text, other.casefold())))


def _pieces(text: str, other: str) -> Iterator[_Piece]:
    place = unshared = 0
    while place < len(text):
        end = _end_of_run(text, place, other)
        if len(text[place:end].strip()) < _SHORTEST or _is_mark(text[place]):
            place += 1
            continue
        yield text[unshared:place], False
        yield text[place:end], True
        place = unshared = end
    yield text[unshared:], False


def _end_of_run(text: str, start: int, other: str) -> int:
    """Where the longest run ends that begins here and stands in the other text; it parts no letter from its marks."""
    end = start
    while end < len(text) and text[start : end + 1].casefold() in other:
        end += 1
    while end > start and end < len(text) and _is_mark(text[end]):
        end -= 1
    return end


def _is_mark(letter: str) -> bool:
    """Whether this is a vowel or tone that belongs to the letter before it."""
    return category(letter) == "Mn" or letter in "ะาำๅ"
