"""Figures that are kept as they stood, and what became of the measures between two looks at them."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

import pandas as pd

from ita_data.metrics.completion import (
    completion,
    completion_by_indicator,
    completion_by_indicator_and_section,
    completion_by_initiative,
    completion_by_month,
    completion_by_section,
    measure_status,
)
from ita_data.metrics.finished import finished, status_by_section
from ita_data.metrics.gaps import gaps
from ita_data.metrics.pace import pace_by_month
from ita_data.metrics.reporting import (
    reporting,
    reporting_by_indicator,
    reporting_by_initiative,
    reporting_by_month,
    reporting_by_section,
    reporting_by_section_and_month,
    silent_sections,
    states,
)
from ita_data.metrics.rounds import rounds, rounds_by_indicator, rounds_by_measure
from ita_data.metrics.same_age import at_same_age_by_month
from ita_data.metrics.standstill import standstill
from ita_data.metrics.view import View
from ita_data.model.names import AS_BEFORE, Names

Rows = list[dict[str, Any]]
Figures = dict[str, Rows]

_KEPT: tuple[Callable[[View], pd.DataFrame], ...] = (
    completion,
    completion_by_indicator,
    completion_by_indicator_and_section,
    completion_by_initiative,
    completion_by_section,
    completion_by_month,
    reporting,
    reporting_by_indicator,
    reporting_by_initiative,
    reporting_by_section,
    reporting_by_month,
    reporting_by_section_and_month,
    silent_sections,
    at_same_age_by_month,
    measure_status,
    status_by_section,
    finished,
    standstill,
    gaps,
    states,
    pace_by_month,
    rounds,
    rounds_by_indicator,
    rounds_by_measure,
)


def figures(view: View) -> Figures:
    """Each kept metric's rows by its name, as JSON knows them: dates are ISO texts, and what has no number is None."""
    return {metric.__name__: rows_of(metric(view)) for metric in _KEPT}


def frozen(view: View) -> str:
    """The figures of a view as JSON that reads the same whenever it is written."""
    return json.dumps(figures(view), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def thawed(text: str, names: Names = AS_BEFORE) -> Figures:
    """The figures that were frozen; what was renamed since is called by its new name."""
    found: Figures = json.loads(text)
    if not names:
        return found
    return {
        metric: [{column: names.of(column, value) for column, value in row.items()} for row in rows]
        for metric, rows in found.items()
    }


def digest(figures: str) -> str:
    """The SHA-256 by which anybody can tell that figures are those that were kept."""
    return sha256(figures.encode()).hexdigest()


def rows_of(table: pd.DataFrame) -> Rows:
    """A metric's rows as JSON knows them."""
    return [{str(name): _plain(value) for name, value in row.items()} for row in table.to_dict("records")]


def differences(then: Iterable[Mapping[str, Any]], now: Iterable[Mapping[str, Any]]) -> Rows:
    """What became of the measures from one `measure_status` to another.

    Columns: measure, text, change (added, gone or changed), status_then, status_now, progress_then, progress_now; what
    wasn't there is None. Measures that stayed as they were are left out.
    """
    before, after = ({row["measure"]: row for row in rows} for rows in (then, now))
    named = {**after, **{measure: row for measure, row in before.items() if measure not in after}}
    found = (_difference(row, before.get(measure), after.get(measure)) for measure, row in named.items())
    return [difference for difference in found if difference["change"]]


def _difference(
    named: Mapping[str, Any], before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> dict[str, Any]:
    said = [tuple((row or {}).get(name) for name in ("status", "progress")) for row in (before, after)]
    change = "added" if before is None else "gone" if after is None else "changed" if said[0] != said[1] else ""
    return {
        "measure": named["measure"],
        "text": named["text"],
        "change": change,
        "status_then": said[0][0],
        "status_now": said[1][0],
        "progress_then": said[0][1],
        "progress_now": said[1][1],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value
