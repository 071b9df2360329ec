"""What a page asks: which plan, up to which month, of whom, and as of which day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ita_data.model.periods import FiscalMonth
from ui.look.day import today
from ui.look.plans import Plan


@dataclass(frozen=True)
class Asked:
    """A plan and the filters, which together are the key of everything that is kept.

    `section` is None for the whole office, `with_supporting` counts supporting sections beside the leads. `heading` is
    the code of the one indicator or initiative looked at, None for all.
    """

    plan: Plan
    month: int
    section: str | None
    with_supporting: bool
    as_of: date
    heading: str | None = None

    @property
    def fiscal_month(self) -> FiscalMonth:
        """The month up to which one looks."""
        return FiscalMonth(self.plan.fiscal_year, self.month)

    @cached_property
    def is_past(self) -> bool:
        """Whether one looks at another day than the office's own, at which nothing can be written."""
        return self.as_of != today()
