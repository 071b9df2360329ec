"""What words in office files mean: column headers, statuses, rhythms, months and sections.

The words are data, see spellings.toml. A text is looked up as `normalised` and means nothing where that is not
listed, because "ยังไม่ได้ดำเนินการ" holds "ดำเนินการ". What is one slip away from a listed word may be offered, though
never in silence.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ita_data.imports.nearness import nearest
from ita_data.model.cadence import Cadence
from ita_data.model.records import Section
from ita_data.model.repairs import arabic
from ita_data.model.review_fields import REVIEW_FIELDS
from ita_data.model.spelling import normalised
from ita_data.model.states import Status

_FILE = Path(__file__).with_name("spellings.toml")
_ANYTHING = "…"
_OPEN = "open"
SECTION_WORD = "ฝ่าย"
AND = "และ"
_ABBREVIATION = "ฯ"
_LONGEST_HEADER = 120
_AROUND_SECTION = re.compile(r"^\s*(?:หัวหน้า|หน\.|เจ้าหน้าที่)\s*|\s*สำนักงานเขต.*$|\s*\([^()]*\)\s*$")
"""Words beside a section's name that don't make it another one."""
_LONGEST_STATUS = 100
"""How far into a text a status at its start may reach."""
_LEAST_NAME = 3
"""How many letters a name has at least that may be a section's without ฝ่าย."""
_LEAST_BEGINNING = 8
"""How many letters a section's name has at least of which the rest is missing."""


_PARTS = re.compile(r"[/,;|\n]")
_GAPS = re.compile(r"[\s(\[,:;–-]+")
_SHARE = re.compile(r"(?<![\d/])(\d{1,2})(?:จาก|ใน|/)(?!\1(?!\d))\d{1,2}(?![\d/])")
"""So many of more, which is not all: 3/5, 3 จาก 5. A day such as 15/1/68 or a paper's number such as 1/2568 is none."""
_ASKING = re.compile(r"[?？☐□]|\[\s*\]|\(\s*\)")
"""A question mark, or a box that nobody ticked."""
_BOX = re.compile(r"([☑☒☐□]|\([\s/✓✔xX]*\)|\[[\s/✓✔xX]*\])([^☑☒☐□(\[]+)")
_EMPTY_BOX = "☐□()[] \t\n"
_FEWEST_BOXES = 2
_NUMBER_ALONE = re.compile(r"[(\[:]*\d+[)\]]*")
_NUMBERED = re.compile(r"^\s*\(?[0-9๐-๙]{1,2}[.)]\s*(?=\D)")
"""The number that some forms give a column: 1. or (2)."""
_PERCENT = re.compile(r"\s*[%％]\s*")
_PERCENT_HEADER = "ร้อยละ"
_RESULT = "ผล"
_LONGEST_PLANNED = 40
"""A longer text that holds the word แผน is a title."""
_BRACKETS = re.compile(r"\([^()]*\)")


def header(table: str, text: str) -> str | None:
    """The field under a column header of `monthly`, `report` or `initiatives`; a remark in brackets may be missing."""
    return None if len(text) > _LONGEST_HEADER else _header(table, _NUMBERED.sub("", text))


def is_planned(text: str) -> bool:
    """Whether a header says that its column holds what is planned, or who else has to do with it."""
    wanted = normalised(text) if len(text) <= _LONGEST_PLANNED else ""
    if not wanted or wanted in _words("headers", "monthly").exact or normalised(_RESULT) in wanted:
        return False
    for harmless in _planned("except"):
        wanted = wanted.replace(harmless, "")
    return any(word in wanted for word in _planned("headers"))


def is_planned_row(text: str) -> bool:
    """Whether a cell says that its row holds what is planned: "แผน"."""
    return normalised(text) in _planned("rows")


def is_result_row(text: str) -> bool:
    """Whether a cell says that its row holds what came of a plan: "ผล"."""
    return normalised(text) in _planned("results")


