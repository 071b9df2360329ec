"""What an assessment came to, as it is stored."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

WHOLE_OFFICE = "total"
"""The subject of a year's official result."""


class Band(StrEnum):
    """ระดับผลการประเมิน: how a year's assessment went, the best first."""

    EXCELLENT = "excellent"
    GOOD = "good"
    PASSED = "passed"
    IMPROVE = "improve"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Score:
    """คะแนน: what came of the assessment of `fiscal_year`, which may lie before the plan's own year.

    `subject` is an instrument, an indicator's number, or `WHOLE_OFFICE`, which is the official result as published and
    alone has a `band`. `value` is of 100, with four decimals at most.
    """

    kind: ClassVar[str] = "score"
    fiscal_year: int
    subject: str
    value: Decimal | None
    band: Band | None = None

    @property
    def key(self) -> tuple[str, ...]:
        return (str(self.fiscal_year), self.subject)
