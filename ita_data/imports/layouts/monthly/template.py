"""What the office's own template hides in a workbook: what each row is for, and what the file was made from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ita_data.imports.grid import Grid
from ita_data.model.periods import BUDDHIST_ERA, FiscalMonth

GUIDANCE = "คำแนะนำ"
ORIGIN = "ข้อมูลระบบ"
"""The sheets of the template that hold no reports."""

_REVISION = "revision"
_MARKS = frozenset({_REVISION, "fiscal_year"})
_KEY = re.compile(r"(?P<measure>[^|]+)\|(?P<section>[^|]+)\|(?P<year>\d{4})-(?P<month>\d{2})")


@dataclass(frozen=True, slots=True)
class TemplateKey:
    """What a row of the template is for."""

    measure: str
    section: str
    month: FiscalMonth


def key_in(text: str) -> TemplateKey | None:
    """What a hidden key says: 4.10|ฝ่ายการคลัง|2025-01; None where it is none."""
    match = _KEY.fullmatch(text)
    if match is None or not 1 <= int(match["month"]) <= 12:
        return None
    year, month = int(match["year"]) + BUDDHIST_ERA, int(match["month"])
    after_september = month >= 10
    fiscal_month = FiscalMonth(year + after_september, month - 9 if after_september else month + 3)
    return TemplateKey(match["measure"].strip(), match["section"].strip(), fiscal_month)


def own_sheets(grids: Sequence[Grid]) -> frozenset[str]:
    """The names of the sheets that the template has beside its form; none where the workbook is no template."""
    is_template = any(grid.sheet == ORIGIN and _MARKS & _named_values(grid).keys() for grid in grids)
    return frozenset({GUIDANCE, ORIGIN}) if is_template else frozenset()


def base_of(grids: Sequence[Grid]) -> int | None:
    """The store's revision that the template was made from."""
    values = next((_named_values(grid) for grid in grids if grid.sheet == ORIGIN), {})
    revision = values.get(_REVISION, "")
    return int(revision) if revision.isdecimal() else None


def _named_values(grid: Grid) -> dict[str, str]:
    """The names in the first column with the values beside them."""
    return {row[0].text: row[1].text for row in grid.rows if len(row) > 1}
