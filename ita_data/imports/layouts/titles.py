"""What the lines above a report's tables say: whose report it is, and for which fiscal year."""

import re
from collections.abc import Iterable

from ita_data.imports.grid import Cell
from ita_data.model.periods import BUDDHIST_ERA

_DISTRICT_OFFICE = re.compile(r"สำนักงานเขต\s?[ก-๎]+?(?=\s|$|ประจำ|ปีงบ)")
_OTHER_OFFICE = re.compile(r"^(?:ของ|หน่วยงาน)\s*:?\s*(?P<name>.+)$")
_FISCAL_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s*ศ\.*)?\s*([0-9๐-๙]{4})")
_FIRST_BUDDHIST_YEAR = 2400


def organisation_in(prose: Iterable[Cell]) -> str:
    """The office named in the title; empty where there is none."""
    lines = [line for cell in prose for line in cell.text.splitlines()]
    for line in lines:
        if match := _DISTRICT_OFFICE.search(line):
            return match[0]
    return next((match["name"] for line in lines if (match := _OTHER_OFFICE.match(line))), "")


def fiscal_year_in(prose: Iterable[Cell]) -> int | None:
    """The fiscal year named in the title, in the Buddhist era; None where there is none."""
    for cell in prose:
        if match := _FISCAL_YEAR.search(cell.text):
            year = int(match[1])
            return year if year >= _FIRST_BUDDHIST_YEAR else year + BUDDHIST_ERA
    return None
