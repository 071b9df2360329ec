"""By which day a plan's reviews for a fiscal month have to arrive."""

from collections.abc import Container
from datetime import date

from ita_data.model.periods import FiscalMonth, due_date
from ita_data.model.records import Records
from ita_data.model.rules import rules_in


def due_on(records: Records, month: FiscalMonth, holidays: Container[date]) -> date:
    """The due date of a month of the plan, by the rules that hold in it, beside `holidays` on the office's own."""
    own = {holiday.day for holiday in records.holidays}
    return due_date(month, rules_in(records.rules, month.month).due_day, holidays, own)
