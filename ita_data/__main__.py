"""The command line: `python -m ita_data check FILE` and its fellows, the same services as the pages.

Text for people by default, one JSON line with --json. Exit codes: 0 done, 1 the file was rejected or the command
refused, 2 wrong usage, 3 done in part: rows were left out.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import pandas as pd

from ita_data import metrics, services
from ita_data.imports.reading import Reading
from ita_data.labels import label, month_label, rate_label
from ita_data.language import LANGUAGES, language
from ita_data.language import gettext as _
from ita_data.metrics import View, opening_month, year_of
from ita_data.model.actors import Actor
from ita_data.model.errors import ItaError, NotFound
from ita_data.model.periods import FiscalMonth
from ita_data.model.problems import Severity, Verdict
from ita_data.model.records import Records

EXIT_REFUSED = 1
EXIT_IN_PART = 3
COMMAND_LINE = Actor("python -m ita_data", "coordinator")
"""Who acts where nobody was named."""

as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON line instead of text.")
file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
fiscal_year = click.option("--fiscal-year", type=int, help="Buddhist year; the latest plan if left out.")
organisation = click.option("--organisation", default="", help="The office, where the store holds several.")
DAY = click.DateTime(["%Y-%m-%d"])
ROLES = ["director", "section_staff", "coordinator"]


def _not_blank(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("a change needs somebody's name")
    return value


def _not_ahead(_context: click.Context, _option: click.Parameter, value: datetime | None) -> datetime | None:
    if value and value.date() > services.today():
        raise click.BadParameter("no file was received on a day that has not come")
    return value


class _Commands(click.Group):
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


@main.command()
@file
@organisation
@as_json
@click.pass_context
def check(context: click.Context, file: Path, organisation: str, as_json: bool) -> None:
    """Say what would be read from FILE; writes nothing."""
    found = services.preview(services.store_to_read(), file.read_bytes(), file.name, services.today(), organisation)
    if as_json:
        _print_json(_reading_as_json(found.reading))
    else:
        _print_reading(found.reading)
    context.exit(_exit_code(found.reading.verdict))


@main.command("import")
@file
@organisation
@click.option("--yes", is_flag=True, help="Apply without asking.")
@click.option("--received-on", type=DAY, callback=_not_ahead, help="The day the office had the file; or today.")
@click.option("--actor", default=COMMAND_LINE.name, callback=_not_blank, help="Who imports.")
@click.option("--role", type=click.Choice(ROLES), default=COMMAND_LINE.role, help="In which role.")
@as_json
@click.pass_context
def import_file(
    context: click.Context,
    file: Path,
    organisation: str,
    yes: bool,
    received_on: datetime | None,
    actor: str,
    role: str,
    as_json: bool,
) -> None:
    """Import FILE; the batch's id is printed only once it is saved."""
    engine = services.open_store()
    received = received_on.date() if received_on else services.today()
    found = services.preview(engine, file.read_bytes(), file.name, received, organisation)
    if not as_json:
        _print_reading(found.reading)
    if found.changes is None:
        _print_import(found, None, as_json)
        context.exit(EXIT_REFUSED)
    if not as_json:
        _print_counts(found)
    if found.changes.writes and not yes and not click.confirm(_("Apply these changes?"), err=True):
        context.exit(EXIT_REFUSED)
    _print_import(found, services.apply(engine, found, Actor(actor, role)), as_json)
    context.exit(_exit_code(found.reading.verdict))


@main.command()
@fiscal_year
@organisation
@click.option("--as-of", type=DAY, help="What the office had by this day, with later corrections; or today.")
@click.option("--month", type=click.IntRange(1, 12), help="Up to this fiscal month, 1 = October; else as a page opens.")
@click.option("--roles", type=click.Choice(["lead", "all"]), help="Whose figures; as the plan's rules say if left out.")
@click.option("--by", type=click.Choice(["indicator", "initiative", "section", "month"]), default="indicator")
@as_json
def status(
    fiscal_year: int | None,
    organisation: str,
    as_of: datetime | None,
    month: int | None,
    roles: str | None,
    by: str,
    as_json: bool,
) -> None:
    """Print completion, progress and reporting rates with their numerators and denominators."""
    view = _view(services.store_to_read(), organisation, fiscal_year, as_of, month, roles)
    total = _numbers(metrics.completion(view), metrics.reporting(view))[0]
    completion = metrics.METRICS[f"completion_by_{by}"](view)
    rows = _numbers(completion, metrics.METRICS[f"reporting_by_{by}"](view), by)
    if as_json:
        _print_json({**_heading(view), "by": by, "total": total, "rows": rows})
        return
    click.echo(
        _("{organisation} · fiscal year {fiscal_year} · months 1–{month} · as of {as_of}").format(**_heading(view))
    )
    for row in [*rows, total]:
        click.echo(_status_line(row, by, view.year.fiscal_year))


@main.command()
@fiscal_year
@organisation
@as_json
def gaps(fiscal_year: int | None, organisation: str, as_json: bool) -> None:
    """List the measures without an outcome, those with unconfirmed links only, and the initiatives' apart."""
    view = _view(services.store_to_read(), organisation, fiscal_year)
    rows = _rows(metrics.gaps(view))
    groups = {name: [row for row in rows if row["gap"] == gap] for name, gap in GAPS.items()}
    if as_json:
        _print_json({**_heading(view), **groups})
        return
    for name, members in groups.items():
        click.echo(f"{label('gap', GAPS[name])}: {len(members)}")
        for row in members:
            click.echo(f"  {row['measure']}  {row['text']}")


