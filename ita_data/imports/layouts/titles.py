"""What the lines above a file's tables say: which office's it is, and for which fiscal year."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ita_data.imports.grid import Cell
from ita_data.imports.spellings import spellings_of
from ita_data.model.periods import BUDDHIST_ERA
from ita_data.model.repairs import repaired
from ita_data.model.spelling import normalised

_DISTRICT_OFFICE = re.compile(r"สำนักงานเขต\s?(?!ประจำ|ปีงบ)[ก-๎]+?(?=\s|$|ประจำ|ปีงบ)")
_OTHER_OFFICE = re.compile(r"^(?:ของ|หน่วยงาน(?=[\s:]))(?!\s*:?\s*ฝ่าย)\s*:?\s*(?P<name>[^\s:].*?)\s*(?:$|ประจำปี|ปีงบ)")
_FISCAL_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s*ศ\.*)?\s*([0-9๐-๙]{4})")
_FIRST_BUDDHIST_YEAR = 2400
_YEARS = range(2500, 2701)
"""The fiscal years that anybody may mean."""


def organisation_in(prose: Iterable[Cell], offices: Iterable[str] = ()) -> str:
    """The office named in the title, as one of `offices` where it is only spelled differently; empty without a name."""
    named = _named_in([repaired(line) for cell in prose for line in cell.text.splitlines()])
    return next((office for office in offices if normalised(office) == normalised(named)), named)


def agency_in(prose: Iterable[Cell]) -> str:
    """The agency of another kind than a district office that the title names; empty without one."""
    lines = (repaired(line) for cell in prose for line in cell.text.splitlines())
    return next((match[0].strip() for line in lines if (match := _agency().search(line))), "")


def fiscal_year_in(prose: Iterable[Cell]) -> int | None:
    """The fiscal year named in the title, in the Buddhist era; None where there is none that anybody may mean."""
    matches = (_FISCAL_YEAR.search(cell.text) for cell in prose)
    years = (_buddhist(int(match[1])) for match in matches if match)
    return next((year for year in years if year in _YEARS), None)


@cache
def _agency() -> re.Pattern[str]:
    beginnings = "|".join(map(re.escape, spellings_of("agencies", "beginnings")))
    return re.compile(rf"(?:{beginnings})\s?(?!ประจำ|ปีงบ)[ก-๎]+?(?=\s|$|ประจำ|ปีงบ)")


def _named_in(lines: Sequence[str]) -> str:
    for line in lines:
        if match := _DISTRICT_OFFICE.search(line):
            return match[0]
    return next((match["name"] for line in lines if (match := _OTHER_OFFICE.match(line))), "")


def _buddhist(year: int) -> int:
    return year if year >= _FIRST_BUDDHIST_YEAR else year + BUDDHIST_ERA
