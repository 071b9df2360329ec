"""The command that takes a month's meeting home as a file."""

from datetime import date, datetime
from pathlib import Path

import click

from ita_data.commands import options
from ita_data.exports.meetings import MEETING_EXPORTS
from ita_data.labels import month_label
from ita_data.language import gettext as _
from ita_data.model.errors import NotFound, NotWritten
from ita_data.model.periods import FiscalMonth, in_common_era
from ita_data.services import meeting, opening
from ita_data.services.opening import Store

_MONTH = click.DateTime(["%Y-%m"])


@click.command()
@click.argument("kind", type=click.Choice(list(MEETING_EXPORTS)))
@options.fiscal_year
@options.organisation
@click.option("--month", "day", type=_MONTH, required=True, help="The meeting's month: 2025-03, or 2568-03.")
@options.as_of
@click.option("--out", "file", type=click.Path(path_type=Path), required=True, help="The file to write.")
def export(
    *, kind: str, fiscal_year: int | None, organisation: str, day: datetime, as_of: date | None, file: Path
) -> None:
    """Write the meeting on a month as slides, minutes, pages to print or a workbook."""
    month = _month(day, fiscal_year)
    store = opening.store_to_read()
    office = _office(store, organisation, month.fiscal_year)
    _check_suffix(file, MEETING_EXPORTS[kind].suffix)
    made = meeting.take_away(store, office, month, as_of or opening.office_day(store), kind=kind)
    _write(file, made)
    click.echo(str(file))


def _month(day: datetime, fiscal_year: int | None) -> FiscalMonth:
    month = FiscalMonth.of(in_common_era(day.date()))
    if fiscal_year is None or fiscal_year == month.fiscal_year:
        return month
    text = _("{month} is not in fiscal year {year}, but in {other}.")
    raise click.UsageError(text.format(month=month_label(month.first_day), year=fiscal_year, other=month.fiscal_year))


def _check_suffix(file: Path, suffix: str) -> None:
    if file.suffix.lower() != suffix:
        text = _("The file's name has to end in {suffix}: {file}")
        raise click.UsageError(text.format(suffix=suffix, file=file.name))


def _office(store: Store, organisation: str, fiscal_year: int) -> str:
    """The office whose plan of the year is there; the first one where none is named."""
    for plan in opening.plans(store):
        if plan.fiscal_year == fiscal_year and plan.organisation == (organisation or plan.organisation):
            return plan.organisation
    raise NotFound(_("There is no such plan in the store."))


def _write(file: Path, made: bytes) -> None:
    if not file.parent.is_dir():
        raise NotWritten(_("There is no folder {folder}.").format(folder=file.parent))
    try:
        file.write_bytes(made)
    except OSError as error:
        text = _("{file} can't be written: another program may have it open, or the folder is protected.")
        raise NotWritten(text.format(file=file)) from error
