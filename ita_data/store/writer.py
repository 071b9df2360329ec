"""Writing the store: exactly the changes that were looked at, and the batch that tells who made them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import accumulate, chain

import sqlalchemy as sa
from sqlalchemy import Connection

from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Change, Changes, Origin
from ita_data.model.errors import ConflictsOpen, StaleChanges
from ita_data.model.names import OWN, Names, new_names, renames
from ita_data.model.plan_name import PlanName
from ita_data.model.records import KINDS, Measure, Record
from ita_data.model.rules import FIRST_RULES
from ita_data.store import bulk, log, log_tables, tables
from ita_data.store.owner import Owner
from ita_data.store.reader import revision
from ita_data.store.rule_tables import holidays
from ita_data.store.tables import TABLES

OnProgress = Callable[[float], None]
"""Told now and then how much of a write is done, from 0 to 1; what it raises ends the write without a trace."""

_Ids = list[int | None]
"""The ids of the records that are written, in their order; none where a record neither comes nor goes."""

_Places = Mapping[tuple[str, Action], Sequence[int]]
"""Where the writes of each kind and action stand among all."""


def apply(
    connection: Connection,
    changes: Changes,
    origin: Origin,
    actor: Actor,
    now: datetime,
    *,
    data: bytes = b"",
    undoes: int | None = None,
    reason: str = "",
    on_progress: OnProgress | None = None,
) -> Batch:
    """Write the added, changed and removed records as one batch, and give it.

    The connection has to come from `writing`, and `now` carries its time zone. `data` is the file, to be kept. Records
    that come back because the batch `undoes` another get the ids that they had. Raises StaleChanges where the store
    moved on since the changes were computed, and ConflictsOpen where somebody has yet to choose; then nothing was
    written.
    """
    if revision(connection) != changes.revision:
        raise StaleChanges
    if changes.conflicts or changes.doubts:
        raise ConflictsOpen
    writes = changes.writes
    places = _places(writes)
    ids = _ids_of_new(connection, writes, places, undoes)
    owner = _owner(connection, changes.plan, _new_plan(writes, places, ids))
    batch = replace(_batch(changes, origin, actor, now), undoes=undoes, has_file=bool(data), reason=reason)
    names = new_names(change.sides for change in writes)
    batch = replace(batch, id=log.add_batch(connection, batch, owner.organisation_id, names))
    log.keep_file(connection, origin.sha256, data)
    steps = chain(
        _write_records(connection, owner, writes, places, ids),
        _follow_names(connection, owner, names),
        log.add_changes(connection, batch.id, writes, ids),
    )
    for done in accumulate(steps):
        if on_progress and done:
            on_progress(done / (2 * len(writes)))
    return batch


def _batch(changes: Changes, origin: Origin, actor: Actor, now: datetime) -> Batch:
    counts = changes.counts()
    return Batch(
        id=0,
        organisation=changes.plan.organisation,
        fiscal_year=changes.fiscal_year,
        origin=origin,
        actor=actor,
        applied_at=now,
        added=counts[Action.ADDED],
        changed=counts[Action.CHANGED],
        removed=counts[Action.REMOVED],
        revision=changes.revision + 1,
    )


def _places(writes: Sequence[Change]) -> _Places:
    places: defaultdict[tuple[str, Action], list[int]] = defaultdict(list)
    for place, change in enumerate(writes):
        places[change.record.kind, change.action].append(place)
    return places


def _ids_of_new(connection: Connection, writes: Sequence[Change], places: _Places, undoes: int | None) -> _Ids:
    """Ids for the added records: those that they had once, or new ones."""
    former = {} if undoes is None else log.record_ids(connection, log.batch_of(connection, undoes))
    ids: _Ids = [None] * len(writes)
    added = [place for kind in KINDS for place in places[kind, Action.ADDED]]
    for place in added if former else ():
        ids[place] = former.get(writes[place].key)
    fresh = [place for place in added if ids[place] is None]
    for place, id_ in zip(fresh, _new_ids(connection, len(fresh)), strict=True):
        ids[place] = id_
    return ids


def _new_ids(connection: Connection, number: int) -> range:
    """So many ids that no record of the store ever had."""
    last_id = log_tables.revisions.c.last_id
    counted = sa.update(log_tables.revisions).values(last_id=last_id + number).returning(last_id)
    last = int(connection.execute(counted).scalar_one())
    return range(last - number + 1, last + 1)


def _new_plan(writes: Sequence[Change], places: _Places, ids: _Ids) -> int | None:
    """The id of a new plan, where its first rules are among the changes: it has theirs."""
    return next((ids[place] for place in places["rule", Action.ADDED] if writes[place].key == FIRST_RULES), None)


def _owner(connection: Connection, plan: PlanName, new_plan: int | None) -> Owner:
    """The office and plan to write to, made where they are new."""
    organisation = tables.organisations.c
    found = connection.execute(sa.select(organisation.id).where(organisation.name == plan.organisation)).scalar()
    key = {
        "organisation_id": found or _add_organisation(connection, plan.organisation),
        "fiscal_year": plan.fiscal_year,
    }
    if new_plan:
        connection.execute(sa.insert(tables.plans), {"id": new_plan, **key})
    mine = (tables.plans.c[name] == value for name, value in key.items())
    plan_id = connection.execute(sa.select(tables.plans.c.id).where(*mine)).scalar()
    if plan_id is None:
        raise StaleChanges
    return Owner(connection, key["organisation_id"], plan_id)


def _add_organisation(connection: Connection, name: str) -> int:
    """A new office, or one whose only batch had been undone, under the id that it had."""
    id_ = log.organisation_id(connection, name) or _new_ids(connection, 1)[0]
    connection.execute(sa.insert(tables.organisations), {"id": id_, "name": name})
    return id_


def _write_records(
    connection: Connection, owner: Owner, writes: Sequence[Change], places: _Places, ids: _Ids
) -> Iterator[int]:
    """Write all changes so that no record ever lacks one that it names; fills in the ids of the removed ones."""
    stored = _stored_ids(owner, writes, places)
    for place in _of_action(Action.REMOVED, places):
        ids[place] = stored.get(place)
    _free_names(connection, writes, places, stored)
    owner.forget_ids()
    for kind in TABLES:
        added, changed = places[kind, Action.ADDED], places[kind, Action.CHANGED]
        yield from _add(connection, owner, kind, _records(writes, added), [ids[place] for place in added])
        yield from _change(connection, owner, kind, _records(writes, changed), [stored[place] for place in changed])
    _write_items(connection, owner, writes, _of_kind("measure", places), stored)
    for kind in reversed(tuple(TABLES)):
        yield _remove(connection, kind, [stored[place] for place in places[kind, Action.REMOVED]])
    if any(writes[place].key == FIRST_RULES for place in places["rule", Action.REMOVED]):
        _remove_plan(connection, owner)


def _stored_ids(owner: Owner, writes: Sequence[Change], places: _Places) -> dict[int, int]:
    """The ids of the records that change or go, found by the names that hold before the write."""
    found: dict[int, int] = {}
    for kind in TABLES:
        mine = [*places[kind, Action.CHANGED], *places[kind, Action.REMOVED]]
        former = [before for place in mine if (before := writes[place].before) is not None]
        if mine:
            found |= zip(mine, owner.stored_ids(kind, former), strict=True)
    return found


def _free_names(connection: Connection, writes: Sequence[Change], places: _Places, stored: Mapping[int, int]) -> None:
    """Take their names from records that get others, or go: two may swap theirs, and a new one may get a former one."""
    for kind, own in OWN.items():
        renamed = [place for place in places[kind, Action.CHANGED] if renames(*writes[place].sides)]
        if not renamed:
            continue
        table, leaving = TABLES[kind], [stored[place] for place in (*renamed, *places[kind, Action.REMOVED])]
        is_number = isinstance(table.c[own].type, sa.Integer)
        free = -table.c.id if is_number else sa.literal("~") + sa.cast(table.c.id, sa.Text)
        connection.execute(sa.update(table).where(table.c.id.in_(leaving)).values({own: free}))


def _of_kind(kind: str, places: _Places) -> list[int]:
    return [place for action in Action for place in places[kind, action]]


def _of_action(action: Action, places: _Places) -> list[int]:
    return [place for kind in TABLES for place in places[kind, action]]


def _records(writes: Sequence[Change], places: Sequence[int]) -> list[Record]:
    return [writes[place].record for place in places]


def _add(connection: Connection, owner: Owner, kind: str, records: Sequence[Record], ids: _Ids) -> Iterator[int]:
    if records:
        yield from bulk.insert(connection, TABLES[kind], {"id": ids, **owner.columns(kind, records)})


def _change(
    connection: Connection, owner: Owner, kind: str, records: Sequence[Record], ids: Sequence[int]
) -> Iterator[int]:
    if not records:
        return
    table, columns = TABLES[kind], owner.columns(kind, records)
    rows = [dict(zip(("id_", *columns), row, strict=True)) for row in zip(ids, *columns.values(), strict=True)]
    connection.execute(sa.update(table).where(table.c.id == sa.bindparam("id_")), rows)
    yield len(rows)


def _remove(connection: Connection, kind: str, ids: Sequence[int]) -> int:
    if ids:
        table = TABLES[kind]
        connection.execute(sa.delete(table).where(table.c.id == sa.bindparam("id_")), [{"id_": id_} for id_ in ids])
    return len(ids)


def _write_items(
    connection: Connection, owner: Owner, writes: Sequence[Change], places: Sequence[int], stored: Mapping[int, int]
) -> None:
    """Which items the measures answer, in the order in which the file names them."""
    if not places:
        return
    table, measures, items = tables.measure_items, owner.ids("measure"), owner.ids("item")
    former = [{"id_": stored[place]} for place in places if place in stored]
    if former:
        connection.execute(sa.delete(table).where(table.c.measure_id == sa.bindparam("id_")), former)
    rows = [
        {"measure_id": measures[measure.code], "item_id": items[item], "position": position}
        for measure in (writes[place].after for place in places)
        if isinstance(measure, Measure)
        for position, item in enumerate(measure.items)
    ]
    if rows:
        connection.execute(sa.insert(table), rows)


def _follow_names(connection: Connection, owner: Owner, names: Names) -> Iterator[int]:
    """Name renamed records anew where their names are written down as texts."""
    sections, measures = (
        {former: name for (kind, former), name in names.new.items() if kind == each} for each in ("section", "measure")
    )
    chases, next_year = log_tables.chases, tables.measures
    if sections:
        mine = sa.select(tables.organisations.c.name).where(tables.organisations.c.id == owner.organisation_id)
        named = sa.case(sections, value=chases.c.section)
        those = chases.c.organisation == mine.scalar_subquery(), chases.c.section.in_(sections)
        connection.execute(sa.update(chases).where(*those).values(section=named))
    if measures:
        named = sa.case(measures, value=next_year.c.comes_from)
        those = next_year.c.plan_id.in_(owner.plan_of_next_year()), next_year.c.comes_from.in_(measures)
        connection.execute(sa.update(next_year).where(*those).values(comes_from=named))
    yield 0


def _remove_plan(connection: Connection, owner: Owner) -> None:
    """Where its first rules went, so does a plan, and the office with its last one."""
    connection.execute(sa.delete(tables.plans).where(tables.plans.c.id == owner.plan_id))
    _remove_organisation_if_empty(connection, owner.organisation_id)


def _remove_organisation_if_empty(connection: Connection, organisation_id: int) -> None:
    others = (table.c.organisation_id == organisation_id for table in (tables.plans, tables.sections, holidays))
    is_used = sa.or_(*(sa.exists().where(other) for other in others))
    table = tables.organisations
    connection.execute(sa.delete(table).where(table.c.id == organisation_id, sa.not_(is_used)))
