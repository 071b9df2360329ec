"""The command that reads a file and writes nothing."""

import gc
from pathlib import Path

import click

from ita_data.commands import options
from ita_data.commands.readings import exit_code, print_reading, reading_as_json
from ita_data.services.checking import check as check_file


@click.command()
@options.file
@options.organisation
@options.as_json
@click.pass_context
def check(context: click.Context, file: Path, organisation: str, as_json: bool) -> None:
    """Say what would be read from FILE; writes nothing."""
    found = check_file(file.read_bytes(), file.name, organisation)
    # What was read is used to the end, and needn't be looked through for garbage while it is printed.
    gc.freeze()
    if as_json:
        options.print_json(reading_as_json(found))
    else:
        print_reading(found)
    context.exit(exit_code(found.verdict))
