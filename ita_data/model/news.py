"""What changed between two days, section by section: the reports that came, and the statuses that they changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Review
from ita_data.model.states import Status


@dataclass(frozen=True, slots=True)
class StatusChange:
    """What a section's latest report on a measure says now, and what it said before."""

    measure: str
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class SectionNews:
    """One section's reports: how many came, were corrected and were taken back, and which statuses that changed."""

    section: str
    came: int
    corrected: int
    withdrawn: int
    statuses: tuple[StatusChange, ...]


def days_since_last_meeting(
    month: FiscalMonth, day: date, meetings: Mapping[FiscalMonth, date], last_due_on: date
) -> tuple[date, date]:
    """The days after and up to which what was saved is news for the meeting on a month, as seen on a day.

    News come after the latest meeting on an earlier month, or where none was held after `last_due_on`, the due date of
    the month before. They end with the month's own meeting; until that is held with `day`, but no later than the
    next meeting or the end of the month after. So the meeting on a month that is over finds what came for it, and not
    all that came ever since. `meetings` are the days of the office's meetings as known on `day`.
    """
    later = (held_on for other, held_on in meetings.items() if other > month)
    until = meetings.get(month) or min(day, month.next.last_day, *later)
    earlier = (held_on for other, held_on in meetings.items() if other < month and held_on < until)
    since = max(earlier, default=last_due_on)
    return since, max(since, until)


def news(before: Iterable[Review], after: Iterable[Review]) -> list[SectionNews]:
    """What changed from the reports of one day to those of another; a section without any change is left out.

    A measure's status is that of the section's report for the latest month, and not started where there is none.
    """
    then, now = ({review.key: review for review in reviews} for reviews in (before, after))
    touched = [key for key in (now | then) if now.get(key) != then.get(key)]
    sections = dict.fromkeys(section for _measure, section, _month in touched)
    turned = _statuses(then), _statuses(now)
    return [
        SectionNews(
            section=section,
            came=sum(key not in then for key in touched if key[1] == section),
            corrected=sum(key in then and key in now for key in touched if key[1] == section),
            withdrawn=sum(key not in now for key in touched if key[1] == section),
            statuses=tuple(_changed(*turned, section)),
        )
        for section in sections
    ]


Statuses = dict[tuple[str, str], Status]
"""What was last reported, by measure and section."""


def _statuses(reviews: dict[tuple[str, ...], Review]) -> Statuses:
    by_month = sorted(reviews.values(), key=lambda review: review.month)
    return {(review.measure, review.section): review.status for review in by_month}


def _changed(then: Statuses, now: Statuses, section: str) -> Iterable[StatusChange]:
    for measure, named in dict.fromkeys([*then, *now]):
        before, after = (statuses.get((measure, named), Status.NOT_STARTED) for statuses in (then, now))
        if named == section and before is not after:
            yield StatusChange(measure, before, after)
