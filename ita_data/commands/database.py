"""The commands that look after the database."""

import click

from ita_data.commands.options import COMMAND_LINE, as_json, print_json
from ita_data.language import gettext as _
from ita_data.services import opening
from ita_data.services.sample import load_sample


@click.command()
@as_json
def demo(as_json: bool) -> None:
    """Load the sample office, whose monthly data are invented."""
    batches = load_sample(opening.open_store(), COMMAND_LINE)
    if as_json:
        print_json({"batches": batches})
    else:
        click.echo(_("The sample office is loaded ({number} batches).").format(number=len(batches)))


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
@as_json
def upgrade(as_json: bool) -> None:
    """Make the database, or bring it up to date."""
    store = opening.open_store()
    if as_json:
        print_json({"revision": opening.revision(store)})
    else:
        click.echo(_("The database is up to date."))
