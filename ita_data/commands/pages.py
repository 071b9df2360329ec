"""The numbers that each page shows, from the functions that the pages call, for the command line to print."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from pandas import DataFrame

from ita_data.findings import Decided, decided
from ita_data.labels import (
    Family,
    date_label,
    grid_label,
    label,
    month_label,
    month_name,
    of_indicators_label,
    pace_label,
    percent_label,
    rate_label,
    rounds_label,
    whole_percent,
    words,
)
from ita_data.language import gettext as _
from ita_data.metrics import METRICS, View, month_to_report
from ita_data.model.decisions import Topic
from ita_data.model.field_labels import field_label
from ita_data.model.orders import closed_orders, open_orders, orders_to
from ita_data.model.periods import FiscalMonth
from ita_data.services import history, looking, orders
from ita_data.services.held_meetings import news_days
from ita_data.services.opening import Store

_ANSWERS = (
    "completion",
    "reporting",
    "reporting_by_month",
    "reporting_by_section_and_month",
    "silent_sections",
    "at_same_age_by_month",
    "pace_by_month",
)
"""What the finding and the four figures of a page are made of."""

PAGES: dict[str, tuple[str, ...]] = {
    "overview": (
        *_ANSWERS,
        "completion_by_month",
        "standstill",
        "completion_by_indicator",
        "completion_by_indicator_and_month",
        "completion_by_indicator_and_section",
        "completion_by_section",
        "follow_up_by_month",
        "completion_by_initiative",
    ),
    "director": (
        "to_follow_up",
        "silent_sections",
        "reporting_by_section_and_month",
        "reporting",
        "overdue_by_section",
        "overdue",
        "late",
        "standstill",
        "gaps",
    ),
    "my_month": ("owed_by_section",),
    "indicators": (
        *(name for name in _ANSWERS if name != "reporting"),
        "completion_by_month",
        "standstill",
        "measure_status",
        "rounds_by_measure",
        "reporting_by_measure_and_month",
        "completion_by_initiative",
        "gaps",
    ),
    "sections": (*_ANSWERS, "reporting_by_section", "completion_by_section"),
    "months": (
        *_ANSWERS,
        "completion_by_month",
        "follow_up_by_month",
        "rates_by_month",
        "follow_up_this_year_and_last",
        "reporting_by_measure_and_month",
    ),
}
"""The metrics behind each page that shows numbers; a test holds them against what the pages ask for."""

OF_A_SECTION: dict[str, tuple[str, ...]] = {
    "sections": ("completion_by_month", "overdue", "measure_status", "rounds_by_measure")
}
"""What a page shows beside them once a section is chosen."""

_MY_MONTH = "my_month"
_NAMES = ("section", "fiscal_year", "fiscal_month", "month", "measure", "indicator", "initiative")
_RATES = {
    "completion": ("completed", "applicable"),
    "reporting_rate": ("received", "due"),
    "on_time_rate": ("on_time", "due"),
}
_DAYS = ("due_on", "received_on")
_TARGETS = ("reporting_target", "on_time_target")
_ROUNDS = ("done", "due", "rounds")
_WORDS: dict[str, Family] = {"stands": "stands", "status": "status", "gap": "gap", "motion": "motion"}


def opened(page: str | None, view: View) -> View:
    """The view of the month on which a page opens; a view is of the one on which most of them do."""
    if page != _MY_MONTH:
        return view
    return replace(view, month=month_to_report(replace(view, with_supporting=True)))


def tables_of(page: str, view: View) -> dict[str, DataFrame]:
    """Every metric that a page shows, by its name."""
    if page == _MY_MONTH:
        view = View(view.year, view.month, view.section, with_supporting=True, heading=view.heading)
    shown = PAGES[page] + (OF_A_SECTION.get(page, ()) if view.section else ())
    return {name: METRICS[name](view) for name in shown}


def orders_and_news(store: Store, view: View) -> dict[str, int]:
    """How many orders are open, overdue and closed since the last meeting, and how many reports changed since then."""
    organisation, month = view.year.plan.organisation, FiscalMonth(view.year.fiscal_year, view.month)
    days = news_days(store, organisation, month, view.as_of)
    given = orders_to(view.section, orders.orders(store, organisation, view.as_of))
    standing = open_orders(given, month, view.as_of)
    news = history.news_between(store, view.year.plan, *days)
    mine = [section for section in news if section.section in view.sections]
    return {
        "open_orders": len(standing),
        "overdue_orders": sum(each.is_overdue_on(view.as_of) for each in standing),
        "closed_orders": len(closed_orders(given, *days)),
        "came": sum(section.came for section in mine),
        "corrected": sum(section.corrected for section in mine),
        "withdrawn": sum(section.withdrawn for section in mine),
    }


def decided_on(store: Store, view: View) -> Decided:
    """What is open and what was decided, as the director's page shows it."""
    organisation, month = view.year.plan.organisation, FiscalMonth(view.year.fiscal_year, view.month)
    days = news_days(store, organisation, month, view.as_of)
    given = orders_to(view.section, orders.orders(store, organisation, view.as_of))
    remarks = orders.remarks(store, organisation, month, view.as_of)
    return decided(looking.counted(view), given, remarks, days)


