"""Saving what somebody entered on a page: many records as one batch, compared and written like an import."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Change, Changes, Edit, Key, Origin, by_key, key_of
from ita_data.model.errors import NotFound, Overtaken, StaleChanges
from ita_data.model.names import AS_BEFORE, Names, called, identity_of, new_names, own_name, renames
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.undo import rests_on
from ita_data.model.records import EVERY_SECTION, Record, Records, Review
from ita_data.model.report_texts import printable
from ita_data.services.applying import apply_changes
from ita_data.services.opening import Store, office_day
from ita_data.store import log, read_from, reader

PAGE = "page"
"""The layout of a batch that was written on a page and not read from a file."""

_ATTEMPTS = 5
"""How often edits are compared anew where others wrote other records at the same moment."""


def save(
    store: Store, plan: PlanName, edits: Sequence[Edit], actor: Actor, reason: str = "", *, revision: int | None = None
) -> Batch | None:
    """Write edits as one batch and give it; None where nothing differs from what is stored.

    Both sides of an edit call records as they are called before and after it: a measure that becomes 4.3 is 4.2 in what
    was shown. `revision` is the store's when the page was drawn; what was renamed since is found under its new name.
    Raises Overtaken where somebody saved one of the records since the page showed it, NotFound where a record names one
    that isn't there any more, and MonthClosed where a closed month would change without a `reason`; then nothing was
    written.
    """
    for _attempt in range(_ATTEMPTS - 1):
        try:
            return _save(store, plan, edits, actor, reason, revision=revision)
        except StaleChanges:
            continue
    return _save(store, plan, edits, actor, reason, revision=revision)


def edits_between(shown: Iterable[Record], entered: Iterable[Record]) -> list[Edit]:
    """What makes of some records of a kind others: those that differ, come or go."""
    before, after = by_key(shown), by_key(entered)
    pairs = [(before.get(key), after.get(key)) for key in {**before, **after}]
    return [pair for pair in pairs if pair[0] != pair[1]]


def followed(edits: Iterable[Edit], since: Names) -> list[Edit]:
    """Edits of what was shown, by the names that records got since."""
    return [_followed(edit, since) for edit in edits]


def changes_of_edits(stored: Records, edits: Sequence[Edit], revision: int) -> Changes:
    """What edits would change of a plan's records, which a page shows before it saves them.

    Raises Overtaken where somebody saved one of the records since the page showed it, or gave its new name to another,
    and NotFound where a record names one that isn't there.
    """
    names = new_names(edits)
    before = by_key(stored) | {_who(record): record for record in stored}
    after = {key_of(names.record(record)): record for record in stored}
    found = [(shown, _change(before, after, shown, _own(shown, wanted))) for shown, wanted in edits if shown != wanted]
    # What somebody else made just so meanwhile is no conflict.
    wanted = [(shown, change) for shown, change in found if change and change.before != change.after]
    overtaken = [change for shown, change in wanted if _is_another(change.before, shown)]
    overtaken += [
        replace(change, before=after[change.key]) for _shown, change in wanted if _takes_a_name(change, after)
    ]
    if overtaken:
        raise Overtaken(tuple(overtaken), stored.fiscal_year)
    _require(wanted, after)
    return Changes(stored.plan, revision, tuple(change for _shown, change in wanted))


def _save(
    store: Store, plan: PlanName, edits: Sequence[Edit], actor: Actor, reason: str, *, revision: int | None
) -> Batch | None:
    with read_from(store) as connection:
        since = AS_BEFORE if revision is None else log.names_since_revision(connection, plan, revision)
        stored, now = reader.records(connection, plan), reader.revision(connection)
    changes = changes_of_edits(stored, followed(edits, since), now)
    return (
        apply_changes(store, changes, Origin(PAGE, office_day(store)), actor, reason=reason) if changes.writes else None
    )


def _followed(edit: Edit, since: Names) -> Edit:
    """An edit of what was shown, by the names that records got since; a name that it gives itself stays."""
    shown, after = edit
    named = after and since.record(after)
    if named and after and renames(shown, after):
        named = called(named, own_name(after))
    return shown and since.record(shown), named


def _own(shown: Record | None, entered: Record | None) -> Record | None:
    """What somebody entered, in texts that the yearly report can hold.

    It is the office's own, also where it began as an invented report.
    """
    if isinstance(entered, Review):
        return replace(entered, is_sample=False)
    return entered and printable(shown, entered)


def _require(wanted: Sequence[tuple[Record | None, Change]], stored: Collection[Key]) -> None:
    """Refuse records that name others which aren't there any more."""
    come = {change.key for _shown, change in wanted if change.after}
    for _shown, change in wanted:
        for kind, names in rests_on(change.after):
            is_nobody = names in (("",), (EVERY_SECTION,))
            if not is_nobody and (kind, names) not in stored and (kind, names) not in come:
                raise NotFound(_("{name} is not in the plan.").format(name=" · ".join(names)))


def _change(
    stored: Mapping[Key, Record], renamed: Mapping[Key, Record], shown: Record | None, after: Record | None
) -> Change | None:
    """From what is stored now to what somebody entered; None where nothing is stored and nothing shall be.

    What was shown is found by who it is, whatever it is called now. What wasn't shown may be stored all the same;
    `renamed` are the stored records by the names they will have.
    """
    if after is None:
        assert shown is not None
        before = stored.get(_who(shown))
        return Change(Action.REMOVED, before, None) if before else None
    before = stored.get(_who(shown)) if shown else renamed.get(key_of(after))
    return Change(Action.CHANGED if before else Action.ADDED, before, after)


def _is_another(stored: Record | None, shown: Record | None) -> bool:
    """Whether another record is stored than the one that was shown, or one that reads otherwise."""
    return stored != shown or identity_of(stored) != identity_of(shown)


def _takes_a_name(change: Change, renamed: Mapping[Key, Record]) -> bool:
    """Whether a record gets a name that another one keeps."""
    return renames(*change.sides) and renamed.get(change.key, change.before) is not change.before


def _who(record: Record) -> Key:
    """Who a record is, or what names it where it has no identity."""
    identity = identity_of(record)
    return (f"{record.kind} itself", (identity,)) if identity else key_of(record)
