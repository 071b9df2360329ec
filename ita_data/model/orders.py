"""Which of the director's orders stand on a month's page: they outlive the month, and the fiscal year, until closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ita_data.model.decisions import Order
from ita_data.model.periods import FiscalMonth
from ita_data.model.records import EVERY_SECTION


@dataclass(frozen=True, slots=True)
class GivenOrder:
    """An order, and the fiscal year for whose plan it was given.

    `apart` are the sections that aren't meant where it is given to `EVERY_SECTION`.
    """

    fiscal_year: int
    order: Order
    apart: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What people call it by: its number, with the fiscal year for whose plan it was given, 3/2568."""
        return f"{self.order.number}/{self.fiscal_year}"

    @property
    def month(self) -> FiscalMonth:
        """The month for which it was given."""
        return FiscalMonth(self.fiscal_year, self.order.month)

    def is_to(self, section: str) -> bool:
        """Whether it was given to a section, by name or as one of all."""
        if self.order.section == EVERY_SECTION:
            return section not in self.apart
        return self.order.section == section

    def is_open_on(self, day: date) -> bool:
        """Whether it was given by then, and not yet closed: one that was closed later was still open."""
        closed_on = self.order.closed_on
        return self.order.given_on <= day and (closed_on is None or closed_on > day)

    def is_overdue_on(self, day: date) -> bool:
        """Whether it was still open on a day after the one by which it was to be carried out."""
        return self.is_open_on(day) and self.order.due_on < day


def orders_to(section: str | None, orders: Iterable[GivenOrder]) -> list[GivenOrder]:
    """The orders to a section, with those to every section; all of them where none is named."""
    return [each for each in orders if section is None or each.is_to(section)]


def open_orders(orders: Iterable[GivenOrder], month: FiscalMonth, day: date) -> list[GivenOrder]:
    """The orders given up to a month that were open on a day, those of earlier months first."""
    return sorted((each for each in orders if each.month <= month and each.is_open_on(day)), key=_age)


def closed_orders(orders: Iterable[GivenOrder], since: date, until: date) -> list[GivenOrder]:
    """The orders that were closed after one day and up to another, those of earlier months first."""
    closed = (each for each in orders if each.order.closed_on and since < each.order.closed_on <= until)
    return sorted(closed, key=_age)


def _age(given: GivenOrder) -> tuple[FiscalMonth, int]:
    return given.month, given.order.number
