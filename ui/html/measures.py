"""The grid of the reports on measures by month as HTML, by indicator and initiative."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ita_data.findings import Counted, MeasureGroup, MeasureMonths, measure_groups
from ita_data.findings.wording import short_month
from ita_data.labels import grid_state
from ita_data.language import gettext as _
from ita_data.thai_text import cut_short
from ui.html.ordering import ordering
from ui.html.rendering import rendered
from ui.html.report_cells import report_cell, report_key

_LONGEST_TEXT = 60

Values = dict[str, Any]
Texts = Mapping[str, str]


def measures_html(
    counted: Counted, texts: Texts, headings: Texts, only: Collection[str] = (), *, in_plan_order: bool = False
) -> Markup:
    """The reports on each measure in each month, or on `only` these, in groups by indicator and initiative.

    Measures and groups bear the names that `texts` and `headings` give their codes. One group alone is open.
    """
    groups = measure_groups(counted, only, in_plan_order=in_plan_order)
    month = short_month(counted, counted.month.month)
    order = ordering("measures", _("most missing of {month} first").format(month=month), in_plan_order=in_plan_order)
    return rendered(
        "measures.html",
        title=_("Reports on each measure"),
        first=_("Measure"),
        subtitle=" · ".join((_("month by month · reports received of those expected"), order["words"])),
        order=order,
        months=[short_month(counted, number) for number in range(1, counted.month.month + 1)],
        groups=[_group(counted, group, texts, headings) | {"is_open": len(groups) == 1} for group in groups],
        key=report_key(_used(groups)),
        nothing=_("No report is expected here."),
    )


def _group(counted: Counted, group: MeasureGroup, texts: Texts, headings: Texts) -> Values:
    name = headings[group.code]
    return {
        "key": f"measures-{group.code}",
        "name": name,
        "sums": [report_cell(counted, name, row, f"group {row['month']} {group.code}") for row in group.months],
        "rows": [_row(counted, each, texts) for each in group.measures],
    }


def _row(counted: Counted, each: MeasureMonths, texts: Texts) -> Values:
    text = texts[each.measure]
    return {
        "name": f"{each.measure} {cut_short(text, _LONGEST_TEXT)}",
        "press": f"measure {each.measure}",
        "label": f"{each.measure} {text}",
        "cells": [
            report_cell(counted, each.measure, row, f"reports {row['month']} {each.measure}") for row in each.months
        ],
    }


def _used(groups: Sequence[MeasureGroup]) -> set[str | None]:
    """The states that stand in the grid."""
    months = [months for group in groups for months in (group.months, *(each.months for each in group.measures))]
    return {grid_state(row) for rows in months for row in rows}
