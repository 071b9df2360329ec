"""Signs that people write beside words: pictures and bullets that say nothing, and boxes and ticks that choose.

Which sign does what is data, see spellings.toml.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from ita_data.imports.spellings import spellings_of

_OTHER_LETTERS = re.compile("[^\\x00-\\x7f\u0e00-\u0e7f]")
_VARIANT = "\ufe0f"
"""What makes a picture of the sign before it."""
_MARKS = "/✓✔√xX✗✘"
"""What people put between brackets to tick them."""


class Sign(StrEnum):
    """What a sign says of the words beside it."""

    TICKED = "ticked"
    EMPTY = "empty"
    CROSSED = "crossed"


@dataclass(frozen=True, slots=True)
class Choice:
    """Words with the sign that stands before or behind them."""

    sign: Sign
    words: str


@lru_cache(maxsize=10_000)
def without_pictures(text: str, instead: str = " ") -> str:
    """A text without the pictures, ticks and bullets in it: "✅ ดำเนินการแล้ว" is "ดำเนินการแล้ว"."""
    if not _OTHER_LETTERS.search(text):
        return text.strip()
    return text.translate(_Pictures.of(instead)).strip()


def choices_in(text: str) -> tuple[Choice, ...]:
    """Every sign in a text with its words: those behind each one, or those before it where the last has none behind.

    Nothing where signs stand between words on both sides, so that nobody can tell which belong to which.
    """
    found = list(_boxes().finditer(text))
    if not found:
        return ()
    starts, ends = [0, *(box.end() for box in found)], [*(box.start() for box in found), len(text)]
    first, *rest = (text[start:end].strip(" \t\n/,;|") for start, end in zip(starts, ends, strict=True))
    signs = [_sign(box[0]) for box in found]
    if not first:
        return tuple(map(Choice, signs, rest))
    return tuple(map(Choice, signs, [first, *rest[:-1]])) if not rest[-1] else ()


def _sign(box: str) -> Sign:
    bare = box.strip(_VARIANT)
    if bare[0] in "([":
        return Sign.TICKED if bare[1:-1].strip() else Sign.EMPTY
    return next(sign for sign in Sign if bare in spellings_of("signs", sign))


@cache
def _boxes() -> re.Pattern[str]:
    signs = "".join(re.escape(letter) for sign in Sign for letter in spellings_of("signs", sign))
    between = rf"\s*[{_MARKS}]?\s*"
    return re.compile(rf"[{signs}]{_VARIANT}?|\({between}\)|\[{between}\]")


class _Pictures(dict[int, int | str]):
    """For `str.translate`: something instead of every picture, be it an emoji, a tick, a box or a bullet."""

    def __init__(self, instead: str) -> None:
        super().__init__({ord(_VARIANT): instead})
        self._instead = instead

    @classmethod
    @cache
    def of(cls, instead: str) -> "_Pictures":
        return cls(instead)

    def __missing__(self, code: int) -> int | str:
        self[code] = self._instead if unicodedata.category(chr(code)) == "So" else code
        return self[code]
