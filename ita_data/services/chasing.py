"""Chasing sections for what is overdue: the list, the mails, and the calendar of due dates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.utils import make_msgid, parseaddr

from ita_data.config import MailServer
from ita_data.exports.calendar import METHOD, DueDay, due_dates
from ita_data.exports.reminders import reminder, subject
from ita_data.language import gettext as _
from ita_data.metrics import expected_cells, overdue
from ita_data.metrics.view import View
from ita_data.model.actors import Actor
from ita_data.model.chasing import Chase, ChaseState, Mailing, SentChase, addresses_in, worst_first
from ita_data.model.chasing import chases as chases_of
from ita_data.model.errors import ItaError, MailedAlready, MailFailed, MailServerFailed, MailUnanswered, PastChase
from ita_data.model.orders import GivenOrder
from ita_data.model.periods import THAILAND, FiscalMonth
from ita_data.model.states import CellState
from ita_data.services import mail
from ita_data.services.clock import today
from ita_data.services.opening import Store, office_day
from ita_data.store import alone, read_from
from ita_data.store import chases as log


def chases(view: View, orders: list[GivenOrder], *, in_plan_order: bool = False) -> list[Chase]:
    """The sections that owe something, worst first, with the very reports that the overdue metric counts."""
    rows = overdue(view).to_dict("records")
    found = chases_of(view.year.plan, view.as_of, view.sections, rows, orders)
    return found if in_plan_order else worst_first(found)


def last_mails(store: Store, organisation: str, as_of: date | None = None) -> dict[str, SentChase]:
    """The latest mail to each section that got one by a day, or else by today."""
    with read_from(store) as connection:
        return log.last(connection, organisation, as_of or today())


def send_each(
    store: Store, server: MailServer, view: View, chases: Iterable[Chase], actor: Actor, *, emails: Mapping[str, str]
) -> Iterator[Mailing]:
    """Mail sections one after the other, to their addresses in `emails`; whom it doesn't name was not tried any more.

    Where the server takes no mail, or doesn't say whether it did, the sections that follow aren't tried: each would
    wait as long, and might lose its mail of the day.
    """
    for chase in chases:
        due_dates = calendar(replace(view, section=chase.section))
        try:
            refused = send(store, server, chase, actor, email=emails[chase.section], calendar=due_dates)
        except ItaError as error:
            yield Mailing(chase.section, fault=error)
            if isinstance(error, MailServerFailed | MailUnanswered):
                return
        else:
            yield Mailing(chase.section, refused=tuple(refused))


def send(store: Store, server: MailServer, chase: Chase, actor: Actor, *, email: str, calendar: bytes) -> list[str]:
    """Mail a section what it owes, with its due dates attached; gives the addresses that the server didn't take.

    Raises MailedAlready where the section got a mail today, or may have, MailFailed where the mail didn't go out, which
    may then be tried again, MailUnanswered where nobody knows, and PastChase for what was owed on another day.
    """
    if chase.as_of != office_day(store):
        raise PastChase(chase.as_of)
    addresses = _addresses(email)
    message = _message(server, chase, addresses, calendar)
    where = chase.organisation, chase.section, today()
    with alone(store) as connection:
        if not log.claim(connection, *where, addresses=", ".join(addresses), actor=actor.name, now=datetime.now(UTC)):
            raise MailedAlready(chase.section)
    try:
        refused = mail.send(server, message)
    except MailFailed as error:
        _settle(store, where, ChaseState.FAILED, str(error))
        raise
    _settle(store, where, ChaseState.SENT, ", ".join(refused))
    return refused


def calendar(view: View) -> bytes:
    """The due dates of the year, for the section looked at or for all, as an .ics file; exempt reports aren't due."""
    cells = expected_cells(replace(view, month=12))
    cells = cells[cells["state"] != CellState.EXEMPT]
    reports = Counter((row["month"], row["section"], row["due_on"]) for row in cells.to_dict("records"))
    days = (
        DueDay(section, FiscalMonth(view.year.fiscal_year, month), due_on, number)
        for (month, section, due_on), number in sorted(reports.items())
    )
    return due_dates(view.year.plan.organisation, days, datetime.now(UTC))


def _settle(store: Store, where: tuple[str, str, date], state: ChaseState, said: str) -> None:
    with alone(store) as connection:
        log.settle(connection, *where, state=state, said=said)


def _addresses(email: str) -> list[str]:
    try:
        found = addresses_in(email)
    except ValueError as error:
        raise MailFailed(_("{text} is no e-mail address. Mend it on the section's page.").format(text=error)) from error
    if not found:
        raise MailFailed(_("The section has no e-mail address. Enter one on the section's page."))
    return found


def _message(server: MailServer, chase: Chase, addresses: list[str], calendar: bytes) -> EmailMessage:
    message = EmailMessage()
    message["From"] = server.sender
    message["To"] = ", ".join(addresses)
    message["Subject"] = subject(chase)
    message["Date"] = datetime.now(THAILAND)
    message["Message-ID"] = make_msgid(domain=parseaddr(server.sender)[1].rpartition("@")[2])
    # So that nobody's notice of absence comes back.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(reminder(chase))
    # Without its charset, a text is taken for ASCII.
    told = {"charset": "utf-8", "method": METHOD}
    message.add_attachment(calendar, maintype="text", subtype="calendar", filename="due-dates.ics", params=told)
    return message
