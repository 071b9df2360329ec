"""Grids as HTML: completion of indicators crossed with months and sections, and the reports on measures by month."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ita_data.findings import Counted, Row
from ita_data.findings.wording import month_words, section_name, short_month
from ita_data.labels import STATE_SYMBOLS, grid_state, label, percent_label, words
from ita_data.language import gettext as _
from ita_data.thai_text import cut_short
from ui.html.rendering import rendered

_LONGEST_TEXT = 60

Values = dict[str, Any]


def crossed_html(counted: Counted) -> Markup:
    """Completion of each indicator in each month, and in each section by its own reports."""
    return rendered("crossed.html", grids=[_by_month(counted), _by_section(counted)])


def measures_html(counted: Counted, texts: Mapping[str, str], only: Collection[str] = ()) -> Markup:
    """The reports on each measure in each month, grouped by indicator; one group alone is open."""
    rows: dict[str, list[Row]] = {}
    for row in counted.rows("reporting_by_measure_and_month"):
        if not only or row["measure"] in only:
            rows.setdefault(row["measure"], []).append(row)
    asked = {measure: months for measure, months in rows.items() if any(month["expected"] for month in months)}
    groups = _grouped(counted, [_measure_row(counted, measure, months, texts) for measure, months in asked.items()])
    for group in groups:
        group["is_open"] = len(groups) == 1
    grid = {
        "title": _("Reports on each measure"),
        "first": _("Measure"),
        "subtitle": _("month by month · reports received of those expected"),
        "headers": _months(counted),
        "groups": groups,
        "key": [(state, STATE_SYMBOLS[state], word) for state, word in words("grid").items()],
    }
    return rendered("crossed.html", grids=[grid])


def _grouped(counted: Counted, rows: Iterable[Values]) -> list[Values]:
    """Rows by the indicator or initiative of their measure, whose code begins with its number."""
    groups: dict[str, Values] = {}
    for row in rows:
        number = row["code"].split(".")[0]
        name = (
            counted.names["indicator"].get(int(number))
            if number.isdecimal()
            else _("Initiative {number}").format(number=number)
        )
        group = groups.setdefault(number, {"key": f"measures-{number}", "name": name, "rows": []})
        group["rows"].append(row)
    return list(groups.values())


def _measure_row(counted: Counted, measure: str, months: Sequence[Row], texts: Mapping[str, str]) -> Values:
    return {
        "code": measure,
        "name": f"{measure} {cut_short(texts[measure], _LONGEST_TEXT)}",
        "press": f"measure {measure}",
        "label": f"{measure} {texts[measure]}",
        "cells": [_report_cell(counted, measure, row) for row in months],
    }


def _report_cell(counted: Counted, measure: str, row: Row) -> Values:
    state = grid_state(row)
    if state is None:
        return {"state": ""}
    wanted = row["due"] + row["not_yet_due"]
    symbol = STATE_SYMBOLS[state]
    text = _("{measure} {month}: {state}, {received} of {wanted}").format(
        measure=measure,
        month=month_words(counted, row["month"]),
        state=label("grid", state),
        received=row["received"],
        wanted=wanted,
    )
    shown = f"{symbol} {row['received']}/{wanted}" if wanted > 1 and row["received"] else symbol
    return {"state": state, "text": shown, "label": text, "press": f"reports {row['month']} {measure}"}


def _by_month(counted: Counted) -> Values:
    rows = counted.rows("completion_by_indicator_and_month")
    return {
        "title": _("Measures completed, by indicator and month"),
        "first": _("Indicator"),
        "subtitle": _("completed of applicable, at each month's end"),
        "headers": _months(counted),
        "groups": [_completion_group(counted, rows, "month", lambda month: month_words(counted, month))],
        "key": [],
    }


def _by_section(counted: Counted) -> Values:
    rows = counted.rows("completion_by_indicator_and_section")
    sections = list(dict.fromkeys(row["section"] for row in rows))
    return {
        "title": _("Measures completed, by indicator and section"),
        "first": _("Indicator"),
        "subtitle": _("each section by its own reports"),
        "headers": [section_name(counted, section) for section in sections],
        "groups": [_completion_group(counted, rows, "section", lambda section: section_name(counted, section))],
        "key": [],
    }


def _completion_group(counted: Counted, rows: Iterable[Row], by: str, name: Callable[[Any], str]) -> Values:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row["indicator"], []).append(row)
    return {
        "key": "",
        "name": "",
        "rows": [
            {
                "name": counted.names["indicator"][indicator],
                "press": f"indicator {indicator}",
                "label": counted.names["indicator"][indicator],
                "cells": [_completion_cell(counted, row, by, name(row[by])) for row in of_indicator],
            }
            for indicator, of_indicator in found.items()
            if any(row["applicable"] for row in of_indicator)
        ],
    }


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


def _months(counted: Counted) -> list[str]:
    return [short_month(counted, month) for month in range(1, counted.month.month + 1)]
