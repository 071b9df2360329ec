"""What a write would change, computed before anything is written."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from ita_data.model.actors import Actor
from ita_data.model.periods import THAILAND
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Record

Key = tuple[str, tuple[str, ...]]
"""What names a record within its plan: its kind and its natural key."""

Edit = tuple[Record | None, Record | None]
"""A record as a page showed it and as it shall be; None where there was none, or where none shall be left."""


class Action(StrEnum):
    """What becomes of a record.

    `MISSING` ones are in the store but not in the file, and stay as they are. A file removes
    assignments only, those of a measure that it assigns otherwise; people also lift exemptions and empty scores.
    """

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    MISSING = "missing"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody changed a stored record after the file's template had been made; `applied_at` is in UTC.

    `template` is the record as it stood in the template, None where there was none yet.
    """

    actor_name: str
    applied_at: datetime
    template: Record | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a record last, and when, in UTC."""

    actor: Actor
    applied_at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; `before` is None for an added one, `after` for a missing or removed one.

    `kept` names the fields that the file leaves blank and that keep what is stored. A change with a `conflict` waits
    for a person to choose one of both sides.
    """

    action: Action
    before: Record | None
    after: Record | None
    kept: tuple[str, ...] = ()
    conflict: Conflict | None = None

    @property
    def key(self) -> Key:
        """What names the record."""
        return key_of(self.record)

    @property
    def sides(self) -> Edit:
        """The record before and after."""
        return self.before, self.after

    @property
    def record(self) -> Record:
        """The record as it will be, or as it was where nothing comes after."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def differences(self) -> tuple[tuple[str, object, object], ...]:
        """The fields that differ, as (name, old, new); a missing side counts as None."""
        names = [entry.name for entry in fields(self.record) if entry.compare]
        pairs = [(name, getattr(self.before, name, None), getattr(self.after, name, None)) for name in names]
        return tuple((name, old, new) for name, old, new in pairs if old != new)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A record of a file that may be one of the stored ones in other words, the likeliest first, or a new one."""

    record: Record
    candidates: tuple[Record, ...]

    @property
    def key(self) -> Key:
        """What names the record in the file."""
        return key_of(self.record)


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a write would change of one plan, valid for one revision of the store only.

    What stands before a change calls records by the names they have now, what comes after it by those they get. A
    person has to say what the records in `doubts` are before anything can be written.
    """

    plan: PlanName
    revision: int
    changes: tuple[Change, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def fiscal_year(self) -> int:
        """The fiscal year of the plan."""
        return self.plan.fiscal_year

    @property
    def writes(self) -> tuple[Change, ...]:
        """The changes that touch the store: added, changed and removed records."""
        writing = (Action.ADDED, Action.CHANGED, Action.REMOVED)
        return tuple(change for change in self.changes if change.action in writing)

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """The changes that a person has to decide before anything can be written."""
        return tuple(change for change in self.changes if change.conflict)

    def resolved(self, take: Collection[Key]) -> "Changes":
        """The changes without conflicts: what the file says of the records in `take`, what is stored of the others."""
        return replace(self, changes=tuple(_resolved(change, take) for change in self.changes))

    def without(self, left_out: Collection[Key]) -> "Changes":
        """The changes where a person leaves some records as they are stored, whatever the file says of them."""
        return replace(self, changes=tuple(each for each in self.changes if each.key not in left_out))

    def emptied(self, blanks: Collection[tuple[Key, str]]) -> "Changes":
        """The changes where a person empties fields on purpose that the file leaves blank."""
        return replace(self, changes=tuple(_emptied(change, blanks) for change in self.changes))

    def counts(self) -> dict[Action, int]:
        """How many records are added, changed, unchanged, missing and removed; every action is always named."""
        counted = Counter(change.action for change in self.changes)
        return {action: counted[action] for action in Action}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a write comes from: a file, or a page where `file_name` and `sha256` are empty.

    `received_on` is the day the office had the file, which decides what is on time.
    """

    layout: str
    received_on: date
    file_name: str = ""
    sha256: str = ""
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """ครั้งที่นำเข้า: one applied write, as its receipt and history show it; `applied_at` is in UTC.

    `revision` is the store's once it was written. `undoes` is the batch that this one takes back, `undone_by` the one
    that takes this one back for good. `has_file` says that the file itself was kept, `reason` why what was closed
    changed.
    """

    id: int
    organisation: str
    fiscal_year: int
    origin: Origin
    actor: Actor
    applied_at: datetime
    added: int
    changed: int
    removed: int = 0
    revision: int = 0
    undoes: int | None = None
    undone_by: int | None = None
    has_file: bool = False
    reason: str = ""

    @property
    def plan(self) -> PlanName:
        """The plan that it wrote to."""
        return PlanName(self.organisation, self.fiscal_year)

    @property
    def written_on(self) -> date:
        """The day on which it was written, in Thailand.

        That of a sample file is invented with it, and a page writes on the office's day, which the sample has too.
        """
        if self.origin.is_sample or not self.origin.sha256:
            return self.origin.received_on
        return self.applied_at.astimezone(THAILAND).date()


@dataclass(frozen=True, slots=True)
class Blocker:
    """Why a batch can't be undone: a later batch wrote these fields of a record, or all of it where none is named.

    Where `rests_on` is given, the record would lose that other one, which the batch had added.
    """

    record: Record
    batch: int
    fields: tuple[str, ...] = ()
    rests_on: Record | None = None


def key_of(record: Record) -> Key:
    """What names a record within its plan."""
    return record.kind, record.key


def by_key(records: Iterable[Record]) -> dict[Key, Record]:
    """Records looked up by what names them."""
    return {key_of(record): record for record in records}


def _resolved(change: Change, take: Collection[Key]) -> Change:
    if change.conflict is None:
        return change
    if change.key in take:
        return replace(change, conflict=None)
    return Change(Action.UNCHANGED, change.before, change.before)


def _emptied(change: Change, blanks: Collection[tuple[Key, str]]) -> Change:
    names = [name for name in change.kept if (change.key, name) in blanks]
    if not names or change.after is None:
        return change
    blank: dict[str, Any] = {entry.name: entry.default for entry in fields(change.after) if entry.name in names}
    after = replace(change.after, **blank)
    kept = tuple(name for name in change.kept if name not in names)
    return replace(change, action=Action.CHANGED, after=after, kept=kept)
