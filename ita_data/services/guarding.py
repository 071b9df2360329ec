"""Which closed months a write would change, of whichever plan of its office."""

from sqlalchemy import Connection

from ita_data.model.changes import Changes
from ita_data.model.closing import OFFICE_WIDE, ClosedMonths, closed_months
from ita_data.model.decisions import Closing, Reopening
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Outcome, Records
from ita_data.public_holidays import thai_public_holidays
from ita_data.store import reader


def closed_by(connection: Connection, changes: Changes) -> ClosedMonths:
    """The sections and closed months that changes touch."""
    return closed_months(changes, closed_plans(connection, changes), thai_public_holidays())


def closed_plans(connection: Connection, changes: Changes) -> tuple[Records, ...]:
    """The plans with a closed month whose figures may rest on changes, as far as these are held against them."""
    may_write = [*changes.writes, *(change for change in changes.changes if change.kept)]
    if not any(change.record.kind in OFFICE_WIDE for change in may_write):
        return tuple(_closed(connection, changes.plan))
    names = (plan for plan in reader.plans(connection) if plan.organisation == changes.plan.organisation)
    closed = (plan for plan in names if reader.records_of(connection, plan, Closing))
    return tuple(reader.records(connection, plan) for plan in closed)


def _closed(connection: Connection, plan: PlanName) -> list[Records]:
    """What changes that aren't of the whole office are held against, which is quicker than the whole plan."""
    closings = reader.records_of(connection, plan, Closing)
    if not closings:
        return []
    reopenings = reader.records_of(connection, plan, Reopening)
    outcomes = reader.records_of(connection, plan, Outcome)
    return [Records(*plan, closings=closings, reopenings=reopenings, outcomes=outcomes)]
