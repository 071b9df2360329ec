"""What pages show, cached in this one place: tables and figures by the store's revision, never the rows behind them.

Every write raises the revision in its own transaction, so a cached value is never out of date and nothing is cleared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import date
from functools import cached_property
from typing import Any

import streamlit as st
from pandas import DataFrame

from ita_data import services
from ita_data.figures import FIGURES
from ita_data.labels import month_label
from ita_data.language import language
from ita_data.metrics import METRICS, View, opening_month
from ita_data.model.periods import months_of
from ita_data.snapshot import Snapshot
from ui.tables import metric_html, metric_in_words

_LONGEST_NAME = 44


@st.cache_resource(show_spinner=False)
def store() -> services.Store:
    """The database of this process."""
    return services.open_store()


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan at one revision of the store: the part of a cache's key that all its tables share."""

    organisation: str
    fiscal_year: int
    revision: int

    def facts(self, today: date) -> "Facts":
        """What the filters and the names of charts need to know of the plan."""
        return _facts(self, language.get(), today)


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and choices of a plan; `names` gives the shown name of every indicator, section and so on."""

    names: Mapping[str, Mapping[Any, str]]
    sections: tuple[str, ...]
    opening_month: int
    expects_supporting: bool
    has_reviews: bool
    is_sample: bool


@dataclass(frozen=True)
class Look:
    """What a page looks at: a plan and the filters, which together are the key of everything cached."""

    plan: Plan
    month: int
    section: str | None
    with_supporting: bool
    as_of: date

    @property
    def facts(self) -> Facts:
        return self.plan.facts(self.as_of)

    @cached_property
    def view(self) -> View:
        """The rows themselves, read from the store once a run where something needs them, and never cached."""
        return View(_snapshot(self.plan), self.as_of, self.month, self.section, self.with_supporting)

    def table(self, metric: str) -> DataFrame:
        """A metric's table; a copy of the reader's own."""
        return _table(astuple(self), metric, self)

    def drawn(self, metric: str, only: tuple[str, ...] = ()) -> "Drawn":
        """The chart of a metric with its words and its table, shared between readers and not to be changed.

        `only` names the measures to show, where not all are wanted.
        """
        return _drawn(astuple(self), metric, only, language.get(), self)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart, the same numbers in one sentence, and as an HTML table."""

    figure: Any
    in_words: str
    html: str


def _snapshot(plan: Plan) -> Snapshot:
    return services.snapshot(store(), plan.organisation, plan.fiscal_year)


@st.cache_data(max_entries=512, show_spinner=False)
def _table(key: tuple[Any, ...], metric: str, _look: Look) -> DataFrame:
    return METRICS[metric](_look.view)


@st.cache_resource(max_entries=256, show_spinner=False)
def _drawn(key: tuple[Any, ...], metric: str, only: tuple[str, ...], language: str, _look: Look) -> Drawn:
    table, names = _look.table(metric), _look.facts.names
    if only:
        table = table[table["measure"].isin(only)]
    return Drawn(FIGURES[metric](table, names), metric_in_words(table, names), metric_html(table, names))


@st.cache_resource(max_entries=64, show_spinner=False)
def _facts(plan: Plan, language: str, today: date) -> Facts:
    snapshot = _snapshot(plan)
    sections = snapshot.sections.sort_values("position")
    return Facts(
        names={
            "indicator": {row.indicator: f"{row.indicator} {row.name}" for row in _rows(snapshot.indicators)},
            "initiative": {
                row.initiative: _short(f"ก{row.initiative} {row.name}") for row in _rows(snapshot.initiatives)
            },
            "section": {row.section: row.short_name or row.section for row in _rows(sections)},
            "month": {month.month: month_label(month.first_day) for month in months_of(plan.fiscal_year)},
            "measure": {code: code for code in snapshot.measures["measure"]},
        },
        sections=tuple(sections["section"]),
        opening_month=opening_month(snapshot, today),
        expects_supporting=snapshot.rules.expects_supporting,
        has_reviews=not snapshot.reviews.empty,
        is_sample=snapshot.is_sample,
    )


def _rows(frame: DataFrame) -> Iterator[Any]:
    return frame.itertuples(index=False)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"
