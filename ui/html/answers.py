"""The blocks of a first screen as HTML: finding, figures, who owes, what to decide, months and indicators."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from ita_data.findings import (
    Answered,
    Counted,
    MonthStand,
    Row,
    SectionMonths,
    adding_up,
    finding,
    four_figures,
    heading_figures,
    heading_finding,
    indicator_bars,
    ordered_words,
    remark_words,
    section_months,
    stand_by_month,
)
from ita_data.findings.wording import month_words, section_name, short_month
from ita_data.labels import label, percent_label, rate_label
from ita_data.language import gettext as _
from ui.html.ordering import ordering
from ui.html.rendering import rendered
from ui.html.report_cells import report_cell, report_key

_MOST_SECTIONS = 10
_MOST_MATTERS = 4
_MOST_MATTERS_ON_PAPER = 5
"""So many are listed on paper; of more, those that are folded on the screen stand there in one line."""
_STATUSES = ("completed", "unconfirmed", "in_progress")

Values = dict[str, Any]


def headline_html(counted: Counted, printed: str) -> Markup:
    """The finding, the figures and the months of what is looked at; `printed` says on paper alone what that is."""
    return rendered("headline.html", **_headline(counted, printed), months=_months(counted))


def who_owes_html(counted: Counted, printed: str, *, in_plan_order: bool = False) -> Markup:
    """The finding and the figures, with every section month by month; `printed` as of `headline_html`."""
    return rendered("who_owes.html", **_headline(counted, printed), sections=_sections(counted, in_plan_order))


def heading_html(counted: Counted, heading: str, printed: str, *, in_plan_order: bool = False) -> Markup:
    """The finding and the figures of one indicator or initiative, the sections that owe on it, and its months."""
    said = {"finding": heading_finding(counted, heading), "figures": heading_figures(counted), "words": _words()}
    sections = _sections(counted, in_plan_order)
    return rendered("heading.html", **said, printed=printed, sections=sections, months=_months(counted))


def first_screen_html(
    counted: Counted,
    printed: str,
    found: Sequence[Answered],
    open_orders: str,
    *,
    can_order: bool,
    in_plan_order: bool = False,
) -> Markup:
    """A whole first screen.

    `printed` is as of `headline_html`, `found` are the matters with what was said on them, and `open_orders` says how
    many orders are open.
    """
    sections, matters = _sections(counted, in_plan_order), _matters(counted, found, open_orders, can_order)
    rest = [line for line in (_other_sections(counted, in_plan_order), matters["on_paper"]) if line]
    return rendered(
        "first_screen.html",
        **_headline(counted, printed),
        sections=sections,
        matters=matters,
        rest_on_paper=rest,
        months=_months(counted),
        indicators=_indicators(counted, in_plan_order),
    )


def _headline(counted: Counted, printed: str) -> Values:
    return {
        "printed": printed,
        "finding": finding(counted),
        "figures": four_figures(counted),
        "words": _words(),
    }


def _words() -> Values:
    return {"rule": _("How this is counted")}


def _sections(counted: Counted, in_plan_order: bool) -> Values:
    found = section_months(counted, in_plan_order=in_plan_order)
    rows = [_section_row(counted, each) for each in found]
    rest = rows[_MOST_SECTIONS:]
    month = short_month(counted, counted.month.month)
    order = ordering("sections", _("most missing of {month} first").format(month=month), in_plan_order=in_plan_order)
    return {
        "title": _("Who owes"),
        "first": _("Section"),
        "subtitle": " · ".join((_("Reports of each section, month by month"), order["words"])),
        "order": order,
        "months": [short_month(counted, number) for number in range(1, counted.month.month + 1)],
        "missing": _("missing {month}").format(month=month),
        "older": _("owed before"),
        "rows": rows[:_MOST_SECTIONS],
        "folded": rest,
        "rest": _("{number} more sections").format(number=len(rest)),
        "key": report_key({state for each in found for state in each.states}),
        "nothing": _("No report is expected here."),
    }


def _other_sections(counted: Counted, in_plan_order: bool) -> str:
    """The sections that the screen folds, on one line: อีก 4 ฝ่าย: ฝ่ายคลัง, ฝ่ายรายได้ ขาด มี.ค. 1 ค้างเก่า 5 · …"""
    rest = section_months(counted, in_plan_order=in_plan_order)[_MOST_SECTIONS:]
    groups = groupby(rest, key=lambda each: (each.missing, each.older))
    said = (
        f"{', '.join(section_name(counted, each.section) for each in group)} {_owed(counted, *owed)}"
        for owed, group in groups
    )
    return f"{_('{number} more sections').format(number=len(rest))}: {' · '.join(said)}" if rest else ""


def _owed(counted: Counted, missing: int, older: int) -> str:
    """What a section owes of the month and from before, in words."""
    month = _("missing {month}").format(month=short_month(counted, counted.month.month))
    parts = [f"{name} {number:,}" for name, number in ((month, missing), (_("owed before"), older)) if number]
    return " ".join(parts) or _("owes nothing")


def _section_row(counted: Counted, each: SectionMonths) -> Values:
    name = section_name(counted, each.section)
    return {
        "name": name,
        "press": f"section {each.section}",
        "cells": [
            report_cell(counted, name, row, f"cell {row['month']} {each.section}", is_small=True) for row in each.months
        ],
        "missing": f"{each.missing:,}" if each.missing else "–",
        "older": f"{each.older:,}" if each.older else "–",
    }


def _matters(counted: Counted, found: Sequence[Answered], open_orders: str, can_order: bool) -> Values:
    rest = len(found) - _MOST_MATTERS
    more = _("{number} more matters").format(number=rest) if rest > 0 else ""
    is_long = len(found) > _MOST_MATTERS_ON_PAPER
    titles = " · ".join(each.matter.title for each in found[_MOST_MATTERS:])
    waiting = sum(each.waits for each in found)
    return {
        "title": _("To decide"),
        "subtitle": _("{waiting} of {number} wait").format(waiting=waiting, number=len(found)) if found else "",
        "rows": [
            {
                "title": each.matter.title,
                "reason": " · ".join((each.matter.reason, *map(remark_words, each.remarks))),
                "order": ordered_words(each.order, counted.as_of) if each.order else "",
                "press": f"order {each.matter.key}" if can_order else "",
                "action": _("Give the order"),
                "is_folded": place >= _MOST_MATTERS,
            }
            for place, each in enumerate(found)
        ],
        "nothing": _("Nothing waits for a decision."),
        "rest": more,
        "on_paper": f"{more}: {titles}" if is_long else "",
        "open": open_orders,
    }


def _months(counted: Counted) -> Values:
    stands = stand_by_month(counted)
    has_pace = any(stand.pace is not None for stand in stands)
    return {
        "title": _("By month"),
        "subtitle": _("measures completed, beside the reports received"),
        "bars": [_month(counted, stand) for stand in stands],
        "then": _("reports received by the same age"),
        "later": _("since then"),
        "done": _("completed"),
        "pace": _("where it should be") if has_pace else "",
    }


def _month(counted: Counted, stand: MonthStand) -> Values:
    text = _(
        "{month}: {received} of {due} reports received by the same age, {later} by now; completed {completion}"
    ).format(
        month=month_words(counted, stand.month),
        received=stand.then["received"],
        due=stand.then["due"],
        later=stand.now["received"],
        completion=percent_label(stand.completion),
    )
    return {
        "month": stand.month,
        "name": short_month(counted, stand.month),
        "label": text,
        "rate": percent_label(stand.completion),
        **{
            name: None if rate is None else round(100 * rate, 1)
            for name, rate in (
                ("then", stand.reported_then),
                ("now", stand.reported),
                ("pace", stand.pace),
                ("done", stand.completion),
            )
        },
    }


def _indicators(counted: Counted, in_plan_order: bool) -> Values:
    bars = indicator_bars(counted, in_plan_order=in_plan_order)
    order = ordering("indicators", _("least first"), in_plan_order=in_plan_order)
    paced = "" if bars.pace is None else _("dashed: where it should be")
    parts = (
        _("completed · in progress · not started, of each indicator's measures"),
        *(adding_up(counted), order["words"], paced),
    )
    return {
        "title": bars.title,
        "subtitle": " · ".join(filter(None, parts)),
        "order": order,
        "pace": None if bars.pace is None else round(100 * bars.pace, 1),
        "bars": [_bar(counted, row) for row in bars.rows],
    }


def _bar(counted: Counted, row: Row) -> Values:
    name = counted.names["indicator"][row["indicator"]]
    counts = {"completed": row["completed"] - row["unconfirmed"], **{part: row[part] for part in _STATUSES[1:]}}
    return {
        "name": name,
        "press": f"indicator {row['indicator']}",
        "label": f"{name}: {label('status', 'completed')} {rate_label(row['completed'], row['applicable'])}",
        "parts": [(part, round(100 * counts[part] / row["applicable"], 2)) for part in _STATUSES if counts[part]],
        "rate": f"{row['completed']}/{row['applicable']}",
    }
