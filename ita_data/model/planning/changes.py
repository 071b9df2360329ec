"""What writing the records of a file would change of those that the store holds."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

from ita_data.model.changes import Action, Change, Changes, Conflict, Key, by_key
from ita_data.model.records import Assignment, LinkState, Measure, Outcome, Record, Records, Review
from ita_data.model.rules import Rules
from ita_data.model.spelling import likeness

_NOTHING: Mapping[Key, Conflict] = MappingProxyType({})
_BLANKS = ("", None, ())
_OF_THE_FILE = ("received_on", "is_sample")
"""What a record says of the file that brought it."""
_LEAST_LIKENESS = 0.5
"""Texts of which neither holds this share of the other say different things."""


def changes_of(
    stored: Records,
    read: Records,
    revision: int,
    changed_since: Mapping[Key, Conflict] = _NOTHING,
    left_out: Collection[Key] = (),
) -> Changes:
    """Every record of the file against the stored one of the same key, and the stored ones the file lacks.

    Nothing is deleted because it is absent, but the assignments of a measure that the file assigns otherwise. A blank
    never overwrites, and a link that the store already knows stays as a person left it, unless it was confirmed for
    another text. A new plan begins with the usual rules. `changed_since` names the records that somebody changed after
    the file's template was made, and `left_out` those that the file holds in rows that can't be taken. `revision` may
    be older than `stored`, never newer: the changes are stale then.
    """
    before, held = by_key(stored), by_key(read)
    changes = [_change(before.get(key), record, changed_since.get(key)) for key, record in held.items()]
    if not stored.rules and not read.rules:
        changes.insert(0, Change(Action.ADDED, None, Rules()))
    rewritten = [
        change
        for change in changes
        if change.action is Action.CHANGED and _is_another_text(change.before, change.after)
    ]
    if rewritten:
        doubted = _doubted(stored, read, rewritten)
        changes = [*(change for change in changes if change.record not in doubted), *doubted.values()]
    changes.extend(_absent(stored, read, {*held, *left_out}))
    return Changes(read.plan, revision, tuple(changes))


def _change(before: Record | None, after: Record, changed_since: Conflict | None) -> Change:
    if before is None:
        return Change(Action.ADDED, None, after)
    if after.kind == "link" or before == after or (changed_since and _is_untouched(after, changed_since.template)):
        return Change(Action.UNCHANGED, before, before)
    if isinstance(before, Review) and isinstance(after, Review) and before.is_sample and not after.is_sample:
        if _said(before) == _said(after):
            return Change(Action.UNCHANGED, before, before)
        # Nothing of an invented review may stay behind in a real one.
        return Change(Action.CHANGED, before, after, conflict=changed_since)
    blank = _blank(before, after)
    after = replace(after, **{name: getattr(before, name) for name in blank}, **_lasting(before, after))
    if before == after:
        return Change(Action.UNCHANGED, before, before, blank)
    return Change(Action.CHANGED, before, after, blank, changed_since)


def _is_untouched(after: Record, template: Record | None) -> bool:
    """Whether the file says of a record just what its template said: nobody filled anything in, so nothing collides."""
    if template is None:
        return False
    return all(value in _BLANKS or value == getattr(template, name) for name, value in _said(after).items())


def _said(record: Record) -> dict[str, Any]:
    """What a record says of its matter, whichever file brought it."""
    return {field.name: getattr(record, field.name) for field in fields(record) if field.name not in _OF_THE_FILE}


def _blank(before: Record, after: Record) -> tuple[str, ...]:
    """The fields that the file leaves blank where something is stored; another measure doesn't keep its origin."""
    names = [field.name for field in fields(after)]
    if isinstance(before, Measure) and before.comes_from and _is_another_text(before, after):
        names.remove("comes_from")
    return tuple(name for name in names if getattr(after, name) in _BLANKS and getattr(before, name) not in _BLANKS)


def _lasting(before: Record, after: Record) -> dict[str, Any]:
    """What stays of the stored record beside that: a cadence that the file doesn't word, and the first receipt."""
    match before, after:
        case Measure(), Measure() if not after.follow_up:
            return {"cadence": before.cadence}
        case Review(), Review():
            return {"received_on": min(before.received_on, after.received_on)}
    return {}


def _is_another_text(before: Record | None, after: Record | None) -> bool:
    """Whether a measure or outcome says something unlike what it said: its code now stands for something else."""
    match before, after:
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


def _absent(stored: Records, read: Records, held: Collection[Key]) -> Iterable[Change]:
    """Stored records that the file should hold: of a kind it holds, and for reviews of its sections and months.

    They are missing, but removed where they are assignments of a measure that the file assigns.
    """
    kinds = {kind for kind, _key in held} - {"link", "section"}
    reported = {(review.section, review.month) for review in read.reviews}
    assigned = {assignment.measure for assignment in read.assignments}
    for record in stored:
        if record.kind not in kinds or (record.kind, record.key) in held:
            continue
        if isinstance(record, Review) and (record.section, record.month) not in reported:
            continue
        is_removed = isinstance(record, Assignment) and record.measure in assigned
        yield Change(Action.REMOVED if is_removed else Action.MISSING, record, None)
