"""What applying a file would change: pure, against the records the store holds."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from ita_data.imports.links import likeness
from ita_data.model.changes import Action, Change, ChangePlan
from ita_data.model.records import (
    Assignment,
    LinkState,
    Measure,
    Outcome,
    Record,
    Records,
    Review,
    by_key,
)

_BLANKS = ("", None, ())
_LEAST_LIKENESS = 0.5
"""Texts of which neither holds this share of the other say different things."""


def plan_changes(stored: Records, read: Records, revision: int) -> ChangePlan:
    """Every record of the file against the stored one of the same key, and the stored ones the file lacks.

    Nothing is deleted because it is absent, but the assignments of a measure that the file assigns otherwise. A blank
    never overwrites, and a link that the store already knows stays as a person left it, unless it was confirmed for
    another text. `stored` and `revision` have to come from the same reading of the store.
    """
    before = by_key(stored)
    changes = [_change(before.get((record.kind, record.key)), record) for record in read]
    doubted = _doubted(stored, read, [change for change in changes if _is_another_text(change)])
    kept = (change for change in changes if change.record not in doubted)
    changes = [*kept, *doubted.values(), *_absent(stored, read)]
    return ChangePlan(read.organisation, read.fiscal_year, revision, tuple(changes))


def _change(before: Record | None, after: Record) -> Change:
    if before is None:
        return Change(Action.ADDED, None, after)
    if after.kind == "link":
        return Change(Action.UNCHANGED, before, before)
    after = replace(after, **_kept(before, after))
    return Change(Action.UNCHANGED if before == after else Action.CHANGED, before, after)


def _kept(before: Record, after: Record) -> dict[str, Any]:
    """What stays of the stored record: all that the file leaves blank, and the first receipt of a review."""
    blank = [field.name for field in fields(after) if getattr(after, field.name) in _BLANKS]
    kept = {name: getattr(before, name) for name in blank}
    match before, after:
        case Measure(), Measure() if not after.follow_up:
            kept["cadence"] = before.cadence
        case Review(), Review():
            kept["received_on"] = min(before.received_on, after.received_on)
    return kept


def _is_another_text(change: Change) -> bool:
    """Whether a measure or outcome says something unlike what it said: its code now stands for something else."""
    match change.before, change.after:
        case (Measure(text=old), Measure(text=new)) | (Outcome(text=old), Outcome(text=new)):
            return old != new and max(likeness(old, new), likeness(new, old)) < _LEAST_LIKENESS
    return False


def _doubted(stored: Records, read: Records, rewritten: Iterable[Change]) -> dict[Record, Change]:
    """The confirmed links at either end of which another text stands now: suggested again, for a person to confirm."""
    ends = {(change.record.kind, change.record.key) for change in rewritten}
    scores = {link.key: link.score for link in read.links}
    return {
        link: Change(Action.CHANGED, link, replace(link, state=LinkState.SUGGESTED, score=scores.get(link.key)))
        for link in stored.links
        if link.state is LinkState.CONFIRMED and ends & {("outcome", (link.outcome,)), ("measure", (link.measure,))}
    }


def _absent(stored: Records, read: Records) -> Iterable[Change]:
    """Stored records that the file should hold: of a kind it holds, and for reviews of its sections and months.

    They are missing, but removed where they are assignments of a measure that the file assigns.
    """
    held = by_key(read)
    kinds = {record.kind for record in read} - {"link", "section"}
    reported = {(review.section, review.month) for review in read.reviews}
    assigned = {assignment.measure for assignment in read.assignments}
    for record in stored:
        if record.kind not in kinds or (record.kind, record.key) in held:
            continue
        if isinstance(record, Review) and (record.section, record.month) not in reported:
            continue
        is_removed = isinstance(record, Assignment) and record.measure in assigned
        yield Change(Action.REMOVED if is_removed else Action.MISSING, record, None)
