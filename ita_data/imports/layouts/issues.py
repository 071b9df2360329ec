"""The issue texts of a block, one for each item or shared by the items of several rows."""

from collections.abc import Container
from dataclasses import dataclass

from ita_data.imports.layouts.blocks import Block
from ita_data.imports.layouts.entries import Span
from ita_data.model.problems import Place, Problem

_OPEN_ENDINGS = ("ของ", "และ", "หรือ", "ที่", "ใน", "เพื่อ", "ให้", "กับ", "โดย", "จาก", "ต่อ", "ด้วย", "ตาม", "การ")
"""Words that no sentence ends with: a text that does goes on somewhere."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue text and the rows of the block it stands for."""

    text: str
    rows: tuple[int, ...]
    place: Place


def issues_of(block: Block, split_rows: Container[int]) -> tuple[list[Issue], list[Problem]]:
    """The block's issues; one text over two rows where its upper half stops short above a row that is split elsewhere.

    `split_rows` are the rows into which a text of another column runs on. The items of both rows share the text.
    """
    issues: list[Issue] = []
    problems: list[Problem] = []
    for span in block.spans("issue"):
        if issues and span.rows[0] in split_rows and issues[-1].text.endswith(_OPEN_ENDINGS):
            above = issues.pop()
            joined = f"{above.text} {_one_line(span)}"
            issues.append(Issue(joined, (*above.rows, *span.rows), above.place))
            problems.append(Problem("text-split", span.cell.place, joined, {"above": above.place.cell}))
        else:
            issues.append(Issue(_one_line(span), span.rows, span.cell.origin))
    return issues, problems


def _one_line(span: Span) -> str:
    return " ".join(span.cell.text.split())
