"""The log: which batches were written, by whom and from which file, and all that each of them changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from functools import reduce
from itertools import groupby, islice, repeat
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row, Select

from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Action, Author, Batch, Change, Key, Origin
from ita_data.model.errors import NotFound
from ita_data.model.names import AS_BEFORE, Kept, Names, names_kept
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Record
from ita_data.store import log_tables
from ita_data.store.codec import field_names, packed, unpacked

RUN = 1000
"""How many changes share a row of the log at most."""

_RUNS = 10
"""How many such rows go to the database between two signs of life."""


def batches(connection: Connection) -> list[Batch]:
    """Every applied write, newest first."""
    rows = connection.execute(_batches()).all()
    undone_by = _undone_by((row.id, row.undoes) for row in rows)
    return [_batch(row, undone_by.get(row.id)) for row in rows]


def batch_of(connection: Connection, batch_id: int) -> Batch:
    """One applied write, whether it still stands or not. Raises NotFound where there is none."""
    row = connection.execute(_batches().where(log_tables.batches.c.id == batch_id)).one_or_none()
    if row is None:
        raise NotFound(_("There is no import with the number {number}.").format(number=batch_id))
    return _batch(row, None)


def changes(connection: Connection, batch_id: int, kind: str | None = None) -> list[Change]:
    """What one batch added, changed and removed, in the order in which it was written; of one kind, where it is named.

    Raises NotFound where there is no such batch.
    """
    found = [change for run in _runs(connection, batch_id, kind) for change in _changes(run)]
    if not found:
        batch_of(connection, batch_id)
    return found


def changes_by_present_names(connection: Connection, batch: Batch, kind: str | None = None) -> list[Change]:
    """What one batch changed, every record called as it is called now."""
    found = changes(connection, batch.id, kind)
    own, since = names_of_batch(connection, batch), names_since(connection, batch)
    return [since.change(change, own.then(since)) for change in found] if own or since else found


def names_of_batch(connection: Connection, batch: Batch) -> Names:
    """The new names that one batch gave."""
    table = log_tables.batches
    kept: Kept | None = connection.scalar(sa.select(table.c.names).where(table.c.id == batch.id))
    return names_kept(kept) if kept else AS_BEFORE


def names_since(connection: Connection, batch: Batch) -> Names:
    """The new names that batches after one gave to what its plan holds, and to the sections of its office."""
    return _since(_renamed(connection, batch.plan), batch.id)


def names_by_revision(connection: Connection, plan: PlanName) -> list[tuple[int, Names]]:
    """The names that records of a plan got, the oldest first, each with the revision that had them first."""
    table = log_tables.batches
    query = sa.select(table.c.id, table.c.revision).where(table.c.names.is_not(None))
    revisions = {row.id: row.revision for row in connection.execute(query)}
    return [(revisions[id_], names) for id_, names in _renamed(connection, plan)]


def names_since_revision(connection: Connection, plan: PlanName, revision: int) -> Names:
    """The new names of what a plan holds, given since the store had a revision."""
    table = log_tables.batches
    last = connection.scalar(sa.select(sa.func.max(table.c.id)).where(table.c.revision <= revision))
    return _since(_renamed(connection, plan), last or 0)


def counts(connection: Connection, batch_id: int) -> list[tuple[str, Action, int]]:
    """How many records of each kind one batch added, changed and removed, without a look at the records."""
    table = log_tables.changes
    query = sa.select(table.c.kind, table.c.action, sa.func.sum(table.c.number)).where(table.c.batch_id == batch_id)
    rows = connection.execute(query.group_by(table.c.kind, table.c.action))
    return [(kind, action, int(number)) for kind, action, number in rows]


def authors(connection: Connection, plan: PlanName, kind: str) -> dict[Key, Author]:
    """Who wrote each record of one kind last, be it there still or not."""
    table, batch = log_tables.changes, log_tables.batches
    written = (batch.c.id, batch.c.actor_name, batch.c.actor_role, batch.c.actor_section, batch.c.applied_at)
    query = (
        sa.select(*written, *(table.c[field.name] for field in fields(_Run)))
        .join_from(table, batch)
        .where(batch.c.organisation == plan.organisation, batch.c.fiscal_year == plan.fiscal_year, table.c.kind == kind)
        .order_by(batch.c.id, table.c.position)
    )
    renamed, found = _renamed(connection, plan), dict[Key, Author]()
    for id_, name, role, section, applied_at, *run in connection.execute(query):
        author, since = Author(Actor(name, ActorRole(role), section), applied_at), _since(renamed, id_)
        found.update((since.change(change).key, author) for change in _changes(_Run(*run)))
    return found


def file(connection: Connection, sha256: str) -> bytes | None:
    """The file with this SHA-256, where a batch kept it."""
    table = log_tables.files
    found: bytes | None = connection.execute(sa.select(table.c.data).where(table.c.sha256 == sha256)).scalar()
    return found


def keep_file(connection: Connection, sha256: str, data: bytes) -> None:
    """Keep a file once, however many batches come from it."""
    if data and file(connection, sha256) is None:
        connection.execute(sa.insert(log_tables.files), {"sha256": sha256, "data": data})


def add_batch(connection: Connection, batch: Batch, organisation_id: int, names: Names = AS_BEFORE) -> int:
    """Write a batch with the new names that it gives, and give it its number."""
    row = {
        "organisation": batch.organisation,
        "organisation_id": organisation_id,
        "fiscal_year": batch.fiscal_year,
        **asdict(batch.origin),
        "actor_name": batch.actor.name,
        "actor_role": batch.actor.role.value,
        "actor_section": batch.actor.section,
        "reason": batch.reason,
        "applied_at": batch.applied_at,
        "revision": batch.revision,
        "undoes": batch.undoes,
        "names": names.kept() or None,
    }
    return int(connection.execute(sa.insert(log_tables.batches).returning(log_tables.batches.c.id), row).scalar_one())


def organisation_id(connection: Connection, name: str) -> int | None:
    """The id that an office had when a batch was last written for it."""
    table = log_tables.batches
    query = sa.select(table.c.organisation_id).where(table.c.organisation == name).order_by(table.c.id.desc()).limit(1)
    found: int | None = connection.execute(query).scalar()
    return found


def add_changes(
    connection: Connection, batch_id: int, writes: Sequence[Change], ids: Sequence[int | None]
) -> Iterator[int]:
    """Write what a batch changes, with the ids of the records that come or go; yields the number of those written."""
    runs = _in_runs(writes, ids)
    while some := list(islice(runs, _RUNS)):
        rows = [
            {"batch_id": batch_id, **{field.name: getattr(run, field.name) for field in fields(run)}} for run in some
        ]
        connection.execute(sa.insert(log_tables.changes), rows)
        yield sum(run.number for run in some)


def record_ids(connection: Connection, batch: Batch) -> dict[Key, int]:
    """The ids of the records that came or went with a batch, where they are known, by the names they get back."""
    since = names_since(connection, batch)
    former = since.without(names_of_batch(connection, batch))
    return {
        since.change(change, former).key: id_
        for run in _runs(connection, batch.id)
        if run.record_ids
        for change, id_ in zip(_changes(run), run.record_ids, strict=True)
    }


def _renamed(connection: Connection, plan: PlanName) -> list[tuple[int, Names]]:
    """The batches that named records of a plan anew, or sections of its office, the oldest first."""
    table = log_tables.batches
    query = (
        sa.select(table.c.id, table.c.fiscal_year, table.c.names)
        .where(table.c.organisation == plan.organisation, table.c.names.is_not(None))
        .order_by(table.c.id)
    )
    found = ((id_, year, names_kept(kept)) for id_, year, kept in connection.execute(query))
    return [(id_, names if year == plan.fiscal_year else names.of_kind("section")) for id_, year, names in found]


def _since(renamed: Iterable[tuple[int, Names]], batch_id: int) -> Names:
    return reduce(Names.then, (names for id_, names in renamed if id_ > batch_id), AS_BEFORE)


@dataclass(frozen=True, slots=True)
class _Run:
    """A row of the log: consecutive changes of one kind and action."""

    position: int
    kind: str
    action: Action
    number: int
    fields: Sequence[str]
    before: Sequence[Sequence[Any]] | None
    after: Sequence[Sequence[Any]] | None
    record_ids: Sequence[int] | None


def _in_runs(writes: Sequence[Change], ids: Sequence[int | None]) -> Iterator[_Run]:
    for start, end in _bounds(writes):
        kind, action = writes[start].record.kind, writes[start].action
        yield _Run(
            position=start + 1,
            kind=kind,
            action=action,
            number=end - start,
            fields=field_names(kind),
            before=_packed(kind, [change.before for change in writes[start:end]]),
            after=_packed(kind, [change.after for change in writes[start:end]]),
            record_ids=None if action is Action.CHANGED else [id_ for id_ in ids[start:end] if id_ is not None],
        )


def _bounds(writes: Sequence[Change]) -> Iterator[tuple[int, int]]:
    """Where each run starts and ends."""
    start = 0
    for _same, group in groupby(writes, lambda change: (change.action, change.record.kind)):
        end = start + sum(1 for _change in group)
        yield from ((each, min(each + RUN, end)) for each in range(start, end, RUN))
        start = end


def _packed(kind: str, records: Sequence[Record | None]) -> Sequence[Sequence[Any]] | None:
    there = [record for record in records if record is not None]
    return packed(kind, there) if there else None


def _runs(connection: Connection, batch_id: int, kind: str | None = None) -> Iterator[_Run]:
    table = log_tables.changes
    query = sa.select(*(table.c[field.name] for field in fields(_Run))).where(table.c.batch_id == batch_id)
    if kind is not None:
        query = query.where(table.c.kind == kind)
    for row in connection.execute(query.order_by(table.c.position)):
        yield _Run(*row)


def _changes(run: _Run) -> Iterator[Change]:
    before, after = (
        repeat(None, run.number) if rows is None else unpacked(run.kind, run.fields, rows)
        for rows in (run.before, run.after)
    )
    return (Change(run.action, *sides) for sides in zip(before, after, strict=True))


def _batches() -> Select[Any]:
    table, changes, files = log_tables.batches, log_tables.changes, log_tables.files
    counts = (
        sa.func.coalesce(sa.func.sum(changes.c.number).filter(changes.c.action == action), 0).label(action)
        for action in (Action.ADDED, Action.CHANGED, Action.REMOVED)
    )
    has_file = sa.exists().where(files.c.sha256 == table.c.sha256).label("has_file")
    return (
        sa.select(table, has_file, *counts)
        .outerjoin(changes, changes.c.batch_id == table.c.id)
        .group_by(table.c.id)
        .order_by(table.c.id.desc())
    )


def _undone_by(undoing: Iterable[tuple[int, int | None]]) -> dict[int, int]:
    """Which batch undid which for good, from pairs of a batch and the one that it undoes, the newest first.

    What was undone itself undoes nothing any more.
    """
    undone_by: dict[int, int] = {}
    for batch, undoes in undoing:
        if undoes is not None and batch not in undone_by:
            undone_by[undoes] = batch
    return undone_by


def _batch(row: Row[Any], undone_by: int | None) -> Batch:
    return Batch(
        id=row.id,
        organisation=row.organisation,
        fiscal_year=row.fiscal_year,
        origin=Origin(row.layout, row.received_on, row.file_name, row.sha256, row.is_sample),
        actor=Actor(row.actor_name, ActorRole(row.actor_role), row.actor_section),
        applied_at=row.applied_at,
        added=row.added,
        changed=row.changed,
        removed=row.removed,
        revision=row.revision,
        undoes=row.undoes,
        undone_by=undone_by,
        has_file=row.has_file,
        reason=row.reason,
    )
