"""What a person entered and hasn't sent: a draft is theirs alone, and counts nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from ita_data.model.actors import Actor
from ita_data.model.records import Review
from ita_data.model.review_fields import ANSWERS

Answers = Mapping[str, Any]
"""What was entered, by the names of a review's fields; a status of None is one that nobody has chosen yet."""


class Report(NamedTuple):
    """Which report it is for good: the identities of the measure and the section, which may get other names."""

    measure: str
    section: str
    month: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A review as it shall be, and as it was stored when somebody began to enter it.

    Without a status it is kept like any other, but can't be sent. `kept_at` is when the office's server kept it, None
    as long as it hasn't.
    """

    report: Report
    shown: Review | None
    review: Review
    has_status: bool = True
    kept_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing else than what was stored when it was begun, or nothing at all."""
        blank = begun(self.report, self.shown, self.review)
        return self.has_status == blank.has_status and answers_of(self) == answers_of(blank)

    def is_overtaken(self, stored: Review | None) -> bool:
        """Whether somebody else sent a review meanwhile."""
        return self.shown != stored

    def is_sent(self, stored: Review | None) -> bool:
        """Whether what is stored says the same: it was sent, and there was no time to throw the draft away."""
        return stored is not None and answers_of(self) == answers_of(begun(self.report, stored, stored))

    def saying(self, answers: Answers) -> "Draft":
        """The draft with what was entered in some of its fields."""
        said = {**answers_of(self), **answers}
        status = said["status"]
        review = replace(self.review, **{**said, "status": status or self.review.status})
        return replace(self, review=review, has_status=status is not None, kept_at=None)

    def received(self, day: date) -> Review:
        """The review as it is sent on a day; of one that was sent before, the first receipt decides."""
        return self.review if self.shown else replace(self.review, received_on=day)

    def called(self, measure: str, section: str) -> "Draft":
        """The draft by the names that its measure and section have now."""
        shown = self.shown and replace(self.shown, measure=measure, section=section)
        return replace(self, shown=shown, review=replace(self.review, measure=measure, section=section))


def begun(report: Report, stored: Review | None, blank: Review) -> Draft:
    """A draft in which nothing is entered yet; `blank` names the report where nothing is stored."""
    empty = Review(blank.measure, blank.section, blank.month, blank.status, blank.received_on)
    return Draft(report, stored, stored or empty, has_status=stored is not None)


def answers_of(draft: Draft) -> Answers:
    """All that a draft says."""
    said = {name: getattr(draft.review, name) for name in ANSWERS}
    return said if draft.has_status else {**said, "status": None}


def owner_of(actor: Actor, section: str) -> str:
    """Whose drafts they are: until there are accounts, of the name, role and section that somebody gave.

    `section` is the section's identity, blank for those who act for the whole office.
    """
    return " · ".join((actor.role, section, actor.name))
