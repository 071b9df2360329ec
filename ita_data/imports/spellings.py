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

from ita_data.imports.nearness import Nearby
from ita_data.model.cadence import Cadence
from ita_data.model.records import Section
from ita_data.model.review_fields import REVIEW_FIELDS
from ita_data.model.spelling import normalised
from ita_data.model.states import Status

_FILE = Path(__file__).with_name("spellings.toml")
ANYTHING = "…"
_OPEN = "open"
SECTION_WORD = "ฝ่าย"
AND = "และ"
_ABBREVIATION = "ฯ"
_LONGEST_HEADER = 120
_AROUND_SECTION = re.compile(r"^\s*(?:หัวหน้า|หน\.|เจ้าหน้าที่)\s*|\s*สำนักงานเขต.*$|\s*\([^()]*\)\s*$")
"""Words beside a section's name that don't make it another one."""
_LEAST_NAME = 3
"""How many letters a name has at least that may be a section's without ฝ่าย."""
_LEAST_BEGINNING = 8
"""How many letters a section's name has at least of which the rest is missing."""


_ASKING = re.compile(r"[?？☐□]|\[\s*\]|\(\s*\)")
"""A question mark, or a box that nobody ticked."""
_NUMBERED = re.compile(r"^\s*\(?[0-9๐-๙]{1,2}[.)]\s*(?=\D)")
"""The number that some forms give a column: 1. or (2)."""
_PERCENT = re.compile(r"\s*[%％]\s*")
_PERCENT_HEADER = "ร้อยละ"
_LOOSE_VOWEL = re.compile(r"\sา")
_RESULT = "ผล"
LONGEST_WORD = 30
"""How long a cell is at most that says whether its row is one of the plan or of results."""
_LONGEST_PLANNED = 40
"""A longer text that holds the word แผน is a title."""
_DIGIT = re.compile(r"\d")
"""What no word for a row has: a cheap look at codes, months and numbers."""
_BRACKETS = re.compile(r"\([^()]*\)")


def header(table: str, text: str) -> str | None:
    """The field under a column header of `monthly`, `report` or `initiatives`; a remark in brackets may be missing."""
    return None if len(text) > _LONGEST_HEADER else _header(table, text)


def is_header(text: str) -> bool:
    """Whether a text is a header of any table."""
    return any(header(table, text) for table in _data()["headers"])


@lru_cache(maxsize=20_000)
def is_planned(text: str) -> bool:
    """Whether a header says that its column holds what is planned, or who else has to do with it."""
    wanted = normalised(text) if len(text) <= _LONGEST_PLANNED else ""
    if not wanted or wanted in _words("headers", "monthly").exact or normalised(_RESULT) in wanted:
        return False
    return _planned_words("headers").search(_planned_words("except").sub("", wanted)) is not None


@lru_cache(maxsize=20_000)
def is_planned_row(text: str) -> bool:
    """Whether a cell says that its row holds what is planned: "แผน"."""
    return not _DIGIT.search(text) and normalised(text) in _planned("rows")


@lru_cache(maxsize=20_000)
def is_result_row(text: str) -> bool:
    """Whether a cell says that its row holds what came of a plan: "ผล"."""
    return not _DIGIT.search(text) and normalised(text) in _planned("results")


@lru_cache(maxsize=20_000)
def without_result(text: str) -> str:
    """A header without the word that its column holds the result: "ผล (ร้อยละ)" is "ร้อยละ"; empty where that is all."""
    return _result_words().sub("", text).strip(" ()[]")


def header_near(table: str, text: str) -> str | None:
    """The field of the only header that one slip parts from a text, to be offered for a missing column alone."""
    if len(text) > _LONGEST_HEADER:
        return None
    return _words("headers", table).nearby.nearest(normalised(_BRACKETS.sub("", text)))


def header_shown(table: str, field: str) -> str:
    """The header by which the office's own template names a field."""
    return str(_data()["headers"][table][field][0])


def status(text: str) -> Status | None:
    """The status that a text names."""
    found = _words("statuses").meaning(text)
    return Status(found) if found else None


@lru_cache(maxsize=10_000)
def status_seen(text: str) -> tuple[Status | None, bool]:
    """The status that a text names, or that one slip of a letter parts from it, and whether it is listed whole."""
    words, wanted = _words("statuses"), normalised(text)
    if found := status(text):
        return found, wanted in words.exact or wanted in words.beginnings
    near = words.nearby.nearest(wanted)
    return (Status(near) if near else None), False


def begins_with_status(text: str) -> bool:
    """Whether a text may begin with one of the listed statuses: a cheap look, before its words are gone through."""
    return normalised(text).startswith(_words("statuses").starts)


def status_listed(text: str) -> Status | None:
    """The status of which a text is one of the listed spellings, nothing more."""
    found = _words("statuses").exact.get(normalised(text))
    return Status(found) if found else None


def why_no_status(text: str) -> str | None:
    """Why words that people write as a status are none: they are of `time`, of a `target`, or `cancelled`."""
    return _words("no_statuses").meaning(text)


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
def spellings_of(table: str, kind: str) -> tuple[str, ...]:
    """The words of one kind in a table, as the file lists them."""
    return tuple(_data()[table].get(kind, ()))


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
    """The section of this full, short or former name; ฯ at its end stands for the rest where one section has it."""
    return _section_names(tuple(sections)).named(text)


