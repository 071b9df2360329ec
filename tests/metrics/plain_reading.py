"""The rules of the numbers once more, as plain loops over one cell or measure at a time: slow and easy to check."""

from collections.abc import Iterator
from datetime import date
from statistics import mean
from typing import Any

import pandas as pd

from ita_data.metrics import View
from ita_data.model.cadence import Cadence, due_months
from ita_data.model.periods import MONTHS
from ita_data.model.rules import Rules
from ita_data.model.states import CellState, Status, cell_state
from ita_data.snapshot import Snapshot

Review = tuple[int, str, float | None]
"""A review's month, status and progress."""


def expected_cells(snapshot: Snapshot, view: View) -> dict[tuple[str, str, int], CellState]:
    """The state of each expected cell by measure, section and month."""
    received = {
        (review.measure, review.section, review.month): (review.received_on, Status(review.status))
        for review in snapshot.reviews.itertuples()
    }
    due_on = dict(snapshot.months[["month", "due_on"]].values)
    exempt_from = {(row.measure, row.section, row.month): row.decided_on for row in snapshot.exemptions.itertuples()}
    return {
        cell: cell_state(view.as_of, due_on[cell[2]], *received.get(cell, (None, None)), exempt_from.get(cell))
        for cell in _expected(snapshot, view)
    }


def status(snapshot: Snapshot, view: View, measure: str, month: int) -> tuple[str, float | None, bool]:
    """A measure's status, progress and whether that rests on unconfirmed links only, for the office."""
    if _is_retired(snapshot, measure, month):
        return "not_applicable", None, False
    sections = _deciding(snapshot, view, measure, month)
    latest = [_vote(snapshot, view, measure, month, section) for section in sections]
    said = {status for status, _ in latest}
    if said != {"not_applicable"} and not _reviews(snapshot, view, measure, month):
        return _by_outcome(snapshot, view, measure, month)
    numbers = [progress for _, progress in latest if progress is not None]
    return _together(said), mean(numbers) if numbers else None, False


def own_status(
    snapshot: Snapshot, view: View, measure: str, month: int, section: str
) -> tuple[str, float | None, bool]:
    """The same for a section's own part."""
    if _is_retired(snapshot, measure, month):
        return "not_applicable", None, False
    said = _said(snapshot, view, measure, month, section)
    if said[0] != "not_applicable" and not _reviews(snapshot, view, measure, month):
        return _by_outcome(snapshot, view, measure, month)
    return (*said, False)


def rounds(snapshot: Snapshot, view: View, code: str) -> tuple[int, int, int]:
    """How many rounds of a measure are done up to the month looked at, how many there are by then, and in the year."""
    measure = next(row for row in snapshot.measures.itertuples() if row.measure == code)
    months = _due_months(snapshot, measure)
    asked = {month: _said_in_a_round(snapshot, view, measure, month) for month in months if len(months) > 1}
    is_done = {month: all(said) for month, said in asked.items() if said}
    until_now = [done for month, done in is_done.items() if month <= view.month]
    return sum(until_now), len(until_now), len(is_done)


def is_at_work(snapshot: Snapshot, section: str, month: int) -> bool:
    """Whether the section existed on a day of the month."""
    begins_on, ends_on = next(
        (row.begins_on, row.ends_on) for row in snapshot.sections.itertuples() if row.section == section
    )
    first_day, last_day = next(
        (row.first_day, row.last_day) for row in snapshot.months.itertuples() if row.month == month
    )
    return (begins_on or date.min) <= last_day and (ends_on or date.max) >= first_day


def is_held_by(snapshot: Snapshot, measure: str, section: str, month: int) -> bool:
    """Whether the section existed in the month and had the measure then, or may have it because nobody assigned it."""
    months = [
        range(row.first_month, row.last_month + 1)
        for row in snapshot.assignments.itertuples()
        if (row.measure, row.section) == (measure, section)
    ]
    return is_at_work(snapshot, section, month) and (not months or month in months[0])


def _expected(snapshot: Snapshot, view: View) -> Iterator[tuple[str, str, int]]:
    measures = {row.measure: row for row in snapshot.measures.itertuples()}
    for assignment in snapshot.assignments.itertuples():
        measure = measures[assignment.measure]
        is_lead = assignment.role == "lead"
        for month in _due_months(snapshot, measure):
            is_asked = is_lead or (view.with_supporting and _rules_in(snapshot, month).expects_supporting)
            is_looked_at = view.section in (None, assignment.section) and is_asked
            is_held = is_held_by(snapshot, measure.measure, assignment.section, month)
            is_owed = not _has_ended(snapshot, view, measure, assignment.section, month)
            if is_looked_at and month <= view.month and is_held and is_owed:
                yield measure.measure, assignment.section, month


