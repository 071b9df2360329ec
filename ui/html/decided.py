"""The director's page as HTML: what waits for a decision, open orders, what was decided, and the lists."""

from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from ita_data.findings import (
    Answered,
    Counted,
    Decided,
    decided_figures,
    decided_finding,
    ordered_words,
    remark_words,
)
from ita_data.findings.wording import day_words, section_name, short_month, window
from ita_data.labels import label, month_label
from ita_data.language import gettext as _
from ita_data.model.decisions import Remark, Topic
from ita_data.model.orders import GivenOrder
from ui.html.rendering import rendered

_MOST = 8
"""So many rows of a list are seen at once; the others are folded."""

Values = dict[str, Any]
Listed = tuple[Topic, int, str, int]
"""A list to go through: its topic, how many stand on it, of what, and how often it was answered."""


def decided_html(counted: Counted, found: Decided, lists: Iterable[Listed], printed: str, *, can_write: bool) -> Markup:
    """What is open on top and what was decided below it; a past day has no buttons that write.

    `printed` says on paper alone what is looked at.
    """
    return rendered(
        "decided.html",
        printed=printed,
        finding=decided_finding(counted, found),
        figures=decided_figures(counted, found),
        words={"rule": _("How this is counted")},
        blocks=[_matters(counted, found, can_write), _standing(counted, found, can_write)],
        beside=[_said(counted, found), _closed(counted, found), _lists(counted, lists)],
    )


def order_press(given: GivenOrder) -> str:
    """What is pressed to open an order: its fiscal year and number."""
    return f"given {given.fiscal_year} {given.order.number}"


def _matters(counted: Counted, found: Decided, can_write: bool) -> Values:
    waiting_first = sorted(found.answered, key=lambda each: not each.waits)
    subtitle = _("{waiting} of {number} wait").format(waiting=found.waiting, number=len(found.answered))
    rows = [_matter(counted, each, can_write) for each in waiting_first]
    title = _("To decide")
    return _block("matters", title, subtitle if rows else "", rows, _("Nothing waits for a decision."))


def _matter(counted: Counted, each: Answered, can_write: bool) -> Values:
    said = [remark_words(remark) for remark in each.remarks]
    if each.order:
        said.insert(0, ordered_words(each.order, counted.as_of))
    row = _row(each.matter.title, each.matter.reason, f"matter {each.matter.key}", " · ".join(said))
    if each.order:
        return row | {"action": each.order.name, "action_press": order_press(each.order), "is_quiet": True}
    if can_write:
        return row | {"action": _("Give the order"), "action_press": f"order {each.matter.key}"}
    return row


def _standing(counted: Counted, found: Decided, can_write: bool) -> Values:
    overdue_first = sorted(found.standing, key=lambda each: not each.is_overdue_on(counted.as_of))
    rows = [_order(counted, each) for each in overdue_first]
    for row, each in zip(rows, overdue_first, strict=True):
        if can_write:
            row |= {"action": _("Close"), "action_press": order_press(each)}
    subtitle = _("on {day}").format(day=day_words(counted.as_of))
    return _block("standing", _("Open orders"), subtitle, rows, _("No order is open."))


def _order(counted: Counted, given: GivenOrder) -> Values:
    order = given.order
    title = f"{given.name} {section_name(counted, order.section)}"
    text = f"{order.measure} {order.text}" if order.measure else order.text
    due = _("to be done by {month}").format(month=month_label(order.due_on))
    is_overdue = given.is_overdue_on(counted.as_of)
    if is_overdue:
        days = (counted.as_of - order.due_on).days
        due = _("▲ overdue by {days} days").format(days=days)
    return _row(title, text, order_press(given), due) | {"is_bad": is_overdue}


def _said(counted: Counted, found: Decided) -> Values:
    given = [_given(counted, each) for each in found.given]
    rows = sorted([*given, *(_remark(counted, each) for each in found.remarks)], key=lambda row: str(row["on"]))
    title = _("Decided on {month}").format(month=short_month(counted, counted.month.month))
    for row in rows:
        row["title"] = f"{day_words(row['on'])} · {row['title']}"
    return _block("said", title, "", rows, _("Nothing was decided yet."))


def _given(counted: Counted, given: GivenOrder) -> Values:
    order = given.order
    title = f"{label('kind', 'order')} {given.name} {section_name(counted, order.section)}"
    return _row(title, order.text, order_press(given)) | {"on": order.given_on}


def _remark(counted: Counted, remark: Remark) -> Values:
    title = f"{label('response', remark.response)} {label('topic', remark.topic)}"
    text = " · ".join(part for part in (section_name(counted, remark.section), remark.measure, remark.text) if part)
    return _row(title, text, f"topic {remark.topic}") | {"on": remark.made_on}


def _closed(counted: Counted, found: Decided) -> Values:
    rows = [
        _row(f"{each.name} {section_name(counted, each.order.section)}", each.order.answer, order_press(each))
        | {"said": _("closed on {day}").format(day=day_words(each.order.closed_on or counted.as_of))}
        for each in found.closed
    ]
    return _block("closed", _("Orders closed since the last meeting"), "", rows, _("None was closed."))


def _lists(counted: Counted, lists: Iterable[Listed]) -> Values:
    rows = []
    for topic, number, of, answers in lists:
        said = _("responses: {number}").format(number=answers) if answers else ""
        rows.append(_row(f"{number:,} {label('topic', topic)}", of, f"topic {topic}", said))
    subtitle = _("{window} · acknowledge, comment or order at each").format(window=window(counted, counted.month.month))
    return _block("lists", _("Lists to go through"), subtitle, rows, "")


def _row(title: str, text: str, press: str, said: str = "") -> Values:
    shown = {"title": title, "text": text, "press": press, "said": said}
    return shown | {"action": "", "action_press": "", "is_quiet": False, "is_bad": False}


def _block(name: str, title: str, subtitle: str, rows: Sequence[Values], nothing: str) -> Values:
    rest = _("{number} more").format(number=len(rows) - _MOST) if len(rows) > _MOST else ""
    shown = {"name": name, "title": title, "subtitle": subtitle, "nothing": nothing, "rest": rest}
    return shown | {"rows": [row | {"is_folded": place >= _MOST} for place, row in enumerate(rows)]}
