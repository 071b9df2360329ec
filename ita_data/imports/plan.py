"""What applying a file would change: pure, against the records the store holds."""

from collections.abc import Iterable
from dataclasses import replace

from ita_data.model.changes import Action, Change, ChangePlan
from ita_data.model.records import Record, Records, Review, by_key

_BLANK_KEEPS = ("progress", "result", "done_on", "evidence", "note")
"""The fields of a review that a blank cell leaves as they are."""


def plan_changes(stored: Records, read: Records, revision: int) -> ChangePlan:
    """Every record of the file against the stored one of the same key, and the stored ones the file lacks.

    Nothing is deleted because it is absent, a blank never overwrites, and a link that the store already knows stays
    as a person left it. `stored` and `revision` have to come from the same reading of the store.
    """
    before = by_key(stored)
    changes = [_change(before.get((record.kind, record.key)), record) for record in read]
    return ChangePlan(read.organisation, read.fiscal_year, revision, (*changes, *_missing(stored, read)))


def _change(before: Record | None, after: Record) -> Change:
    if before is None:
        return Change(Action.ADDED, None, after)
    if after.kind == "link":
        return Change(Action.UNCHANGED, before, before)
    if isinstance(before, Review) and isinstance(after, Review):
        after = _corrected(before, after)
    return Change(Action.UNCHANGED if before == after else Action.CHANGED, before, after)


def _corrected(before: Review, after: Review) -> Review:
    """The new review with the first receipt of the old one, and its texts where the new one is blank."""
    kept = {name: getattr(before, name) for name in _BLANK_KEEPS if getattr(after, name) in ("", None)}
    return replace(after, received_on=before.received_on, **kept)


def _missing(stored: Records, read: Records) -> Iterable[Change]:
    """Stored records that the file should hold: of a kind it holds, and for reviews of its sections and months."""
    held = by_key(read)
    kinds = {record.kind for record in read} - {"link", "section"}
    reported = {(review.section, review.month) for review in read.reviews}
    for record in stored:
        if record.kind not in kinds or (record.kind, record.key) in held:
            continue
        if isinstance(record, Review) and (record.section, record.month) not in reported:
            continue
        yield Change(Action.MISSING, record, None)
