"""The sections and months that a line outside a table's rows mentions, each with its place and its role.

A line is a line of a cell. The words before a name tell its role, also where they stand in the cell to the left.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell, Row, filled
from ita_data.imports.layouts.monthly.context.roles import (
    Field,
    Role,
    is_bare,
    is_label,
    is_neutral,
    is_role_word,
    names_another,
    role_after,
)
from ita_data.imports.layouts.monthly.context.sections import section_spans
from ita_data.imports.layouts.months import month_spans
from ita_data.imports.layouts.spans import Named, Span
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.spellings import is_remark
from ita_data.model.records import Section
from ita_data.model.repairs import arabic, repaired

_LONGEST_LABEL = 60
_LONGEST_LINE = 1_000
"""What a longer line says is no title."""
_MAY_MENTION = re.compile(
    r"ฝ่าย|เดือน|ประจำ|ส่วนราชการ|หน่วยงาน|รายงาน|[ก-ฮ]\.\s?[ก-ฮ]|คม|ยน|พันธ|[๐-๙\d][/.-][๐-๙\d]|[a-z]{3}", re.IGNORECASE
)
"""What every line has that mentions a section or a month; most remarks have nothing of it."""
_JOINS = re.compile(r"\s*(?:และ|ถึง|/|,|[-–—])\s*(?:เดือน|ฝ่าย)?\s*")
"""What stands between two names that are meant alike: "ม.ค. ถึง มี.ค. 68"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A section or month that a line names: its role, and a cell that holds its words and has the line's place.

    `value` is None where nobody knows what it names.
    """

    field: Field
    value: Named
    role: Role
    cell: Cell


@dataclass(frozen=True, slots=True)
class Line:
    """A line with all that it mentions; `is_bare` where it says nothing else."""

    cell: Cell
    mentions: tuple[Mention, ...]
    is_bare: bool

    @property
    def tells(self) -> bool:
        """Whether it mentions a section or a month that may be the reported one."""
        return any(mention.role is not Role.OTHER for mention in self.mentions)

    @property
    def names(self) -> bool:
        """Whether it names a section or a month as the reported one, or stands alone with it."""
        return any(mention.role in (Role.REPORTED, Role.ALONE) for mention in self.mentions)

    def doubted(self) -> "Line":
        """The line where nobody can tell what it is about."""
        mentions = (replace(one, role=Role.OTHER if one.role is Role.OTHER else Role.UNCLEAR) for one in self.mentions)
        return replace(self, mentions=tuple(mentions))


def lines_of(row: Row, sections: Sequence[Section], label: str = "") -> list[Line]:
    """The lines of a row outside the table; `label` is what a line before it named without saying its value."""
    found: list[Line] = []
    for cell in filled(row):
        for text in cell.text.splitlines() or [""]:
            line = _line(cell, text, sections, label)
            found.append(line)
            label = "" if line.mentions else label_in(text) or (text if len(text) <= _LONGEST_LABEL else "")
    return found


def may_mention(row: Row) -> bool:
    """Whether a row may mention a section or a month at all; a cheap look."""
    return any(isinstance(cell.value, str) and _MAY_MENTION.search(cell.value) for cell in row)


def label_in(text: str) -> str:
    """The text where it only names what the next cell or line says: "กำหนดส่ง:"."""
    return text if text.rstrip().endswith(":") or is_role_word(text) else ""


def line_named(name: str, cell: Cell, sections: Sequence[Section]) -> Line:
    """What the name of a sheet or a file mentions."""
    return _line(cell, name, sections, "")


def _line(cell: Cell, text: str, sections: Sequence[Section], label: str) -> Line:
    if isinstance(cell.value, date):
        return _dated(cell, label)
    if len(text) > _LONGEST_LINE or not (_MAY_MENTION.search(text) or (label and label_in(label))):
        return Line(cell, (), False)
    spans = _spans(f"{label} " if label else "", text, tuple(sections))
    mentions = [Mention(field, value, role, _part(cell, words)) for field, value, role, words in spans.found]
    if not mentions and label and (named := _labelled(cell, text, label)):
        return Line(cell, (named,), True)
    return Line(cell, tuple(mentions), spans.is_bare)


def _dated(cell: Cell, label: str) -> Line:
    """A day of the workbook: the month it lies in where a label asks for a month, or nobody can tell."""
    month = fiscal_month(cell)[0]
    if month is None or (label and not is_label("month", label)):
        return Line(cell, (), False)
    first = month.first_day
    role = Role.REPORTED if label else Role.UNCLEAR
    is_month = bool(label) or cell.value is not None and getattr(cell.value, "day", 0) == 1
    found = (Mention("month", (first.month, first.year), role, cell),) if is_month else ()
    return Line(cell, found, bool(label))


def _labelled(cell: Cell, text: str, label: str) -> Mention | None:
    """A month in digits beside its label, or what a label names and nobody knows; the names of people are neither."""
    bare = text.strip(" :")
    if not bare or is_role_word(bare) or is_remark("person", bare):
        return None
    if is_label("month", label):
        month = fiscal_month(cell)[0]
        return Mention("month", (month.first_day.month, month.first_day.year) if month else None, Role.REPORTED, cell)
    return Mention("section", None, Role.REPORTED, cell) if is_label("section", label) else None


@dataclass(frozen=True, slots=True)
class _Spans:
    found: tuple[tuple[Field, Named, Role, str], ...]
    is_bare: bool


@lru_cache(maxsize=5_000)
def _spans(label: str, text: str, sections: tuple[Section, ...]) -> _Spans:
    """The names in a text with their roles, as far as a label before it and the words around them tell."""
    line = arabic(repaired(label + text))
    start = len(arabic(repaired(label)))
    months, named = month_spans(line, start), section_spans(line, sections, start)
    if not months and not named:
        return _Spans((), False)
    rest = _rest(line, [*months, *named])
    found: list[tuple[Field, Named, Role, str]] = []
    by_field: dict[Field, list[Span]] = {"section": named, "month": months}
    for field, spans in by_field.items():
        with_roles = _with_roles(field, line, spans, is_neutral(field, rest))
        found += [(field, span.value, role, span.text) for span, role in with_roles]
    return _Spans(tuple(found), is_bare(rest))


def _with_roles(field: Field, line: str, spans: Sequence[Span], is_alone: bool) -> Iterator[tuple[Span, Role]]:
    end, before = 0, Role.ALONE
    several = len({span.value for span in spans}) > 1
    for number, span in enumerate(spans):
        role = role_after(field, line[end : span.start])
        if role is None:
            role = _inherited(before, line[end : span.start], number)
        following = spans[number + 1].start if number + 1 < len(spans) else len(line)
        if role is Role.ALONE and (not is_alone or names_another(field, line[span.end : following])):
            role = Role.UNCLEAR
        if role is Role.ALONE and several and field == "month":
            role = Role.UNCLEAR
        if span.is_day and role is not Role.REPORTED:
            role = Role.OTHER
        yield span, role
        end, before = span.end, role


def _inherited(before: Role, between: str, number: int) -> Role:
    """The role of a name that no word stands before: that of the name before it where both are meant alike."""
    if number == 0:
        return Role.ALONE
    if _JOINS.fullmatch(between):
        return before
    return Role.ALONE if before in (Role.REPORTED, Role.ALONE) else Role.UNCLEAR


def _rest(line: str, spans: Sequence[Span]) -> str:
    kept = list(line)
    for span in spans:
        kept[span.start : span.end] = " " * (span.end - span.start)
    return "".join(kept)


def _part(cell: Cell, text: str) -> Cell:
    return replace(cell, paragraphs=paragraphs_of(text), value=text, number_format="", link="")
