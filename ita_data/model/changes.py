"""What a write would change, computed before anything is written."""

from collections import Counter
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum

from ita_data.model.actors import Actor
from ita_data.model.records import Record


class Action(StrEnum):
    """What becomes of a record.

    `MISSING` ones are in the store but not in the file, and stay as they are. `REMOVED` are only assignments: those of
    a measure that the file assigns to other sections.
    """

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    MISSING = "missing"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; `before` is None for an added one, `after` for a missing or removed one."""

    action: Action
    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it will be, or as it was where nothing comes after."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def differences(self) -> tuple[tuple[str, object, object], ...]:
        """The fields that differ, as (name, old, new); a missing side counts as None."""
        names = [entry.name for entry in fields(self.record)]
        pairs = [(name, getattr(self.before, name, None), getattr(self.after, name, None)) for name in names]
        return tuple((name, old, new) for name, old, new in pairs if old != new)


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """All changes a write would make to one office's plan, valid for one revision of the store only."""

    organisation: str
    fiscal_year: int
    revision: int
    changes: tuple[Change, ...]

    @property
    def writes(self) -> tuple[Change, ...]:
        """The changes that touch the store: added, changed and removed records."""
        writing = (Action.ADDED, Action.CHANGED, Action.REMOVED)
        return tuple(change for change in self.changes if change.action in writing)

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
    """ครั้งที่นำเข้า: one applied write, as history shows it; `applied_at` is in UTC."""

    id: int
    organisation: str
    fiscal_year: int
    origin: Origin
    actor: Actor
    applied_at: datetime
    added: int
    changed: int
    removed: int = 0
