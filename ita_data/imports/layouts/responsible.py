"""The sections that a cell names, and who is responsible.

`ฝ่ายการคลัง/ ทุกฝ่าย` is one leading section, with all in support.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_data.imports.layouts.standing import Standing
from ita_data.imports.spellings import AND, SECTION_WORD, section_meant, section_named
from ita_data.model.problems import Place, Problem
from ita_data.model.records import EVERY_SECTION, Assignment, Role, Section
from ita_data.model.spelling import normalised

_SEPARATORS = re.compile(r"[/,;\n]|(?:^|\s)[-–•*]\s")
_NUMBER = re.compile(r"^[-–•*]\s*|^\(?[0-9๐-๙]{1,2}[.)]\s*")
_BEFORE_SECTIONS = re.compile(rf"\s+(?={SECTION_WORD})")


@dataclass(frozen=True, slots=True)
class NamedSection:
    """A section as a text names it; `name` is its full name or `EVERY_SECTION`, empty where nobody knows it."""

    text: str
    name: str
    is_certain: bool

    def problem(self, place: Place, sections: Sequence[Section]) -> Problem | None:
        """What has to be said of how it was understood."""
        if not self.name:
            return Problem("section-unknown", place, self.text, {"example": sections[0].name if sections else ""})
        return None if self.is_certain else Problem("section-repaired", place, self.text, {"proposal": self.name})


def sections_in(text: str, sections: Sequence[Section]) -> tuple[NamedSection, ...]:
    """The sections a text names, in its order and each once: parted by slashes, commas, lines and bullets.

    "และ" and blanks part names only where all of them are known.
    """
    pieces = (_NUMBER.sub("", piece.strip()) or piece.strip() for piece in _SEPARATORS.split(_unbroken(text, sections)))
    named = [found for piece in pieces if piece for found in _named_in(piece, sections)]
    return tuple({found.name or found.text: found for found in named}.values())


def assignments_of(
    measure: str, responsible: Standing, sections: Sequence[Section]
) -> tuple[list[Assignment], list[Problem]]:
    """The first section named leads, the others support; a name that isn't known is a problem and keeps its place."""
    named = sections_in(responsible.text, sections)
    problems = [found.problem(responsible.place, sections) for found in named]
    roles = [Role.LEAD, *[Role.SUPPORTING] * len(named)]
    pairs = zip(named, roles, strict=False)
    assignments = [Assignment(measure, found.name, role) for found, role in pairs if found.name]
    return assignments, [problem for problem in problems if problem]


def _unbroken(text: str, sections: Sequence[Section]) -> str:
    """The text with a name that runs over two lines in one: "ฝ่ายสิ่งแวดล้อมและ" and "สุขาภิบาล" below it."""
    if "\n" not in text:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and section_named(lines[-1] + line, sections) and not section_named(line, sections):
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


def _named_in(piece: str, sections: Sequence[Section]) -> list[NamedSection]:
    whole = _named(piece, sections)
    if whole.name:
        return [whole]
    for parts in (_around_and(piece, sections), _BEFORE_SECTIONS.split(piece)):
        named = [_named(part, sections) for part in parts] if len(parts) > 1 else []
        if named and all(found.name for found in named):
            return named
    return [whole]


def _around_and(piece: str, sections: Sequence[Section]) -> list[str]:
    """The names between the words "และ" that don't belong to a name: each as long as it is known."""
    if AND not in piece:
        return [piece]
    # "ฝ่ายรักษาความสะอาดและสวนสาธารณะ" is one section.
    parts, names = piece.split(AND), list[str]()
    if len(parts) == 1:
        return parts
    while parts:
        known = (name for name in _beginnings(parts) if _named(name, sections).is_certain)
        name = next(known, parts[0])
        names.append(name.strip())
        parts = parts[name.count(AND) + 1 :]
    return names


def _beginnings(parts: Sequence[str]) -> Iterator[str]:
    """All that these parts may begin with, the longest first."""
    return (AND.join(parts[:end]) for end in range(len(parts), 0, -1))


def _named(text: str, sections: Sequence[Section]) -> NamedSection:
    if normalised(text) == normalised(EVERY_SECTION):
        return NamedSection(text, EVERY_SECTION, True)
    section, is_certain = section_meant(text.strip(), sections)
    return NamedSection(text, section.name if section else "", is_certain)
