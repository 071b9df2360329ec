"""The command that makes next year's plan."""

from collections.abc import Iterable

import click

from ita_data.commands import options
from ita_data.labels import label, words
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.changes import Batch
from ita_data.model.errors import NotFound
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.rollover import Codes, Noticed
from ita_data.services import opening
from ita_data.services import rollover as service
from ita_data.services.opening import Store
from ita_data.services.rollover import Preview


def _codes(_context: click.Context, _option: click.Parameter, values: Iterable[str]) -> Codes:
    """`I3=I4` gives I3 the code I4, `I3=` leaves I3 behind."""
    pairs = [value.partition("=") for value in values]
    if any(not old.strip() or not sign for old, sign, _new in pairs):
        raise click.BadParameter("write OLD=NEW, or OLD= for an item that is no longer asked")
    return {old.strip(): new.strip() or None for old, _sign, new in pairs}


@click.command()
@click.argument("fiscal_year", type=int)
@options.organisation
@click.option("--map", "codes", multiple=True, callback=_codes, help="I3=I4: a new code; I3=: no longer asked.")
@click.option("--overwrite", is_flag=True, help="Also change what next year's plan holds already.")
@options.yes
@options.actor
@options.role
@options.as_json
@click.pass_context
def rollover(
    context: click.Context,
    *,
    fiscal_year: int,
    organisation: str,
    codes: Codes,
    overwrite: bool,
    yes: bool,
    actor: str,
    role: ActorRole,
    as_json: bool,
) -> None:
    """Make the plan of the year after FISCAL_YEAR from that year's."""
    store = opening.open_store()
    plan = PlanName(organisation or _only_office(store), fiscal_year)
    found = service.preview(store, plan, codes, overwrite)
    if not as_json:
        _print_preview(found)
    if found.changes.writes and not yes and not click.confirm(_("Apply these changes?"), err=True):
        context.exit(options.EXIT_REFUSED)
    _print_batch(found, service.apply(store, found, Actor(actor, role)), as_json)


def _only_office(store: Store) -> str:
    offices = {plan.organisation for plan in opening.plans(store)}
    if len(offices) != 1:
        raise NotFound(_("Name the office, for the store doesn't hold just one."))
    return offices.pop()


def _print_preview(found: Preview) -> None:
    click.echo(_("Plan of fiscal year {year}").format(year=found.changes.fiscal_year))
    for action, number in found.changes.counts().items():
        click.echo(f"  {label('action', action)}: {number}")
    if found.kept:
        click.echo("  " + _("Differs in next year's plan and stays as it is: {number}").format(number=len(found.kept)))
    for notice, word in words("notice").items():
        names = [_name(each) for each in found.rollover.noticed if each.notice == notice]
        if names:
            click.echo(f"{word}: {', '.join(names)}")


def _print_batch(found: Preview, batch: Batch | None, as_json: bool) -> None:
    number = batch.id if batch else None
    if as_json:
        noticed = [{"notice": each.notice, "record": _name(each)} for each in found.rollover.noticed]
        changes = dict(found.changes.counts())
        year = found.changes.fiscal_year
        options.print_json(
            {"batch": number, "fiscal_year": year, "changes": changes, "kept": len(found.kept), "noticed": noticed}
        )
    elif batch:
        click.echo(_("Saved as batch {batch}.").format(batch=batch.id))
    else:
        click.echo(_("Nothing to change."))


def _name(noticed: Noticed) -> str:
    return " · ".join(noticed.record.key)
