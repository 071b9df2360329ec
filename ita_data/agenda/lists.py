"""The screens with a list: open orders, comments, measures at a standstill, what was finished, orders to give."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_data.agenda.behind import measures_behind
from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.month_charts import completed_by_month, measures_by_motion
from ita_data.agenda.screen import Listing, MonthChart, Screen
from ita_data.agenda.wording import (
    due_words,
    foot,
    order_text,
    paged,
    reports_source,
    short,
    status_words,
)
from ita_data.findings import Matter, to_decide
from ita_data.findings.wording import section_name
from ita_data.labels import date_label, label
from ita_data.language import gettext as _
from ita_data.model.decisions import Remark, Topic
from ita_data.model.orders import GivenOrder, open_orders
from ita_data.model.records import EVERY_SECTION

MOST_ROWS = 3
"""So many rows of three lines each fit a screen of 1024 by 768 points."""
_LONGEST_ORDER = 56
"""So many letters of what was ordered or said stand on three lines; the minutes have all of it."""
_EVERY = "all"


def orders(meeting: Meeting) -> Iterator[Screen]:
    """The orders of earlier months that are still open, the oldest first; all of them, on as many screens as needed."""
    earlier = [each for each in open_orders(meeting.orders, meeting.month, meeting.as_of) if each.month < meeting.month]
    overdue = sum(each.is_overdue_on(meeting.as_of) for each in earlier)
    title = _("{number} orders of earlier months are open, {overdue} of them overdue").format(
        number=len(earlier), overdue=overdue
    )
    for name, counted, shown in paged("orders", title, earlier, MOST_ROWS):
        body = _order_list(meeting, shown)
        yield Screen(name, counted, body, foot(meeting, _("Source: the director's orders")), (_open_rule(),))


def comments(meeting: Meeting) -> Iterator[Screen]:
    """What the director said on the month before in words of his own, without ordering anything."""
    said = [remark for remark in meeting.said_before if remark.text]
    title = _("{number} comments of the month before").format(number=len(said))
    headers = (_("Topic"), _("Section"), _("Text"), _("Made on"))
    source = foot(meeting, _("Source: the director's comments"))
    for name, counted, shown in paged("comments", title, said, MOST_ROWS):
        rows = tuple(_comment_row(meeting, remark) for remark in shown)
        yield Screen(name, counted, Listing(headers, rows, (25, 26, 33, 16)), source)


def orders_to_give(meeting: Meeting) -> Iterator[Screen]:
    """The orders given for this month, which is where the agenda ends; the last ones where there are many."""
    given = meeting.given
    title = _("Orders of this month: {number}").format(number=len(given)) if given else _("What is to be done next?")
    shown = given[-MOST_ROWS:]
    rest = _before(len(given) - len(shown)) if given else _("No order was given yet.")
    body = _order_list(meeting, shown, rest)
    if not given:
        body = replace(body, rows=_proposed(meeting))
    yield Screen("orders_to_give", title, body, foot(meeting, _("Source: the director's orders")))


def standstill(meeting: Meeting) -> Iterator[Screen]:
    """The measures that didn't move for three months."""
    rows = [row for row in meeting.rows("standstill") if row["motion"] == "standing"]
    title = _("{number} measures have stood still for three months").format(number=len(rows))
    rule = _("Standing still: neither status nor progress is other than three months before.")
    charts = measures_by_motion(meeting)
    yield from _measures(meeting, Topic.STANDSTILL, "standstill", title, rows, rule, charts)


def finished(meeting: Meeting) -> Iterator[Screen]:
    """Good news: the measures that were completed this month."""
    rows = meeting.rows("finished")
    title = _("Good news: {number} measures were finished this month").format(number=len(rows))
    waiting = sum(bool(row["is_unconfirmed"]) for row in rows)
    if waiting:
        title += " · " + _("{number} to be confirmed").format(number=waiting)
    status = {row["measure"]: row for row in meeting.rows("measure_status")}
    rule = _("Finished: completed at the end of this month, and not at the end of the one before.")
    shown = [status[row["measure"]] for row in rows]
    charts = completed_by_month(meeting)
    yield from _measures(meeting, Topic.CHANGES, "finished", title, shown, rule, charts)


def _measures(
    meeting: Meeting,
    topic: Topic,
    name: str,
    title: str,
    rows: Sequence[Row],
    rule: str,
    charts: tuple[MonthChart, ...] = (),
) -> Iterator[Screen]:
    if not rows:
        return
    sections = _sections_of(meeting)
    shown = tuple(
        (row["measure"], short(row["text"]), sections.get(row["measure"], "–"), status_words(row))
        for row in rows[:MOST_ROWS]
    )
    headers = (_("Code"), _("Measure"), _("Section"), _("Status"))
    body = Listing(headers, shown, (10, 48, 20, 22), _rest(rows), _EVERY, charts)
    behind = {_EVERY: measures_behind(title, rows)}
    yield Screen(name, title, body, foot(meeting, reports_source()), (rule,), behind, topic=topic)


def _order_list(meeting: Meeting, orders: Sequence[GivenOrder], rest: str = "") -> Listing:
    headers = (_("No."), _("Section"), _("What shall be done"), _("Done by the end of"))
    return Listing(headers, tuple(_order_row(meeting, each) for each in orders), (14, 30, 37, 19), rest)


def _order_row(meeting: Meeting, given: GivenOrder) -> tuple[str, ...]:
    section = section_name(meeting, given.order.section)
    return (given.name, section, short(order_text(given), _LONGEST_ORDER), due_words(meeting, given))


def _comment_row(meeting: Meeting, remark: Remark) -> tuple[str, ...]:
    text = f"{remark.measure} {remark.text}" if remark.measure else remark.text
    section = section_name(meeting, remark.section)
    return (label("topic", remark.topic), section, short(text, _LONGEST_ORDER), date_label(remark.made_on))


def _proposed(meeting: Meeting) -> tuple[tuple[str, ...], ...]:
    """What may be ordered, while nothing was yet."""
    matters = to_decide(meeting)[:MOST_ROWS]
    return tuple((_("Proposed"), section_name(meeting, each.section), short(_proposal(each)), "") for each in matters)


def _proposal(matter: Matter) -> str:
    return f"{matter.measure} {matter.order}" if matter.measure else matter.order


def _before(number: int) -> str:
    return _("and {number} before these, in the minutes").format(number=number) if number else ""


def _sections_of(meeting: Meeting) -> dict[str, str]:
    """The section that has each measure, or how many of them have it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in meeting.rows("status_by_section"):
        found[row["measure"]].append(row["section"])
    return {code: _together(meeting, sections) for code, sections in found.items()}


def _together(meeting: Meeting, sections: Sequence[str]) -> str:
    if len(sections) == 1:
        return section_name(meeting, sections[0])
    if set(sections) == meeting.every_section:
        return EVERY_SECTION
    return _("{number} sections").format(number=len(sections))


def _rest(rows: Sequence[object]) -> str:
    return _("and {number} more").format(number=len(rows) - MOST_ROWS) if len(rows) > MOST_ROWS else ""


def _open_rule() -> str:
    return _("An order is open until it is closed with an answer, and overdue after the month by whose end it was due.")
