"""What the names of a sheet and of its file mention."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PureWindowsPath

from ita_data.imports.layouts.monthly.context.mentions import Line, Mention, line_named
from ita_data.imports.layouts.monthly.context.roles import Role
from ita_data.imports.layouts.monthly.context.standing import answer_cell
from ita_data.imports.spellings import section_meant
from ita_data.model.problems import Place
from ita_data.model.records import Section

_COPY = re.compile(r"\s*\(\d{1,2}\)$")
_PARTS = re.compile(r"[_+]+|(?<=\D)-|-(?=\D)")
"""What parts the words of a file's name."""


def names_of(sheet: str, file: str, sections: Sequence[Section]) -> list[Line]:
    """What the names of a sheet, whatever number Excel gave to its copy, and of the file mention."""
    file = _PARTS.sub(" ", PureWindowsPath(file).stem)
    return [_line_of_name(name, Place(sheet), sections) for name in (_COPY.sub("", sheet), file)]


def _line_of_name(name: str, place: Place, sections: Sequence[Section]) -> Line:
    cell = answer_cell(name, place)
    line = line_named(name, cell, sections)
    meant = None if line.mentions else section_meant(name, sections)[0]
    return replace(line, mentions=(Mention("section", meant.name, Role.ALONE, cell),)) if meant else line
