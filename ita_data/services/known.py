"""What an office knew on a day, read from the store: pages, commands and files that look at a day read it here alone.

A link has no day of its own, but the history has that of each decision on it: what somebody confirmed, rejected or
linked by hand after the day is taken back. A link that came with a file is there whenever the file was read.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from ita_data.model.changes import Change
from ita_data.model.decisions import Closing, HeldMeeting, Remark, Reopening
from ita_data.model.known import known_on, plan_on
from ita_data.model.orders import GivenOrder
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Link, Records
from ita_data.services.clock import today
from ita_data.services.editing import PAGE
from ita_data.store import log, reader

_Links = dict[tuple[str, ...], Link]


def records(connection: Connection, plan: PlanName, day: date) -> Records:
    """A plan's records as they were known on a day."""
    stored = reader.records(connection, plan)
    if day >= today():
        return stored
    return plan_on(replace(stored, links=_links(connection, stored, day)), day)


def orders(connection: Connection, organisation: str, day: date) -> list[GivenOrder]:
    """Every order that an office was given by a day, for whichever fiscal year; those answered later are open."""
    found = reader.orders(connection, organisation)
    return [replace(given, order=order) for given in found for order in known_on((given.order,), day)]


def remarks(connection: Connection, organisation: str, month: FiscalMonth, day: date) -> list[Remark]:
    """What the director had said on a month by a day."""
    return list(known_on(reader.remarks(connection, organisation, month), day))


def closings(connection: Connection, plan: PlanName, day: date) -> tuple[tuple[Closing, ...], tuple[Reopening, ...]]:
    """The months of a plan that were closed by a day, and for which sections they were reopened by then."""
    closed = known_on(reader.records_of(connection, plan, Closing), day)
    return closed, known_on(reader.records_of(connection, plan, Reopening), day)


def meetings(connection: Connection, organisation: str, day: date) -> dict[FiscalMonth, date]:
    """The days of an office's meetings as known on a day: when each was held, or else when its month was closed."""
    found: dict[FiscalMonth, date] = {}
    for plan in (plan for plan in reader.plans(connection) if plan.organisation == organisation):
        closed, _reopened = closings(connection, plan, day)
        found |= {FiscalMonth(plan.fiscal_year, closing.month): closing.closed_on for closing in closed}
        held = held_meetings(connection, plan, day)
        found |= {FiscalMonth(plan.fiscal_year, meeting.month): meeting.held_on for meeting in held}
    return found


def held_meetings(connection: Connection, plan: PlanName, day: date) -> tuple[HeldMeeting, ...]:
    """The meetings on months of a plan that had been marked as held by a day."""
    return known_on(reader.records_of(connection, plan, HeldMeeting), day)


def _links(connection: Connection, stored: Records, day: date) -> tuple[Link, ...]:
    found: _Links = {link.key: link for link in stored.links}
    for batch in log.batches(connection):
        if batch.plan == stored.plan and batch.written_on > day:
            changes = log.changes_by_present_names(connection, batch, Link.kind)
            _take_back(found, changes, is_by_hand=batch.origin.layout == PAGE)
    ends = {outcome.code for outcome in stored.outcomes}, {measure.code for measure in stored.measures}
    return tuple(link for link in found.values() if link.outcome in ends[0] and link.measure in ends[1])


def _take_back(links: _Links, changes: Iterable[Change], is_by_hand: bool) -> None:
    for change in changes:
        if isinstance(change.before, Link):
            links[change.before.key] = change.before
        elif is_by_hand:
            links.pop(change.record.key, None)
