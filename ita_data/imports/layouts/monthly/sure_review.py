"""The one place where a row becomes a review: of what is sure alone, as the types say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ita_data.imports.layouts.monthly.context.sure import Sure
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import Review
from ita_data.model.states import Status

Key = tuple[str, str, FiscalMonth]
"""What a review is of: a measure, a section and a month."""


@dataclass(frozen=True, slots=True)
class ReviewOf:
    """What a review is of, each part known from its own cell, inferred without contradiction, or answered."""

    measure: Sure[str]
    section: Sure[str]
    month: Sure[FiscalMonth]

    @property
    def key(self) -> Key:
        """The same without its sources, to be compared."""
        return self.measure.value, self.section.value, self.month.value


def review_of(
    of: ReviewOf, status: Sure[Status], received_on: date, is_sample: bool, answers: Mapping[str, Any]
) -> Review:
    """A review with its further answers by the names of their fields."""
    measure, section, month = of.key
    return Review(
        measure=measure,
        section=section,
        month=month.month,
        status=status.value,
        received_on=received_on,
        is_sample=is_sample,
        **answers,
    )
