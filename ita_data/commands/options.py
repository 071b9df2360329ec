"""What several commands share: their options, their exit codes, and who acts where nobody is named."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.actors import Actor, ActorRole
from ita_data.model.periods import in_common_era
from ita_data.services.clock import today

EXIT_REFUSED = 1
EXIT_IN_PART = 3
COMMAND_LINE = Actor("python -m ita_data", ActorRole.COORDINATOR)
"""Who acts where nobody was named."""
_DAY = click.DateTime(["%Y-%m-%d"])


def _not_blank(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("a change needs somebody's name")
    return value


def _come(_context: click.Context, _option: click.Parameter, value: datetime | None) -> date | None:
    """The day that is named, whose year may be a Buddhist one; nothing is known of a day to come."""
    day = in_common_era(value.date()) if value else None
    if day and day > today():
        raise click.BadParameter(_("{day} has not come yet.").format(day=date_label(day)))
    return day


as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON line instead of text.")
file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
fiscal_year = click.option("--fiscal-year", type=int, help="Buddhist year; the running plan if left out.")
organisation = click.option("--organisation", default="", help="The office, where the store holds several.")
received_on = click.option(
    "--received-on", type=_DAY, callback=_come, help="The day the office had the file; or today."
)
as_of = click.option(
    "--as-of", type=_DAY, callback=_come, help="What the office had by this day, with later corrections; or today."
)
yes = click.option("--yes", is_flag=True, help="Apply without asking.")
actor = click.option("--actor", default=COMMAND_LINE.name, callback=_not_blank, help="Who acts.")
reason = click.option("--reason", default="", help="Why, where a closed month would change.")
role = click.option(
    "--role",
    type=click.Choice([each.value for each in ActorRole]),
    default=COMMAND_LINE.role.value,
    callback=lambda _context, _option, value: ActorRole(value),
    help="In which role.",
)


def print_json(values: dict[str, Any]) -> None:
    """One line, with Thai as it is written."""
    # The end of the line apart: with a large file the line has many megabytes, and would be copied for it.
    click.echo(json.dumps(values, ensure_ascii=False), nl=False)
    click.echo()
