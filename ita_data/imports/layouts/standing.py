"""Cells that stand for the rows below them too: who is responsible, and how often the director follows up."""

from collections.abc import Sequence
from dataclasses import dataclass

from ita_data.imports.layouts.entries import Span
from ita_data.model.problems import Place

_OPEN_ENDINGS = ("/", ",")


@dataclass(frozen=True, slots=True)
class Standing:
    """A text and the rows of the block in which it is in force."""

    text: str
    rows: tuple[int, ...]
    place: Place


def texts_beside(spans: Sequence[Span]) -> list[Standing]:
    """The texts of a column in a report of our own, each for its rows alone: there a blank cell says that nobody is."""
    return [Standing(span.cell.text, span.rows, span.cell.origin) for span in spans]


def standing_texts(spans: Sequence[Span], row_count: int) -> list[Standing]:
    """The texts of a column with the rows each is in force in: its own and the blank ones below.

    A cell that ends in a slash or comma goes on in the next one: "ฝ่ายปกครอง/" above "ทุกฝ่าย".
    """
    standing: list[Standing] = []
    for span in spans:
        if standing and standing[-1].text.endswith(_OPEN_ENDINGS):
            above = standing.pop()
            standing.append(Standing(f"{above.text} {span.cell.text}", (*above.rows, *span.rows), above.place))
        else:
            standing.append(Standing(span.cell.text, span.rows, span.cell.origin))
    ends = [*(text.rows[0] for text in standing[1:]), row_count]
    return [
        Standing(text.text, tuple(range(text.rows[0], max(end, text.rows[-1] + 1))), text.place)
        for text, end in zip(standing, ends, strict=False)
    ]
