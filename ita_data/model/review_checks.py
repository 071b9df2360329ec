"""What is wrong with a review, whether it came in a file or was entered on a page."""

from collections.abc import Iterator
from datetime import date

from ita_data.labels import date_label, label, month_label
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Place, Problem
from ita_data.model.records import Review
from ita_data.model.states import Status

NOTHING_HAPPENED = "ไม่มีการดำเนินการในเดือนนี้"
"""The answer that declares a month without anything done; it counts as a review like any other."""

_YEARS_AROUND = 1
"""How many fiscal years before and after the plan's a date in it may lie."""


def problems_of(review: Review, fiscal_year: int, today: date) -> Iterator[Problem]:
    """The problems of a review that was entered for a plan, as the catalogue names them."""
    month = FiscalMonth(fiscal_year, review.month)
    if month.first_day > today:
        yield Problem("month-ahead", Place(), month_label(month.first_day))
    if review.done_on and is_far(FiscalMonth.of(review.done_on), fiscal_year):
        shown = date_label(review.done_on)
        yield Problem("year-doubtful", Place(), shown, {"proposal": shown, "fiscal_year": str(fiscal_year)})
    if review.progress is not None and not 0 <= review.progress <= 100:
        yield Problem("progress-outside", Place(), f"{review.progress:g}")
    elif review.progress is not None and not goes_with(review.status, review.progress):
        words = {"status": label("status", review.status), "progress": f"{review.progress:g}"}
        yield Problem("status-against-progress", Place(), words["progress"], words)


def tells_what_was_done(review: Review) -> bool:
    """Whether a review has a text, and one that says more than that nothing was done."""
    return review.result not in ("", NOTHING_HAPPENED)


def status_at(progress: float) -> Status:
    """The status that a percentage alone stands for."""
    if progress >= 100:
        return Status.COMPLETED
    return Status.IN_PROGRESS if progress else Status.NOT_STARTED


def goes_with(status: Status, progress: float) -> bool:
    """Whether a status goes with a percentage."""
    match status:
        case Status.COMPLETED:
            return progress >= 100
        case Status.IN_PROGRESS:
            return progress < 100
        case _:
            return not progress


def is_far(month: FiscalMonth, fiscal_year: int) -> bool:
    """Whether a month lies so far from a plan's fiscal year that its year must be a slip."""
    return abs(month.fiscal_year - fiscal_year) > _YEARS_AROUND
