"""Making next year's plan from this year's: what that would change, and changing it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Change, Changes, Key, Origin, key_of
from ita_data.model.errors import NotFound
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.changes import changes_of
from ita_data.model.planning.rollover import Codes, Rollover, rolled_over
from ita_data.model.records import Assignment, Records
from ita_data.services.applying import apply_changes
from ita_data.services.opening import Store, office_day
from ita_data.store import read_from, reader

ROLLOVER = "rollover"
"""The layout of a batch that made next year's plan from this year's."""

_NO_CODES: Codes = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Preview:
    """Next year's plan as this year's would have it, and what making it would change.

    `kept` are changes to what next year's plan holds already, which are not made unless somebody asks for them.
    """

    rollover: Rollover
    changes: Changes
    kept: tuple[Change, ...]


def preview(store: Store, plan: PlanName, codes: Codes = _NO_CODES, overwrites: bool = False) -> Preview:
    """What carrying this year's plan on into the next one would change, without writing.

    What next year's plan holds already stays as it is, unless `overwrites` asks for this year's words there too. Raises
    NotFound without a plan of this year, and CodesUnclear where two items would bear one code.
    """
    with read_from(store) as connection:
        old = reader.records(connection, plan)
        stored = reader.records(connection, plan.after)
        revision = reader.revision(connection)
    if not old.rules:
        raise NotFound(_("There is no such plan in the store."))
    found = rolled_over(old, codes)
    changes = changes_of(stored, found.records, revision, answers=_of_one_origin(stored, found.records))
    wanted = [change for change in changes.changes if change.action is not Action.MISSING]
    kept = () if overwrites else tuple(_to_keep(wanted, stored))
    left = [_as_it_is(change) if change in kept else change for change in wanted]
    # Where two readings are possible, a measure is the one of its number, and stays as it is unless somebody asks.
    return Preview(found, replace(changes, changes=tuple(change for change in left if change), doubts=()), kept)


def apply(store: Store, previewed: Preview, actor: Actor) -> Batch | None:
    """Write what the preview showed, and give the batch; None if nothing was to change.

    Raises StaleChanges if the store changed since the preview; then nothing was written.
    """
    if not previewed.changes.writes:
        return None
    return apply_changes(store, previewed.changes, Origin(ROLLOVER, office_day(store)), actor)


def _of_one_origin(stored: Records, new: Records) -> dict[Key, Key | None]:
    """The measures of next year's plan that carry on the same ones of this year, whatever numbers they got there."""
    there = {each.comes_from: key_of(each) for each in stored.measures if each.comes_from}
    return {key_of(each): there[each.comes_from] for each in new.measures if each.comes_from in there}


def _to_keep(changes: list[Change], stored: Records) -> Iterator[Change]:
    """The changes to what is stored: of its records, and of who is responsible for its measures."""
    measures = {measure.code for measure in stored.measures}
    for change in changes:
        record = change.record
        is_reassigned = isinstance(record, Assignment) and record.measure in measures
        if change.action in (Action.CHANGED, Action.REMOVED) or (change.action is Action.ADDED and is_reassigned):
            yield change


def _as_it_is(change: Change) -> Change | None:
    return Change(Action.UNCHANGED, change.before, change.before) if change.before else None
