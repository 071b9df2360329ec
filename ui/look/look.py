"""What a page looks at: what it asks, and the four things that answer it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from ita_data.findings import Counted, CountedMonth
from ita_data.model.periods import FiscalMonth
from ui.look import kept
from ui.look.asked import Asked
from ui.look.facts import Facts
from ui.look.figures import Figures
from ui.look.plans import Plan, plans
from ui.look.said import Said
from ui.look.stored import Stored


@dataclass(frozen=True)
class Look(Asked):
    """A question with its answers: names, figures, records, and what people said.

    Another question is `dataclasses.replace` of this one, with another month, section or heading.
    """

    @cached_property
    def facts(self) -> Facts:
        """Names and choices of the plan."""
        return kept.facts(self.plan, self.as_of)

    @cached_property
    def figures(self) -> Figures:
        """All that is counted."""
        return Figures(self._asked)

    @cached_property
    def stored(self) -> Stored:
        """The plan's rows and records."""
        return Stored(self._asked)

    @property
    def said(self) -> Said:
        """Orders, remarks and closings."""
        return Said(self._asked)

    @property
    def counted(self) -> Counted:
        """The figures as findings read them."""
        return CountedMonth(
            month=self.fiscal_month,
            as_of=self.as_of,
            names=self.facts.names,
            every_section=self.facts.every_section[self.month],
            rows_of=self.figures.plain_rows,
        )

    @property
    def is_undecided(self) -> bool:
        """Whether the office has still to decide how the plan is followed up; as of a past day nothing can be."""
        return self.facts.is_undecided and not self.is_past

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that have a row in a table: all in official order, or the one looked at."""
        return self.facts.sections if self.section is None else (self.section,)

    def last_year(self, section: str | None) -> "Look | None":
        """In October, when September's reports fall due, the whole fiscal year before; None in other months."""
        before = replace(self.plan, name=self.plan.name.before)
        is_october = FiscalMonth.of(self.as_of) == FiscalMonth(self.plan.fiscal_year, 1)
        if not is_october or before.name not in {known.name for known in plans()}:
            return None
        expects_supporting = kept.facts(before, self.as_of).expects_supporting(12)
        return Look(before, 12, section, expects_supporting, self.as_of)

    def kept(self, name: str, make: Callable[[], Any]) -> Any:
        """What was made under this name for the same question before, by anyone; it is made anew after each write."""
        return kept.kept(self._asked, name, make)

    @property
    def _asked(self) -> Asked:
        return Asked(self.plan, self.month, self.section, self.with_supporting, self.as_of, self.heading)


def opening_look(plan: Plan, today: date) -> Look:
    """What somebody sees who has chosen nothing yet."""
    facts = kept.facts(plan, today)
    month = facts.opening_month
    return Look(plan, month, None, facts.expects_supporting(month), today)
