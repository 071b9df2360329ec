"""Months of made-up plans as findings read them."""

from datetime import date

from ita_data.findings import CountedMonth
from ita_data.metrics import View, year_of
from ita_data.model.records import Record
from ita_data.model.rules import Rules
from ita_data.services.looking import counted
from tests.plans import plan_of


def counted_on(day: str, month: int, *records: Record | tuple[Record, ...], rules: Rules | None = None) -> CountedMonth:
    """A plan's month as known on a day, for the whole office."""
    return counted(View.of_office(year_of(plan_of(*records, rules=rules), date.fromisoformat(day)), month))
