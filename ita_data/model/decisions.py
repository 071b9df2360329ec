"""What the director decides: orders and remarks at the meeting, that it was held, a month's closing and reopening."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar


class Response(StrEnum):
    """What the director says without giving an order: ทราบ, or a comment."""

    ACKNOWLEDGED = "acknowledged"
    COMMENT = "comment"


class Topic(StrEnum):
    """What a remark is about: what the director's page lists, or the month as a whole."""

    MISSING = "missing"
    LATE = "late"
    STANDSTILL = "standstill"
    GAP = "gap"
    CHANGES = "changes"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Order:
    """ข้อสั่งการ: what the director told a section, or `EVERY_SECTION`, to do by `due_on`; open until it is closed.

    It was given for fiscal month `month` of the plan, but `due_on` may lie in a later fiscal year. `measure` is the one
    it is about, if any. Closing it takes an answer.
    """

    kind: ClassVar[str] = "order"
    number: int
    month: int
    section: str
    measure: str | None
    text: str
    due_on: date
    given_on: date
    given_by: str
    answer: str = ""
    closed_on: date | None = None
    closed_by: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        return (str(self.number),)


@dataclass(frozen=True, slots=True)
class Remark:
    """What the director said on a topic of fiscal month `month` without ordering anything; ทราบ needs no text.

    It is about a section or `EVERY_SECTION`, and a measure, if any.
    """

    kind: ClassVar[str] = "remark"
    number: int
    month: int
    response: Response
    topic: Topic
    section: str
    measure: str | None
    text: str
    made_on: date
    made_by: str

    @property
    def key(self) -> tuple[str, ...]:
        return (str(self.number),)


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """ประชุมแล้ว: the meeting on a month was held on `held_on`, as somebody marked it; a rehearsal isn't marked."""

    kind: ClassVar[str] = "held_meeting"
    month: int
    held_on: date
    marked_on: date
    marked_by: str

    @property
    def key(self) -> tuple[str, ...]:
        return (f"{self.month:02d}",)


@dataclass(frozen=True, slots=True)
class Closing:
    """ปิดเดือน: the director's sign-off of a fiscal month, with its figures as they stood at the store's `revision`.

    `figures` is JSON, and `sha256` is that of its UTF-8 text: both stay as they are whatever changes later.
    """

    kind: ClassVar[str] = "closing"
    month: int
    closed_on: date
    closed_by: str
    revision: int
    figures: str
    sha256: str

    @property
    def key(self) -> tuple[str, ...]:
        return (f"{self.month:02d}",)


@dataclass(frozen=True, slots=True)
class Reopening:
    """เปิดให้แก้ไข: one section may change a closed month again, because of `reason`."""

    kind: ClassVar[str] = "reopening"
    section: str
    month: int
    reason: str
    opened_on: date
    opened_by: str

    @property
    def key(self) -> tuple[str, ...]:
        return (self.section, f"{self.month:02d}")
