"""Which paragraphs of a Word document are entries of a list: Word keeps that apart from the text."""

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from ita_data.imports.grid import Listing

_LISTINGS = {"bullet": Listing.BULLETED, "none": Listing.PLAIN}
_NO_LIST = "0"


class Numbering:
    """The lists of one document: what a paragraph, or the style it is written in, says of itself."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
        self._formats = _formats(document.part)

    def listing(self, paragraph: Any) -> Listing:
        """Numbered or bulleted as the list's definition says; plain where the paragraph is in no list."""
        number = level = None
        for properties in self._properties(paragraph):
            number = number or _value(properties, "w:numPr/w:numId")
            level = level or _value(properties, "w:numPr/w:ilvl")
        if number in (None, _NO_LIST):
            return Listing.PLAIN
        return _LISTINGS.get(self._formats.get((number, level or "0"), ""), Listing.NUMBERED)

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


def _formats(part: Any) -> dict[tuple[str | None, str | None], str]:
    """The format of each list and level, such as `decimal` or `bullet`."""
    parts = [relation.target_part for relation in part.rels.values() if relation.reltype == RELATIONSHIP_TYPE.NUMBERING]
    levels: dict[str | None, dict[str | None, str]] = {}
    formats: dict[tuple[str | None, str | None], str] = {}
    for numbering in parts:
        for abstract in numbering.element.iter(qn("w:abstractNum")):
            levels[abstract.get(qn("w:abstractNumId"))] = {
                level.get(qn("w:ilvl")): _value(level, "w:numFmt") or "" for level in abstract.iter(qn("w:lvl"))
            }
        for number in numbering.element.iter(qn("w:num")):
            found = levels.get(_value(number, "w:abstractNumId"), {})
            formats |= {(number.get(qn("w:numId")), level): name for level, name in found.items()}
    return formats


def _value(element: Any, path: str) -> str | None:
    """The value at the end of a path of children; None where it isn't there."""
    found = element.find("/".join(qn(name) for name in path.split("/")))
    return None if found is None else found.get(qn("w:val"))
