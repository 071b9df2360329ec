"""The status of each measure at each month's end, for the office and for each section's own part in it.

A measure's lead sections decide; where the plan names none, the sections that support it; where nobody is assigned,
whoever reported. A section that doesn't exist in a month or isn't assigned then, or that nobody assigned and that has
not reported yet, is heard only where no other one is left.
"""

from datetime import date

import numpy as np
import pandas as pd

from ita_data.metrics.known_plan import KnownPlan
from ita_data.model.records import LinkState, Role
from ita_data.model.states import Status

_MONTHS = range(1, 13)
_WHOLE_YEAR = {"first_month": 1, "last_month": 12}


def office_statuses_of(known: KnownPlan) -> pd.DataFrame:
    """One row per measure and month of the fiscal year, as it stood at the month's end.

    Columns: measure, indicator, initiative, month, status, progress (0 to 100, NaN where no review gave a number),
    is_unconfirmed (completed by links that nobody has confirmed), latest_month (of the reviews that decide).
    """
    latest = _latest_reviews(known, _deciding_sections(known))
    heard = _those_or_all(latest, latest["since"] <= latest["month"])
    agreed = _agreed(_those_or_all(heard, heard["is_at_work"]))
    return _settled(known, known.measures[["measure", "indicator", "initiative"]].merge(agreed, on="measure"))


def section_statuses_of(known: KnownPlan) -> pd.DataFrame:
    """One row per measure, section and month in which the measure was assigned to it and the section existed.

    Columns as of `office_statuses_of`, section and role. The section's own reviews decide.
    """
    own = _latest_reviews(known, known.assignments.assign(since=0))
    return _settled(known, own[own["is_at_work"]].reset_index(drop=True))


def _deciding_sections(known: KnownPlan) -> pd.DataFrame:
    """The pairs of measure and section whose reviews decide, and the month from which they are heard.

    The section is NaN where there is none at all. Columns: measure, section, first_month, last_month (of the
    assignment), since.
    """
    assignments, reviews = known.snapshot.assignments, known.reviews[["measure", "section", "month"]]
    is_lead = assignments["role"] == Role.LEAD
    has_lead = is_lead.groupby(assignments["measure"]).transform("any")
    deciding = assignments.loc[is_lead | ~has_lead, ["measure", "section", *_WHOLE_YEAR]].assign(since=0)
    unassigned = reviews[~reviews["measure"].isin(deciding["measure"].unique())]
    reporters = unassigned.groupby(["measure", "section"], as_index=False).agg(since=("month", "min"))
    pairs = known.measures[["measure"]].merge(pd.concat([deciding, reporters]), on="measure", how="left")
    return pairs.fillna({"since": 0, **_WHOLE_YEAR})


def _latest_reviews(known: KnownPlan, pairs: pd.DataFrame) -> pd.DataFrame:
    """What each pair of measure and section last reported up to each month; not started where it never did."""
    reviews = known.reviews[["measure", "section", "month", "status", "progress"]].sort_values("month")
    reviews["latest_month"] = reviews["month"].astype("Int64")
    # A later text without a number doesn't take back the number given before.
    numbers = reviews["progress"].where(reviews["status"] == Status.IN_PROGRESS)
    reviews["progress"] = numbers.groupby([reviews["measure"], reviews["section"]]).ffill()
    asked = pd.DataFrame({"month": _MONTHS}).merge(pairs, how="cross")
    latest = pd.merge_asof(asked, reviews, on="month", by=["measure", "section"])
    latest["status"] = latest["status"].fillna(Status.NOT_STARTED.value)
    latest["progress"] = _progress(latest)
    latest["is_at_work"] = _is_at_work(known, latest)
    return latest


def _progress(latest: pd.DataFrame) -> pd.Series:
    status = latest["status"]
    number = latest["progress"].where(status == Status.IN_PROGRESS)
    return number.mask(status == Status.COMPLETED, 100.0).mask(status == Status.NOT_STARTED, 0.0)


def _is_at_work(known: KnownPlan, rows: pd.DataFrame) -> pd.Series:
    """Whether the section existed in the row's month and had the measure then."""
    at_work = known.months_at_work
    pairs = zip(rows["section"].tolist(), rows["month"].tolist(), strict=True)
    exists = pd.Series([month in at_work.get(section, ()) for section, month in pairs], rows.index, dtype="bool")
    return exists & rows["month"].between(rows["first_month"], rows["last_month"])


def _those_or_all(rows: pd.DataFrame, those: pd.Series) -> pd.DataFrame:
    """Of each measure and month the rows that are meant, or all of them where none is."""
    any_is_meant = those.groupby([rows["measure"], rows["month"]], sort=False).transform("any")
    return rows[those | ~any_is_meant]


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


def _settled(known: KnownPlan, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, where a linked outcome completes a measure that nobody has reviewed."""
    first_reviewed = known.reviews.groupby("measure")["month"].min().reindex(rows["measure"]).to_numpy()
    links = known.links
    is_linked = _has_outcome(known, rows, links[links["state"] != LinkState.REJECTED])
    is_confirmed = _has_outcome(known, rows, links[links["state"] == LinkState.CONFIRMED])
    by_outcome = ~(rows["month"] >= first_reviewed) & is_linked
    return rows.assign(
        status=rows["status"].mask(by_outcome, Status.COMPLETED.value),
        progress=rows["progress"].mask(by_outcome, 100.0),
        is_unconfirmed=by_outcome & ~is_confirmed,
    )


def _has_outcome(known: KnownPlan, rows: pd.DataFrame, links: pd.DataFrame) -> pd.Series:
    """Whether an outcome of `links` was there at the month's end, or on the day of the view if that is earlier."""
    first_days = _first_outcomes(known, links)
    last_days = known.snapshot.months[["month", "last_day"]].values.tolist()
    seen_on = {month: min(last_day, known.as_of) for month, last_day in last_days}
    cells = zip(rows["measure"].tolist(), rows["month"].tolist(), strict=True)
    return pd.Series([first_days.get(measure, date.max) <= seen_on[month] for measure, month in cells], dtype="bool")


def _first_outcomes(known: KnownPlan, links: pd.DataFrame) -> dict[str, date]:
    """The day from which each linked measure has an outcome; one without a date counts from the last month on."""
    last_month = known.snapshot.months["first_day"].iloc[-1]
    done_on = dict(known.snapshot.outcomes[["outcome", "done_on"]].values.tolist())
    days: dict[str, date] = {}
    for outcome, measure in links[["outcome", "measure"]].values.tolist():
        day = done_on[outcome] or last_month
        days[measure] = min(day, days.get(measure, day))
    return days