def _due_months(snapshot: Snapshot, measure: Any) -> list[int]:
    active = [None if pd.isna(month) else month for month in (measure.first_month, measure.last_month)]
    months = due_months(Cadence(measure.cadence), measure.named_month, *active)
    retired = 13 if pd.isna(measure.retired_from_month) else measure.retired_from_month
    return [month for month in months if _rules_in(snapshot, month).starts_in_month <= month < retired]


def _rules_in(snapshot: Snapshot, month: int) -> Rules:
    begun = {each.from_month: each for each in snapshot.rules if each.from_month <= month}
    return begun[max(begun)]


def _is_retired(snapshot: Snapshot, code: str, month: int) -> bool:
    measure = next(row for row in snapshot.measures.itertuples() if row.measure == code)
    return not pd.isna(measure.retired_from_month) and month >= measure.retired_from_month


def _said_in_a_round(snapshot: Snapshot, view: View, measure: Any, month: int) -> list[bool]:
    """Whether each section that does a round has reported; nothing of those that are exempt."""
    said = []
    for section in _doing(snapshot, view, measure.measure, month):
        exempted = [
            row
            for row in snapshot.exemptions.itertuples()
            if (row.measure, row.section, row.month) == (measure.measure, section, month)
            and row.decided_on <= view.as_of
        ]
        came = [row[1] for row in _reviews(snapshot, view, measure.measure, month, section) if row[0] == month]
        is_asked = (
            is_held_by(snapshot, measure.measure, section, month) and not exempted and "not_applicable" not in came
        )
        if is_asked and not _has_ended(snapshot, view, measure, section, month):
            said.append(came in (["in_progress"], ["completed"]))
    return said


def _doing(snapshot: Snapshot, view: View, measure: str, month: int) -> list[str]:
    rows = [row for row in snapshot.assignments.itertuples() if row.measure == measure]
    leads = [row.section for row in rows if row.role == "lead"]
    if view.section is None:
        return leads or [row.section for row in rows]
    is_anybody = not leads or _rules_in(snapshot, month).expects_supporting
    return [row.section for row in rows if row.section == view.section and (is_anybody or row.section in leads)]


def _has_ended(snapshot: Snapshot, view: View, measure: Any, section: str, month: int) -> bool:
    """Whether the measure owes no more in a month: it was completed before, and no review came all the same."""
    if pd.isna(measure.final_from_month) or month < measure.final_from_month or month == 1:
        return False
    came = [said for said in _reviews(snapshot, view, measure.measure, month, section) if said[0] == month]
    said, _, is_unconfirmed = status(snapshot, view, measure.measure, month - 1)
    return said == "completed" and not is_unconfirmed and not came


def _reviews(snapshot: Snapshot, view: View, measure: str, month: int, section: str | None = None) -> list[Review]:
    known = [
        row
        for row in snapshot.reviews.itertuples()
        if row.measure == measure
        and section in (None, row.section)
        and row.month <= month
        and row.received_on <= view.as_of
        and not _awaits_approval(snapshot, view, row)
    ]
    known.sort(key=lambda row: row.month)
    return [(row.month, row.status, None if row.progress != row.progress else row.progress) for row in known]


def _vote(snapshot: Snapshot, view: View, measure: str, month: int, section: str) -> tuple[str, float | None]:
    """What a section says, or a confirmed outcome says for it where it has said nothing."""
    said = _said(snapshot, view, measure, month, section)
    if said[0] == "not_applicable" or _reviews(snapshot, view, measure, month, section):
        return said
    status, progress, is_unconfirmed = _by_outcome(snapshot, view, measure, month)
    return said if is_unconfirmed else (status, progress)


def _said(snapshot: Snapshot, view: View, measure: str, month: int, section: str) -> tuple[str, float | None]:
    """What a section's latest review says, or that it is exempt all year."""
    if _is_exempt_all_year(snapshot, view, measure, section):
        return "not_applicable", None
    return _latest(_reviews(snapshot, view, measure, month, section))


def _is_exempt_all_year(snapshot: Snapshot, view: View, measure: str, section: str) -> bool:
    exempt = {
        row.month
        for row in snapshot.exemptions.itertuples()
        if (row.measure, row.section) == (measure, section) and row.decided_on <= view.as_of
    }
    # Looked for first, for most are exempt from nothing.
    owed = {month for month in MONTHS if _is_owed(snapshot, measure, section, month)} if exempt else set()
    return bool(owed) and owed <= exempt


