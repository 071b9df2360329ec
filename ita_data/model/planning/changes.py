"""What writing the records of a file would change of those that the store holds."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

from ita_data.model.changes import Action, Change, Changes, Conflict, Key, by_key, key_of
from ita_data.model.names import Names, identity_of, renames
from ita_data.model.planning.matching import Answers, matched, names_given
from ita_data.model.planning.undo import rests_on
from ita_data.model.records import (
    Assignment,
    Link,
    LinkState,
    Measure,
    Outcome,
    Record,
    Records,
    Review,
    Section,
)
from ita_data.model.rules import Rules
from ita_data.model.spelling import likeness

_NOTHING: Mapping[Key, Conflict] = MappingProxyType({})
_UNSAID: Answers = MappingProxyType({})
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
    *,
    answers: Answers = _UNSAID,
) -> Changes:
    """Every record of the file against the stored one that it is, and the stored ones the file lacks.

    Who is who is told by `matching`, to which a person gives `answers`; what gets another number keeps all that hangs
    on it. Nothing is deleted because it is absent, but the assignments of a measure that the file assigns otherwise. A
    blank never overwrites, and a link that the store already knows stays as a person left it, unless it was confirmed
    for another text; between two texts that are stored already a file suggests none. A new plan begins with the usual
    rules. `changed_since` names the records that somebody changed after the file's template was made, and `left_out`
    those that the file holds in rows that can't be taken. `revision` may be older than `stored`, never newer: the
    changes are stale then.
    """
    matching = matched(stored, read, answers)
    names = names_given(stored, read, matching)
    before, held = {key_of(names.record(record)): record for record in stored}, by_key(read)
    held = {key: record for key, record in held.items() if key in before or not _is_known_pair(record, before, held)}
    changes = [_change(before.get(key), record, names, changed_since) for key, record in held.items()]
    if not stored.rules and not read.rules:
        changes.insert(0, Change(Action.ADDED, None, Rules()))
    rewritten = [
        change
        for change in changes
        if change.action is Action.CHANGED and _is_another_text(change.before, change.after)
    ]
    if rewritten:
        doubted = _doubted(stored, read, rewritten, names)
        changes = [*(change for change in changes if change.record not in doubted), *doubted.values()]
    changes.extend(_absent(stored, read, {*held, *left_out}, names))
    return Changes(read.plan, revision, tuple(changes), matching.doubts)


def _change(before: Record | None, after: Record, names: Names, changed_since: Mapping[Key, Conflict]) -> Change:
    if before is None:
        return Change(Action.ADDED, None, after)
    named, conflict = names.record(before), changed_since.get(key_of(before))
    if after.kind == "link" or named == after or (conflict and _is_untouched(after, conflict.template)):
        return _renamed(before, named)
    if isinstance(before, Review) and isinstance(after, Review) and before.is_sample and not after.is_sample:
        if _said(before) == _said(after):
            return Change(Action.UNCHANGED, before, before)
        # Nothing of an invented review may stay behind in a real one.
        return Change(Action.CHANGED, before, after, conflict=conflict)
    blank = _blank(named, after)
    after = replace(after, **{name: getattr(named, name) for name in blank}, **_lasting(named, after))
    if named == after:
        return _renamed(before, named, blank)
    return Change(Action.CHANGED, before, after, blank, conflict)


def _renamed(before: Record, named: Record, kept: tuple[str, ...] = ()) -> Change:
    """No change, but where the record itself gets another name: what only names another one follows by itself."""
    if renames(before, named):
        return Change(Action.CHANGED, before, named, kept)
    return Change(Action.UNCHANGED, before, before, kept)


def _is_untouched(after: Record, template: Record | None) -> bool:
    """Whether the file says of a record just what its template said: nobody filled anything in, so nothing collides."""
    if template is None:
        return False
    return all(value in _BLANKS or value == getattr(template, name) for name, value in _said(after).items())


def _said(record: Record) -> dict[str, Any]:
    """What a record says of its matter, whichever file brought it."""
    names = [field.name for field in fields(record) if field.compare and field.name not in _OF_THE_FILE]
    return {name: getattr(record, name) for name in names}


def _blank(before: Record, after: Record) -> tuple[str, ...]:
    """The fields that the file leaves blank where something is stored; another measure doesn't keep its origin."""
    names = [field.name for field in fields(after) if field.compare]
    if isinstance(before, Measure) and before.comes_from and _is_another_text(before, after):
        names.remove("comes_from")
    return tuple(name for name in names if getattr(after, name) in _BLANKS and getattr(before, name) not in _BLANKS)


def _lasting(before: Record, after: Record) -> dict[str, Any]:
    """What stays of the stored record beside that: who it is, a cadence not worded in the file, the first receipt."""
    stays: dict[str, Any] = {"identity": who} if (who := identity_of(before)) else {}
    match before, after:
        case Measure(), Measure() if not after.follow_up:
            stays["cadence"] = before.cadence
        case Review(), Review():
            stays["received_on"] = min(before.received_on, after.received_on)
        case Section(), Section():
            # No file says what a section is.
            stays["section_kind"] = before.section_kind
    return stays


def _is_another_text(before: Record | None, after: Record | None) -> bool:
    """Whether a measure or outcome says something unlike what it said: its code now stands for something else."""
    match before, after:
        case (Measure(text=old), Measure(text=new)) | (Outcome(text=old), Outcome(text=new)):
            return old != new and max(likeness(old, new), likeness(new, old)) < _LEAST_LIKENESS
    return False


def _is_known_pair(record: Record, before: Mapping[Key, Record], held: Mapping[Key, Record]) -> bool:
    """Whether this links an outcome and a measure that the file words as they are stored."""
    if not isinstance(record, Link):
        return False
    ends: list[Key] = [("outcome", (record.outcome,)), ("measure", (record.measure,))]
    return all(_text_of(before.get(end)) == _text_of(held.get(end)) != "" for end in ends)


def _text_of(record: Record | None) -> str:
    return record.text if isinstance(record, Measure | Outcome) else ""


def _doubted(stored: Records, read: Records, rewritten: Iterable[Change], names: Names) -> dict[Record, Change]:
    """The confirmed links at either end of which another text stands now: suggested again, for a person to confirm."""
    ends = {change.key for change in rewritten}
    scores = {link.key: link.score for link in read.links}
    found: dict[Record, Change] = {}
    for link in stored.links:
        named = names.record(link)
        assert isinstance(named, Link)
        if link.state is LinkState.CONFIRMED and ends & set(rests_on(named)):
            after = replace(named, state=LinkState.SUGGESTED, score=scores.get(named.key))
            found[link] = Change(Action.CHANGED, link, after)
    return found


def _absent(stored: Records, read: Records, held: Collection[Key], names: Names) -> Iterable[Change]:
    """Stored records that the file should hold: of a kind it holds, and for reviews of its sections and months.

    They are missing, but removed where they are assignments of a measure that the file assigns, and called otherwise
    where the file gives their name to another.
    """
    kinds = {kind for kind, _key in held} - {"link", "section"}
    reported = {(review.section, review.month) for review in read.reviews}
    assigned = {assignment.measure for assignment in read.assignments}
    for record in stored:
        named = names.record(record)
        if record.kind not in kinds or key_of(named) in held:
            continue
        if isinstance(record, Review) and (record.section, record.month) not in reported:
            continue
        if isinstance(named, Assignment) and named.measure in assigned:
            yield Change(Action.REMOVED, record, None)
            continue
        made_way = _renamed(record, named)
        yield made_way if made_way.action is Action.CHANGED else Change(Action.MISSING, record, None)
