"""The commands that print numbers."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import click
import pandas as pd

from ita_data import metrics
from ita_data.commands import options
from ita_data.commands.answers import OF_ORDERS, answers_in_words, answers_of
from ita_data.commands.options import print_json
from ita_data.commands.pages import (
    PAGES,
    decided_on,
    follow_up_in_words,
    opened,
    orders_and_news,
    tables_in_words,
    tables_of,
)
from ita_data.findings import Decided
from ita_data.labels import label, month_label, rate_label
from ita_data.language import gettext as _
from ita_data.metrics import View, opening_month, year_of
from ita_data.model.errors import NotFound
from ita_data.model.names import heading_of
from ita_data.model.periods import FiscalMonth, running_year
from ita_data.model.plan_name import PlanName
from ita_data.services import looking, opening
from ita_data.services.opening import Store

GAPS = {"gaps": "no_outcome", "unconfirmed": "unconfirmed", "initiatives": "initiative"}
"""The lists that `gaps` prints, and the kind of gap in each."""


@click.command()
@options.fiscal_year
@options.organisation
@options.as_of
@click.option("--month", type=click.IntRange(1, 12), help="Up to this fiscal month, 1 = October; else as a page opens.")
@click.option("--roles", type=click.Choice(["lead", "all"]), help="Whose figures; as the plan's rules say if left out.")
@click.option("--section", help="One section's own figures, by its name.")
@click.option("--indicator", help="One indicator or initiative alone, by its code: 4, ก2.")
@click.option("--by", type=click.Choice(["indicator", "initiative", "section", "month"]), default="indicator")
@click.option("--page", type=click.Choice(list(PAGES)), help="All numbers that this page shows, instead of --by.")
@options.as_json
def status(
    *,
    fiscal_year: int | None,
    organisation: str,
    as_of: date | None,
    month: int | None,
    roles: str | None,
    section: str | None,
    indicator: str | None,
    by: str,
    page: str | None,
    as_json: bool,
) -> None:
    """Print completion, progress and reporting rates with their numerators and denominators, or a page's numbers.

    The same functions count for the pages, so a page opened on that day shows the same.
    """
    store = opening.store_to_read()
    view = _of_section(view_of(store, organisation, fiscal_year, as_of, month=month, roles=roles), section)
    view = _of_heading(view, indicator)
    view = view if month else opened(page, view)
    followed = orders_and_news(store, view)
    if page:
        view = replace(view, last_year=looking.year_before(store, view.year.plan, view.as_of))
        found = decided_on(store, view) if page in OF_ORDERS else None
        _print_page(view, page, followed, found, as_json=as_json)
        return
    total = _numbers(metrics.completion(view), metrics.reporting(view))[0]
    completion = metrics.METRICS[f"completion_by_{by}"](view)
    rows = _numbers(completion, metrics.METRICS[f"reporting_by_{by}"](view), by)
    if as_json:
        print_json({**_heading(view), "by": by, "total": total, "rows": rows, "follow_up": _follow_up(view, followed)})
        return
    _say_what_is_shown(view)
    for row in [*rows, total]:
        click.echo(_status_line(row, by, view.year.fiscal_year))
    click.echo("\n".join(["", *follow_up_in_words(_follow_up(view, followed))]))


@click.command()
@options.fiscal_year
@options.organisation
@options.as_of
@options.as_json
def gaps(fiscal_year: int | None, organisation: str, as_of: date, as_json: bool) -> None:
    """List the measures without an outcome, those with unconfirmed links only, and the initiatives' apart."""
    view = view_of(opening.store_to_read(), organisation, fiscal_year, as_of)
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
    as_of: date | None = None,
    *,
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
    seen_on = as_of or opening.office_day(store)
    year = running_year([name.fiscal_year for name in names], seen_on)
    snapshot = looking.snapshot(store, PlanName(names[0].organisation, year), seen_on)
    month = month or opening_month(snapshot, seen_on)
    with_supporting = roles == "all" if roles else snapshot.expects_supporting_by(month)
    return View(year_of(snapshot, seen_on), month, with_supporting=with_supporting)


def _of_section(view: View, section: str | None) -> View:
    if section is not None and section not in view.sections:
        raise NotFound(_("{name} is not in the plan.").format(name=section))
    return replace(view, section=section)


def _of_heading(view: View, heading: str | None) -> View:
    if heading is not None and heading not in {heading_of(code) for code in view.measures["measure"]}:
        raise NotFound(_("{name} is not in the plan.").format(name=heading))
    return replace(view, heading=heading)


def _print_page(view: View, page: str, followed: dict[str, int], found: Decided | None, *, as_json: bool) -> None:
    tables = {name: _rows(table) for name, table in tables_of(page, view).items()}
    if as_json:
        said = answers_of(page, looking.counted(view), view.heading, found)
        print_json({**_heading(view), "page": page, **said, "tables": tables, "follow_up": _follow_up(view, followed)})
        return
    _say_what_is_shown(view)
    for line in answers_in_words(page, looking.counted(view), view.heading, found):
        click.echo(line)
    if "to_follow_up" in tables:
        click.echo("\n".join(follow_up_in_words(_follow_up(view, followed))))
    click.echo("\n".join(tables_in_words(tables, view.year.fiscal_year)))


def _follow_up(view: View, followed: dict[str, int]) -> dict[str, Any]:
    return {**_rows(metrics.to_follow_up(view))[0], **followed}


def _say_what_is_shown(view: View) -> None:
    text = _("{organisation} · fiscal year {fiscal_year} · months 1–{month} · as of {as_of}")
    click.echo(text.format(**_heading(view)))


def _heading(view: View) -> dict[str, Any]:
    return {
        "organisation": view.year.plan.organisation,
        "fiscal_year": view.year.fiscal_year,
        "as_of": view.as_of.isoformat(),
        "month": view.month,
        "section": view.section,
        "indicator": view.heading,
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
