"""Taking a batch back: what that would change, and what stands in its way; pure, like all planning.

An undo restores fields, not states: what later batches wrote to other fields and other records stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ita_data.model.changes import Action, Batch, Blocker, Change, Changes, Key, by_key, key_of
from ita_data.model.decisions import Closing, HeldMeeting, Order, Remark, Reopening
from ita_data.model.errors import UndoBlocked
from ita_data.model.names import AS_BEFORE, Names, new_names
from ita_data.model.records import (
    Assignment,
    Exemption,
    Indicator,
    Initiative,
    Item,
    Link,
    Measure,
    Outcome,
    Record,
    Records,
    Review,
    Section,
)
from ita_data.model.rules import FIRST_RULES, Rules
from ita_data.model.score import Score

Written = tuple[int, Change]
"""A change with the number of the batch that wrote it."""


def changes_of_undo(
    changes: Sequence[Change],
    later: Sequence[Written],
    stored: Records,
    revision: int,
    other_years: Iterable[Sequence[Written]] = (),
    *,
    since: Names = AS_BEFORE,
) -> Changes:
    """What restores exactly the fields and records that a batch wrote.

    `changes` are the batch's, `later` the ones that batches after it wrote to the same plan and that still stand, the
    oldest first, and `other_years` those to each other plan of the office, whose records may rest on a section that
    would go. `since` are the names that records got after the batch; `later` and `other_years` use them already. Raises
    UndoBlocked where later changes touch the same fields, rest on a record that would go, or gave its name to another.
    """
    present, given = by_key(stored), new_names(change.sides for change in changes)
    # What the batch named anew gets its former name back; anything else keeps the one that it has by now.
    changes = [since.change(change, since.without(given)) for change in changes]
    back = Names({key: former for (kind, former), name in given.new.items() for key in [(kind, since.of(kind, name))]})
    undone = tuple(_undone(change, present, back) for change in changes)
    gone = {change.key: change.record for change in undone if change.after is None}
    after = present | {_present_key(change): _by_present_names(change, back) for change in undone}
    sections = {key: record for key, record in gone.items() if isinstance(record, Section)}
    blockers = (
        *_overwritten(changes, later),
        *_left_alone(gone, after, later),
        *(blocker for year in other_years for blocker in _left_alone(sections, _last(year), year)),
        *_in_the_way(undone, present, later),
    )
    if blockers:
        raise UndoBlocked(blockers)
    return Changes(stored.plan, revision, undone)


def standing(later: Iterable[Batch]) -> list[Batch]:
    """Those of the batches after some moment that still stand, the oldest first.

    A batch and the one that undid it cancel each other out, where both came after that moment.
    """
    batches = {batch.id: batch for batch in later}
    return [each for _id, each in sorted(batches.items()) if each.undone_by is None and each.undoes not in batches]


def _undone(change: Change, present: Mapping[Key, Record], back: Names) -> Change:
    """The change that takes this one back; what comes after it uses the names that are given back."""
    if change.after is None:
        return Change(Action.ADDED, None, change.before)
    now = present.get(change.key, change.after)
    if change.before is None:
        return Change(Action.REMOVED, now, None)
    restored: dict[str, Any] = {name: old for name, old, _new in change.differences}
    return Change(Action.CHANGED, now, replace(back.record(now), **restored))


def _present_key(change: Change) -> Key:
    """What names a record before the undo."""
    return key_of(change.before or change.record)


def _by_present_names(change: Change, back: Names) -> Record | None:
    """What an undo leaves of a record, which calls others by the names they have before it."""
    return change.after and back.back().record(change.after)


def _in_the_way(undone: Iterable[Change], present: Mapping[Key, Record], later: Iterable[Written]) -> Iterable[Blocker]:
    """Records that got a name which an undo would give back, and keep it."""
    undone = list(undone)
    leaving = {_present_key(change) for change in undone if change.before and change.key != _present_key(change)}
    leaving |= {change.key for change in undone if change.after is None}
    writers = {change.key: batch for batch, change in later}
    for change in undone:
        taken = change.after is not None and change.key in present and change.key not in leaving
        if taken and change.key != _present_key(change):
            yield Blocker(present[change.key], writers[change.key])


def _overwritten(changes: Iterable[Change], later: Iterable[Written]) -> Iterable[Blocker]:
    """Later changes of the very fields and records that the batch wrote."""
    wrote = {change.key: change for change in changes}
    for batch, change in later:
        mine = wrote.get(change.key)
        if mine is None:
            continue
        both = tuple(name for name in _fields_of(change) if _is_whole(mine) or name in _fields_of(mine))
        if both or _is_whole(change):
            yield Blocker(change.record, batch, both)


def _is_whole(change: Change) -> bool:
    """Whether a change brought or took a whole record."""
    return change.action is not Action.CHANGED


def _fields_of(change: Change) -> tuple[str, ...]:
    return () if _is_whole(change) else tuple(name for name, _old, _new in change.differences)


def _left_alone(
    gone: Mapping[Key, Record], after: Mapping[Key, Record | None], later: Iterable[Written]
) -> Iterable[Blocker]:
    """Records of a plan that would rest on one that goes."""
    if not gone:
        return
    writers = {change.key: batch for batch, change in later}
    for key, record in after.items():
        lost = next((name for name in rests_on(record) if name in gone), None)
        if record is not None and lost is not None:
            yield Blocker(record, writers[key], rests_on=gone[lost])


def _last(later: Iterable[Written]) -> dict[Key, Record | None]:
    """What the last changes left behind."""
    return {change.key: change.after for _batch, change in later}


def rests_on(record: Record | None) -> tuple[Key, ...]:
    """The records that a record names, and without which it can't be there."""
    match record:
        case Rules() | Indicator() | Initiative() | Closing() | HeldMeeting() | Score():
            return (FIRST_RULES,)
        case Item() | Outcome():
            return (("indicator", (str(record.indicator),)),)
        case Measure():
            return (_parent(record), *(("item", (item,)) for item in record.items))
        case Assignment() | Review() | Exemption():
            return ("measure", (record.measure,)), ("section", (record.section,))
        case Link():
            return ("outcome", (record.outcome,)), ("measure", (record.measure,))
        case Order() | Remark():
            # One without a measure names a measure that never was, so nothing can take it away.
            return FIRST_RULES, ("section", (record.section,)), ("measure", (record.measure or "",))
        case Reopening():
            return ("closing", (f"{record.month:02d}",)), ("section", (record.section,))
    return ()


def _parent(measure: Measure) -> Key:
    if measure.indicator is None:
        return "initiative", (f"ก{measure.initiative}",)
    return "indicator", (str(measure.indicator),)
