"""The commands that look after the database."""

import click

from ita_data.commands.options import COMMAND_LINE, as_json, print_json
from ita_data.language import gettext as _
from ita_data.services import first_run, opening
from ita_data.services.sample import load_sample, require_no_office


@click.command()
@click.option("--beside", default="", help="The office that is there, to load the sample office beside it.")
@as_json
def demo(beside: str, as_json: bool) -> None:
    """Load the sample office, whose monthly data are invented."""
    store = opening.open_store()
    require_no_office(store, beside)
    batches = load_sample(store, COMMAND_LINE)
    if as_json:
        print_json({"batches": batches})
    else:
        click.echo(_("The sample office is loaded ({number} batches).").format(number=len(batches)))


@click.group()
def db() -> None:
    """Look after the database."""


@db.command()
@click.option("--with-sample", is_flag=True, help="Load the sample office too where no database was made yet.")
@as_json
def upgrade(with_sample: bool, as_json: bool) -> None:
    """Make the database, or bring it up to date."""
    is_first_run = first_run.database_is_unmade()
    store = opening.open_store()
    if with_sample and is_first_run:
        click.echo(_("Loading the sample office, which takes a moment."), err=True)
        load_sample(store, COMMAND_LINE)
    if as_json:
        print_json({"revision": opening.revision(store)})
    else:
        click.echo(_("The database is up to date."))


@db.command()
@as_json
def new(as_json: bool) -> None:
    """Make a new, empty database; the one that is there is kept under another name beside it."""
    aside = opening.begin_anew()
    if as_json:
        print_json({"set_aside": aside and str(aside)})
        return
    click.echo(_("A new, empty database is there."))
    if aside:
        click.echo(_("The former database is kept as {file}.").format(file=aside))
