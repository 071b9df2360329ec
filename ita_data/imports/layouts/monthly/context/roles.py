"""What the words beside a section or a month say of it; they are data, see roles.toml."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import cache
from pathlib import Path
from typing import Any, Literal

Field = Literal["section", "month"]
"""What may stand once for many rows instead of in each of them."""

_FILE = Path(__file__).with_name("roles.toml")
_OFFICE = re.compile(r"สำนักงานเขต\s?[ก-๎]*")
_FISCAL_YEAR = re.compile(r"(?:ปี)?งบประมาณ\s*(?:พ\.?\s*ศ\.*)?\s*\d{2,4}")
_NUMBERING = re.compile(r"^\s*\(?(?:[ก-ฮ]|[A-Za-z])[.)]+")
_LETTER = re.compile(r"[^\W\d_]")
_DOTS = re.compile(r"[.…_]{4,}")
_CLOSE = 2
"""How many letters may stand between two words that belong together."""


class Role(Enum):
    """What a mention is: the one that is reported, one that stands alone, another one, or nobody can tell."""

    REPORTED = auto()
    ALONE = auto()
    UNCLEAR = auto()
    OTHER = auto()


def role_after(field: Field, words: str) -> Role | None:
    """The role that the words before a mention give it; None where they give it none."""
    matches = list(_pattern(field).finditer(words))
    if matches and _is_in(field, "near", matches[-1][0]) and words[matches[-1].end() :].lstrip().startswith(":"):
        return Role.REPORTED
    found = [match for match in matches if _is_telling(field, match[0])]
    if not found:
        return None
    last = found[-1]
    if not _is_in(field, "reported", last[0]):
        return Role.OTHER
    before = next((match for match in reversed(found[:-1]) if not _is_in(field, "reported", match[0])), None)
    if before is None:
        return Role.REPORTED
    between = words[before.end() : last.start()]
    if _is_in(field, "governing", before[0]) and len("".join(between.split())) <= _CLOSE:
        return Role.OTHER
    return Role.REPORTED if any(word in between for word in _data()["release"]["words"]) else Role.UNCLEAR


def names_another(field: Field, words: str) -> bool:
    """Whether words after a mention make another one of it: "มกราคม 2568 (กำหนดส่ง)"."""
    return role_after(field, words) is Role.OTHER


def is_label(field: Field, text: str) -> bool:
    """Whether a text is nothing but a word that names the section or month which reports: "ส่วนราชการ:"."""
    return _is_in(field, "reported", text.strip(" :.-")) or _is_in(field, "near", text.strip(" :.-"))


def is_role_word(text: str) -> bool:
    """Whether a text is nothing but a word of some role."""
    bare = text.strip(" :.-")
    return any(_is_in(field, kind, bare) for field in _FIELDS for kind in ("reported", "other", "near"))


def labels_in(field: Field, text: str) -> Iterable[re.Match[str]]:
    """The words in a text that name what reports."""
    return (match for match in _pattern(field).finditer(text) if _is_in(field, "reported", match[0]))


def is_neutral(field: Field, rest: str) -> bool:
    """Whether the words of a line beside its mentions say nothing of a section or a month in it."""
    return not _LETTER.search(_without_neutral(field, rest))


def is_bare(rest: str) -> bool:
    """Whether a line holds nothing beside its mentions but numbers, signs and their own labels."""
    for field in _FIELDS:
        rest = _pattern(field).sub(lambda match: "" if _is_in_band(match[0]) else match[0], rest)
    rest = re.sub(_either(_data()["band"]["words"]), "", _NUMBERING.sub("", rest))
    return not _LETTER.search(rest)


def is_grouping(text: str) -> bool:
    """Whether a line between rows only orders them: "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ"."""
    return re.match(r"[\W\d_]*" + _either(_data()["grouping"]["words"]), text, re.IGNORECASE) is not None


def is_signed(text: str) -> bool:
    """Whether a line below a table is one to sign on: "ลงชื่อ", or dots to write a name or a day upon."""
    return _begins("signed", text) or _DOTS.search(text) is not None


def is_aside(text: str) -> bool:
    """Whether a line below a table only remarks something: "หมายเหตุ"."""
    return _begins("aside", text)


_FIELDS: tuple[Field, Field] = ("section", "month")


def _begins(kind: str, text: str) -> bool:
    return re.match(r"[\W\d_]*" + _either(_data()["closing"][kind]), text, re.IGNORECASE) is not None


def _is_in_band(word: str) -> bool:
    return _squeezed(word) in map(_squeezed, _data()["band"]["labels"])


def _without_neutral(field: Field, rest: str) -> str:
    rest = _FISCAL_YEAR.sub(" ", _OFFICE.sub(" ", _NUMBERING.sub(" ", rest)))
    for of in _FIELDS:
        kept = _known(of, "other") if of == field else frozenset[str]()
        rest = _without_words(of, rest, kept)
    return re.sub(_either(_data()["neutral"]["words"]), " ", rest, flags=re.IGNORECASE)


def _without_words(field: Field, rest: str, kept: frozenset[str]) -> str:
    return _pattern(field).sub(lambda match: match[0] if _squeezed(match[0]) in kept else " ", rest)


def _is_telling(field: Field, word: str) -> bool:
    return any(_is_in(field, kind, word) for kind in ("reported", "other", "governing"))


def _is_in(field: Field, kind: str, word: str) -> bool:
    return _squeezed(word) in _known(field, kind)


@cache
def _known(field: Field, kind: str) -> frozenset[str]:
    return frozenset(map(_squeezed, _data()[field].get(kind, ())))


@cache
def _pattern(field: Field) -> re.Pattern[str]:
    words = _data()[field]
    kinds = (words["reported"], words["other"], words["governing"], words["near"], _data()["harmless"]["words"])
    return re.compile(_either([word for kind in kinds for word in kind]), re.IGNORECASE)


@cache
def _either_of(words: tuple[str, ...]) -> str:
    spaced = (r"\s*".join(map(re.escape, "".join(word.split()))) for word in sorted(words, key=len, reverse=True))
    latin = (rf"(?<![a-z]){word}(?![a-z])" if word[:1].isascii() and word[:1].isalpha() else word for word in spaced)
    return f"(?:{'|'.join(latin)})"


def _either(words: Sequence[str]) -> str:
    return _either_of(tuple(words))


def _squeezed(word: str) -> str:
    return "".join(word.split()).lower()


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
