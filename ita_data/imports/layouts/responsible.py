"""Who is responsible, as a report names it: `ฝ่ายการคลัง/ ทุกฝ่าย` is one leading section, with all in support."""

import re
from collections.abc import Sequence

from ita_data.imports.layouts.standing import Standing
from ita_data.imports.spellings import key, section_named
from ita_data.model.problems import Problem
from ita_data.model.records import EVERY_SECTION, Assignment, Role, Section

_SEPARATORS = re.compile(r"[/,\n]|(?:^|\s)-\s")


def assignments_of(
    measure: str, responsible: Standing, sections: Sequence[Section]
) -> tuple[list[Assignment], list[Problem]]:
    """The first section named leads, the others support; a name that isn't known is a problem and keeps its place."""
    assignments: dict[str, Assignment] = {}
    problems: list[Problem] = []
    for place, name in enumerate(_names(responsible.text, sections)):
        section = _section(name, sections)
        if section is None:
            problems.append(Problem("section-unknown", responsible.place, name, {"example": sections[0].name}))
            continue
        role = Role.SUPPORTING if place else Role.LEAD
        assignments.setdefault(section, Assignment(measure, section, role))
    return list(assignments.values()), problems


def _names(text: str, sections: Sequence[Section]) -> list[str]:
    names = [name.strip() for name in _SEPARATORS.split(text) if name.strip()]
    return [part for name in names for part in _around_and(name, sections)]


def _around_and(name: str, sections: Sequence[Section]) -> list[str]:
    # "ฝ่ายรักษาความสะอาดและสวนสาธารณะ" is one section, so "และ" only parts names that are both known.
    if _section(name, sections):
        return [name]
    parts = [part.strip() for part in name.split("และ")]
    return parts if all(_section(part, sections) for part in parts) else [name]


def _section(name: str, sections: Sequence[Section]) -> str | None:
    if key(name) == key(EVERY_SECTION):
        return EVERY_SECTION
    section = section_named(name, sections)
    return section.name if section else None
