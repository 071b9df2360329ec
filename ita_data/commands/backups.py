"""The commands that copy the whole office, and bring a copy back."""

from pathlib import Path

import click

from ita_data.commands.options import EXIT_REFUSED, as_json, file, print_json
from ita_data.language import gettext as _
from ita_data.language import mark
from ita_data.services import backups, opening, verifying

_SOUND = mark("{place} is sound: all that was written is there.")
_DAMAGED = mark(
    "{place} is damaged; nothing was changed. End the server, then go on from a backup: "
    "python -m ita_data restore FILE --set-aside"
)


@click.command()
@click.argument("place", type=click.Path(path_type=Path))
@as_json
def backup(place: Path, as_json: bool) -> None:
    """Copy the whole office into a new file, or into the folder PLACE under a name with the moment."""
    made = backups.back_up(opening.open_store(), place)
    if as_json:
        print_json({"file": str(made), "bytes": made.stat().st_size})
    else:
        size = f"{made.stat().st_size / 1_000_000:,.1f}"
        click.echo(_("The office is saved in {file} ({size} MB) and was looked through.").format(file=made, size=size))


@click.command()
@file
@click.option("--set-aside", is_flag=True, help="Keep the database that is there under another name beside it.")
@as_json
def restore(file: Path, set_aside: bool, as_json: bool) -> None:
    """Put the backup FILE where the office's database is to be."""
    restored = backups.restore(file, sets_aside=set_aside)
    if as_json:
        aside = restored.set_aside and str(restored.set_aside)
        print_json({"database": restored.place, "set_aside": aside})
        return
    click.echo(_("The office of {file} is in {place} now.").format(file=file, place=restored.place))
    if restored.set_aside:
        click.echo(_("The former database is kept as {file}.").format(file=restored.set_aside))


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@as_json
@click.pass_context
def verify(context: click.Context, file: Path | None, as_json: bool) -> None:
    """Look through the office's database, or the backup FILE, whether every row is as it was written."""
    found = verifying.verify(file)
    if as_json:
        print_json({"place": found.place, "faults": found.faults, "notes": found.notes})
    else:
        for line in (*found.faults, *found.notes):
            click.echo(line)
        click.echo(_(_DAMAGED if found.faults else _SOUND).format(place=found.place))
    context.exit(EXIT_REFUSED if found.faults else 0)
