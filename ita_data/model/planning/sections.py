"""The sections of an office: what one may be called, and where it stands among the others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ita_data.language import gettext as _
from ita_data.model.records import EVERY_SECTION, Section
from ita_data.model.spelling import normalised

_PARTING = re.compile(r"[/,;\n]")
"""What parts the names of several sections in a file."""


def naming_errors(section: Section, sections: Iterable[Section]) -> Iterator[str]:
    """What keeps a section from being called so among `sections`, which may hold it as it was."""
    if not section.name:
        yield _("Give the section a name.")
    taken = {normalised(name): other.name for other in others(section, sections) for name in _names(other)}
    taken[normalised(EVERY_SECTION)] = EVERY_SECTION
    for name in _names(section):
        if other := taken.get(normalised(name)):
            text = _("“{name}” is what {section} is called already. Give another name.")
            yield text.format(name=name, section=other)
        if _PARTING.search(name):
            text = _("“{name}” holds a sign that parts the names of sections in files (/ , ;). Write it without.")
            yield text.format(name=name)


def moved_along(section: Section, sections: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """The other sections whose places change where one takes its own, each as it is and as it shall be."""
    rest = others(section, sections)
    for place, other in enumerate(rest, start=1):
        position = place if place < section.position else place + 1
        if other.position != position:
            yield other, replace(other, position=position)


def others(section: Section, sections: Iterable[Section]) -> list[Section]:
    """All sections but one, which may have got another name."""
    return [other for other in sections if not section.identity or other.identity != section.identity]


def _names(section: Section) -> list[str]:
    """All that a section is called."""
    return [name for name in (section.name, section.short_name) if name]
