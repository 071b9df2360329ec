"""Saving what somebody entered on a page: many records as one batch, compared and written like an import."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Change, Changes, Key, Origin, by_key
from ita_data.model.errors import NotFound, Overtaken, StaleChanges
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.undo import rests_on
from ita_data.model.records import EVERY_SECTION, Record
from ita_data.services.applying import apply_changes
from ita_data.services.opening import Store, office_day
from ita_data.store import read_from, reader

Edit = tuple[Record | None, Record | None]
"""A record as the page showed it and as it shall be; None where there was none, or where none shall be left."""

PAGE = "page"
"""The layout of a batch that was written on a page and not read from a file."""

_ATTEMPTS = 5
"""How often edits are compared anew where others wrote other records at the same moment."""


def save(store: Store, plan: PlanName, edits: Sequence[Edit], actor: Actor, reason: str = "") -> Batch | None:
    """Write edits as one batch and give it; None where nothing differs from what is stored.

    Raises Overtaken where somebody saved one of the records since the page showed it, NotFound where a record names one
    that isn't there any more, and MonthClosed where a closed
    month would change without a `reason`; then nothing was written.
    """
    for _attempt in range(_ATTEMPTS - 1):
        try:
            return _save(store, plan, edits, actor, reason)
        except StaleChanges:
            continue
    return _save(store, plan, edits, actor, reason)


def edits_between(shown: Iterable[Record], entered: Iterable[Record]) -> list[Edit]:
    """What makes of some records of a kind others: those that differ, come or go."""
    before, after = by_key(shown), by_key(entered)
    pairs = [(before.get(key), after.get(key)) for key in {**before, **after}]
    return [pair for pair in pairs if pair[0] != pair[1]]


def _save(store: Store, plan: PlanName, edits: Sequence[Edit], actor: Actor, reason: str) -> Batch | None:
    with read_from(store) as connection:
        stored = by_key(reader.records(connection, plan))
        revision = reader.revision(connection)
    found = [(shown, _change(stored, shown, after)) for shown, after in edits if shown != after]
    # What somebody else made just so meanwhile is no conflict.
    wanted = [(shown, change) for shown, change in found if change and change.before != change.after]
    overtaken = tuple(change for shown, change in wanted if change.before != shown)
    if overtaken:
        raise Overtaken(overtaken, plan.fiscal_year)
    _require(wanted, stored)
    changes = Changes(plan, revision, tuple(change for _shown, change in wanted))
    return (
        apply_changes(store, changes, Origin(PAGE, office_day(store)), actor, reason=reason) if changes.writes else None
    )


def _require(wanted: Sequence[tuple[Record | None, Change]], stored: Collection[Key]) -> None:
    """Refuse records that name others which aren't there any more."""
    come = {change.key for _shown, change in wanted if change.after}
    for _shown, change in wanted:
        for kind, names in rests_on(change.after):
            is_nobody = names in (("",), (EVERY_SECTION,))
            if not is_nobody and (kind, names) not in stored and (kind, names) not in come:
                raise NotFound(_("{name} is not in the plan.").format(name=" · ".join(names)))


def _change(stored: Mapping[Key, Record], shown: Record | None, after: Record | None) -> Change | None:
    """From what is stored now to what somebody entered; None where nothing is stored and nothing shall be."""
    record = after or shown
    assert record is not None
    before = stored.get((record.kind, record.key))
    if after is None:
        return Change(Action.REMOVED, before, None) if before else None
    return Change(Action.CHANGED if before else Action.ADDED, before, after)
