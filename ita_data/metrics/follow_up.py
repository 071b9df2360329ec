"""What the director follows up each month: how far the measures are, and whether the reports come."""

from dataclasses import replace

import pandas as pd

from ita_data.metrics.completion import completion_by_month
from ita_data.metrics.pace import pace_by_month
from ita_data.metrics.reporting import reporting_by_month
from ita_data.metrics.view import View
from ita_data.model.periods import FiscalMonth

_COMPARED = ["completed", "applicable", "completion", "received", "due", "reporting_rate"]


def follow_up_by_month(view: View) -> pd.DataFrame:
    """One row per fiscal month looked at, with the columns of `completion_by_month` and of `reporting_by_month`.

    `pace` is where completion should stand, and `late_since` the part of late that came after the age at which the last
    month is seen: what the older months had more time for. `stands` says whether a month had "ended" on the day of the
    view, or was "running", or lay "ahead": how it will stand at the end of that one nobody knows, so it has no
    completion.
    """
    table = completion_by_month(view).merge(reporting_by_month(view), on="month")
    table = table.merge(pace_by_month(view)[["month", "pace"]], on="month")
    table["late_since"] = table["late"] - reporting_by_month(view.at_same_age)["late"] if view.is_due else 0
    stands = pd.Series([_stands(view, month) for month in table["month"]], dtype="str")
    return table.assign(stands=stands, completion=table["completion"].mask(stands == "ahead"))


def rates_by_month(view: View) -> pd.DataFrame:
    """How many of the reviews due in each fiscal month came, and came in time, beside what the office aims at.

    Columns: month, received, on_time, due, reporting_rate, on_time_rate (0 to 1, NaN where nothing was due),
    reporting_target, on_time_target (0 to 1, NaN where the rules of the month set none).
    """
    rates = reporting_by_month(view)[["month", "received", "on_time", "due", "reporting_rate", "on_time_rate"]]
    rules = [view.year.rules_in(month) for month in rates["month"]]
    targets = {name: [_share(getattr(each, name)) for each in rules] for name in ("reporting_target", "on_time_target")}
    return rates.assign(**targets)


def follow_up_this_year_and_last(view: View) -> pd.DataFrame:
    """The fiscal months of this year that have begun, up to the one looked at, and all of those of the year before.

    Columns: fiscal_year, fiscal_month, completed, applicable, completion, received, due, reporting_rate, stands. Each
    year is counted by its own plan, and each month of the year before at the age at which that of this year is seen;
    what isn't due yet this year is shown as it came in the end. Without a plan of the year before it has no rows.
    """
    years = [replace(view, last_year=None)]
    if view.last_year:
        ages = {month: age for month, age in view.year.ages.items() if age > 0}
        years.insert(0, replace(view, year=view.last_year.at_ages(ages), month=12, last_year=None))
    return pd.concat([_of_a_year(year) for year in years], ignore_index=True)


def _of_a_year(view: View) -> pd.DataFrame:
    table = follow_up_by_month(view)
    begun = table[table["stands"] != "ahead"].rename(columns={"month": "fiscal_month"})
    begun.insert(0, "fiscal_year", view.year.fiscal_year)
    return begun[["fiscal_year", "fiscal_month", *_COMPARED, "stands"]]


def _stands(view: View, month: int) -> str:
    of_the_year = FiscalMonth(view.year.fiscal_year, month)
    if view.as_of < of_the_year.first_day:
        return "ahead"
    return "running" if view.as_of < of_the_year.last_day else "ended"


def _share(target: int | None) -> float:
    return float("nan") if target is None else target / 100
