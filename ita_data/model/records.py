"""The records of a plan, as a file holds them and as the store gives them back.

Records are values: two that read alike are equal, which is what makes changes computable. Each kind has a natural
`key`, and records call each other by it: a review names its measure 4.2. Such a name may change; what is renamed keeps
its `identity`, which the store gives, and is named anew wherever it is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, get_args

from ita_data.model.cadence import Cadence, due_months, is_retired
from ita_data.model.decisions import Closing, HeldMeeting, Order, Remark, Reopening
from ita_data.model.plan_name import PlanName
from ita_data.model.rules import Holiday, Rules
from ita_data.model.score import Score
from ita_data.model.section_kind import SectionKind
from ita_data.model.states import Status

EVERY_SECTION = "ทุกฝ่าย"
"""The section name that stands for every active section of the office that is a ฝ่าย."""


def _identity() -> str:
    """Who a record is for good, blank before it is stored; two that read alike are equal, whoever they are."""
    identity: str = field(default="", compare=False)
    return identity


class Role(StrEnum):
    """Whether a section leads a measure (หลัก) or supports it (ร่วม)."""

    LEAD = "lead"
    SUPPORTING = "supporting"


class LinkState(StrEnum):
    """What is known of a link between an outcome and a measure."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Section:
    """A responsible unit of the office; `position` is its place in the official order.

    `former_names` are further names by which files may call it: what it was called before, and other spellings.
    """

    kind: ClassVar[str] = "section"
    name: str
    short_name: str = ""
    position: int = 0
    begins_on: date | None = None
    ends_on: date | None = None
    email: str = ""
    section_kind: SectionKind = SectionKind.DEPARTMENT
    former_names: tuple[str, ...] = ()
    identity: str = _identity()

    @property
    def key(self) -> tuple[str, ...]:
        return (self.name,)


@dataclass(frozen=True, slots=True)
class Indicator:
    """ตัวชี้วัด: a group of assessment items; `instrument` is IIT, EIT or OIT."""

    kind: ClassVar[str] = "indicator"
    number: int
    name: str
    instrument: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        return (str(self.number),)


@dataclass(frozen=True, slots=True)
class Initiative:
    """ประเด็น of the second table: an office-wide programme beside the indicators."""

    kind: ClassVar[str] = "initiative"
    number: int
    name: str
    pictures: str = ""
    identity: str = _identity()

    @property
    def key(self) -> tuple[str, ...]:
        return (f"ก{self.number}",)


@dataclass(frozen=True, slots=True)
class Item:
    """One assessment item (I1 … O22) and the issue that last year's assessment found in it."""

    kind: ClassVar[str] = "item"
    code: str
    indicator: int
    issue: str
    position: int
    identity: str = _identity()

    @property
    def key(self) -> tuple[str, ...]:
        return (self.code,)


