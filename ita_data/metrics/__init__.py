"""The numbers of a plan: pure functions from a view of a snapshot to a table, each explained in docs/metrics.md."""

from collections.abc import Callable

from pandas import DataFrame

from ita_data.metrics.completion import (
    completion,
    completion_by_indicator,
    completion_by_indicator_and_month,
    completion_by_indicator_and_section,
    completion_by_initiative,
    completion_by_month,
    completion_by_section,
    completion_by_section_and_month,
    measure_status,
)
from ita_data.metrics.finished import finished, status_by_section
from ita_data.metrics.follow_up import follow_up_by_month, follow_up_this_year_and_last, rates_by_month
from ita_data.metrics.gaps import gaps
from ita_data.metrics.owed import asked_cells, month_to_report, owed_by_section
from ita_data.metrics.pace import pace_by_month, pace_now
from ita_data.metrics.reporting import (
    expected_cells,
    late,
    overdue,
    overdue_by_section,
    reporting,
    reporting_by_indicator,
    reporting_by_indicator_and_month,
    reporting_by_indicator_and_section,
    reporting_by_initiative,
    reporting_by_measure_and_month,
    reporting_by_month,
    reporting_by_section,
    reporting_by_section_and_month,
    silent_sections,
    states,
)
from ita_data.metrics.rounds import rounds, rounds_by_indicator, rounds_by_measure
from ita_data.metrics.same_age import at_same_age_by_month
from ita_data.metrics.standstill import standstill
from ita_data.metrics.to_follow_up import to_follow_up
from ita_data.metrics.view import View, next_to_fall_due, opening_month
from ita_data.metrics.year import Year, closing_day, year_of

_FUNCTIONS: tuple[Callable[[View], DataFrame], ...] = (
    expected_cells,
    states,
    reporting,
    reporting_by_indicator,
    reporting_by_initiative,
    reporting_by_section,
    reporting_by_month,
    reporting_by_indicator_and_section,
    reporting_by_indicator_and_month,
    reporting_by_section_and_month,
    reporting_by_measure_and_month,
    overdue,
    overdue_by_section,
    late,
    silent_sections,
    measure_status,
    completion,
    completion_by_indicator,
    completion_by_initiative,
    completion_by_section,
    completion_by_month,
    completion_by_indicator_and_section,
    completion_by_indicator_and_month,
    completion_by_section_and_month,
    follow_up_by_month,
    follow_up_this_year_and_last,
    rates_by_month,
    at_same_age_by_month,
    pace_by_month,
    rounds,
    rounds_by_measure,
    rounds_by_indicator,
    gaps,
    standstill,
    finished,
    status_by_section,
    to_follow_up,
    asked_cells,
    owed_by_section,
)

METRICS: dict[str, Callable[[View], DataFrame]] = {function.__name__: function for function in _FUNCTIONS}
"""Every metric by its name; the chart, sheet and slide of a metric bear the same name."""

COMPARING_YEARS = frozenset({follow_up_this_year_and_last.__name__})
"""The metrics that set the fiscal year beside the one before, and so need a view's `last_year`."""

__all__ = [
    "COMPARING_YEARS",
    "METRICS",
    "View",
    "Year",
    "asked_cells",
    "at_same_age_by_month",
    "closing_day",
    "completion",
    "completion_by_indicator",
    "completion_by_indicator_and_month",
    "completion_by_indicator_and_section",
    "completion_by_initiative",
    "completion_by_month",
    "completion_by_section",
    "completion_by_section_and_month",
    "expected_cells",
    "finished",
    "follow_up_by_month",
    "follow_up_this_year_and_last",
    "gaps",
    "late",
    "measure_status",
    "month_to_report",
    "next_to_fall_due",
    "opening_month",
    "owed_by_section",
    "overdue",
    "overdue_by_section",
    "pace_by_month",
    "pace_now",
    "rates_by_month",
    "reporting",
    "reporting_by_indicator",
    "reporting_by_indicator_and_month",
    "reporting_by_indicator_and_section",
    "reporting_by_initiative",
    "reporting_by_measure_and_month",
    "reporting_by_month",
    "reporting_by_section",
    "reporting_by_section_and_month",
    "silent_sections",
    "rounds",
    "rounds_by_indicator",
    "rounds_by_measure",
    "standstill",
    "states",
    "status_by_section",
    "to_follow_up",
    "year_of",
]
