"""The status of each measure at each month's end, for the office and for each section's own part in it.

Of the sections that are heard (`heard.py`) each has a vote, unless the measure doesn't apply to it. One that has
reported nothing votes that it is completed where a confirmed outcome is linked, and else that it has not started.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from ita_data.metrics.heard import deciding_sections, heard
from ita_data.metrics.known_plan import KnownPlan
from ita_data.metrics.latest import (
    COMPLETED,
    IN_PROGRESS,
    NOT_APPLICABLE,
    NOT_STARTED,
    STATUSES,
    Field,
    Latest,
    is_seen_in,
    latest_of,
)
from ita_data.model.periods import MONTHS
from ita_data.model.records import LinkState

_MEASURE = ["measure", "indicator", "initiative"]
_NAMES = pd.Series([status.value for status in STATUSES], dtype="str")


@dataclass(frozen=True, eq=False)
class Statuses:
    """What is known of each measure in each month, in the order of the plan's measures."""

    known: KnownPlan

    def of_office(self) -> pd.DataFrame:
        """One row per measure and month of the fiscal year, as it stood at the month's end.

        Columns: measure, indicator, initiative, month, status, progress (0 to 100, NaN where no review gave a number),
        is_unconfirmed (completed by links that nobody has confirmed), is_undated (completed by outcomes without a
        date), is_completed_by_all (every section that is to report on it calls it completed; a section to which it
        doesn't apply has no say, and sections that support it only where the plan expects reviews of them),
        latest_month (of the reviews that decide).
        """
        pairs = deciding_sections(self.known)
        places, latest = self._places(pairs), latest_of(self.known, pairs)
        is_heard, by_evidence = heard(pairs, latest), self._by_evidence(places, latest)
        agreed = self._agreed(places, is_heard, _completed_where(by_evidence, latest))
        rows, months = np.divmod(np.arange(agreed.status.size), len(MONTHS))
        settled = self._settled(self.known.measures[_MEASURE], agreed, rows, months, rows)
        rests_on_evidence = (self._counted(places, is_heard & by_evidence) > 0) & (agreed.status == COMPLETED)
        is_undated = rests_on_evidence & ~self._has_outcome(self._dated(self._confirmed))
        return settled.assign(is_undated=settled["is_undated"] | is_undated.ravel())

    def of_sections(self) -> pd.DataFrame:
        """One row per measure, section and month in which the measure was assigned to it and the section existed.

        Columns as of `of_office`, section and role. The section's own reviews decide.
        """
        months, rows = np.nonzero(self._own.is_at_work.T)
        assignments = self.known.assignments
        measures = self._places(assignments)[rows]
        return self._settled(assignments[[*_MEASURE, "section", "role"]], self._own, rows, months, measures)

    def _settled(
        self, named: pd.DataFrame, latest: Latest, rows: Field, months: Field, measures: Field
    ) -> pd.DataFrame:
        """The named rows with these fields, where a linked outcome completes a measure that nobody has reviewed.

        To the office a retired measure doesn't apply any more, whatever was said of it.
        """
        is_retired = self._is_retired[measures, months]
        said = np.where(is_retired, NOT_APPLICABLE, latest.status[rows, months])
        by_outcome = self._by_outcome[measures, months] & (said != NOT_APPLICABLE)
        status = np.where(by_outcome, COMPLETED, said)
        progress = np.where(is_retired, np.nan, latest.progress[rows, months])
        month = latest.month[rows, months]
        settled = named.iloc[rows].reset_index(drop=True)
        return settled.assign(
            month=months + 1,
            status=_NAMES.take(status).reset_index(drop=True),
            progress=np.where(by_outcome, 100.0, progress),
            is_unconfirmed=by_outcome & ~self._is_confirmed[measures, months],
            is_undated=by_outcome & ~self._is_dated[measures, months],
            is_completed_by_all=(status == COMPLETED) & ~self._is_open[measures, months],
            latest_month=pd.Series(month, dtype="Int64").mask(month == 0),
        )

    def _places(self, rows: pd.DataFrame) -> Field:
        """The places of the rows' measures among the plan's."""
        places = {measure: place for place, measure in enumerate(self.known.measures["measure"])}
        return np.array([places[measure] for measure in rows["measure"]], dtype="int64")

    def _counted(self, places: Field, is_so: Field) -> Field:
        """Of how many of the rows it is so, by measure and month."""
        counts = np.zeros((len(self.known.measures), len(MONTHS)), dtype="int64")
        np.add.at(counts, places, is_so)
        return counts

    def _agreed(self, places: Field, is_heard: Field, latest: Latest) -> Latest:
        """What the statuses of the sections that are heard make of a measure."""
        heard = self._counted(places, is_heard)
        said = [self._counted(places, is_heard & (latest.status == status)) for status in range(len(STATUSES))]
        rules = {
            NOT_APPLICABLE: said[NOT_APPLICABLE] == heard,
            COMPLETED: said[COMPLETED] == heard - said[NOT_APPLICABLE],
            NOT_STARTED: said[COMPLETED] + said[IN_PROGRESS] == 0,
        }
        status = np.select(list(rules.values()), list(rules), IN_PROGRESS)
        month = np.zeros(heard.shape, dtype="int64")
        np.maximum.at(month, places, np.where(is_heard, latest.month, 0))
        progress = self._mean(places, np.where(is_heard, latest.progress, np.nan))
        return Latest(status, progress, month, np.ones(heard.shape, dtype="bool"))

    def _by_evidence(self, places: Field, latest: Latest) -> Field:
        """Whether a pair has said nothing so far, and a confirmed outcome says for it that the measure is completed."""
        has_said_nothing = (latest.month == 0) & (latest.status == NOT_STARTED)
        by_evidence: Field = has_said_nothing & self._is_confirmed[places]
        return by_evidence

    def _mean(self, places: Field, numbers: Field) -> Field:
        """The mean of the numbers that are known, by measure and month."""
        is_known = ~np.isnan(numbers)
        counts = self._counted(places, is_known)
        totals = np.zeros(counts.shape)
        np.add.at(totals, places, np.where(is_known, numbers, 0.0))
        mean: Field = np.divide(totals, counts, out=np.full(counts.shape, np.nan), where=counts > 0)
        return mean

    @cached_property
    def _own(self) -> Latest:
        """What each section last said of each measure that is assigned to it."""
        return latest_of(self.known, self.known.assignments)

    @cached_property
    def _is_open(self) -> Field:
        """Whether a section that is to report on it has neither completed it nor is without it."""
        asked, own = self.known.assignments, self._own
        is_open = np.isin(own.status, [IN_PROGRESS, NOT_STARTED]) & own.is_at_work & self.known.is_asked(asked)
        still_open: Field = (self._counted(self._places(asked), is_open) > 0) & ~self._by_outcome
        return still_open

    @cached_property
    def _is_retired(self) -> Field:
        """Whether the office does a measure no more."""
        retired = [self.known.measures["measure"].isin(self.known.snapshot.retired_in(month)) for month in MONTHS]
        is_retired: Field = np.column_stack(retired)
        return is_retired

    @cached_property
    def _by_outcome(self) -> Field:
        """Whether a linked outcome completes it, for nobody's review is known."""
        reviews = self.known.counting_reviews
        reviews = reviews[reviews["measure"].isin(self.known.measures["measure"])]
        received = np.array([day.toordinal() for day in reviews["received_on"]], dtype="int64")[:, None]
        is_seen = is_seen_in(self.known, received, reviews["month"].to_numpy()[:, None, None])[..., 0]
        is_unreviewed: Field = self._counted(self._places(reviews), is_seen) == 0
        return is_unreviewed & self._has_outcome(self._counting)

    @cached_property
    def _is_confirmed(self) -> Field:
        return self._has_outcome(self._confirmed)

    @cached_property
    def _is_dated(self) -> Field:
        return self._has_outcome(self._dated(self._counting))

    def _dated(self, links: pd.DataFrame) -> pd.DataFrame:
        """Those of the links whose outcome has a date."""
        outcomes = self.known.snapshot.outcomes
        return links[links["outcome"].isin(outcomes.loc[outcomes["finished_on"].notna(), "outcome"])]

    @property
    def _confirmed(self) -> pd.DataFrame:
        return self._counting[self._counting["state"] == LinkState.CONFIRMED]

    @property
    def _counting(self) -> pd.DataFrame:
        """The links that nobody rejected."""
        return self.known.links[self.known.links["state"] != LinkState.REJECTED]

    def _has_outcome(self, links: pd.DataFrame) -> Field:
        """Whether an outcome of `links` was there at the month's end, or on the day of the view if that is earlier."""
        days, months = _first_outcomes(self.known, links), self.known.snapshot.months
        first = [days.get(measure, date.max).toordinal() for measure in self.known.measures["measure"]]
        last_days = zip(months["month"], months["last_day"], strict=True)
        last = [min(day, self.known.seen_on[month]).toordinal() for month, day in last_days]
        return np.array(first, dtype="int64")[:, None] <= np.array(last)


def _completed_where(is_so: Field, latest: Latest) -> Latest:
    """The same, with these completed."""
    return replace(
        latest,
        status=np.where(is_so, COMPLETED, latest.status),
        progress=np.where(is_so, 100.0, latest.progress),
    )


def _first_outcomes(known: KnownPlan, links: pd.DataFrame) -> dict[str, date]:
    """The day from which each linked measure has an outcome; one without a date counts from the last month on."""
    last_month = known.snapshot.months["first_day"].iloc[-1]
    outcomes = known.snapshot.outcomes
    finished_on = dict(zip(outcomes["outcome"], outcomes["finished_on"], strict=True))
    days: dict[str, date] = {}
    for outcome, measure in zip(links["outcome"], links["measure"], strict=True):
        day = finished_on[outcome] or last_month
        days[measure] = min(day, days.get(measure, day))
    return days