def section_meant(text: str, sections: Sequence[Section]) -> tuple[Section | None, bool]:
    """The section of this name and whether that is certain.

    It is not where ฝ่าย is missing, where the name ends too soon, where one letter is wrong, and where words
    stand around it, such as หัวหน้า or the office's name, or a question mark.
    """
    names = _section_names(tuple(sections))
    if section := names.named(text):
        return section, not _ASKING.search(text)
    bare = _AROUND_SECTION.sub("", text).strip()
    if bare != text.strip():
        return section_meant(bare, sections)[0], False
    key = normalised(text)
    if len(key) < _LEAST_NAME:
        return None, False
    # A name has ฝ่าย once.
    whole = text if key.startswith(SECTION_WORD) else f"{SECTION_WORD}{text}"
    return names.named(whole) or names.begun(key, normalised(whole)) or names.near(key), False


@dataclass(frozen=True, slots=True)
class _SectionNames:
    """The full names of sections by every way of writing them, and sections by their names up to และ, normalised."""

    names: Mapping[str, str]
    by_name: Mapping[str, Section]
    by_first_part: Mapping[str, Sequence[Section]]
    by_full_key: Sequence[tuple[str, Section]]
    nearby: Nearby

    def named(self, text: str) -> Section | None:
        """As `section_named`."""
        wanted = normalised(text)
        if not wanted:
            return None
        if name := self.names.get(wanted):
            return self.by_name[name]
        return _only(self._beginning_with(wanted)) if text.rstrip().endswith(_ABBREVIATION) else None

    def begun(self, *keys: str) -> Section | None:
        """The only section whose name up to และ is one of these, or that begins with the first, if that is long."""
        parts = [section for key in dict.fromkeys(keys) for section in self.by_first_part.get(key, ())]
        return _only(parts or (self._beginning_with(keys[0]) if len(keys[0]) >= _LEAST_BEGINNING else ()))

    def near(self, key: str) -> Section | None:
        """The only section whose name one slip parts from a text."""
        name = self.nearby.nearest(key)
        return self.by_name[name] if name else None

    def _beginning_with(self, start: str) -> list[Section]:
        return [section for key, section in self.by_full_key if key.startswith(start)]


def _only(sections: Sequence[Section]) -> Section | None:
    return sections[0] if len(sections) == 1 else None


@lru_cache(maxsize=100)
def _section_names(sections: tuple[Section, ...]) -> _SectionNames:
    """Of two sections with one name the first is taken, and what one is called now goes before what one was called."""
    by_name = {section.name: section for section in reversed(sections)}
    written = [(name, section.name) for section in sections for name in (section.name, section.short_name) if name]
    written += [(name, section.name) for section in sections for name in section.former_names]
    names = {normalised(name): full for name, full in reversed(written)}
    by_first_part: dict[str, list[Section]] = {}
    for section in sections:
        by_first_part.setdefault(normalised(section.name.partition(AND)[0]), []).append(section)
    by_full_key = tuple((normalised(section.name), section) for section in sections)
    return _SectionNames(names, by_name, by_first_part, by_full_key, Nearby.of(names))


@lru_cache(maxsize=20_000)
def _header(table: str, text: str) -> str | None:
    text = _NUMBERED.sub("", text)
    # A % sign alone has no letter to be looked up by, and in "ส ถ า น ะ" a blank before า would be taken for damage.
    written = _PERCENT_HEADER if _PERCENT.fullmatch(text) else text
    squeezed = "".join(written.split()) if _LOOSE_VOWEL.search(written) else written
    bare = _BRACKETS.sub("", written) if "(" in written else written
    meaning = _words("headers", table).meaning
    return (
        meaning(written)
        or (meaning(bare) if bare is not written else None)
        or (meaning(squeezed) if squeezed is not written else None)
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """One table of normalised spellings: whole texts, and beginnings after which anything may follow."""

    exact: Mapping[str, str]
    beginnings: Mapping[str, str]
    starts: tuple[str, ...]
    starts_of_beginnings: tuple[str, ...]
    nearby: Nearby

    def meaning(self, text: str) -> str | None:
        wanted = normalised(text)
        if found := self.exact.get(wanted):
            return found
        if not wanted.startswith(self.starts_of_beginnings):
            return None
        return next(meaning for start, meaning in self.beginnings.items() if wanted.startswith(start))


@cache
def _words(*path: str) -> _Words:
    table = _data()
    for name in path:
        table = table[name]
    spellings = [(spelling, meaning) for meaning, listed in table.items() for spelling in listed]
    exact = {normalised(spelling): meaning for spelling, meaning in spellings if not spelling.endswith(ANYTHING)}
    beginnings = {normalised(spelling): meaning for spelling, meaning in spellings if spelling.endswith(ANYTHING)}
    return _Words(exact, beginnings, tuple(exact), tuple(beginnings), Nearby.of(exact))


@cache
def _planned(kind: str) -> frozenset[str]:
    return frozenset(map(normalised, _data()["planned"][kind]))


@cache
def _planned_words(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _planned(kind))))


@cache
def _result_words() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_data()["planned"]["results"], key=len, reverse=True)))
    return re.compile(rf"^\s*(?:{words})(?=$|[\s(\[%])|(?:^|(?<=[\s%]))(?:{words})\s*$")


@cache
def _data() -> dict[str, Any]:
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    own = {name: [field.column.header] for name, field in REVIEW_FIELDS.items()}
    further = data["headers"]["monthly"]
    data["headers"]["monthly"] = further | {name: [*listed, *further.get(name, [])] for name, listed in own.items()}
    return data
