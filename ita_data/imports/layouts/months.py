"""The months that a line of text names, wherever they stand in it."""

import re
from functools import cache

from ita_data.imports.layouts.spans import Span
from ita_data.imports.spellings import calendar_month, month_spellings
from ita_data.model.periods import BUDDHIST_ERA

_YEAR = r"\s*(?:ปี\s*)?(?:(?:พ|ค)\.?\s?ศ\.*\s*)?(?P<year>\d{4}|[4-9]\d)(?![\d/])"
_DAY = r"(?:(?<!ครั้งที่)(?<!ครั้งที่ )(?<![\d./])(?P<day>\d{1,2})\s*(?:เดือน\s*)?)?"
_NUMBERS = re.compile(
    r"(?<![\d/.])(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-](?P<year>\d{4})(?![\d/])"
    r"|(?<![\d/.-])(?P<iso>\d{4})-(?P<isomonth>\d{2})(?:-(?P<isoday>\d{2}))?(?!\d)"
)
_BEFORE_NUMBERS = re.compile(r"(?:เดือน|month)\s*:?\s*$", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:และ|ถึง|/|,|[-–—])\s*(?:เดือน)?\s*")
_FIRST_BUDDHIST_YEAR = 2400


def month_spans(line: str, start: int = 0) -> list[Span]:
    """The months from a letter of a line on, each with its year as far as the line says it."""
    found = [span for span in (*_worded(line), *_numbered(line)) if span.start >= start]
    return sorted(found, key=lambda span: span.start)


def _worded(line: str) -> list[Span]:
    spans: list[Span] = []
    for match in _pattern().finditer(line):
        month = calendar_month(match["name"])
        if month is None or not (match["year"] or _may_lack_year(line, match)):
            continue
        value, text = (month, _gregorian(match["year"])), line[match.start("name") : match.end()].strip()
        spans.append(Span(match.start(), match.end(), value, text, bool(match["day"])))
    return spans


def _may_lack_year(line: str, match: re.Match[str]) -> bool:
    """Whether a month without a year is one: ก.พ. is an office too, and มีนา a name."""
    name = match["name"]
    if match["day"] or name.endswith(("คม", "ยน", "นธ์", "uary", "ber")):
        return True
    before, after = line[: match.start("name")].rstrip(" ("), line[match.end() :].strip(" )")
    is_joined = _JOIN.match(line, match.end()) is not None
    return before.endswith(("เดือน", "ประจำ")) or (not before and not after) or is_joined


def _numbered(line: str) -> list[Span]:
    spans: list[Span] = []
    for match in _NUMBERS.finditer(line):
        is_day = bool(match["day"] or match["isoday"])
        month, year = int(match["month"] or match["isomonth"]), match["year"] or match["iso"]
        if not 1 <= month <= 12 or not (is_day or _BEFORE_NUMBERS.search(line[: match.start()])):
            continue
        spans.append(Span(match.start(), match.end(), (month, _gregorian(year)), match[0], is_day))
    return spans


def _gregorian(year: str | None) -> int:
    if not year:
        return 0
    number = int(year) + (2500 if len(year) == 2 else 0)
    return number - BUDDHIST_ERA if number >= _FIRST_BUDDHIST_YEAR else number


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(month_spellings(), key=len, reverse=True)
    return re.compile(rf"{_DAY}(?P<name>{'|'.join(map(_name, names))})(?:{_YEAR})?", re.IGNORECASE)


def _name(spelling: str) -> str:
    if spelling.isascii():
        return rf"(?<![a-z]){spelling}\.?(?![a-z])"
    if "." not in spelling:
        return re.escape(spelling)
    # ก.ค.ศ. is an office and no month.
    return r"\.?\s?".join(map(re.escape, _letters(spelling))) + r"\.?(?!\s?ศ)(?![ก-๎])"


def _letters(spelling: str) -> list[str]:
    return [letters for letters in spelling.split(".") if letters]
