"""What stands once for many rows: in lines above a table or between its rows, in its title, or in the sheet's name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ita_data.imports.dates import fiscal_month
from ita_data.imports.grid import Cell, Grid, Row, filled
from ita_data.imports.layouts.monthly.headers import TABLE
from ita_data.imports.paragraphs import paragraphs_of
from ita_data.imports.spellings import SECTION_WORD, calendar_month, header, is_remark, section_meant, section_named
from ita_data.model.problems import Place
from ita_data.model.records import Section

STANDING = ("section", "month")
"""The fields that may stand once for many rows instead of in each of them."""

_SIGNS = {"section": (SECTION_WORD,), "month": ("เดือน", "ไตรมาส")}
"""Words by which a paragraph may be about a section or a month."""
_MONTH_IN_TITLE = re.compile(r"เดือน(?:(?!เดือน|ปีงบ|ฝ่าย|สำนักงาน|ของ).)+")
_BETWEEN_MONTHS = re.compile(r"\s*(?:และ|ถึง|ประจำ|[-–,])\s*$")
_NAME_ENDS = re.compile(r"\s|$|(?=ประจำ|รอบ|เดือน|สำนักงาน|เขต|ปีงบ|พ\.ศ)")
_NAMES_OTHERS = re.compile(r"^\s*(?:เรียน|เสนอ|ถึง|ส่ง|ผ่าน|จาก)|(?:หัวหน้า|ผ่าน|ถึง|ต่อ)\s*$")
"""Beginnings of a line, or words before a section, that name another one than the section that reports."""
_MONTH_AT_END = re.compile(r"(?:^|[^\s\d๐-๙–,-]\s+)(?P<month>[^\s\d๐-๙]+\s*(?:พ\.?\s?ศ\.*\s*)?[\d๐-๙]{2,4})\s*$")
_COPY = re.compile(r"\s*\(\d{1,2}\)$")
_MONTH_GROUP = re.compile(r"(?:ประจำ|รอบ)?เดือน|ไตรมาส")
_LONGEST_GROUP = 60
_LABELLED = re.compile(r"(?P<label>[^\s:\d]+)\s*:\s*(?P<value>.*?)(?=\s+[^\s:\d]+\s*:|\s+(?:ประจำ|รอบ)?เดือน|$)")


@dataclass(slots=True)
class Above:
    """What the paragraphs before a table say: it holds for the tables after it until others say something else.

    `title` are the paragraphs themselves, `standing` the section and the month that they name.
    """

    sections: Sequence[Section]
    title: list[Cell] = field(default_factory=list)
    standing: dict[str, Cell] = field(default_factory=dict)

    def read(self, prose: Grid) -> None:
        """Take in further paragraphs; a section or month in them that can't be told ends what was told before."""
        rows = [row for row in prose.rows if any(filled(row))]
        title = [cell for row in rows for cell in filled(row)]
        found = section_in_title(title, self.sections)
        for row in rows:
            found |= labels(row)
        text = "".join(cell.text for cell in title)
        named = {name for name, signs in _SIGNS.items() if any(sign in text for sign in signs)}
        self.title += title
        self.standing = {name: cell for name, cell in self.standing.items() if name not in named} | found


def labels(row: Row) -> dict[str, Cell]:
    """Section and month as a line above the rows says them: label and value in one cell or in two, or in a title."""
    cells = list(filled(row))
    found: dict[str, Cell] = {}
    for cell, neighbour in zip(cells, [*cells[1:], None], strict=True):
        for line in cell.text.splitlines():
            name, named = _label(line), _labelled(cell, line)
            found |= named
            if (
                name
                and not named
                and neighbour
                and not _label(neighbour.text)
                and not is_remark("person", neighbour.text)
            ):
                found[name] = neighbour
            elif "month" not in named and (month := _month_in_title(cell, line)):
                found["month"] = month
    return found


def is_labelled(row: Row) -> bool:
    """Whether a row between others only says a section or month for those below it: "ฝ่าย: ฝ่ายปกครอง"."""
    first = next(filled(row), None)
    return first is not None and ":" in first.text and _label(first.text) is not None