@dataclass(frozen=True, slots=True)
class Measure:
    """มาตรการ/กิจกรรม of one indicator or one initiative.

    `code` is `4.2` (indicator 4, measure 2, numbered through the indicator) or `ก1.3` (initiative 1, measure 3).
    `text` is the measure itself, `detail` the sub-bullets under it, one a line. `follow_up` is the cadence as the file
    words it, `items` the codes of the items it answers. It is active from `first_month` to `last_month`, the whole year
    where they are empty, and from `final_from_month` on, if any, owes no more once it is completed. From
    `retired_from_month` on, if any, the office does it no more. `comes_from` is the code of last year's measure that it
    carries on, if any.
    """

    kind: ClassVar[str] = "measure"
    code: str
    indicator: int | None
    initiative: int | None
    position: int
    text: str
    detail: str = ""
    cadence: Cadence = Cadence.AS_NEEDED
    named_month: int | None = None
    follow_up: str = ""
    items: tuple[str, ...] = ()
    first_month: int | None = None
    last_month: int | None = None
    comes_from: str | None = None
    final_from_month: int | None = None
    retired_from_month: int | None = None
    identity: str = _identity()

    @property
    def key(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def due_months(self) -> tuple[int, ...]:
        """The fiscal months in which its review falls due."""
        return due_months(self.cadence, self.named_month, self.first_month, self.last_month, self.retired_from_month)

    def is_retired_in(self, month: int) -> bool:
        """Whether the office does it no more in a fiscal month."""
        return is_retired(self.retired_from_month, month)


@dataclass(frozen=True, slots=True)
class Assignment:
    """ผู้รับผิดชอบ: a measure and a section, or `EVERY_SECTION`.

    It holds from `first_month` to `last_month`, the whole year where they are empty.
    """

    kind: ClassVar[str] = "assignment"
    measure: str
    section: str
    role: Role
    first_month: int | None = None
    last_month: int | None = None

    @property
    def key(self) -> tuple[str, ...]:
        return (self.measure, self.section)

    def holds_in(self, month: int) -> bool:
        """Whether the section has the measure in a fiscal month."""
        return (self.first_month or 1) <= month <= (self.last_month or 12)


@dataclass(frozen=True, slots=True)
class Outcome:
    """ผลการดำเนินการ; numbered through its indicator, and its number says nothing of a measure's.

    `detail` are the lines under its text. It was done on one day, or from `done_on` until `done_until`; `quantity` says
    how much or how many came of it, `document` under which number that is filed, `evidence` where it can be seen.
    """

    kind: ClassVar[str] = "outcome"
    code: str
    indicator: int
    position: int
    text: str
    detail: str = ""
    done_on: date | None = None
    done_until: date | None = None
    quantity: str = ""
    document: str = ""
    evidence: str = ""
    identity: str = _identity()

    @property
    def finished_on(self) -> date | None:
        """The day from which it counts: the last one of a period; None where nobody said a day."""
        return self.done_until or self.done_on

    @property
    def key(self) -> tuple[str, ...]:
        return (self.code,)


@dataclass(frozen=True, slots=True)
class Link:
    """An outcome that answers a measure; `score` is the likeness of their texts, 0 to 100."""

    kind: ClassVar[str] = "link"
    outcome: str
    measure: str
    state: LinkState
    score: float | None = None

    @property
    def key(self) -> tuple[str, ...]:
        return (self.outcome, self.measure)


@dataclass(frozen=True, slots=True)
class Review:
    """What one section reported on one measure for one fiscal month.

    `progress` is a percentage, 0 to 100, `people_reached` how many took part; None where nobody said. Three dates are
    kept apart: `done_on`, when the work was done; `received_on`, when the office first had the review; evidence carries
    its own date in its text.
    """

    kind: ClassVar[str] = "review"
    measure: str
    section: str
    month: int
    status: Status
    received_on: date
    progress: float | None = None
    result: str = ""
    done_on: date | None = None
    evidence: str = ""
    note: str = ""
    people_reached: int | None = None
    is_sample: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        return (self.measure, self.section, f"{self.month:02d}")


@dataclass(frozen=True, slots=True)
class Exemption:
    """ยกเว้น: a section needn't review a measure for one fiscal month, because of `reason`, from `decided_on` on."""

    kind: ClassVar[str] = "exemption"
    measure: str
    section: str
    month: int
    reason: str
    decided_on: date

    @property
    def key(self) -> tuple[str, ...]:
        return (self.measure, self.section, f"{self.month:02d}")


Record = (
    Rules
    | Holiday
    | Section
    | Indicator
    | Initiative
    | Item
    | Measure
    | Assignment
    | Outcome
    | Link
    | Review
    | Exemption
    | Order
    | Remark
    | Closing
    | Reopening
    | HeldMeeting
    | Score
)

KINDS: dict[str, type[Record]] = {record.kind: record for record in get_args(Record)}
"""Every kind of record, in the order in which they can be stored: none refers to a later one."""


@dataclass(frozen=True, slots=True)
class Records:
    """All records of one office and fiscal year that a file holds, or that the store holds.

    A file says nothing of the plan's rules, so its `rules` are empty; the store's hold those of each month from which
    others hold, October's first.
    """

    organisation: str
    fiscal_year: int
    rules: tuple[Rules, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    sections: tuple[Section, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    items: tuple[Item, ...] = ()
    measures: tuple[Measure, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    links: tuple[Link, ...] = ()
    reviews: tuple[Review, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    orders: tuple[Order, ...] = ()
    remarks: tuple[Remark, ...] = ()
    closings: tuple[Closing, ...] = ()
    reopenings: tuple[Reopening, ...] = ()
    held_meetings: tuple[HeldMeeting, ...] = ()
    scores: tuple[Score, ...] = ()
    is_sample: bool = False

    @property
    def plan(self) -> PlanName:
        """The plan that they are of."""
        return PlanName(self.organisation, self.fiscal_year)

    def __iter__(self) -> Iterator[Record]:
        """Every record, in an order in which they can be stored."""
        for kind in KINDS:
            yield from self.of(kind)

    def of(self, kind: str) -> tuple[Record, ...]:
        """The records of one kind; the field of a kind is its plural."""
        records: tuple[Record, ...] = getattr(self, f"{kind}s")
        return records
