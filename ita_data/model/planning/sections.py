"""The sections of an office: what one may be called, and where it stands among the others."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ita_data.language import gettext as _
from ita_data.model.records import EVERY_SECTION, Section
from ita_data.model.spelling import normalised

_PARTING = re.compile(r"[/,;\n]")
"""What parts the names of several sections in a file."""


def naming_errors(section: Section, sections: Iterable[Section]) -> Iterator[str]:
    """What keeps a section from being called so among `sections`, which may hold it as it was.

    A former name may be that of a section that has ended, whose work it took over.
    """
    rest = others(section, sections)
    own = {normalised(name): other.name for other in rest for name in _names(other)}
    there = {normalised(name): other.name for other in rest for name in _names(other) if not other.ends_on}
    former = {normalised(name): other.name for other in rest for name in other.former_names}
    if not section.name:
        yield _("Give the section a name.")
    for name in _names(section):
        yield from _errors_in(name, own)
    for name in section.former_names:
        yield from _errors_in(name, former | there)


def called_before(shown: Section, entered: Section) -> Section:
    """A section as it was entered, whose name of before is among its former ones; what it is called now isn't."""
    names = (*entered.former_names, shown.name)
    told = {normalised(name): name for name in reversed(names) if name}
    now = {normalised(name) for name in _names(entered)}
    return replace(entered, former_names=tuple(name for key, name in reversed(told.items()) if key not in now))


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
    """What a section is called now."""
    return [name for name in (section.name, section.short_name) if name]


def _errors_in(name: str, taken: Mapping[str, str]) -> Iterator[str]:
    """Why a name can't be taken: it is another section's, all sections', or can't be read back from a file."""
    key = normalised(name)
    if other := EVERY_SECTION if key == normalised(EVERY_SECTION) else taken.get(key):
        text = _("“{name}” is what {section} is called already. Give another name.")
        yield text.format(name=name, section=other)
    if _PARTING.search(name):
        text = _("“{name}” holds a sign that parts the names of sections in files (/ , ;). Write it without.")
        yield text.format(name=name)
