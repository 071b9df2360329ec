"""Who owes: every section month by month."""

from collections import defaultdict
from dataclasses import dataclass

from ita_data.findings.counted import Counted, Row, owed
from ita_data.labels import grid_state

_LONG = 3
"""So many months without one report on time are a habit."""


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

    @property
    def is_never_on_time(self) -> bool:
        """Whether it reports, and of no month so far was a single report on time."""
        due = [row for row in self.months if row["due"]]
        return len(due) >= _LONG and any(row["received"] for row in due) and not any(row["on_time"] for row in due)


def section_months(counted: Counted, *, in_plan_order: bool = False) -> list[SectionMonths]:
    """The sections of which reports are expected, who sent least of the month first, then who owes most from before."""
    by_section: dict[str, list[Row]] = {}
    for row in counted.rows("reporting_by_section_and_month"):
        by_section.setdefault(row["section"], []).append(row)
    asked = [
        SectionMonths(section, tuple(rows), *owed(rows))
        for section, rows in by_section.items()
        if any(row["expected"] for row in rows)
    ]
    if in_plan_order:
        return asked
    return sorted(asked, key=lambda each: (-each.missing, -each.older))


def days_late(counted: Counted) -> dict[str, int]:
    """By how many days a section's late reports came on average; sections without a late one are left out."""
    days: defaultdict[str, list[int]] = defaultdict(list)
    for row in counted.rows("states"):
        if row["state"] == "late":
            days[row["section"]].append(row["days"])
    return {section: round(sum(late) / len(late)) for section, late in days.items()}
