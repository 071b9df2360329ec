"""Writing the store: exactly the changes that were looked at, and the batch that tells who made them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import accumulate, chain

import sqlalchemy as sa
from sqlalchemy import Connection

from ita_data.model.actors import Actor
from ita_data.model.changes import Action, Batch, Change, Changes, Key, Origin
from ita_data.model.errors import ConflictsOpen, StaleChanges
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
    if changes.conflicts:
        raise ConflictsOpen
    writes = changes.writes
    places = _places(writes)
    ids = _ids_of_new(connection, writes, places, {} if undoes is None else log.record_ids(connection, undoes))
    owner = _owner(connection, changes.plan, _new_plan(writes, places, ids))
    batch = replace(_batch(changes, origin, actor, now), undoes=undoes, has_file=bool(data), reason=reason)
    batch = replace(batch, id=log.add_batch(connection, batch, owner.organisation_id))
    log.keep_file(connection, origin.sha256, data)
    steps = chain(
        _write_records(connection, owner, writes, places, ids), log.add_changes(connection, batch.id, writes, ids)
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


def _ids_of_new(connection: Connection, writes: Sequence[Change], places: _Places, former: Mapping[Key, int]) -> _Ids:
    """Ids for the added records: those that they had once, or new ones."""
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
    for kind in TABLES:
        added = places[kind, Action.ADDED]
        yield from _add(connection, owner, kind, _records(writes, added), [ids[place] for place in added])
        yield from _change(connection, owner, kind, _records(writes, places[kind, Action.CHANGED]))
    _write_items(connection, owner, [writes[place] for place in _of_kind("measure", places)])
    for kind in reversed(tuple(TABLES)):
        removed = places[kind, Action.REMOVED]
        for place, id_ in zip(removed, _remove(connection, owner, kind, _records(writes, removed)), strict=True):
            ids[place] = id_
        yield len(removed)
    if any(writes[place].key == FIRST_RULES for place in places["rule", Action.REMOVED]):
        _remove_plan(connection, owner)


def _of_kind(kind: str, places: _Places) -> list[int]:
    return [place for action in Action for place in places[kind, action]]


def _records(writes: Sequence[Change], places: Sequence[int]) -> list[Record]:
    return [writes[place].record for place in places]


def _add(connection: Connection, owner: Owner, kind: str, records: Sequence[Record], ids: _Ids) -> Iterator[int]:
    if records:
        yield from bulk.insert(connection, TABLES[kind], {"id": ids, **owner.columns(kind, records)})


def _change(connection: Connection, owner: Owner, kind: str, records: Sequence[Record]) -> Iterator[int]:
    if not records:
        return
    table, columns = TABLES[kind], owner.columns(kind, records)
    stored = owner.stored_ids(kind, columns)
    rows = [dict(zip(("id_", *columns), row, strict=True)) for row in zip(stored, *columns.values(), strict=True)]
    connection.execute(sa.update(table).where(table.c.id == sa.bindparam("id_")), rows)
    yield len(rows)


def _remove(connection: Connection, owner: Owner, kind: str, records: Sequence[Record]) -> list[int]:
    if not records:
        return []
    table = TABLES[kind]
    stored = owner.stored_ids(kind, owner.columns(kind, records))
    connection.execute(sa.delete(table).where(table.c.id == sa.bindparam("id_")), [{"id_": id_} for id_ in stored])
    return stored


def _write_items(connection: Connection, owner: Owner, changes: Sequence[Change]) -> None:
    """Which items the measures answer, in the order in which the file names them."""
    if not changes:
        return
    table, measures, items = tables.measure_items, owner.ids("measure"), owner.ids("item")
    former = [{"id_": measures[change.before.code]} for change in changes if isinstance(change.before, Measure)]
    if former:
        connection.execute(sa.delete(table).where(table.c.measure_id == sa.bindparam("id_")), former)
    rows = [
        {"measure_id": measures[change.after.code], "item_id": items[item], "position": position}
        for change in changes
        if isinstance(change.after, Measure)
        for position, item in enumerate(change.after.items)
    ]
    if rows:
        connection.execute(sa.insert(table), rows)


def _remove_plan(connection: Connection, owner: Owner) -> None:
    """Where its first rules went, so does a plan, and the office with its last one."""
    connection.execute(sa.delete(tables.plans).where(tables.plans.c.id == owner.plan_id))
    _remove_organisation_if_empty(connection, owner.organisation_id)


def _remove_organisation_if_empty(connection: Connection, organisation_id: int) -> None:
    others = (table.c.organisation_id == organisation_id for table in (tables.plans, tables.sections, holidays))
    is_used = sa.or_(*(sa.exists().where(other) for other in others))
    table = tables.organisations
    connection.execute(sa.delete(table).where(table.c.id == organisation_id, sa.not_(is_used)))
