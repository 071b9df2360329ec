"""Closing a month: its figures are kept for ever, and what is changed afterwards needs a reason."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from ita_data.language import gettext as _
from ita_data.metrics.frozen import digest, frozen
from ita_data.metrics.view import View
from ita_data.metrics.year import year_of
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Action, Batch, Change, Changes, Origin
from ita_data.model.closing import closed_cells, part_for
from ita_data.model.decisions import Closing, Reopening
from ita_data.model.errors import ClosedAlready, DirectorOnly, NotFound, NotYet, TextMissing
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Records
from ita_data.public_holidays import thai_public_holidays
from ita_data.services import known
from ita_data.services.applying import apply_changes
from ita_data.services.editing import PAGE
from ita_data.services.opening import Store, known_until, office_day
from ita_data.snapshot import snapshot_of
from ita_data.store import log, read_from, reader


@dataclass(frozen=True, slots=True)
class LaterChange:
    """A batch that was written after a month was closed, with what it changed of the figures."""

    batch: Batch
    changes: tuple[Change, ...]


def close_month(store: Store, plan: PlanName, month: int, actor: Actor) -> Batch:
    """Keep the figures of a month as they stand, as one batch.

    They are the whole office's, up to the month, for the sections from which the plan's rules expect reviews. Raises
    DirectorOnly, NotYet before the month is over, ClosedAlready where somebody closed it meanwhile, and StaleChanges
    where somebody wrote at the same moment.
    """
    _require_director(actor)
    with read_from(store) as connection:
        records = reader.records(connection, plan)
        revision = reader.revision(connection)
    last_day = FiscalMonth(plan.fiscal_year, month).last_day
    if last_day >= office_day(store):
        raise NotYet(last_day)
    if closed := next((closing for closing in records.closings if closing.month == month), None):
        raise ClosedAlready(closed.closed_by, closed.closed_on)
    figures = frozen(_view(records, month, office_day(store)))
    closing = Closing(month, office_day(store), actor.name, revision, figures, digest(figures))
    return _added(store, plan, revision, closing, actor)


def reopen(store: Store, plan: PlanName, section: str, month: int, actor: Actor, *, reason: str) -> Batch | None:
    """Let one section change a closed month again, until the batch is undone; None where it may already.

    Raises DirectorOnly, TextMissing without a reason, and NotFound where the month isn't closed.
    """
    _require_director(actor)
    if not reason.strip():
        raise TextMissing(_("Give the reason why the section may change the closed month."))
    closings, reopenings, revision = _closed(store, plan)
    if not any(closing.month == month for closing in closings):
        raise NotFound(_("The month is not closed."))
    if any((entry.section, entry.month) == (section, month) for entry in reopenings):
        return None
    reopening = Reopening(section, month, reason.strip(), office_day(store), actor.name)
    return _added(store, plan, revision, reopening, actor)


def closings(
    store: Store, plan: PlanName, as_of: date | None = None
) -> tuple[tuple[Closing, ...], tuple[Reopening, ...]]:
    """The months of a plan that were closed by a day or else by today, and for which sections they were reopened."""
    day = as_of or office_day(store)
    with read_from(store) as connection:
        return known.closings(connection, plan, day)


def changes_after(store: Store, plan: PlanName, closing: Closing, as_of: date | None = None) -> list[LaterChange]:
    """What was written of all that a closed month's figures rest on, from then to a day or else today; newest first.

    That may have been written to another year's plan too.
    """
    until = known_until(store, as_of)
    with read_from(store) as connection:
        stored = replace(reader.records(connection, plan), closings=(closing,), reopenings=())
        later = [
            batch
            for batch in log.batches(connection)
            if batch.revision > closing.revision + 1
            and batch.organisation == plan.organisation
            and batch.written_on <= until
        ]
        found = [LaterChange(batch, _touching(connection, batch, stored)) for batch in later]
    return [change for change in found if change.changes]


def _touching(connection: Connection, batch: Batch, stored: Records) -> tuple[Change, ...]:
    written = Changes(batch.plan, batch.revision, tuple(log.changes_by_present_names(connection, batch)))
    days_off = thai_public_holidays()
    return tuple(change for change in part_for(stored, written) if closed_cells([change], stored, days_off))


def _closed(store: Store, plan: PlanName) -> tuple[tuple[Closing, ...], tuple[Reopening, ...], int]:
    with read_from(store) as connection:
        closed = reader.records_of(connection, plan, Closing)
        reopened = reader.records_of(connection, plan, Reopening)
        return closed, reopened, reader.revision(connection)


def _added(store: Store, plan: PlanName, revision: int, record: Closing | Reopening, actor: Actor) -> Batch:
    changes = Changes(plan, revision, (Change(Action.ADDED, None, record),))
    return apply_changes(store, changes, Origin(PAGE, office_day(store)), actor)


def _require_director(actor: Actor) -> None:
    if actor.role is not ActorRole.DIRECTOR:
        raise DirectorOnly


def _view(records: Records, month: int, day: date) -> View:
    snapshot = snapshot_of(records, thai_public_holidays())
    return View.of_office(year_of(snapshot, day), month)
