"""What was decided about the sample office: how its sections behave, what they write, and what they corrected."""

import tomllib
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ita_data.model.periods import FiscalMonth, due_date, is_working_day
from ita_data.model.rules import Rules

FOLDER = Path(__file__).parent
RULES = Rules(due_day=5, expects_supporting=True)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a section behaves; habits.toml says what each value means."""

    slug: str
    days_after_due: dict[str, int]
    pace: float
    begins: int
    left_out: dict[str, list[str]] = field(default_factory=dict)
    not_applicable: dict[str, str] = field(default_factory=dict)

    def received_on(self, month: FiscalMonth, holidays: Container[date]) -> date | None:
        """The working day on which the section's workbook arrived; None where it was never sent."""
        days = self.days_after_due.get(str(month.month))
        if days is None:
            return None
        day = due_date(month, RULES.due_day, holidays) + timedelta(days=days)
        while not is_working_day(day, holidays):
            day += timedelta(days=1 if days > 0 else -1)
        return day


@dataclass(frozen=True, slots=True)
class Work:
    """When a measure is worked on, for how long, and what is written on it; see sentences.toml."""

    months: int
    going: list[str]
    done: str = ""
    begins: int = 1


@dataclass(frozen=True, slots=True)
class Correction:
    """A workbook that was sent again, and the measures it mends; see corrections.toml."""

    section: str
    month: int
    received_on: date
    measures: list[str]


def habits_of_sections() -> dict[str, Habits]:
    """The habits of each section, in the official order."""
    return {section: Habits(**values) for section, values in _toml("habits.toml").items()}


def work_on_measures() -> dict[str, Work]:
    """The work on each measure, by its code."""
    return {measure: Work(**values) for measure, values in _toml("sentences.toml").items()}


def corrections() -> list[Correction]:
    """Every correction, in the order of its receipt."""
    return [Correction(**values) for values in _toml("corrections.toml")["corrections"]]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
