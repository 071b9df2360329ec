"""Which meetings were held: marked by the director or the coordinator, so that the next one knows what is new."""

from datetime import date

from sqlalchemy import Connection

from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Batch
from ita_data.model.decisions import HeldMeeting
from ita_data.model.due import due_on
from ita_data.model.errors import MeetingNotThen, NotForSections
from ita_data.model.news import days_since_last_meeting
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Records
from ita_data.model.rules import Holiday, Rules
from ita_data.public_holidays import thai_public_holidays
from ita_data.services import known
from ita_data.services.editing import save
from ita_data.services.opening import Store, office_day
from ita_data.store import read_from, reader


def mark_held(store: Store, organisation: str, month: FiscalMonth, held_on: date, actor: Actor) -> Batch | None:
    """Write down that the meeting on a month was held on a day.

    Raises NotForSections for section staff, MeetingNotThen for a day before the month or one to come, and Overtaken
    where somebody marked it meanwhile.
    """
    _require_office(actor)
    today = office_day(store)
    if not month.first_day <= held_on <= today:
        raise MeetingNotThen(month.first_day, today)
    held = HeldMeeting(month.month, held_on, today, actor.name)
    return save(store, PlanName(organisation, month.fiscal_year), [(None, held)], actor)


def unmark_held(store: Store, plan: PlanName, held: HeldMeeting, actor: Actor) -> Batch | None:
    """Take the mark back, as the page showed it; raises NotForSections for section staff."""
    _require_office(actor)
    return save(store, plan, [(held, None)], actor)


def held_meeting(store: Store, plan: PlanName, month: int, as_of: date) -> HeldMeeting | None:
    """When the meeting on a month was held and who marked it, as known on a day; None where nobody did."""
    with read_from(store) as connection:
        return next((held for held in known.held_meetings(connection, plan, as_of) if held.month == month), None)


def news_days(store: Store, organisation: str, month: FiscalMonth, as_of: date) -> tuple[date, date]:
    """The days after and up to which what was saved is news for the meeting on a month, as of the rule of that name."""
    with read_from(store) as connection:
        return news_days_in(connection, organisation, month, as_of)


def news_days_in(connection: Connection, organisation: str, month: FiscalMonth, as_of: date) -> tuple[date, date]:
    """The same within one reading of the store."""
    meetings = known.meetings(connection, organisation, as_of)
    return days_since_last_meeting(month, as_of, meetings, _last_due_on(connection, organisation, month))


def _last_due_on(connection: Connection, organisation: str, month: FiscalMonth) -> date:
    """The due date of the month before, by the plan that it is of; without one by that of the month itself."""
    months = (month.previous, month)
    plans = [PlanName(organisation, each.fiscal_year) for each in months]
    rules = [reader.records_of(connection, plan, Rules) for plan in plans]
    holidays = reader.records_of(connection, plans[0], Holiday)
    records = Records(*plans[0], rules=rules[0] or rules[1], holidays=holidays)
    return due_on(records, month.previous, thai_public_holidays())


def _require_office(actor: Actor) -> None:
    if actor.role is ActorRole.SECTION_STAFF:
        raise NotForSections
