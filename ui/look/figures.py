"""The figures of what a page looks at: the one way from a page to a metric."""

import json
from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from pandas import DataFrame

from ita_data.figures import FIGURES
from ita_data.figures.marks import marks
from ita_data.labels import chart_title
from ita_data.language import gettext as _
from ita_data.metrics import COMPARING_YEARS, METRICS, View, month_to_report
from ita_data.metrics.frozen import Figures as FrozenFigures
from ita_data.metrics.frozen import Rows, rows_of
from ita_data.metrics.frozen import figures as frozen_figures
from ita_data.model.chasing import Chase
from ita_data.model.news import SectionNews
from ita_data.model.orders import GivenOrder
from ita_data.services import chasing
from ui.html.tables import folded_html, metric_html, metric_in_words
from ui.look import kept
from ui.look.asked import Asked

_LEAST_FIRST = {"completion_by_section": "completion", "reporting_by_section": "reporting_rate"}
"""What the bars of a chart are sorted by, those without a rate last; the others have an order of their own."""


@dataclass(frozen=True)
class Figures:
    """All that is counted for one question; each figure is kept until the next write."""

    asked: Asked

    def rows(self, metric: str) -> list[dict[Hashable, Any]]:
        """The rows of a metric's table."""
        rows: list[dict[Hashable, Any]] = kept.kept(self.asked, metric, lambda: self._table(metric).to_dict("records"))
        return rows

    def plain_rows(self, metric: str) -> Rows:
        """The same as JSON knows them, as closing a month keeps them."""
        rows: Rows = kept.kept(self.asked, f"plain {metric}", lambda: rows_of(self._table(metric)))
        return rows

    def drawn(self, metric: str, *, leads: bool = False, in_plan_order: bool = False) -> bytes:
        """The chart of a metric as the browser takes it: JSON with its title, words, table, figure and marks.

        The marks are there where they are to lead somewhere. Sections stand least first, or in the order of the plan.
        """
        name = f"chart {metric} {leads} {in_plan_order}"
        drawn: bytes = kept.kept(self.asked, name, lambda: self._drawn(metric, leads, in_plan_order))
        return drawn

    def of_office(self, month: int) -> FrozenFigures:
        """The office's figures up to a month as they are now, as closing the month would keep them."""
        view = View.of_office(self.view.year, month)
        found: FrozenFigures = kept.kept(self.asked, f"figures {month}", lambda: frozen_figures(view))
        return found

    def chases(self, *, in_plan_order: bool) -> list[Chase]:
        """What each section is chased for, whomever else the filters leave out; worst first, or as in the plan."""
        orders = kept.given_orders(self.asked.plan, self.asked.as_of)
        make = partial(self._chases, orders, in_plan_order)
        found: list[Chase] = kept.kept(self.asked, f"chases {in_plan_order}", make)
        return found

    @property
    def month_to_report(self) -> int:
        """The month that is to be reported now, whichever month is looked at."""
        found: int = kept.kept(self.asked, "month to report", lambda: month_to_report(self.view))
        return found

    @property
    def news(self) -> list[SectionNews]:
        """What changed since the last meeting, by section."""
        return kept.news(self.asked.plan, *kept.news_days(self.asked.plan, self.asked.month, self.asked.as_of))

    @cached_property
    def view(self) -> View:
        """The part of the plan's year that is looked at, for services and exports that count themselves."""
        asked, year = self.asked, kept.year(self.asked.plan, self.asked.as_of)
        return View(year, asked.month, asked.section, asked.with_supporting, heading=asked.heading)

    @property
    def office_view(self) -> View:
        """The same for the whole office, with the sections that the plan's rules count."""
        return View.of_office(self.view.year, self.asked.month)

    def _chases(self, orders: list[GivenOrder], in_plan_order: bool) -> list[Chase]:
        return chasing.chases(self.office_view, orders, in_plan_order=in_plan_order)

    def _table(self, metric: str) -> DataFrame:
        view, asked = self.view, self.asked
        if metric in COMPARING_YEARS:
            view = replace(view, last_year=kept.year_before(asked.plan, asked.as_of))
        return METRICS[metric](view)

    def _drawn(self, metric: str, leads: bool, in_plan_order: bool) -> bytes:
        table, names = self._table(metric), kept.facts(self.asked.plan, self.asked.as_of).names
        if metric in _LEAST_FIRST and not in_plan_order:
            table = table.sort_values(_LEAST_FIRST[metric], kind="stable", ignore_index=True)
        figure, title = FIGURES[metric](table, names), chart_title(metric)
        drawn = {
            "title": _("{title} · up to {month}").format(title=title, month=names["month"][self.asked.month]),
            "words": metric_in_words(table, names),
            "table": folded_html(_("Table of the same numbers"), metric_html(table, names), metric),
            "figure": figure,
            "marks": marks(figure) if leads else [],
        }
        return json.dumps(drawn, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
