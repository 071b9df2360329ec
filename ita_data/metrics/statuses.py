"""The status of each measure up to a month, for the office and for each section's own part in it.

A measure's lead sections decide; where the plan names none, the sections that support it; where nobody is assigned,
whoever reported. A section that doesn't exist in a month is heard only where no other one is left.
"""

from datetime import date

import numpy as np
import pandas as pd

from ita_data.metrics.view import View
from ita_data.model.records import LinkState, Role
from ita_data.model.states import Status


def measure_status(view: View) -> pd.DataFrame:
    """One row per measure; with a section, one per measure that is assigned to it.

    Columns: measure, indicator, initiative, text, status, progress (0 to 100, NaN where no review gave a number),
    is_unconfirmed (completed by links that nobody has confirmed), latest_month (of the reviews that decide).
    """
    statuses = office_statuses(view) if view.section is None else section_statuses(view)
    latest = statuses[statuses["month"] == view.month]
    measures = view.measures[["measure", "indicator", "initiative", "text"]]
    return measures.merge(latest[["measure", "status", "progress", "is_unconfirmed", "latest_month"]], on="measure")


def office_statuses(view: View) -> pd.DataFrame:
    """One row per measure and month looked at, as it stood at the month's end.

    Columns: measure, indicator, initiative, month, status, progress, is_unconfirmed, latest_month.
    """
    return view.once(_office_statuses)


def section_statuses(view: View) -> pd.DataFrame:
    """One row per measure, section it is assigned to and month looked at in which that section existed.

    Columns as of `office_statuses`, and section. The section's own reviews decide.
    """
    return view.once(_section_statuses)


def _office_statuses(view: View) -> pd.DataFrame:
    heard = _latest_reviews(view, _deciding_sections(view))
    anyone_at_work = heard.groupby(["measure", "month"], sort=False)["is_at_work"].transform("any")
    agreed = _agreed(heard[heard["is_at_work"] | ~anyone_at_work])
    return _settled(view, view.measures[["measure", "indicator", "initiative"]].merge(agreed, on="measure"))


def _section_statuses(view: View) -> pd.DataFrame:
    own = _latest_reviews(view, view.assignments(view.with_supporting))
    return _settled(view, own[own["is_at_work"]].reset_index(drop=True))


def _deciding_sections(view: View) -> pd.DataFrame:
    """The pairs of measure and section whose reviews decide; the section is NaN where there is none at all."""
    assignments, reviews = view.snapshot.assignments, view.reviews[["measure", "section"]]
    is_lead = assignments["role"] == Role.LEAD
    has_lead = is_lead.groupby(assignments["measure"]).transform("any")
    deciding = assignments.loc[is_lead | ~has_lead, ["measure", "section"]]
    reporters = reviews[~reviews["measure"].isin(deciding["measure"].unique())].drop_duplicates()
    return view.measures[["measure"]].merge(pd.concat([deciding, reporters]), on="measure", how="left")


def _latest_reviews(view: View, pairs: pd.DataFrame) -> pd.DataFrame:
    """What each pair of measure and section last reported up to each month; not started where it never did."""
    reviews = view.reviews[["measure", "section", "month", "status", "progress"]].sort_values("month")
    reviews["latest_month"] = reviews["month"].astype("Int64")
    # A later text without a number doesn't take back the number given before.
    numbers = reviews["progress"].where(reviews["status"] == Status.IN_PROGRESS)
    reviews["progress"] = numbers.groupby([reviews["measure"], reviews["section"]]).ffill()
    asked = pd.DataFrame({"month": view.months}).merge(pairs, how="cross")
    latest = pd.merge_asof(asked, reviews, on="month", by=["measure", "section"])
    latest["status"] = latest["status"].fillna(Status.NOT_STARTED.value)
    latest["progress"] = _progress(latest)
    latest["is_at_work"] = _is_at_work(view, latest)
    return latest


def _progress(latest: pd.DataFrame) -> pd.Series:
    status = latest["status"]
    number = latest["progress"].where(status == Status.IN_PROGRESS)
    return number.mask(status == Status.COMPLETED, 100.0).mask(status == Status.NOT_STARTED, 0.0)


def _is_at_work(view: View, rows: pd.DataFrame) -> pd.Series:
    at_work = view.months_at_work
    pairs = zip(rows["section"].tolist(), rows["month"].tolist(), strict=True)
    return pd.Series([month in at_work.get(section, ()) for section, month in pairs], rows.index, dtype="bool")


def _agreed(heard: pd.DataFrame) -> pd.DataFrame:
    """What several sections' statuses make of a measure, one row per measure and month."""
    said = heard.assign(
        completed=heard["status"] == Status.COMPLETED,
        not_applicable=heard["status"] == Status.NOT_APPLICABLE,
        started=heard["status"].isin([Status.COMPLETED, Status.IN_PROGRESS]),
    ).groupby(["measure", "month"], sort=False)
    rules = {
        Status.COMPLETED.value: said["completed"].all(),
        Status.NOT_APPLICABLE.value: said["not_applicable"].all(),
        Status.NOT_STARTED.value: ~said["started"].any(),
    }
    rows = said.agg({"progress": "mean", "latest_month": "max"})
    statuses = np.select(list(rules.values()), list(rules), Status.IN_PROGRESS.value)
    return rows.assign(status=pd.Series(statuses, index=rows.index, dtype="str")).reset_index()


def _settled(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, where a linked outcome completes a measure that nobody has reviewed."""
    first_reviewed = view.reviews.groupby("measure")["month"].min().reindex(rows["measure"]).to_numpy()
    links = view.snapshot.links
    is_linked = _has_outcome(view, rows, links[links["state"] != LinkState.REJECTED])
    is_confirmed = _has_outcome(view, rows, links[links["state"] == LinkState.CONFIRMED])
    by_outcome = ~(rows["month"] >= first_reviewed) & is_linked
    return rows.assign(
        status=rows["status"].mask(by_outcome, Status.COMPLETED.value),
        progress=rows["progress"].mask(by_outcome, 100.0),
        is_unconfirmed=by_outcome & ~is_confirmed,
    )


def _has_outcome(view: View, rows: pd.DataFrame, links: pd.DataFrame) -> pd.Series:
    """Whether an outcome of `links` was there at the month's end, or on the day of the view if that is earlier."""
    first_days = _first_outcomes(view, links)
    last_days = view.snapshot.months[["month", "last_day"]].values.tolist()
    seen_on = {month: min(last_day, view.as_of) for month, last_day in last_days}
    cells = zip(rows["measure"].tolist(), rows["month"].tolist(), strict=True)
    return pd.Series([first_days.get(measure, date.max) <= seen_on[month] for measure, month in cells], dtype="bool")


def _first_outcomes(view: View, links: pd.DataFrame) -> dict[str, date]:
    """The day from which each linked measure has an outcome; one without a date counts from the last month on."""
    last_month = view.snapshot.months["first_day"].iloc[-1]
    done_on = dict(view.snapshot.outcomes[["outcome", "done_on"]].values.tolist())
    days: dict[str, date] = {}
    for outcome, measure in links[["outcome", "measure"]].values.tolist():
        day = done_on[outcome] or last_month
        days[measure] = min(day, days.get(measure, day))
    return days