@main.command()
@as_json
def demo(as_json: bool) -> None:
    """Load the sample office, whose monthly data are invented."""
    batches = services.load_sample(services.open_store(), COMMAND_LINE)
    if as_json:
        _print_json({"batches": batches})
    else:
        click.echo(_("The sample office is loaded ({number} batches).").format(number=len(batches)))


@main.group()
def db() -> None:
    """Look after the database."""


@db.command()
@as_json
def upgrade(as_json: bool) -> None:
    """Make the database, or bring it up to date."""
    store = services.open_store()
    if as_json:
        _print_json({"revision": services.revision(store)})
    else:
        click.echo(_("The database is up to date."))


GAPS = {"gaps": "no_outcome", "unconfirmed": "unconfirmed", "initiatives": "initiative"}
"""The lists that `gaps` prints, and the kind of gap in each."""


def _view(
    store: services.Store,
    organisation: str,
    fiscal_year: int | None,
    as_of: datetime | None = None,
    month: int | None = None,
    roles: str | None = None,
) -> View:
    """The plan as a page would open on it that day, unless a month or roles are named."""
    names = [
        name
        for name in services.plans(store)
        if name.organisation == (organisation or name.organisation)
        and name.fiscal_year == (fiscal_year or name.fiscal_year)
    ]
    if not names:
        raise NotFound(_("There is no such plan in the store."))
    name = max(names, key=lambda name: name.fiscal_year)
    snapshot = services.snapshot(store, name.organisation, name.fiscal_year)
    seen_on = as_of.date() if as_of else services.today()
    with_supporting = roles == "all" if roles else snapshot.rules.expects_supporting
    return View(year_of(snapshot, seen_on), month or opening_month(snapshot, seen_on), with_supporting=with_supporting)


def _heading(view: View) -> dict[str, Any]:
    return {
        "organisation": view.year.organisation,
        "fiscal_year": view.year.fiscal_year,
        "as_of": view.as_of.isoformat(),
        "month": view.month,
    }


def _numbers(completion: pd.DataFrame, reporting: pd.DataFrame, by: str | None = None) -> list[dict[str, Any]]:
    both = completion.merge(reporting, on=by) if by else completion.join(reporting)
    return _rows(both)


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """A table as plain values; what is not there is None."""
    return json.loads(table.to_json(orient="records", date_format="iso", force_ascii=False))  # type: ignore[no-any-return]


def _row_name(row: dict[str, Any], by: str, fiscal_year: int) -> str:
    if by not in row:
        return _("Total")
    if by == "month":
        return month_label(FiscalMonth(fiscal_year, row[by]).first_day)
    return f"ก{row[by]}" if by == "initiative" else str(row[by])


def _status_line(row: dict[str, Any], by: str, fiscal_year: int) -> str:
    line = _(
        "{name}: completed {completion}, {unconfirmed} awaiting confirmation; reported {reported}; on time {on_time}"
    )
    return line.format(
        name=_row_name(row, by, fiscal_year),
        completion=rate_label(row["completed"], row["applicable"]),
        unconfirmed=row["unconfirmed"],
        reported=rate_label(row["on_time"] + row["late"], row["due"]),
        on_time=rate_label(row["on_time"], row["due"]),
    )


def _exit_code(verdict: Verdict) -> int:
    return {Verdict.ACCEPTED: 0, Verdict.PARTIAL: EXIT_IN_PART, Verdict.REJECTED: EXIT_REFUSED}[verdict]


def _reading_as_json(found: Reading) -> dict[str, Any]:
    return {
        "outcome": found.verdict,
        "layout": found.layout,
        "counts": counts_of(found.records),
        "problems": [
            {
                "code": problem.code,
                "severity": problem.severity,
                "sheet": problem.place.sheet,
                "cell": problem.place.cell,
                "value": problem.value,
                "message": problem.message,
                "mend": problem.mend,
            }
            for problem in found.problems
        ],
        "rows": [
            {"kind": row.kind, "sheet": row.place.sheet, "cell": row.place.cell, **row.texts} for row in found.rows
        ],
    }


def counts_of(records: Records | None) -> dict[str, int]:
    """How many records of each kind a file holds; the measures of initiatives are counted apart."""
    if records is None:
        return {}
    under_indicators = [measure for measure in records.measures if measure.indicator is not None]
    return {
        "indicators": len(records.indicators),
        "items": len(records.items),
        "measures": len(under_indicators),
        "outcomes": len(records.outcomes),
        "initiatives": len(records.initiatives),
        "initiative_measures": len(records.measures) - len(under_indicators),
        "reviews": len(records.reviews),
    }


def _print_json(values: dict[str, Any]) -> None:
    click.echo(json.dumps(values, ensure_ascii=False))


def _print_reading(found: Reading) -> None:
    click.echo(f"{found.file_name}: {label('verdict', found.verdict)}")
    for name, number in counts_of(found.records).items():
        click.echo(f"  {label('count', name)}: {number}")
    for problem in found.problems:
        click.echo(f"  [{label('severity', problem.severity)}] {problem.place} {problem.message} {problem.mend}")


def _print_counts(found: services.Preview) -> None:
    assert found.changes is not None
    for action, number in found.changes.counts().items():
        click.echo(f"  {label('action', action)}: {number}")


def _print_import(found: services.Preview, batch: int | None, as_json: bool) -> None:
    changes = dict(found.changes.counts()) if found.changes else {}
    refusals = [problem.message for problem in found.reading.problems if problem.severity is Severity.REFUSAL]
    if as_json:
        _print_json({"outcome": found.reading.verdict, "batch": batch, "changes": changes, "refusals": refusals})
    elif batch is not None:
        click.echo(_("Saved as batch {batch}.").format(batch=batch))
    elif found.changes is not None:
        click.echo(_("Nothing to change."))


if __name__ == "__main__":
    main()
