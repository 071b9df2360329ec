"""The command line: `python -m ita_data check FILE` and its fellows, the same services as the pages.

Text for people by default, one JSON line with --json. Exit codes: 0 done, 1 the file was rejected or the command
refused, 2 wrong usage, 3 done in part: rows were left out.
"""

from importlib import import_module
from typing import Any

import click

from ita_data.commands.options import EXIT_REFUSED
from ita_data.language import LANGUAGES, language
from ita_data.model.errors import ItaError

COMMANDS = {
    "check": "files:check",
    "import": "batches:import_file",
    "undo": "batches:undo",
    "history": "batches:history",
    "status": "numbers:status",
    "chase": "chasing:chase",
    "calendar": "chasing:calendar",
    "gaps": "numbers:gaps",
    "export": "meeting:export",
    "rollover": "years:rollover",
    "backup": "backups:backup",
    "restore": "backups:restore",
    "verify": "backups:verify",
    "demo": "database:demo",
    "db": "database:db",
}
"""Every command, with the module of `commands` and the function in it."""


class _Commands(click.Group):
    """Commands whose modules are loaded when they are called: who checks a file needs neither database nor pandas."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _separator, function = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"ita_data.commands.{module}"), function)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ItaError as error:
            click.echo(str(error), err=True)
            return ctx.exit(EXIT_REFUSED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--language", "chosen", type=click.Choice(list(LANGUAGES)), default="th", help="Language of messages.")
def main(chosen: str) -> None:
    """Follows an office's integrity measures: check and import files, and print the numbers."""
    language.set(chosen)


if __name__ == "__main__":
    main()
