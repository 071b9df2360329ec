"""What the office's own monthly workbook is known by: written into it when it is made, and read when it comes back."""

import re
from dataclasses import dataclass
from datetime import date

from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Measure

GUIDANCE = "คำแนะนำ"
ORIGIN = "ข้อมูลระบบ"
"""The sheets that hold no reports: how to fill in the form, and, hidden, what it was made from."""

VALUES_NAMESPACE = "urn:ita-dashboard:values"
"""The namespace in which a Word document of our own carries what workbooks have on the sheet of the origin."""

REVISION = "revision"
FISCAL_YEAR = "fiscal_year"
"""Names on the sheet of the origin, of which a template has one at least."""

_IDENTITY = "#"
_KEY = re.compile(r"(?P<measure>[^|]+)\|(?P<section>[^|]+)\|(?P<year>\d{4})-(?P<month>\d{2})")


@dataclass(frozen=True, slots=True)
class TemplateKey:
    """What a row of the form is for; as text, which its row hides, #117|ฝ่ายการคลัง|2025-01.

    `measure` is the measure's code, or #117 where it is told by its identity 117.
    """

    measure: str
    section: str
    month: FiscalMonth

    @property
    def identity(self) -> str:
        """Who the measure is, where the key tells; blank in a template that tells its code."""
        return self.measure[1:] if self.measure.startswith(_IDENTITY) else ""

    def __str__(self) -> str:
        return f"{self.measure}|{self.section}|{self.month.code}"


def key_of_row(measure: Measure, section: str, month: FiscalMonth) -> TemplateKey:
    """The key of a measure's row, by its identity where it has one."""
    return TemplateKey(f"{_IDENTITY}{measure.identity}" if measure.identity else measure.code, section, month)


def key_in(text: str) -> TemplateKey | None:
    """The key that a text is; None where it is none."""
    match = _KEY.fullmatch(text)
    if match is None:
        return None
    try:
        first_day = date(int(match["year"]), int(match["month"]), 1)
    except ValueError:
        return None
    return TemplateKey(match["measure"].strip(), match["section"].strip(), FiscalMonth.of(first_day))
