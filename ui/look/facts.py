"""What the filters and the names of charts need to know of a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pandas import DataFrame

from ita_data.labels import month_label, month_name, words
from ita_data.metrics import opening_month
from ita_data.model.periods import MONTHS, months_of
from ita_data.model.rules import Rules, are_undecided, expects_supporting_by
from ita_data.snapshot import Snapshot
from ita_data.thai_text import cut_short

_LONGEST_NAME = 44


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and choices of a plan.

    `names` gives the shown name of every indicator, section and so on, `texts` that of every measure, in the report's
    order. `every_section` are the sections for which ทุกฝ่าย stands in each month. A plan `is_undecided` that has
    measures, but rules on which nobody decided.
    """

    names: Mapping[str, Mapping[Any, str]]
    texts: Mapping[str, str]
    sections: tuple[str, ...]
    every_section: Mapping[int, frozenset[str]]
    opening_month: int
    rules: tuple[Rules, ...]
    has_reviews: bool
    is_undecided: bool
    is_sample: bool

    def expects_supporting(self, month: int) -> bool:
        """Whether the plan expects reports of supporting sections up to a month."""
        return expects_supporting_by(self.rules, month)

    @property
    def headings(self) -> dict[str, str]:
        """The names of the indicators and initiatives by their codes, 4 and ก1, in the order of the plan."""
        indicators = {str(number): name for number, name in self.names["indicator"].items()}
        return indicators | {f"ก{number}": name for number, name in self.names["initiative"].items()}


def facts_of(snapshot: Snapshot, today: date) -> Facts:
    """The facts of a plan, in the reader's language."""
    sections = snapshot.sections.sort_values("position")
    has_reviews = not snapshot.reviews.empty
    return Facts(
        names=_names(snapshot),
        texts=dict(snapshot.measures_in_order[["measure", "text"]].values.tolist()),
        sections=tuple(sections["section"]),
        every_section={month: snapshot.every_section(month) for month in MONTHS},
        opening_month=opening_month(snapshot, today),
        rules=snapshot.rules,
        has_reviews=has_reviews,
        is_undecided=not snapshot.measures.empty and are_undecided(snapshot.rules, has_reviews=has_reviews),
        is_sample=snapshot.is_sample,
    )


def _names(snapshot: Snapshot) -> dict[str, dict[Any, str]]:
    year, sections = snapshot.fiscal_year, snapshot.sections.sort_values("position")
    return {
        "indicator": {row.indicator: f"{row.indicator} {row.name}" for row in _each(snapshot.indicators)},
        "initiative": {
            row.initiative: cut_short(f"ก{row.initiative} {row.name}", _LONGEST_NAME)
            for row in _each(snapshot.initiatives)
        },
        "section": {row.section: row.short_name or row.section for row in _each(sections)},
        "month": {month.month: month_label(month.first_day) for month in months_of(year)},
        "fiscal_year": {number: str(number) for number in (year - 1, year)},
        "fiscal_month": {month.month: month_name(month.first_day) for month in months_of(year)},
        "stands": words("stands"),
        "measure": {code: code for code in snapshot.measures["measure"]},
    }


def _each(frame: DataFrame) -> Iterator[Any]:
    return frame.itertuples(index=False)
