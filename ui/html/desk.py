"""What lies on the import desk, as HTML: the three steps, what the file is, and what was answered about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ui.html.bar import Button, Choice
from ui.html.rendering import rendered


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a part of a file; one to `heed` stands out."""

    text: str
    heed: bool = False


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a file in one line: whose, of which month, how many rows, and where that came from.

    What may be changed right there is a choice, what stands fast a text.
    """

    section: Choice | str
    month: Choice | str
    rows: str
    source: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was given about the file, and the button that takes it back."""

    text: str
    back: Button


def steps_html(names: Sequence[str], current: int, label: str) -> Markup:
    """The steps of an import, of which the `current` one, from 1, is marked."""
    return rendered("steps.html", names=names, current=current, label=label)


def file_html(
    title: str, lines: Sequence[PartLine | str], remarks: Sequence[Remark], said: str, answers: Sequence[Answered]
) -> Markup:
    """What a file is: a line for each part, remarks on the whole, and under the words `said` what was answered."""
    return rendered("desk_file.html", title=title, lines=lines, remarks=remarks, said=said, answers=answers)
