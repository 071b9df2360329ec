"""Signs that people write beside words: pictures and bullets that say nothing, and boxes and ticks that choose.

Which sign does what is data, see spellings.toml.
"""

import unicodedata
from functools import cache, lru_cache

_VARIANT = "\ufe0f"
"""What makes a picture of the sign before it."""


@lru_cache(maxsize=10_000)
def without_pictures(text: str) -> str:
    """A text without the pictures, ticks and bullets in it: "✅ ดำเนินการแล้ว" is "ดำเนินการแล้ว"."""
    if text.isascii():
        return text.strip()
    return "".join(" " if is_picture(letter) else letter for letter in text).strip()


@cache
def is_picture(letter: str) -> bool:
    """Whether a letter is a picture of any kind: an emoji, a tick, a box, a bullet."""
    return letter == _VARIANT or unicodedata.category(letter) == "So"
