"""What words in office files mean: column heads, statuses, rhythms, months and sections.

The words are data, see spellings.toml. A text is looked up by its key and means nothing where the key is not
listed: likeness is never enough, because "ยังไม่ได้ดำเนินการ" holds "ดำเนินการ".
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ita_data.model.cadence import Cadence
from ita_data.model.records import Section
from ita_data.model.states import Status

_FILE = Path(__file__).with_name("spellings.toml")
_ANYTHING = "…"
_ABBREVIATION = "ฯ"
_OPEN = "open"

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_SARA_AM = re.compile("\u0e4d([่-๋]?)า")
_LOOSE_SARA_AM = re.compile("([ก-ฮ][่-๋]?) า")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\W_]+(?=\d)")
_BRACKETS = re.compile(r"\([^()]*\)")


def arabic(text: str) -> str:
    """A text with Arabic digits for Thai ones."""
    return text.translate(_ARABIC)


def mended(text: str) -> str:
    """A text with ำ whole where it was torn in two or came loose, and แ where two เ were typed."""
    return _LOOSE_SARA_AM.sub(r"\1ำ", _SARA_AM.sub(r"\1ำ", text)).replace("เเ", "แ")


@lru_cache(maxsize=10_000)
def key(text: str) -> str:
    """What two spellings of one thing share: letters, marks and digits, and a dot wherever something parts two digits.

    Made for Thai: never NFKC, which tears ำ into two characters. A torn or loose ำ ("ดํา", "ด า") and a แ typed as two
    เ are mended first.
    """
    text = mended(unicodedata.normalize("NFC", arabic(text)).casefold())
    # Once more, for what was parted by something that isn't a letter.
    return mended(".".join(_letters(piece) for piece in _BETWEEN_DIGITS.split(text)))


def head(table: str, text: str) -> str | None:
    """The field under a column head of `monthly`, `report` or `initiatives`; a remark in brackets may be missing."""
    words = _words("heads", table)
    return words.meaning(text) or words.meaning(_BRACKETS.sub("", text))


def head_shown(table: str, field: str) -> str:
    """The head by which the office's own template names a field."""
    return str(_data()["heads"][table][field][0])


def status(text: str) -> Status | None:
    """The status that a text names."""
    found = _words("statuses").meaning(text)
    return Status(found) if found else None


def cadence(text: str) -> tuple[Cadence, bool] | None:
    """The rhythm that a text names, and whether it is an open one such as "อย่างต่อเนื่อง", which sets no date."""
    found = _words("cadences").meaning(text)
    if found is None:
        return None
    return (Cadence.AS_NEEDED, True) if found == _OPEN else (Cadence(found), False)


def calendar_month(text: str) -> int | None:
    """The month that a text names, 1 = January."""
    found = _words("months").meaning(text)
    return int(found) if found else None


@cache
def standard_sections() -> tuple[Section, ...]:
    """The sections of a Bangkok district office, in the official order."""
    entries = _data()["sections"]
    return tuple(
        Section(entry["name"], entry.get("short_name", ""), position) for position, entry in enumerate(entries, start=1)
    )


def section_named(text: str, sections: Sequence[Section]) -> Section | None:
    """The section of this full or short name; ฯ at the end stands for the rest of a name that only one section has."""
    wanted = key(text)
    if not wanted:
        return None
    for section in sections:
        if wanted in (key(section.name), key(section.short_name)):
            return section
    begun = [section for section in sections if key(section.name).startswith(wanted)]
    return begun[0] if len(begun) == 1 and text.rstrip().endswith(_ABBREVIATION) else None


@dataclass(frozen=True, slots=True)
class _Words:
    """One table of spellings by key: whole texts, and beginnings after which anything may follow."""

    exact: Mapping[str, str]
    beginnings: Mapping[str, str]

    def meaning(self, text: str) -> str | None:
        wanted = key(text)
        begun = (meaning for start, meaning in self.beginnings.items() if wanted.startswith(start))
        return self.exact.get(wanted) or next(begun, None)


@cache
def _words(*path: str) -> _Words:
    table = _data()
    for name in path:
        table = table[name]
    spellings = [(spelling, meaning) for meaning, listed in table.items() for spelling in listed]
    return _Words(
        {key(spelling): meaning for spelling, meaning in spellings if not spelling.endswith(_ANYTHING)},
        {key(spelling): meaning for spelling, meaning in spellings if spelling.endswith(_ANYTHING)},
    )


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _letters(text: str) -> str:
    # L, M and N are letters, marks (Thai vowels and tones among them) and numbers; ฯ only abbreviates.
    return "".join(char for char in text if unicodedata.category(char)[0] in "LMN" and char != _ABBREVIATION)
