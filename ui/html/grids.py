"""Grids of completion as HTML: indicators crossed with months and with sections."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from ita_data.findings import Counted, Row, indicator_bars
from ita_data.findings.wording import month_words, section_name, short_month
from ita_data.labels import percent_label
from ita_data.language import gettext as _
from ui.html.ordering import ordering
from ui.html.rendering import rendered

Values = dict[str, Any]


def crossed_html(counted: Counted, *, in_plan_order: bool = False) -> Markup:
    """Completion of each indicator in each month, and in each section by its own reports."""
    return rendered("crossed.html", grids=[_by_month(counted, in_plan_order), _by_section(counted, in_plan_order)])


def _by_month(counted: Counted, in_plan_order: bool) -> Values:
    return {
        "title": _("Measures completed, by indicator and month"),
        "first": _("Indicator"),
        **_order("month", _("completed of applicable, at each month's end"), in_plan_order),
        "is_by_month": True,
        "headers": [short_month(counted, month) for month in range(1, counted.month.month + 1)],
        "rows": _rows(counted, "month", lambda month: month_words(counted, month), in_plan_order),
    }


def _by_section(counted: Counted, in_plan_order: bool) -> Values:
    rows = counted.rows("completion_by_indicator_and_section")
    sections = list(dict.fromkeys(row["section"] for row in rows))
    return {
        "title": _("Measures completed, by indicator and section"),
        "first": _("Indicator"),
        **_order("section", _("each section by its own reports"), in_plan_order),
        "is_by_month": False,
        "headers": [section_name(counted, section) for section in sections],
        "rows": _rows(counted, "section", lambda section: section_name(counted, section), in_plan_order),
    }


def _order(by: str, subtitle: str, in_plan_order: bool) -> Values:
    order = ordering(f"crossed {by}", _("least first"), in_plan_order=in_plan_order)
    return {"order": order, "subtitle": f"{subtitle} · {order['words']}"}


def _rows(counted: Counted, by: str, name: Callable[[Any], str], in_plan_order: bool) -> list[Values]:
    found: dict[int, list[Row]] = {}
    for row in counted.rows(f"completion_by_indicator_and_{by}"):
        found.setdefault(row["indicator"], []).append(row)
    bars = indicator_bars(counted, in_plan_order=in_plan_order).rows
    # Those of which nothing is applicable any more have no bar, and come last.
    ordered = dict.fromkeys([*(row["indicator"] for row in bars), *found])
    return [
        {
            "name": counted.names["indicator"][indicator],
            "press": f"indicator {indicator}",
            "label": counted.names["indicator"][indicator],
            "cells": [_completion_cell(counted, row, by, name(row[by])) for row in found[indicator]],
        }
        for indicator in ordered
        if any(row["applicable"] for row in found[indicator])
    ]


def _completion_cell(counted: Counted, row: Row, by: str, name: str) -> Values:
    if not row["applicable"]:
        return {"state": ""}
    text = _("{indicator} · {name}: completed {completed} of {applicable}").format(
        indicator=counted.names["indicator"][row["indicator"]],
        name=name,
        completed=row["completed"],
        applicable=row["applicable"],
    )
    return {
        "state": "share",
        "share": round(100 * row["completion"]),
        "text": f"{row['completed']}/{row['applicable']}",
        "label": f"{text} ({percent_label(row['completion'])})",
        "press": f"completed {by} {row['indicator']} {row[by]}",
    }
