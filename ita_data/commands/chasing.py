"""The commands that chase sections for what is overdue."""

from collections.abc import Sequence
from pathlib import Path

import click

from ita_data.commands import options
from ita_data.commands.numbers import view_of
from ita_data.config import MailServer, mail_server
from ita_data.exports.reminders import reminder
from ita_data.language import gettext as _
from ita_data.metrics import View
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.chasing import Chase, Mailing
from ita_data.model.errors import MailedAlready, MailFailed
from ita_data.model.periods import FiscalMonth
from ita_data.services import chasing, looking, opening, orders
from ita_data.services.opening import Store


@click.command()
@options.fiscal_year
@options.organisation
@click.option("--send", "is_sent", is_flag=True, help="Mail each section that has an address, at most once a day.")
@options.actor
@options.role
@click.pass_context
def chase(
    context: click.Context, *, fiscal_year: int | None, organisation: str, is_sent: bool, actor: str, role: ActorRole
) -> None:
    """Print what each section owes, or mail it to them."""
    store = opening.open_store() if is_sent else opening.store_to_read()
    view = _view(store, organisation, fiscal_year)
    owing = chasing.chases(view, orders.orders(store, view.year.plan.organisation, view.as_of))
    if not is_sent:
        click.echo("\n\n".join(map(reminder, owing)) or _("No report and no order is overdue."))
        return
    failed = _mail(store, view, owing, Actor(actor, role))
    context.exit(options.EXIT_IN_PART if failed else 0)


@click.command()
@options.fiscal_year
@options.organisation
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def calendar(fiscal_year: int | None, organisation: str, file: Path) -> None:
    """Write the due dates of the year to FILE, for calendars (.ics)."""
    file.write_bytes(chasing.calendar(_view(opening.store_to_read(), organisation, fiscal_year)))
    click.echo(str(file))


def _view(store: Store, organisation: str, fiscal_year: int | None) -> View:
    """A whole year: the one that is named, or whose reports fall due now; the latest where there is no plan of it.

    The next year's plan is often there before its first report is due, and September's are due in October.
    """
    last_month = FiscalMonth.of(opening.office_day(store)).previous
    years = [
        plan.fiscal_year for plan in opening.plans(store) if plan.organisation == (organisation or plan.organisation)
    ]
    running = last_month.fiscal_year if last_month.fiscal_year in years else None
    return view_of(store, organisation, fiscal_year or running, month=12)


def _mail(store: Store, view: View, owing: Sequence[Chase], actor: Actor) -> int:
    """Mail each section, and give the number of those to which it failed, wholly or in part."""
    server = _server()
    records = looking.records(store, view.year.plan)
    emails = {section.name: section.email for section in records.sections}
    untried = [each.section for each in owing]
    failed = 0
    for mailing in chasing.send_each(store, server, view, owing, actor, emails=emails):
        untried.remove(mailing.section)
        failed += _told(mailing)
    if untried:
        click.echo(_("Not tried any more: {sections}").format(sections=", ".join(untried)), err=True)
    return failed + len(untried)


def _told(mailing: Mailing) -> bool:
    """Print what came of a section's mail; true where it failed, wholly or in part."""
    fault = mailing.fault
    if isinstance(fault, MailedAlready):
        click.echo(str(fault))
        return False
    if fault or mailing.refused:
        words = fault or _("Sent, but not to {addresses}.").format(addresses=", ".join(mailing.refused))
        click.echo(f"{mailing.section}: {words}", err=True)
        return True
    click.echo(_("Mailed: {sections}").format(sections=mailing.section))
    return False


def _server() -> MailServer:
    try:
        server = mail_server()
    except ValueError as error:
        text = _("The setting {name} is wrong; docs/operations.md says what it may be.")
        raise MailFailed(text.format(name=error)) from error
    if server is None:
        raise MailFailed(_("No mail server is set up: set SMTP_HOST and SMTP_FROM, as docs/operations.md says."))
    return server
