"""What two spellings of one thing share, and how alike two texts are."""

import re
import unicodedata
from functools import lru_cache

from ita_data.model.repairs import arabic, repaired

_ABBREVIATION = "ฯ"
_VARIANTS = range(0xFE00, 0xFE10)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\W_]+(?=\d)")


@lru_cache(maxsize=50_000)
def normalised(text: str) -> str:
    """What two spellings of one thing share: letters, marks and digits, and a dot wherever something parts two digits.

    Made for Thai: never NFKC, which tears ำ into two characters. A torn or loose ำ ("ดํา", "ด า") and a แ typed as two
    เ are repaired first.
    """
    if text.isascii() and text.isalnum():
        return text.casefold()
    # ฯ only abbreviates, and goes first: what it stood between would be parted the next time.
    text = repaired(unicodedata.normalize("NFC", arabic(text).replace(_ABBREVIATION, "")).casefold())
    letters = ".".join([piece.translate(_LETTERS) for piece in _BETWEEN_DIGITS.split(text)])
    if letters == text:
        return text
    # Once more, for what was parted by something that isn't a letter; and marks in their order again, where something
    # between two of them went.
    return unicodedata.normalize("NFC", repaired(letters))


def likeness(text: str, other: str) -> float:
    """The share of a text's letter triples that another text holds too, 0 to 1.

    Thai writes no spaces between words, and outcomes quote measures in part.
    """
    triples = _triples(text)
    return len(triples & _triples(other)) / len(triples) if triples else 0.0


def common_share(text: str, other: str) -> float:
    """The share of the letter triples of two texts that both hold, 0 to 1: twice the common ones of all."""
    triples, others = _triples(text), _triples(other)
    return 2 * len(triples & others) / (len(triples) + len(others)) if triples and others else 0.0


class _Letters(dict[int, int | None]):
    """For `str.translate`: every letter, mark and number as itself, anything else as nothing; met once, it is kept."""

    def __missing__(self, code: int) -> int | None:
        # L, M and N are letters, marks (Thai vowels and tones among them) and numbers; a few marks only make pictures.
        self[code] = code if unicodedata.category(chr(code))[0] in "LMN" and code not in _VARIANTS else None
        return self[code]


_LETTERS = _Letters()


def _triples(text: str) -> set[str]:
    letters = normalised(text)
    return {letters[start : start + 3] for start in range(len(letters) - 2)}
