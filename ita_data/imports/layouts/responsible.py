"""The sections that a cell names, and who is responsible.

`ฝ่ายการคลัง/ ทุกฝ่าย` is one leading section, with all in support; `ฝ่ายการคลัง (หลัก)/ ฝ่ายปกครอง (หลัก)` are two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ita_data.imports.layouts.standing import Standing
from ita_data.imports.spellings import AND, SECTION_WORD, section_meant, section_named, spellings_of
from ita_data.model.problems import Place, Problem
from ita_data.model.records import EVERY_SECTION, Assignment, Role, Section
from ita_data.model.spelling import normalised

_SEPARATORS = re.compile(r"[/,;\n]|(?:^|\s)[-–•*]\s")
_NUMBER = re.compile(r"^[-–•*]\s*|^\(?[0-9๐-๙]{1,2}[.)]\s*")
_ROLE = re.compile(r"\s*\((?P<word>[^()]*)\)\s*$")
_BEFORE_SECTIONS = re.compile(rf"\s+(?={SECTION_WORD})")


@dataclass(frozen=True, slots=True)
class NamedSection:
    """A section as a text names it; `name` is its full name or `EVERY_SECTION`, empty where nobody knows it.

    `role` is what stands in brackets behind it; None where nothing does.
    """

    text: str
    name: str
    is_certain: bool
    role: Role | None = None

    def problem(self, place: Place, sections: Sequence[Section]) -> Problem | None:
        """What has to be said of how it was understood."""
        if not self.name:
            return Problem("section-unknown", place, self.text, {"example": sections[0].name if sections else ""})
        return None if self.is_certain else Problem("section-repaired", place, self.text, {"proposal": self.name})


def sections_in(text: str, sections: Sequence[Section], *, has_roles: bool = False) -> tuple[NamedSection, ...]:
    """The sections a text names, in its order and each once: parted by slashes, commas, lines and bullets.

    "และ" and blanks part names only where all of them are known. Only a text of who is responsible `has_roles`.
    """
    named_in = _named_in_a_role if has_roles else _named_in
    pieces = (_NUMBER.sub("", piece.strip()) or piece.strip() for piece in _SEPARATORS.split(_unbroken(text, sections)))
    named = [found for piece in pieces if piece for found in named_in(piece, sections)]
    return tuple({found.name or found.text: found for found in named}.values())


def assignments_of(
    measure: str, responsible: Standing, sections: Sequence[Section]
) -> tuple[list[Assignment], list[Problem]]:
    """The first section named leads, the others support; a name that isn't known is a problem and keeps its place.

    A role that stands behind a name counts; of the others the first one leads where no lead is named so.
    """
    named = sections_in(responsible.text, sections, has_roles=True)
    problems = [found.problem(responsible.place, sections) for found in named]
    pairs = zip(named, _roles(named), strict=True)
    assignments = [Assignment(measure, found.name, role) for found, role in pairs if found.name]
    return assignments, [problem for problem in problems if problem]


def _roles(named: Sequence[NamedSection]) -> list[Role]:
    lead = iter(() if any(found.role is Role.LEAD for found in named) else (Role.LEAD,))
    return [found.role or next(lead, Role.SUPPORTING) for found in named]


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


def _named_in_a_role(piece: str, sections: Sequence[Section]) -> list[NamedSection]:
    said = _ROLE.search(piece)
    role = _role_words().get(normalised(said["word"])) if said else None
    if said is None or role is None or section_named(piece, sections):
        return _named_in(piece, sections)
    return [replace(found, role=role) for found in _named_in(piece[: said.start()], sections)]


@cache
def _role_words() -> dict[str, Role]:
    return {normalised(word): role for role in Role for word in spellings_of("roles", role)}


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
