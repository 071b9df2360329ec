"""What a person entered and hasn't sent: a draft is theirs alone, and counts nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from ita_data.model.names import Names
from ita_data.model.records import Review
from ita_data.model.review_fields import ANSWERS

Answers = Mapping[str, Any]
"""What was entered, by the names of a review's fields; a status of None is one that nobody has chosen yet."""

Report = tuple[str, str, int]
"""Which report it is: measure, section, month."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A review as it shall be, and as it was stored when somebody began to enter it.

    Without a status it is kept like any other, but can't be sent. `kept_at` is when the office's server kept it, None
    as long as it hasn't.
    """

    shown: Review | None
    review: Review
    has_status: bool = True
    kept_at: datetime | None = None

    @property
    def report(self) -> Report:
        """Which report it is."""
        return report_of(self.review)

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing else than what was stored when it was begun, or nothing at all."""
        blank = begun(self.shown, self.review)
        return self.has_status == blank.has_status and _answers(self.review) == _answers(blank.review)

    def is_overtaken(self, stored: Review | None) -> bool:
        """Whether somebody else sent a review meanwhile."""
        return self.shown != stored

    def is_sent(self, stored: Review | None) -> bool:
        """Whether what is stored says the same: it was sent, and there was no time to throw the draft away."""
        return stored is not None and self.has_status and _answers(self.review) == _answers(stored)

    def saying(self, answers: Answers) -> "Draft":
        """The draft with what was entered in some of its fields."""
        status = answers.get("status", self.review.status)
        said = {**answers, "status": status or self.review.status}
        return replace(
            self,
            review=replace(self.review, **said),
            has_status=status is not None if "status" in answers else self.has_status,
            kept_at=None,
        )

    def received(self, day: date) -> Review:
        """The review as it is sent on a day; of one that was sent before, the first receipt decides."""
        return self.review if self.shown else replace(self.review, received_on=day)

    def called(self, names: Names) -> "Draft":
        """The draft by the names that its measure and section have now."""
        return replace(self, shown=self.shown and _called(self.shown, names), review=_called(self.review, names))


def begun(stored: Review | None, blank: Review) -> Draft:
    """A draft in which nothing is entered yet; `blank` says which report it is where nothing is stored."""
    empty = Review(blank.measure, blank.section, blank.month, blank.status, blank.received_on)
    return Draft(stored, stored or empty, has_status=stored is not None)


def report_of(review: Review) -> Report:
    """Which report a review is."""
    return review.measure, review.section, review.month


def _answers(review: Review) -> dict[str, Any]:
    return {name: getattr(review, name) for name in ANSWERS}


def _called(review: Review, names: Names) -> Review:
    return replace(review, measure=names.of("measure", review.measure), section=names.of("section", review.section))
