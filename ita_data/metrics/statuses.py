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
    is_unconfirmed (completed by links that nobody has confirmed), is_undated (completed by outcomes without a date),
    latest_month (of the reviews that decide).
    """
    latest = _latest_reviews(known, _deciding_sections(known))
    heard = _those_or_all(latest, latest["is_assigned"] | latest["latest_month"].notna())
    agreed = _agreed(_those_or_all(heard, heard["is_at_work"]))
    return _settled(known, known.measures[["measure", "indicator", "initiative"]].merge(agreed, on="measure"))


def section_statuses_of(known: KnownPlan) -> pd.DataFrame:
    """One row per measure, section and month in which the measure was assigned to it and the section existed.

    Columns as of `office_statuses_of`, section and role. The section's own reviews decide.
    """
    own = _latest_reviews(known, known.assignments)
    return _settled(known, own[own["is_at_work"]].reset_index(drop=True))


def with_agreement(known: KnownPlan, statuses: pd.DataFrame, of_sections: pd.DataFrame) -> pd.DataFrame:
    """Statuses with `is_completed_by_all`: whether every section that is to report on the measure calls it completed.

    A section to which it doesn't apply has no say, and sections that support one only where the plan expects reviews of
    them. `of_sections` are the statuses of `section_statuses_of`.
    """
    asked = of_sections if known.snapshot.rules.expects_supporting else of_sections[of_sections["role"] == Role.LEAD]
    open_still = asked[asked["status"].isin([Status.IN_PROGRESS, Status.NOT_STARTED])]
    is_open = _is_among(statuses, open_still)
    return statuses.assign(is_completed_by_all=(statuses["status"] == Status.COMPLETED) & ~is_open)


def _deciding_sections(known: KnownPlan) -> pd.DataFrame:
    """The pairs of measure and section whose reviews decide; who isn't assigned is heard once it has reported.

    The section is NaN where there is none at all. Columns: measure, section, first_month, last_month (of the
    assignment), is_assigned.
    """
    assignments, reviews = known.snapshot.assignments, known.reviews[["measure", "section"]]
    is_lead = assignments["role"] == Role.LEAD
    has_lead = is_lead.groupby(assignments["measure"]).transform("any")
    deciding = assignments.loc[is_lead | ~has_lead, ["measure", "section", *_WHOLE_YEAR]]
    reporters = reviews[~reviews["measure"].isin(deciding["measure"].unique())].drop_duplicates()
    heard = pd.concat([deciding.assign(is_assigned=True), reporters.assign(is_assigned=False, **_WHOLE_YEAR)])
    pairs = known.measures[["measure"]].merge(heard, on="measure", how="left")
    # Nobody at all has not started from the first month on.
    return pairs.fillna({"is_assigned": True, **_WHOLE_YEAR}).astype({"is_assigned": "bool"})


def _latest_reviews(known: KnownPlan, pairs: pd.DataFrame) -> pd.DataFrame:
    """What each pair of measure and section last reported up to each month; not started where it never did."""
    seen = known.seen_reviews
    seen = seen.assign(
        latest_month=seen["month"].astype("Int64"),
        progress=seen["progress"].where(seen["status"] == Status.IN_PROGRESS),
        month=seen["seen_in"],
    )
    columns = ["status", "progress", "latest_month"]
    # `last` passes over what is empty: a later text without a number doesn't take back the number given before.
    said = seen.groupby(["month", "measure", "section"], sort=False)[columns].last().reset_index()
    asked = pd.DataFrame({"month": _MONTHS}).merge(pairs, how="cross")
    latest = asked.merge(said, on=["month", "measure", "section"], how="left")
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
    is_reviewed = _is_among(rows, known.seen_reviews.assign(month=known.seen_reviews["seen_in"]))
    links = known.links
    counting = links[links["state"] != LinkState.REJECTED]
    is_linked = _has_outcome(known, rows, counting)
    is_confirmed = _has_outcome(known, rows, counting[counting["state"] == LinkState.CONFIRMED])
    outcomes = known.snapshot.outcomes
    dated = outcomes.loc[outcomes["done_on"].notna(), "outcome"]
    is_dated = _has_outcome(known, rows, counting[counting["outcome"].isin(dated)])
    by_outcome = ~is_reviewed & is_linked
    return rows.assign(
        status=rows["status"].mask(by_outcome, Status.COMPLETED.value),
        progress=rows["progress"].mask(by_outcome, 100.0),
        is_unconfirmed=by_outcome & ~is_confirmed,
        is_undated=by_outcome & ~is_dated,
    )


def _has_outcome(known: KnownPlan, rows: pd.DataFrame, links: pd.DataFrame) -> pd.Series:
    """Whether an outcome of `links` was there at the month's end, or on the day of the view if that is earlier."""
    first_days = {measure: day.toordinal() for measure, day in _first_outcomes(known, links).items()}
    last_days = known.snapshot.months[["month", "last_day"]].values.tolist()
    seen_on = {month: min(last_day, known.seen_on[month]).toordinal() for month, last_day in last_days}
    never = date.max.toordinal()
    # As whole numbers, for dates are compared one by one.
    first = pd.Series([first_days.get(measure, never) for measure in rows["measure"].tolist()], rows.index, "int64")
    return first <= rows["month"].map(seen_on)


def _is_among(rows: pd.DataFrame, others: pd.DataFrame) -> pd.Series:
    """Whether the measure and month of each row is that of another one."""
    pairs = set(zip(others["measure"].tolist(), others["month"].tolist(), strict=True))
    mine = zip(rows["measure"].tolist(), rows["month"].tolist(), strict=True)
    return pd.Series([pair in pairs for pair in mine], rows.index, dtype="bool")


def _first_outcomes(known: KnownPlan, links: pd.DataFrame) -> dict[str, date]:
    """The day from which each linked measure has an outcome; one without a date counts from the last month on."""
    last_month = known.snapshot.months["first_day"].iloc[-1]
    done_on = dict(known.snapshot.outcomes[["outcome", "done_on"]].values.tolist())
    days: dict[str, date] = {}
    for outcome, measure in links[["outcome", "measure"]].values.tolist():
        day = done_on[outcome] or last_month
        days[measure] = min(day, days.get(measure, day))
    return days