def follow_up_in_words(numbers: Mapping[str, int]) -> Iterator[str]:
    """What there is to follow up, as of `to_follow_up` and `orders_and_news`, each number with what it is among."""
    counted = {name: f"{number:,}" for name, number in numbers.items()}
    changes = numbers["came"] + numbers["corrected"] + numbers["withdrawn"]
    compared = _("of {measures} measures compared").format(measures=counted["compared"])
    of_indicators = of_indicators_label(numbers["of_indicators"], numbers["not_applicable"])
    gap = _("{of}; {unconfirmed} more await confirmation")
    yield _("Open orders: {number}, of which overdue: {overdue}").format(
        number=counted["open_orders"], overdue=counted["overdue_orders"]
    )
    yield _("Orders closed since the last meeting: {number}").format(number=counted["closed_orders"])
    for topic, number, of in (
        (Topic.MISSING, counted["missing"], _("of {due} due").format(**counted)),
        (Topic.LATE, counted["late"], _("of {due} due").format(**counted)),
        (Topic.STANDSTILL, counted["standing"], compared),
        (Topic.GAP, counted["no_outcome"], gap.format(of=of_indicators, **counted)),
        (Topic.CHANGES, f"{changes:,}", _("{came} of them new reports").format(**counted)),
    ):
        yield f"{label('topic', topic)}: {number} ({of})"


def tables_in_words(tables: Mapping[str, list[dict[str, Any]]], fiscal_year: int) -> Iterator[str]:
    """Every table under its title, one line a row; a grid has one line for each of its groups."""
    for name, rows in tables.items():
        if name == "to_follow_up":
            continue
        yield ""
        yield _title(name)
        lines = (
            _grid_lines(rows, fiscal_year)
            if name.startswith("reporting") and name.endswith("_and_month")
            else (_line(row, fiscal_year) for row in rows)
        )
        yield from (f"  {line}" for line in lines)


def _title(name: str) -> str:
    return (words("table") | words("chart"))[name]


def _grid_lines(rows: Iterable[Mapping[str, Any]], fiscal_year: int) -> Iterator[str]:
    for group, cells in groupby(rows, key=lambda row: row.get("measure") or row.get("section")):
        shown = [f"{_month(cell['month'], fiscal_year)} {grid_label(cell)}" for cell in cells if cell["expected"]]
        if shown:
            yield f"{group}: {', '.join(shown)}"


def _line(row: Mapping[str, Any], fiscal_year: int) -> str:
    parts = (_part(row, column) for column in row if column not in _NAMES)
    return ": ".join(filter(None, [_name(row, fiscal_year), "; ".join(filter(None, parts))]))


def _name(row: Mapping[str, Any], fiscal_year: int) -> str:
    """What a row is of: a measure stands in one indicator or initiative, so its code says enough."""
    names = {name: row[name] for name in _NAMES if name in row and not ("measure" in row and name.startswith("in"))}
    if "month" in names:
        names["month"] = _month(row["month"], fiscal_year)
    if "fiscal_month" in names:
        names["fiscal_month"] = month_name(FiscalMonth(fiscal_year, row["fiscal_month"]).first_day)
    if "initiative" in names:
        names["initiative"] = f"ก{row['initiative']}"
    return " · ".join([*map(str, names.values()), *([row["text"]] if "text" in row else [])])


def _month(month: int, fiscal_year: int) -> str:
    return month_label(FiscalMonth(fiscal_year, month).first_day) if month else "–"


def _part(row: Mapping[str, Any], column: str) -> str:
    """One column of a row in words; nothing for what its name or its rate says already."""
    value, columns = row[column], words("column") | words("counted")
    if column in _RATES:
        return f"{columns[column]} {rate_label(*(row[name] for name in _RATES[column]))}"
    if column in _TARGETS:
        return "" if value is None else f"{columns[column]} {percent_label(value)}"
    if column == "pace":
        pace = pace_label(value, row["is_target"]) if "is_target" in row else percent_label(value)
        return f"{columns[column]} {pace}"
    if column in _ROUNDS and "rounds" in row:
        return rounds_label(row["done"], row["rounds"]) if column == "done" else ""
    if column in _WORDS:
        return label(_WORDS[column], value)
    if column in _DAYS:
        return f"{field_label(column)} {date_label(date.fromisoformat(value[:10]))}"
    if column not in columns or isinstance(value, bool):
        return ""
    return f"{columns[column]} {_number(column, value)}"


def _number(column: str, value: float | None) -> str:
    if value is None:
        return "–"
    return str(whole_percent(value / 100)) if column == "progress" else f"{value:,.0f}"
