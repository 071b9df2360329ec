"""Thai text, in which no space tells where a word ends: parted into words, and cut short between them."""

from functools import cache, lru_cache
from itertools import accumulate
from unicodedata import category

import budoux

ELLIPSIS = "…"

_SEEN = 3
"""Whether a word ends at a place depends on so many letters before it, and on so many after it."""
_VOWELS_BEFORE = "เแโใไ"
_VOWELS_AFTER = "ะาำๅ"
_WITHIN_A_WORD = "/-"
_GOES_WITH_THE_NEXT = "([{“‘«"
_GOES_WITH_THE_LAST = ")]}”’»ๆฯ,.:;!?%"


def words_in(text: str) -> list[str]:
    """The text in words, which together are the text again; a space is a word of its own."""
    return _parser().parse(text) if text else []


def cut_short(text: str, longest: int) -> str:
    """The text, or as many of its whole words as stand in `longest` letters with an ellipsis.

    A first word that is longer is cut too, but never between a letter and its vowels and marks.
    """
    if len(text) <= longest:
        return text
    return _cut(text[: longest + _SEEN], longest - 1)


def end_of_words(text: str, most: int) -> int:
    """How many of the first `most` letters are whole words; of a longer first word, as many as may be shown of it."""
    within = range(min(most, len(text)), 0, -1)
    # Looked for from behind: only the letters around a place are read, however long the text is.
    ends = (end for end in within if _ends_word(text, end))
    inside = (end for end in within if _ends_letter(text, end))
    return next(ends, 0) or next(inside, 0)


@lru_cache(maxsize=10_000)
def _cut(text: str, most: int) -> str:
    return text[: end_of_words(text, most)] + ELLIPSIS


def _ends_word(text: str, end: int) -> bool:
    if end == len(text) or text[end].isspace():
        return not text[end - 1].isspace()
    if not _ends_letter(text, end) or _are_of_one_word(text[end - 1], text[end]):
        return False
    before, after = text[max(0, end - _SEEN) : end], text[end : end + _SEEN]
    return len(before) in accumulate(map(len, words_in(before + after)))


def _ends_letter(text: str, end: int) -> bool:
    """Whether a letter that is no space ends there with its vowels and marks, as in ไก, กา and ก้."""
    letter, following = text[end - 1], text[end]
    is_begun = letter in _VOWELS_BEFORE or following in _VOWELS_AFTER or category(following).startswith("M")
    return not (letter.isspace() or is_begun)


def _are_of_one_word(letter: str, following: str) -> bool:
    """Whether two letters are of a Latin word or number, or one is a sign that never stands alone."""
    if letter in _GOES_WITH_THE_NEXT or following in _GOES_WITH_THE_LAST:
        return True
    # A day or a range is one word: 15/1/2568, I1-I12.
    both = letter + following
    return both.isascii() and all(sign.isalnum() or sign in _WITHIN_A_WORD for sign in both)


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_thai_parser()