def _awaits_approval(snapshot: Snapshot, view: View, review: Any) -> bool:
    """Whether an expected review said after its due date that the section has nothing to report, with no exemption."""
    due_on = dict(snapshot.months[["month", "due_on"]].values)
    is_expected = _is_expected(snapshot, review.measure, review.section, review.month)
    is_late = review.status == "not_applicable" and review.received_on > due_on[review.month]
    approved = [
        row
        for row in snapshot.exemptions.itertuples()
        if (row.measure, row.section, row.month) == (review.measure, review.section, review.month)
        and row.decided_on <= view.as_of
    ]
    return is_late and is_expected and not approved


def _is_expected(snapshot: Snapshot, code: str, section: str, month: int) -> bool:
    """Whether a review is owed, and asked for: of a lead section always, of a supporting one by the rules."""
    roles = [row.role for row in snapshot.assignments.itertuples() if (row.measure, row.section) == (code, section)]
    is_asked = "lead" in roles or _rules_in(snapshot, month).expects_supporting
    return is_asked and _is_owed(snapshot, code, section, month)


def _is_owed(snapshot: Snapshot, code: str, section: str, month: int) -> bool:
    """Whether the measure falls due in the month, and the section has it then."""
    measure = next(row for row in snapshot.measures.itertuples() if row.measure == code)
    is_assigned = any((row.measure, row.section) == (code, section) for row in snapshot.assignments.itertuples())
    return is_assigned and month in _due_months(snapshot, measure) and is_held_by(snapshot, code, section, month)


def _latest(reviews: list[Review]) -> tuple[str, float | None]:
    if not reviews or reviews[-1][1] == "not_started":
        return "not_started", 0.0
    if reviews[-1][1] == "completed":
        return "completed", 100.0
    if reviews[-1][1] == "not_applicable":
        return "not_applicable", None
    numbers = [progress for _, status, progress in reviews if status == "in_progress" and progress is not None]
    return "in_progress", numbers[-1] if numbers else None


def _deciding(snapshot: Snapshot, view: View, measure: str, month: int) -> list[str]:
    rows = [row for row in snapshot.assignments.itertuples() if row.measure == measure]
    leads = [row.section for row in rows if row.role == "lead"]
    everybody = leads or [row.section for row in rows] or _reporters(snapshot, view, measure, month)
    held = [section for section in everybody if is_held_by(snapshot, measure, section, month)]
    first_months = {row.section: row.first_month for row in rows}
    stand_ins: list[str] = []
    replaced: list[str] = []
    for section in everybody:
        had = [each for each in range(1, 13) if is_held_by(snapshot, measure, section, each)] or [12]
        later = [other for other in everybody if first_months.get(other, 1) > had[-1]]
        reported = [other for other in (section, *later) if _reviews(snapshot, view, measure, month, other)]
        if month > had[-1] and reported == [section] and set(later) & set(held):
            stand_ins.append(section)
            replaced += later
    return [section for section in held or everybody if section not in replaced] + stand_ins


def _reporters(snapshot: Snapshot, view: View, measure: str, month: int) -> list[str]:
    rows = snapshot.reviews.itertuples()
    known = [row for row in rows if row.month <= month and row.received_on <= view.as_of]
    known = [row for row in known if not _awaits_approval(snapshot, view, row)]
    return sorted({row.section for row in known if row.measure == measure})


def _together(said: set[str]) -> str:
    if said == {"not_applicable"}:
        return "not_applicable"
    if said - {"not_applicable"} == {"completed"}:
        return "completed"
    return "in_progress" if said & {"completed", "in_progress"} else "not_started"


def _by_outcome(snapshot: Snapshot, view: View, measure: str, month: int) -> tuple[str, float | None, bool]:
    first_days = dict(snapshot.months[["month", "first_day"]].values)
    last_days = dict(snapshot.months[["month", "last_day"]].values)
    days = snapshot.outcomes[["outcome", "done_until", "done_on"]].values
    done_on = {outcome: until or since for outcome, until, since in days}
    states = {
        link.state
        for link in snapshot.links.itertuples()
        if link.measure == measure
        and (done_on[link.outcome] or first_days[12]) <= min(last_days[month], view.as_of)
        and link.state != "rejected"
    }
    return ("completed", 100.0, "confirmed" not in states) if states else ("not_started", 0.0, False)
