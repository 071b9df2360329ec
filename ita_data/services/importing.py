"""Importing a file: what it would change, and changing it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from sqlalchemy import Connection

from ita_data.imports.isolation import read_apart
from ita_data.imports.layouts.layout import ColumnAnswers, ContextAnswers, Known
from ita_data.imports.reading import Reading, left_out
from ita_data.model.actors import Actor
from ita_data.model.changes import Batch, Changes, Conflict, Key, Origin
from ita_data.model.closing import ClosedMonths, closed_months
from ita_data.model.planning.changes import changes_of
from ita_data.model.planning.matching import Answers
from ita_data.model.planning.undo import standing
from ita_data.model.records import Records
from ita_data.public_holidays import thai_public_holidays
from ita_data.services.applying import apply_changes
from ita_data.services.guarding import closed_plans
from ita_data.services.opening import Store, office_day
from ita_data.store import column_answers, log, read_from, reader
from ita_data.store.writer import OnProgress

_NO_ANSWERS: ColumnAnswers = MappingProxyType({})
_NOTHING_SAID: ContextAnswers = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Preview:
    """A file that was read and what applying it would change; `changes` is None where nothing of it can be stored.

    `seen` is the batch by which the very same file was imported before and that still stands, `guarded` the plans
    of the office with closed months, against which the changes are held, `stored` the plan as it is without the
    changes, `changed_since` what somebody changed after the file's template was made.
    """

    reading: Reading
    origin: Origin
    changes: Changes | None
    data: bytes
    seen: Batch | None = None
    guarded: tuple[Records, ...] = ()
    stored: Records | None = None
    changed_since: Mapping[Key, Conflict] = field(default_factory=dict)

    def told(self, answers: Answers) -> "Preview":
        """The same where a person said which records of the file are which stored ones."""
        read, since = self.reading.records, self.changed_since
        if self.changes is None or self.stored is None or read is None:
            return self
        rows = left_out(self.reading.rows)
        return replace(self, changes=changes_of(self.stored, read, self.changes.revision, since, rows, answers=answers))

    @property
    def is_open(self) -> bool:
        """Whether a person has to answer something before any of it can be stored."""
        return self.reading.is_open or bool(self.changes and self.changes.doubts)

    @property
    def closed(self) -> ClosedMonths:
        """The sections and months that are closed and would change, for which applying it needs a reason."""
        return closed_months(self.changes, self.guarded, thai_public_holidays()) if self.changes else ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What was known when a file was read, and the store's revision at that moment."""

    known: Known
    revision: int


def preview(
    store: Store,
    data: bytes,
    file_name: str,
    received_on: date,
    organisation: str = "",
    *,
    columns: ColumnAnswers = _NO_ANSWERS,
    context: ContextAnswers = _NOTHING_SAID,
    on_wait: Callable[[], None] | None = None,
    actor: Actor | None = None,
) -> Preview:
    """Read a file in a process of its own and compute what it would change, without writing.

    `organisation` says whose plans a monthly workbook refers to, where the store holds several offices and the
    workbook doesn't name its own. `columns` are answers just given, beside those that the office is remembered for.
    `context` are answers about sections and months of this file alone. `on_wait` is called if other files have to be
    read first. What `actor` changed since a template was made collides with nothing in it.
    """
    knowledge = known(store, organisation, received_on, columns, context)
    found = read_apart(data, file_name, knowledge.known, on_wait)
    return compared(store, found, data, knowledge, actor)


def compared(store: Store, found: Reading, data: bytes, knowledge: Knowledge, actor: Actor | None = None) -> Preview:
    """The preview of a file that was read with this knowledge.

    Where the store moved on meanwhile, applying it is refused as stale.
    """
    received_on = knowledge.known.received_on
    if found.records is None:
        return Preview(found, Origin(found.layout, received_on, found.file_name, found.sha256), None, data)
    with read_from(store) as connection:
        stored = reader.records(connection, found.records.plan)
        batches = _of_the_plan(log.batches(connection), found)
        by_others = [batch for batch in batches if batch.actor != actor]
        changed_since = _changed_since(connection, by_others, found.base)
        changes = changes_of(stored, found.records, knowledge.revision, changed_since, left_out(found.rows))
        guarded = closed_plans(connection, changes)
    origin = Origin(found.layout, received_on, found.file_name, found.sha256, found.records.is_sample)
    return Preview(found, origin, changes, data, _seen(batches, found), guarded, stored, changed_since)


def apply(
    store: Store, previewed: Preview, actor: Actor, on_progress: OnProgress | None = None, reason: str = ""
) -> Batch | None:
    """Write what the preview showed, keep the file, and give the batch as its receipt; None if nothing was to change.

    Raises StaleChanges if the store changed since the preview, ConflictsOpen if somebody has yet to choose, and
    MonthClosed if a closed month would change without a `reason`; then nothing was written. `on_progress` is told now
    and then how much is done, from 0 to 1.
    """
    if previewed.changes is None or not previewed.changes.writes:
        return None
    return apply_changes(
        store,
        previewed.changes,
        previewed.origin,
        actor,
        data=previewed.data,
        reason=reason,
        on_progress=on_progress,
    )


def known(
    store: Store,
    organisation: str,
    received_on: date,
    columns: ColumnAnswers = _NO_ANSWERS,
    context: ContextAnswers = _NOTHING_SAID,
) -> Knowledge:
    """What reading a file may need: all offices, the plans of the chosen one or of all, and answers given before."""
    with read_from(store) as connection:
        stored = reader.plans(connection)
        offices = tuple(dict.fromkeys(name.organisation for name in stored))
        chosen = organisation or (offices[0] if len(offices) == 1 else "")
        found = Known(
            plans={
                name: reader.records(connection, name) for name in stored if organisation in ("", name.organisation)
            },
            offices=offices,
            columns=_answers(connection, chosen, columns),
            context=dict(context),
            renamed={name: log.names_by_revision(connection, name) for name in stored},
            today=office_day(store),
            received_on=received_on,
        )
        return Knowledge(found, reader.revision(connection))


def _answers(connection: Connection, organisation: str, given: ColumnAnswers) -> ColumnAnswers:
    """What the office is remembered for, with what was just given put over it."""
    found = {layout: dict(fields) for layout, fields in given.items()}
    for answer in column_answers.answers(connection, organisation):
        found.setdefault(answer.layout, {}).setdefault(answer.header, answer.field)
    return found


def _of_the_plan(batches: list[Batch], found: Reading) -> list[Batch]:
    assert found.records is not None
    return [batch for batch in batches if batch.plan == found.records.plan]


def _seen(batches: list[Batch], found: Reading) -> Batch | None:
    same = (batch for batch in batches if batch.origin.sha256 == found.sha256 and batch.undone_by is None)
    return next(same, None)


def _changed_since(connection: Connection, batches: list[Batch], base: int | None) -> dict[Key, Conflict]:
    """Who last changed what after the store had the revision `base`."""
    if base is None:
        return {}
    found: dict[Key, Conflict] = {}
    for batch in standing(batch for batch in batches if batch.revision > base):
        for change in log.changes_by_present_names(connection, batch):
            template = found[change.key].template if change.key in found else change.before
            found[change.key] = Conflict(batch.actor.name, batch.applied_at, template)
    return found
