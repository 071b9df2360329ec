"""The sections that a line of text names, wherever they stand in it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ita_data.imports.layouts.monthly.context.roles import labels_in
from ita_data.imports.layouts.spans import Span
from ita_data.imports.spellings import AND, SECTION_WORD, section_meant
from ita_data.model.records import Section

_UNKNOWN = re.compile(rf"(?<!ทุก)(?<!แต่ละ)(?<!หลาย){SECTION_WORD}\s?(?!ที่|ต่าง|ใด|ละ|ผู้|[\s:/)]|$)(?P<name>[ก-๎]+)")
_VALUE_ENDS = re.compile(r"\s{2,}|[():/|]|ประจำ|รอบ|เดือน|สำนักงาน|เขต|ปีงบ|พ\.ศ|โทร|$")
_ABBREVIATION = "ฯ"


def section_spans(line: str, sections: tuple[Section, ...], start: int = 0) -> list[Span]:
    """The sections from a letter of a line on, known ones, ones that begin with ฝ่าย, and ones after their label."""
    known = list(_known(line, sections))
    taken = [*known, *_unknown(line, known)]
    taken += _after_labels(line, sections, taken)
    return sorted((span for span in taken if span.start >= start), key=lambda span: span.start)


def _known(line: str, sections: tuple[Section, ...]) -> Iterator[Span]:
    names, pattern = _names(sections)
    for match in pattern.finditer(line):
        yield Span(match.start(), match.end(), names[_bare(match[0])], match[0])


def _unknown(line: str, known: list[Span]) -> Iterator[Span]:
    for match in _UNKNOWN.finditer(line):
        if not any(span.start < match.end() and match.start() < span.end for span in known):
            yield Span(match.start(), match.end(), None, match[0])


def _after_labels(line: str, sections: tuple[Section, ...], taken: list[Span]) -> Iterator[Span]:
    """What stands after a label without the word ฝ่าย, where it is the name of a section: "ส่วนราชการ  การคลัง"."""
    for match in labels_in("section", line):
        begin = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip(" :"))
        ends = _VALUE_ENDS.search(line, begin)
        end = ends.start() if ends else len(line)
        text = line[begin:end].strip()
        if not text or any(span.start < end and begin < span.end for span in taken):
            continue
        if section := section_meant(text, sections)[0]:
            yield Span(begin, begin + len(text), section.name, text)


@lru_cache(maxsize=16)
def _names(sections: tuple[Section, ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    """The full name by every way in which a line may name a section, and what finds one."""
    # What one was called gives way to what one is called.
    names = {_bare(text): section.name for section in sections for text in section.former_names}
    stems = [section.name.partition(AND)[0] for section in sections]
    for section, stem in zip(sections, stems, strict=True):
        written = [section.name, section.short_name, *([stem] if stems.count(stem) == 1 else [])]
        names |= {_bare(text): section.name for text in written if text}
    longest = sorted(names, key=len, reverse=True)
    pattern = "|".join(_spaced(name) for name in longest) or r"(?!)"
    return names, re.compile(rf"(?:{pattern}){_ABBREVIATION}?")


def _bare(name: str) -> str:
    return "".join(name.split()).rstrip(_ABBREVIATION)


def _spaced(name: str) -> str:
    """A name in which a blank may follow ฝ่าย, or stand around "และ"."""
    escaped = re.escape(name).replace(AND, rf"\s?{AND}\s?")
    return escaped.replace(SECTION_WORD, rf"{SECTION_WORD}\s?", 1)
