"""What a draft of a plan changes: its edits, and the same draft held against what others saved meanwhile."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from ita_data.model.changes import Edit
from ita_data.model.names import Names, heading_of
from ita_data.model.planning.drafting import drafted, numbered
from ita_data.model.records import Assignment, Records

_WITHOUT_ASSIGNMENTS = ("initiative", "item", "measure")
"""The kinds of records that a draft changes beside who is responsible."""

_Responsible = Mapping[tuple[str, str], Assignment]
"""Assignments by who the measure is, and the section."""


def edits_of(shown: Records, wanted: Records) -> list[Edit]:
    """What makes the wanted plan of the one that was shown; what only names another record follows by itself."""
    edits: list[Edit] = []
    for kind in _WITHOUT_ASSIGNMENTS:
        edits += _pairs(_by_identity(shown.of(kind)), _by_identity(wanted.of(kind)))
    names, mine = _names(shown, wanted), {each.key: each for each in wanted.assignments}
    before = {names.record(each).key: each for each in shown.assignments}
    for key in sorted(before.keys() | mine.keys()):
        was, is_now = before.get(key), mine.get(key)
        if (was and names.record(was)) != is_now:
            edits.append((was, is_now))
    return edits


def rebased(shown: Records, wanted: Records, stored: Records) -> Records:
    """The plan that is wanted, as a change to what is stored by now instead of what was shown."""
    merged: dict[str, Any] = {
        f"{kind}s": tuple(_merged(*(_by_identity(plan.of(kind)) for plan in (shown, wanted, stored))))
        for kind in _WITHOUT_ASSIGNMENTS
    }
    plan = _without_twins(replace(drafted(stored), assignments=(), **merged))
    codes = {each.identity: each.code for each in plan.measures}
    kept = _kept(*map(_responsible, (shown, wanted, stored)))
    mine = (replace(each, measure=codes[who]) for (who, _section), each in kept.items() if who in codes)
    return replace(plan, assignments=tuple(mine))


def _pairs(shown: Mapping[str, Any], wanted: Mapping[str, Any]) -> Iterator[Edit]:
    """Records before and after; a new one leaves the draft's own identity behind."""
    for who, after in wanted.items():
        if who not in shown:
            yield None, replace(after, identity="")
        elif shown[who] != after:
            yield shown[who], after


def _names(shown: Records, wanted: Records) -> Names:
    """The new codes of measures."""
    codes = {each.identity: each.code for each in wanted.measures}
    return Names(
        {("measure", each.code): code for each in shown.measures if (code := codes[each.identity]) != each.code}
    )


def _by_identity(records: Iterable[Any]) -> dict[str, Any]:
    return {each.identity: each for each in records}


def _merged(shown: Mapping[str, Any], wanted: Mapping[str, Any], stored: Mapping[str, Any]) -> Iterator[Any]:
    """What is stored, with the fields that the draft changed, and what came with the draft."""
    for who, record in stored.items():
        yield _with_changes(record, shown.get(who), wanted.get(who))
    yield from (record for who, record in wanted.items() if who not in shown)


def _with_changes(stored: Any, shown: Any, wanted: Any) -> Any:
    if shown is None or wanted is None:
        return stored
    names = (entry.name for entry in fields(stored) if entry.compare)
    values = {name: getattr(wanted, name) for name in names if getattr(wanted, name) != getattr(shown, name)}
    return replace(stored, **values)


def _responsible(plan: Records) -> _Responsible:
    who = {each.code: each.identity for each in plan.measures}
    return {(who[each.measure], each.section): replace(each, measure="") for each in plan.assignments}


def _kept(shown: _Responsible, wanted: _Responsible, stored: _Responsible) -> _Responsible:
    """Who is responsible as stored, but where the draft says otherwise."""
    changed = {key for key in shown.keys() | wanted.keys() if shown.get(key) != wanted.get(key)}
    as_stored = {key: each for key, each in stored.items() if key not in changed}
    return as_stored | {key: wanted[key] for key in changed if key in wanted}


def _without_twins(plan: Records) -> Records:
    """The plan with each indicator and initiative numbered anew under which two measures would have one number."""
    codes = Counter(each.code for each in plan.measures)
    for heading in sorted({heading_of(code) for code, times in codes.items() if times > 1}):
        plan = numbered(plan, heading)
    return plan