def without_result(text: str) -> str:
    """A header without the word that its column holds the result: "ผล (ร้อยละ)" is "ร้อยละ"; empty where that is all."""
    words = "|".join(map(re.escape, sorted(_data()["planned"]["results"], key=len, reverse=True)))
    return re.sub(rf"^\s*(?:{words})(?=$|[\s(\[%])|(?:^|(?<=[\s%]))(?:{words})\s*$", "", text).strip(" ()[]")


def header_near(table: str, text: str) -> str | None:
    """The field of the only header that one slip parts from a text, to be offered for a missing column alone."""
    if len(text) > _LONGEST_HEADER:
        return None
    return nearest(normalised(_BRACKETS.sub("", text)), _words("headers", table).exact)


def header_shown(table: str, field: str) -> str:
    """The header by which the office's own template names a field."""
    return str(_data()["headers"][table][field][0])


def status(text: str) -> Status | None:
    """The status that a text names."""
    found = _words("statuses").meaning(text)
    return Status(found) if found else None


@lru_cache(maxsize=10_000)
def status_meant(text: str) -> tuple[Status | None, str]:
    """The status that a text names or seems to name, with the code of the problem that says how it was understood.

    Beside the listed words: a slip of one letter, and a status with words after it that don't take it back.
    """
    if found := _ticked_status(text):
        return found, ""
    named = {found for part in _PARTS.split(text) if (found := status(part))}
    if len(named) > 1 or _ASKING.search(text):
        return None, ""
    if found := status(text):
        if _is_listed(text):
            return found, ""
        return (None, "") if _is_doubted(found, text) else (found, "status-with-text")
    if near := nearest(normalised(text), _words("statuses").exact):
        return Status(near), "status-repaired"
    found = _status_before(text)
    return found, "status-with-text" if found else ""


def is_remark(kind: str, text: str) -> bool:
    """Whether a text begins what is no report: a `total`, a `signature` with what stands around it, or a `person`."""
    return _words("remarks").meaning(text) == kind


def is_nothing(text: str) -> bool:
    """Whether a text says that there is no such day or percentage: "ไม่ระบุ"."""
    return _words("blanks").meaning(text) is not None


def cadence(text: str) -> tuple[Cadence, bool] | None:
    """The rhythm that a text names, and whether it is an open one such as "อย่างต่อเนื่อง", which sets no date."""
    found = _words("cadences").meaning(text)
    if found is None:
        return None
    return (Cadence.AS_NEEDED, True) if found == _OPEN else (Cadence(found), False)


def calendar_month(text: str) -> int | None:
    """The month that a text names, 1 = January."""
    found = _words("months").meaning(text)
    return int(found) if found else None


@cache
def month_spellings() -> Mapping[str, int]:
    """The number of the month in the calendar by every way of writing it."""
    return {spelling: int(number) for number, listed in _data()["months"].items() for spelling in listed}


@cache
def standard_sections() -> tuple[Section, ...]:
    """The sections of a Bangkok district office, in the official order."""
    entries = _data()["sections"]
    return tuple(
        Section(entry["name"], entry.get("short_name", ""), position) for position, entry in enumerate(entries, start=1)
    )


