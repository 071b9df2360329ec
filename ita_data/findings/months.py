"""The months of the year so far: completion beside its pace, and what came of the reports by the same age and later."""

from dataclasses import dataclass

from ita_data.findings.counted import Counted, Row, is_due, of_month


@dataclass(frozen=True, slots=True)
class MonthStand:
    """A month; rates from 0 to 1, None where nothing is to be divided by.

    `reported_then` is the reporting rate at the age of the month looked at, `reported` as it is known now. While that
    month isn't due both are as known now: before its due date a month has no rate.
    """

    month: int
    completion: float | None
    pace: float | None
    reported_then: float | None
    reported: float | None
    then: Row
    now: Row

    @property
    def later(self) -> float | None:
        """What share of the month's reports came after that age."""
        if self.reported is None or self.reported_then is None:
            return None
        return max(0.0, self.reported - self.reported_then)


def stand_by_month(counted: Counted) -> list[MonthStand]:
    """Every month up to the one looked at; none where a month was closed before they were kept."""
    return [_of(counted, row) for row in counted.rows("at_same_age_by_month")]


def _of(counted: Counted, then: Row) -> MonthStand:
    month = then["month"]
    now = of_month(counted.rows("reporting_by_month"), month) or then
    completed = of_month(counted.rows("completion_by_month"), month) or then
    pace = of_month(counted.rows("pace_by_month"), month)
    return MonthStand(
        month=month,
        completion=completed["completion"],
        pace=pace["pace"] if pace else None,
        reported_then=then["reporting_rate"] if is_due(counted) else now["reporting_rate"],
        reported=now["reporting_rate"],
        then=then,
        now=now,
    )
