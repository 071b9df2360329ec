"""The due dates of a fiscal year as an .ics file, which calendars on phones and desks take in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from icalendar import Alarm, Calendar, Event

from ita_data.model.periods import FiscalMonth
from ita_data.model.thai_dates import thai_day, thai_month

METHOD = "PUBLISH"
"""What a calendar does with the file: it takes the events in, and nobody is asked to answer."""

_PRODUCT = "-//ITA dashboard//due dates//TH"
_REMINDED_BEFORE = timedelta(days=-3)


@dataclass(frozen=True, slots=True)
class DueDay:
    """The day by which a section's reports for a month are due, and how many they are."""

    section: str
    month: FiscalMonth
    due_on: date
    reports: int


def due_dates(organisation: str, days: Iterable[DueDay], made_at: datetime) -> bytes:
    """One all-day event for each section and month, with a reminder three days before.

    An event keeps its UID whenever it is made, so that a calendar into which the file is taken again has it once.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", METHOD)
    calendar.add("x-wr-calname", f"กำหนดส่งรายงาน ITA {organisation}")
    for day in days:
        calendar.add_component(_event(organisation, day, made_at))
    made: bytes = calendar.to_ical()
    return made


def _event(organisation: str, day: DueDay, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(organisation, day))
    event.add("dtstamp", made_at)
    event.add("dtstart", day.due_on)
    event.add("dtend", day.due_on + timedelta(days=1))
    event.add("summary", f"กำหนดส่งรายงาน ITA เดือน{thai_month(day.month)}: {day.section} {day.reports:,} รายการ")
    event.add("description", f"{day.section} ส่งรายงาน {day.reports:,} รายการ ภายในวันที่ {thai_day(day.due_on)}")
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm())
    return event


def _alarm() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "ใกล้ถึงกำหนดส่งรายงาน ITA")
    alarm.add("trigger", _REMINDED_BEFORE)
    return alarm


def _uid(organisation: str, day: DueDay) -> str:
    return str(uuid5(NAMESPACE_OID, f"{organisation}|{day.section}|{day.month.fiscal_year}|{day.month.month}"))
