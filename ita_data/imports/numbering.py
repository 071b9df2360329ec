"""The lists of a Word document: which paragraphs are entries of one, and the numbers that Word shows before them.

Word keeps both apart from the text: a paragraph names a list and a level, and the list says how its levels are counted.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from ita_data.imports.grid import Listing

_LISTINGS = {"bullet": Listing.BULLETED, "none": Listing.PLAIN}
_NO_LIST = "0"
_PLACE = re.compile(r"%([1-9])")
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMAN = {"x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is counted; in `text` %1 stands for the number of the first level."""

    format: str
    text: str
    start: int


class Numbering:
    """The lists of one document; its paragraphs are counted in the order in which `shown` is asked for them."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
        self._lists, self._starts = _lists(document.part)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def listing(self, paragraph: Any) -> Listing:
        """Numbered or bulleted as the list's definition says; plain where the paragraph is in no list."""
        number, level = self._list_of(paragraph)
        if not number:
            return Listing.PLAIN
        found = self._lists.get(number, ("", {}))[1].get(level)
        return _LISTINGS.get(found.format if found else "", Listing.NUMBERED)

    def shown(self, paragraph: Any) -> str:
        """The number that Word shows before the paragraph, empty where it shows none."""
        number, level = self._list_of(paragraph)
        name, levels = self._lists.get(number, ("", {}))
        if level not in levels:
            return ""
        counts = self._counted(number, name, level, levels)
        found = levels[level]
        if found.format in _LISTINGS:
            return ""
        return _PLACE.sub(lambda place: _number(int(place[1]) - 1, counts, levels), found.text)

    def _counted(self, number: str, name: str, level: int, levels: dict[int, _Level]) -> dict[int, int]:
        """The counts of a list's levels with this paragraph; lists that share their definition go on counting."""
        counts = self._counts.setdefault(name, {})
        if number not in self._begun:
            self._begun.add(number)
            counts |= {level: start - 1 for level, start in self._starts.get(number, {}).items()}
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return counts

    def _list_of(self, paragraph: Any) -> tuple[str, int]:
        """The number of the paragraph's list, empty where it is in none, and its level."""
        number = level = None
        for properties in self._properties(paragraph):
            number = number or _value(properties, "w:numPr/w:numId")
            level = level or _value(properties, "w:numPr/w:ilvl")
        return ("", 0) if number in (None, _NO_LIST) else (number or "", int(level or 0))

    def _properties(self, paragraph: Any) -> Iterator[Any]:
        """The paragraph's own properties, then those of its style, the style that one is based on, and so on."""
        own = paragraph.find(qn("w:pPr"))
        if own is None:
            return
        yield own
        name, seen = _value(own, "w:pStyle"), set[str | None]()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield from style.findall(qn("w:pPr"))
            name = _value(style, "w:basedOn")


_Lists = dict[str, tuple[str, dict[int, _Level]]]
"""By the number of a list the name of its definition, and its levels."""


def _lists(part: Any) -> tuple[_Lists, dict[str, dict[int, int]]]:
    """The lists of a document, and by their numbers the levels that each begins anew, with what they begin at."""
    parts = [relation.target_part for relation in part.rels.values() if relation.reltype == RELATIONSHIP_TYPE.NUMBERING]
    definitions: dict[str, dict[int, _Level]] = {}
    lists: _Lists = {}
    starts: dict[str, dict[int, int]] = {}
    for numbering in parts:
        for abstract in numbering.element.iter(qn("w:abstractNum")):
            definitions[abstract.get(qn("w:abstractNumId"), "")] = dict(map(_level, abstract.iter(qn("w:lvl"))))
        for number in numbering.element.iter(qn("w:num")):
            name, definition = number.get(qn("w:numId"), ""), _value(number, "w:abstractNumId") or ""
            own = dict(map(_level, number.iter(qn("w:lvl"))))
            lists[name] = definition, {**definitions.get(definition, {}), **own}
            starts[name] = dict(_starts(number))
    return lists, starts


def _level(level: Any) -> tuple[int, _Level]:
    counted, text = _value(level, "w:numFmt") or "", _value(level, "w:lvlText") or ""
    return int(level.get(qn("w:ilvl"), "0")), _Level(counted, text, int(_value(level, "w:start") or 1))


def _starts(number: Any) -> Iterator[tuple[int, int]]:
    for override in number.findall(qn("w:lvlOverride")):
        if (start := _value(override, "w:startOverride")) is not None:
            yield int(override.get(qn("w:ilvl"), "0")), int(start)


def _number(level: int, counts: dict[int, int], levels: dict[int, _Level]) -> str:
    known = levels.get(level, _Level("decimal", "", 1))
    return _FORMATS.get(known.format, str)(counts.get(level, known.start))


def _thai_letter(number: int) -> str:
    return _THAI_LETTERS[(number - 1) % len(_THAI_LETTERS)]


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)


def _roman(number: int) -> str:
    written = ""
    for sign, worth in _ROMAN.items():
        written, number = written + sign * (number // worth), number % worth
    return written


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "thaiLetters": _thai_letter,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
"""How counts are written, where it isn't with digits."""


def _value(element: Any, path: str) -> str | None:
    """The value at the end of a path of children; None where it isn't there."""
    found = element.find("/".join(qn(name) for name in path.split("/")))
    return None if found is None else found.get(qn("w:val"))
