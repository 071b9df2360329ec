"""The pace of completion, the rates of reporting beside the office's targets, and this year beside the last."""

from typing import Any

import streamlit as st

from ita_data.labels import label, pace_label, rate_label
from ita_data.language import gettext as _
from ui.look.look import Look
from ui.parts.charts import chart

_OF_TARGETS = {
    "reporting_target": "received",
    "on_time_target": "on_time",
}


def pace(look: Look) -> None:
    """Where completion should stand at the end of the month looked at."""
    row = look.figures.rows("pace_by_month")[-1]
    text = _("By the end of {month} completion should stand at {pace}.")
    st.caption(
        text.format(month=look.facts.names["month"][row["month"]], pace=pace_label(row["pace"], row["is_target"]))
    )


def rates(look: Look) -> None:
    """How many of the reports due came, and in time, month by month; below in words the months under the target."""
    chart(look, "rates_by_month")
    rows = look.figures.rows("rates_by_month")
    set_ones = {target: [row for row in rows if row[target] == row[target]] for target in _OF_TARGETS}
    for target, with_target in set_ones.items():
        if with_target:
            st.caption(_against_target(look, with_target, target))
    if not any(set_ones.values()):
        st.caption(_("No target is set. It can be set on the page “Settings”."))


def this_year_and_last(look: Look) -> None:
    """Completion and reporting of both fiscal years; where there is no plan of the year before, that is said."""
    years = {row["fiscal_year"] for row in look.figures.rows("follow_up_this_year_and_last")}
    if look.plan.fiscal_year - 1 in years:
        chart(look, "follow_up_this_year_and_last")
        return
    text = _("There is no plan of fiscal year {year} here to compare this year with.")
    st.info(text.format(year=look.plan.fiscal_year - 1), icon=":material/compare_arrows:")


def _against_target(look: Look, rows: list[dict[Any, Any]], target: str) -> str:
    """The months with a target in which a rate was under it, each with its rate."""
    numerator = _OF_TARGETS[target]
    due = [row for row in rows if row["due"]]
    # Counts are compared, for a share of them is rarely as exact as the target.
    under = [row for row in due if 100 * row[numerator] < _percent(row[target]) * row["due"]]
    names = look.facts.names["month"]
    percents = dict.fromkeys(f"{_percent(row[target])}%" for row in rows)
    title = f"{label('column', target)} {' → '.join(percents)}"
    if not due:
        return _("{target}: no month is due yet").format(target=title)
    if not under:
        return _("{target}: reached in every month that is due").format(target=title)
    months = ", ".join(f"{names[row['month']]} {rate_label(row[numerator], row['due'])}" for row in under)
    return _("{target}: under it in {months}").format(target=title, months=months)


def _percent(target: float) -> int:
    """A target as it was entered."""
    return round(100 * target)
