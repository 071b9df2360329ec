"""The commands that print numbers."""

import json
from datetime import datetime
from typing import Any

import click
import pandas as pd

from ita_data import metrics
from ita_data.commands import options
from ita_data.commands.options import print_json
from ita_data.labels import label, month_label, rate_label
from ita_data.language import gettext as _
from ita_data.metrics import View, opening_month, year_of
from ita_data.model.errors import NotFound
from ita_data.model.periods import FiscalMonth
from ita_data.services import looking, opening
from ita_data.services.clock import today
from ita_data.services.opening import Store

GAPS = {"gaps": "no_outcome", "unconfirmed": "unconfirmed", "initiatives": "initiative"}
"""The lists that `gaps` prints, and the kind of gap in each."""


@click.command()
@options.fiscal_year
@options.organisation
@click.option("--as-of", type=options.DAY, help="What the office had by this day, with later corrections; or today.")
@click.option("--month", type=click.IntRange(1, 12), help="Up to this fiscal month, 1 = October; else as a page opens.")
@click.option("--roles", type=click.Choice(["lead", "all"]), help="Whose figures; as the plan's rules say if left out.")
@click.option("--by", type=click.Choice(["indicator", "initiative", "section", "month"]), default="indicator")
@options.as_json
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
    view = view_of(opening.store_to_read(), organisation, fiscal_year, as_of, month, roles)
    total = _numbers(metrics.completion(view), metrics.reporting(view))[0]
    completion = metrics.METRICS[f"completion_by_{by}"](view)
    rows = _numbers(completion, metrics.METRICS[f"reporting_by_{by}"](view), by)
    if as_json:
        print_json({**_heading(view), "by": by, "total": total, "rows": rows})
        return
    click.echo(
        _("{organisation} · fiscal year {fiscal_year} · months 1–{month} · as of {as_of}").format(**_heading(view))
    )
    for row in [*rows, total]:
        click.echo(_status_line(row, by, view.year.fiscal_year))


@click.command()
@options.fiscal_year
@options.organisation
@options.as_json
def gaps(fiscal_year: int | None, organisation: str, as_json: bool) -> None:
    """List the measures without an outcome, those with unconfirmed links only, and the initiatives' apart."""
    view = view_of(opening.store_to_read(), organisation, fiscal_year)
    rows = _rows(metrics.gaps(view))
    groups = {name: [row for row in rows if row["gap"] == gap] for name, gap in GAPS.items()}
    if as_json:
        print_json({**_heading(view), **groups})
        return
    for name, members in groups.items():
        click.echo(f"{label('gap', GAPS[name])}: {len(members)}")
        for row in members:
            click.echo(f"  {row['measure']}  {row['text']}")


def view_of(
    store: Store,
    organisation: str,
    fiscal_year: int | None,
    as_of: datetime | None = None,
    month: int | None = None,
    roles: str | None = None,
) -> View:
    """The plan as a page would open on it that day, unless a month or roles are named."""
    names = [
        name
        for name in opening.plans(store)
        if name.organisation == (organisation or name.organisation)
        and name.fiscal_year == (fiscal_year or name.fiscal_year)
    ]
    if not names:
        raise NotFound(_("There is no such plan in the store."))
    name = max(names, key=lambda name: name.fiscal_year)
    snapshot = looking.snapshot(store, name.organisation, name.fiscal_year)
    seen_on = as_of.date() if as_of else today()
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
        reported=rate_label(row["received"], row["due"]),
        on_time=rate_label(row["on_time"], row["due"]),
    )