def section_named(text: str, sections: Sequence[Section]) -> Section | None:
    """The section of this full or short name; ฯ at the end stands for the rest of a name that only one section has."""
    wanted = normalised(text)
    if not wanted:
        return None
    for section in sections:
        if wanted in (normalised(section.name), normalised(section.short_name)):
            return section
    if not text.rstrip().endswith(_ABBREVIATION):
        return None
    begun = [section for section in sections if normalised(section.name).startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def section_meant(text: str, sections: Sequence[Section]) -> tuple[Section | None, bool]:
    """The section of this name and whether that is certain.

    It is not where ฝ่าย is missing, where the name ends too soon, where one letter is wrong, and where words
    stand around it, such as หัวหน้า or the office's name, or a question mark.
    """
    if section := section_named(text, sections):
        return section, not _ASKING.search(text)
    bare = _AROUND_SECTION.sub("", text).strip()
    if bare != text.strip():
        return section_meant(bare, sections)[0], False
    if len(normalised(text)) < _LEAST_NAME:
        return None, False
    wanted = {normalised(text), normalised(f"{SECTION_WORD}{text}")}
    begun = [section for section in sections if normalised(section.name.partition(AND)[0]) in wanted] or [
        section
        for section in sections
        if len(normalised(text)) >= _LEAST_BEGINNING and normalised(section.name).startswith(normalised(text))
    ]
    found = section_named(f"{SECTION_WORD}{text}", sections) or (begun[0] if len(begun) == 1 else None)
    if found is None:
        by_key = {normalised(name): section.name for section in sections for name in (section.name, section.short_name)}
        near = nearest(normalised(text), by_key)
        found = next((section for section in sections if section.name == near), None)
    return found, False


@lru_cache(maxsize=100_000)
def _header(table: str, text: str) -> str | None:
    # A % sign alone has no letter to be looked up by, and in "ส ถ า น ะ" a blank before า would be taken for damage.
    written = _PERCENT_HEADER if _PERCENT.fullmatch(text) else text
    texts = (written, _BRACKETS.sub("", written), "".join(written.split()))
    return next(filter(None, map(_words("headers", table).meaning, dict.fromkeys(texts))), None)


def _is_listed(text: str) -> bool:
    words, wanted = _words("statuses"), normalised(text)
    return wanted in words.exact or wanted in words.beginnings


def _is_doubted(found: Status, text: str) -> bool:
    squeezed = "".join(arabic(text).split())
    for harmless in _data()["status_undoubted"].get(found, ()):
        squeezed = squeezed.replace(harmless, "")
    if found is Status.COMPLETED and (_SHARE.search(squeezed) or _NUMBER_ALONE.fullmatch(squeezed)):
        return True
    return any(doubt in squeezed for doubt in _data()["status_doubts"][found])


def _ticked_status(text: str) -> Status | None:
    """The only status with a tick, where each has a box: "☐ ยังไม่ดำเนินการ ☑ ดำเนินการแล้ว"."""
    named = [(box, status(words)) for box, words in _BOX.findall(text)]
    if len(named) < _FEWEST_BOXES or not all(found for _box, found in named):
        return None
    ticked = [found for box, found in named if box.strip(_EMPTY_BOX)]
    return ticked[0] if len(ticked) == 1 else None


def _status_before(text: str) -> Status | None:
    """The status at the start of a text, the longest one; None where the rest of it takes it back."""
    for gap in reversed(list(_GAPS.finditer(text, 0, _LONGEST_STATUS))):
        if listed := _words("statuses").exact.get(normalised(text[: gap.start()])):
            found = Status(listed)
            return None if _is_doubted(found, text[gap.start() :]) else found
    return None


@dataclass(frozen=True, slots=True)
class _Words:
    """One table of normalised spellings: whole texts, and beginnings after which anything may follow."""

    exact: Mapping[str, str]
    beginnings: Mapping[str, str]

    def meaning(self, text: str) -> str | None:
        wanted = normalised(text)
        if found := self.exact.get(wanted):
            return found
        if not wanted.startswith(tuple(self.beginnings)):
            return None
        return next(meaning for start, meaning in self.beginnings.items() if wanted.startswith(start))


@cache
def _words(*path: str) -> _Words:
    table = _data()
    for name in path:
        table = table[name]
    spellings = [(spelling, meaning) for meaning, listed in table.items() for spelling in listed]
    return _Words(
        {normalised(spelling): meaning for spelling, meaning in spellings if not spelling.endswith(_ANYTHING)},
        {normalised(spelling): meaning for spelling, meaning in spellings if spelling.endswith(_ANYTHING)},
    )


@cache
def _planned(kind: str) -> frozenset[str]:
    return frozenset(map(normalised, _data()["planned"][kind]))


@cache
def _data() -> dict[str, Any]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    own = {name: [field.column.header] for name, field in REVIEW_FIELDS.items()}
    further = data["headers"]["monthly"]
    data["headers"]["monthly"] = further | {name: [*listed, *further.get(name, [])] for name, listed in own.items()}
    return data
