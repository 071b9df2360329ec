"""Percentages that people write as texts: what each says exactly, and which say it only roughly.

The words are data, see spellings.toml. Whatever stands beside a number and isn't listed there leaves it unread.
"""

import re
import unicodedata
from functools import cache, lru_cache

from ita_data.imports.signs import without_pictures
from ita_data.imports.spellings import spellings_of
from ita_data.model.repairs import arabic

_BRACKETED = re.compile(r"(?P<before>[^()]+)\((?P<inside>[^()]+)\)")
_NUMBER = r"(?P<number>\d+(?:\.\d+)?|\d+,0{1,2})"
_OF_HUNDRED = r"(?:(?:/|จาก|เต็ม|(?:out )?of)\s*100\s*)?"
_RANGE = re.compile(r"\d[%％]?\s*(?:[-–—]|ถึง|to)\s*\d")
_LONGEST = 100


@lru_cache(maxsize=10_000)
def written_percentage(text: str) -> float | None:
    """The percentage that a text says, whatever its size: 50, "๕๐ %", "50/100", "ร้อยละ 50", "ครึ่งหนึ่ง" or "½"."""
    text = without_pictures(arabic(text))[:_LONGEST].removesuffix(".").strip()
    if remark := _BRACKETED.fullmatch(text):
        said, again = written_percentage(remark["before"]), written_percentage(remark["inside"])
        return said if said == again else None
    if len(text) == 1 and 0 < (part := unicodedata.numeric(text, 0)) < 1:
        return 100 * part
    if text in spellings_of("percentages", "half"):
        return 50.0
    match = _form().fullmatch(text.casefold())
    return float(match["number"].replace(",", ".")) if match else None


def is_rough(text: str) -> bool:
    """Whether a text says only roughly how much: "~50 %", "50–60 %", "ประมาณ 50"."""
    text = arabic(text)[:_LONGEST]
    words = spellings_of("percentages", "roughly")
    return any(map(str.isdecimal, text)) and (any(word in text for word in words) or bool(_RANGE.search(text)))


@cache
def _form() -> re.Pattern[str]:
    """A number with listed words before and behind it."""
    before, behind = (_any_of(spellings_of("percentages", place)) for place in ("before", "behind"))
    return re.compile(rf"(?:(?:{before})\s*:?\s*)*{_NUMBER}\s*(?:{behind})?\s*{_OF_HUNDRED}(?:{behind})?")


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
