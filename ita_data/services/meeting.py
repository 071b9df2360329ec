"""Opening a month's meeting, its figures as they stand or as they were signed off, and taking it home as a file."""

import re
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from ita_data.agenda import Arrangement, Meeting, Screen, agenda, arranged
from ita_data.exports.meetings import MEETING_EXPORTS
from ita_data.language import DEFAULT_LANGUAGE, spoken
from ita_data.metrics.frozen import Figures, figures, thawed
from ita_data.metrics.view import View
from ita_data.metrics.year import year_of
from ita_data.model.decisions import Closing, Remark
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.thai_dates import thai_month
from ita_data.public_holidays import thai_public_holidays
from ita_data.services import known
from ita_data.services.held_meetings import news_days_in
from ita_data.services.looking import names_of
from ita_data.services.opening import Store
from ita_data.snapshot import Snapshot, snapshot_of
from ita_data.store import log, read_from, reader

_AS_IT_COMES = Arrangement()
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""What Windows has in no name of a file."""


def open_meeting(store: Store, organisation: str, month: FiscalMonth, as_of: date) -> Meeting:
    """The meeting on a month as known on a day; of a month that was closed by then, as it was signed off."""
    with read_from(store) as connection:
        return _opened(connection, organisation, month, as_of)


def take_away(
    store: Store,
    organisation: str,
    month: FiscalMonth,
    as_of: date,
    *,
    kind: str,
    arrangement: Arrangement = _AS_IT_COMES,
) -> bytes:
    """The meeting on a month as a file of a kind of `MEETING_EXPORTS`."""
    with read_from(store) as connection:
        meeting = _opened(connection, organisation, month, as_of)
        said = known.remarks(connection, organisation, month, as_of)
    return file_of(meeting, arranged(agenda(meeting), arrangement), said, kind)


def file_of(meeting: Meeting, screens: Sequence[Screen], said: Sequence[Remark], kind: str) -> bytes:
    """The very meeting that somebody looks at as a file: these screens, in this order.

    It is official Thai, so the screens' texts are made anew where the reader chose another language.
    """
    with spoken(DEFAULT_LANGUAGE):
        in_thai = {screen.name: screen for screen in agenda(meeting)}
        shown = [in_thai[screen.name] for screen in screens]
        return MEETING_EXPORTS[kind].file_of(meeting, shown, said)


def file_name(meeting: Meeting, kind: str) -> str:
    """What the file is called, on Windows too: ประชุมติดตาม-สำนักงานเขตตัวอย่าง-มีนาคม-2568.pptx."""
    month = thai_month(meeting.month).replace(" ", "-")
    return f"ประชุมติดตาม-{_NOT_IN_NAMES.sub('', meeting.organisation)}-{month}{MEETING_EXPORTS[kind].suffix}"


def _opened(connection: Connection, organisation: str, month: FiscalMonth, as_of: date) -> Meeting:
    """The meeting from one reading, so that its figures and its orders are of one revision."""
    records = known.records(connection, PlanName(organisation, month.fiscal_year), as_of)
    snapshot = snapshot_of(records, thai_public_holidays(), reader.revision(connection))
    closing = next((entry for entry in records.closings if entry.month == month.month), None)
    seen_on = closing.closed_on if closing else as_of
    return Meeting(
        organisation=organisation,
        month=month,
        as_of=seen_on,
        is_closed=closing is not None,
        is_sample=snapshot.is_sample,
        figures=_kept(connection, records.plan, closing) if closing else _figures(snapshot, month, seen_on),
        names=names_of(snapshot),
        every_section=snapshot.every_section(month.month),
        orders=tuple(known.orders(connection, organisation, as_of)),
        said_before=tuple(known.remarks(connection, organisation, month.previous, seen_on)),
        news_days=news_days_in(connection, organisation, month, seen_on),
    )


def _kept(connection: Connection, plan: PlanName, closing: Closing) -> Figures:
    return thawed(closing.figures, log.names_since_revision(connection, plan, closing.revision))


def _figures(snapshot: Snapshot, month: FiscalMonth, as_of: date) -> Figures:
    return figures(View.of_office(year_of(snapshot, as_of), month.month))
