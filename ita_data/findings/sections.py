"""Who owes: every section month by month."""

from dataclasses import dataclass

from ita_data.findings.counted import Counted, Row
from ita_data.labels import grid_state


@dataclass(frozen=True, slots=True)
class SectionMonths:
    """A section's months: `missing` of the month looked at, `older` of all before; `months` as of the metric."""

    section: str
    months: tuple[Row, ...]
    missing: int
    older: int

    @property
    def states(self) -> tuple[str | None, ...]:
        """What each month comes to; None where nothing was expected."""
        return tuple(grid_state(row) for row in self.months)


def section_months(counted: Counted) -> list[SectionMonths]:
    """The sections of which reports are expected, who sent least of the month first, then who owes most from before."""
    by_section: dict[str, list[Row]] = {}
    for row in counted.rows("reporting_by_section_and_month"):
        by_section.setdefault(row["section"], []).append(row)
    asked = [_of(section, rows) for section, rows in by_section.items() if any(row["expected"] for row in rows)]
    return sorted(asked, key=lambda each: (-each.missing, -each.older))


def _of(section: str, rows: list[Row]) -> SectionMonths:
    *before, last = rows
    return SectionMonths(section, tuple(rows), last["missing"], sum(row["missing"] for row in before))
