"""What the file on the desk is, as HTML, and what was answered about it; pure."""

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


def file_html(
    title: str, lines: Sequence[PartLine | str], remarks: Sequence[Remark], said: str, answers: Sequence[Answered]
) -> Markup:
    """What a file is: a line for each part, remarks on the whole, and under the words `said` what was answered."""
    return rendered("desk_file.html", title=title, lines=lines, remarks=remarks, said=said, answers=answers)