def group_of(row: Row, sections: Sequence[Section]) -> dict[str, Cell]:
    """The section or month that a row between others names, where that is all it holds.

    One that can't be told is not passed over, for the rows below it would go to the section or month above.
    """
    cells = {cell.origin: cell for cell in row if not cell.is_blank}
    cell = next(filled(row), None)
    # What a cell merged over several rows says is the row's own.
    if cell is None or len(cells) != 1 or not isinstance(cell.value, str) or len(cell.text) > _LONGEST_GROUP:
        return {}
    if section_named(cell.text, sections) or cell.text.startswith(SECTION_WORD):
        return {"section": cell}
    is_month = _is_month(cell) or calendar_month(cell.text) or _MONTH_GROUP.match(cell.text)
    return {"month": cell} if is_month else {}


def section_in_title(title: Iterable[Cell], sections: Sequence[Section]) -> dict[str, Cell]:
    """The one section that the title names: "รายงานของฝ่ายปกครอง ประจำเดือนมกราคม 2568"."""
    found: dict[str, Cell] = {}
    for cell in title:
        for line in cell.text.splitlines():
            found |= {name: _part(cell, text) for name, text in _sections_in(line, sections).items()}
    return {"section": next(iter(found.values()))} if len(found) == 1 else {}


def sheet_standing(sheet: str, sections: Sequence[Section]) -> dict[str, Cell]:
    """The section or month that a sheet is named for, whatever number Excel gave to its copy."""
    place = Place(sheet)
    sheet = _COPY.sub("", sheet)
    name = Cell(place, place, paragraphs_of(sheet), sheet)
    if section_meant(sheet, sections)[0]:
        return {"section": name}
    return {"month": name} if _is_month(name) or calendar_month(sheet) else {}


def _is_month(cell: Cell) -> bool:
    return fiscal_month(cell)[0] is not None


def _label(text: str) -> str | None:
    name = header(TABLE, text.partition(":")[0])
    return name if name in STANDING else None


def _labelled(cell: Cell, line: str) -> dict[str, Cell]:
    """What a line says beside labels with a colon: "ฝ่าย: ฝ่ายปกครอง เดือน: มกราคม 2568"."""
    parts = [(_label(part["label"]), part["value"].strip()) for part in _LABELLED.finditer(line)]
    parts = parts if any(name for name, _value in parts) else [(_label(line), line.partition(":")[2].strip())]
    return {name: _part(cell, value) for name, value in parts if name and value and not is_remark("person", value)}


def _sections_in(line: str, sections: Sequence[Section]) -> dict[str, str]:
    """The sections that a line of a title is about, by name, with the words that name them; none if one is unknown."""
    found: dict[str, str] = {}
    for match in re.finditer(SECTION_WORD, line):
        if _NAMES_OTHERS.search(line[: match.start()]):
            continue
        rest = line[match.start() :]
        texts = [rest[: end.start()] for end in _NAME_ENDS.finditer(rest)]
        named = ((text, section_named(text, sections)) for text in reversed(texts))
        text, section = next(((text, section) for text, section in named if section), ("", None))
        if section is None:
            return {}
        found[section.name] = text
    return found


def _month_in_title(cell: Cell, line: str) -> Cell | None:
    parts = [_part(cell, _BETWEEN_MONTHS.sub("", part)) for part in _MONTH_IN_TITLE.findall(line)]
    months = [part for part in parts if _is_month(part) or calendar_month(part.text.removeprefix("เดือน"))]
    if not parts:
        months = [part for part in [_last_words(cell, line)] if part]
    # Of two months in one title nobody knows which is meant.
    return months[0] if len(months) == 1 else None


def _last_words(cell: Cell, line: str) -> Cell | None:
    """The month with which a line ends, "ฝ่ายปกครอง มกราคม 2568", unless it is that of a day or the last of several."""
    match = _MONTH_AT_END.search(line)
    if match is None or any(map(calendar_month, line[: match.start("month")].split())):
        return None
    part = _part(cell, match["month"])
    return part if _is_month(part) else None


def _part(cell: Cell, text: str) -> Cell:
    return replace(cell, paragraphs=paragraphs_of(text), value=text)
