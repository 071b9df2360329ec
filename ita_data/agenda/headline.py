"""The first screen: the finding, and the four figures of every first screen."""

from collections.abc import Iterator
from dataclasses import replace

from ita_data.agenda.behind import filled, measures_behind, reports_where
from ita_data.agenda.meeting import Meeting
from ita_data.agenda.month_charts import completion_and_pace, reports_at_the_same_age
from ita_data.agenda.screen import Behind, Number, Numbers, Screen
from ita_data.agenda.wording import foot, reports_source
from ita_data.findings import Figure, figure_rule, finding, four_figures
from ita_data.findings.figures import change_words
from ita_data.language import gettext as _

_DUE = ("on_time", "late", "missing")
_BEHIND = {"received": "reports", "on_time": "reports", "older": "older", "completed": "measures"}
"""The list behind each figure."""


def headline(meeting: Meeting) -> Iterator[Screen]:
    """How the month stands, and whether that is better than the month before was at the same age."""
    behind, figures = filled(_behind(meeting)), four_figures(meeting)
    numbers = tuple(_number(figure) for figure in figures)
    named = tuple(number if number.behind in behind else replace(number, behind="") for number in numbers)
    body = Numbers(named, (*reports_at_the_same_age(meeting), *completion_and_pace(meeting)))
    rules = tuple(figure_rule(figure.key) for figure in figures)
    yield Screen("headline", finding(meeting), body, foot(meeting, reports_source()), rules, behind)


def _number(figure: Figure) -> Number:
    change = " · ".join(part for part in (change_words(figure), figure.more) if part)
    return Number(figure.name, figure.value, figure.of, change, _BEHIND[figure.key])


def _behind(meeting: Meeting) -> dict[str, Behind]:
    month = meeting.month.month
    return {
        "measures": measures_behind(_("Measures completed"), meeting.rows("measure_status")),
        "reports": reports_where(
            meeting,
            _("Reports of the month that were due"),
            lambda row: row["state"] in _DUE and row["month"] == month,
        ),
        "older": reports_where(
            meeting, _("Reports missing"), lambda row: row["state"] == "missing" and row["month"] < month
        ),
    }
