"""Two texts side by side: of two versions what went or came is marked, of others what they share."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from unicodedata import category

from markupsafe import Markup, escape

from ita_data.thai_text import words_in
from ui.html.rendering import rendered

_LONGEST = 4_000
"""Longer texts are shown whole: comparing takes time that grows with the square of their length."""

_LEAST_IN_COMMON = 0.4

_SHORTEST = 6
"""Shorter runs of letters, such as และ and การ, stand in every text; Thai parts no words, so runs it has to be."""

_Titled = tuple[str, str]
"""A title and the text under it."""
_Piece = tuple[str, bool]
"""A part of a text, and whether the other text has it too."""


@lru_cache(maxsize=2_000)
def marked(old: str, new: str) -> tuple[Markup, Markup]:
    """Both texts as HTML, compared word by word; two that have little in common bear no marks."""
    if len(old) + len(new) > _LONGEST:
        return escape(old), escape(new)
    before, after = words_in(old), words_in(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < _LEAST_IN_COMMON:
        return escape(old), escape(new)
    steps = matcher.get_opcodes()
    return (
        _rendered("del", [(before[start:end], kind != "equal") for kind, start, end, _, _ in steps]),
        _rendered("ins", [(after[start:end], kind != "equal") for kind, _, _, start, end in steps]),
    )


@lru_cache(maxsize=500)
def marked_alike(text: str, other: str) -> tuple[Markup, Markup]:
    """Both texts as HTML, with every run of letters marked that stands in both, in whatever order."""
    return _marked_runs(text, other), _marked_runs(other, text)


def linked_html(outcome: _Titled, measure: _Titled) -> Markup:
    """An outcome and a measure that it may answer, each with its title, and what they share marked."""
    texts = marked_alike(outcome[1], measure[1])
    return rendered("linked.html", pairs=zip((outcome[0], measure[0]), texts, strict=True))


def _rendered(tag: str, pieces: list[tuple[list[str], bool]]) -> Markup:
    return rendered("marked.html", tag=tag, pieces=[("".join(words), differs) for words, differs in pieces if words])


def _marked_runs(text: str, other: str) -> Markup:
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
