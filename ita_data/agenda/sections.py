"""The screens of sections: who owes what, as a strip of months with a sentence; sections with little share a screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_data.agenda.behind import filled, reports_behind
from ita_data.agenda.fields import Reports, fields_of, key_of, reports_by_field
from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.month_charts import reports_of_section
from ita_data.agenda.screen import Behind, Screen, Strip, Strips
from ita_data.agenda.wording import foot, open_order_words, paged, reports_source
from ita_data.findings import Matter, SectionMonths, order_to_send, section_finding, section_months, to_decide
from ita_data.findings.figures import parts_of
from ita_data.findings.sections import days_late
from ita_data.findings.wording import month_words, section_name, short_month, window
from ita_data.language import gettext as _
from ita_data.model.decisions import Topic
from ita_data.model.orders import GivenOrder, open_orders

MANY_FAULTS = 10
"""A section with so many missing or late reports has a screen of its own."""
MOST_STRIPS = 3
_MOST_ORDERS = 2


@dataclass(frozen=True, slots=True)
class _Section:
    """A section with something to talk about: its months, its matter to decide, its open orders."""

    months: SectionMonths
    matter: Matter | None
    orders: list[GivenOrder]

    @property
    def owed(self) -> int:
        return self.months.missing + self.months.older

    @property
    def has_own_screen(self) -> bool:
        return self.matter is not None or self.owed + self.months.months[-1]["late"] >= MANY_FAULTS


def sections(meeting: Meeting) -> Iterator[Screen]:
    """The sections with something missing, late or ordered: those that owe most first, the small ones together."""
    found, reports = _to_talk_about(meeting), reports_by_field(meeting)
    small = [each for each in found if not each.has_own_screen]
    alone = [each for each in found if each.has_own_screen or len(small) == 1]
    for each in alone:
        yield _own_screen(meeting, each, reports)
    if len(small) > 1:
        yield from _shared_screens(meeting, small, reports)


def _to_talk_about(meeting: Meeting) -> list[_Section]:
    matters = {matter.section: matter for matter in reversed(to_decide(meeting)) if matter.measure is None}
    orders = open_orders(meeting.orders, meeting.month, meeting.as_of)
    found = [
        _Section(each, matters.get(each.section), [order for order in orders if order.order.section == each.section])
        for each in section_months(meeting)
    ]
    worth = [each for each in found if each.matter or each.orders or each.owed or each.months.months[-1]["late"]]
    return sorted(worth, key=lambda each: -each.owed)


def _own_screen(meeting: Meeting, each: _Section, reports: Reports) -> Screen:
    section = each.months.section
    number = [row["section"] for row in meeting.rows("reporting_by_section")].index(section) + 1
    strip, behind = _strip(meeting, each, reports)
    proposal = _proposal(meeting, each)
    charts = reports_of_section(meeting, each.months)
    body = Strips(_months(meeting), (strip,), key_of(strip.fields), proposal, charts)
    topic = each.matter.topic if each.matter else _topic(each)
    source = foot(meeting, reports_source())
    return Screen(f"section-{number}", strip.sentence, body, source, _rules(), behind, section, topic, proposal)


def _shared_screens(meeting: Meeting, found: Sequence[_Section], reports: Reports) -> Iterator[Screen]:
    owed = sum(each.owed for each in found)
    title = _("{number} sections owe little: {missing} reports together").format(number=len(found), missing=owed)
    for name, counted, shown in paged("sections", title, found, MOST_STRIPS):
        drawn = [_strip(meeting, each, reports) for each in shown]
        strips = tuple(strip for strip, _behind in drawn)
        behind = {key: each for _drawn, lists in drawn for key, each in lists.items()}
        body = Strips(_months(meeting), strips, key_of(field for strip in strips for field in strip.fields))
        source = foot(meeting, reports_source())
        yield Screen(name, counted, body, source, _rules(), behind, topic=Topic.MISSING)


def _strip(meeting: Meeting, each: _Section, reports: Reports) -> tuple[Strip, dict[str, Behind]]:
    section = each.months.section
    fields, behind = fields_of(meeting, each.months.months, reports)
    every = f"{section}-all"
    all_behind = filled({every: reports_behind(meeting, section_name(meeting, section), _faults(meeting, each))})
    strip = Strip(
        section_name(meeting, section),
        section_finding(meeting, each.months),
        tuple(fields[section]),
        tuple(_facts(meeting, each)),
        tuple(_orders(meeting, each)),
        every if all_behind else "",
    )
    return strip, {**all_behind, **behind}


def _orders(meeting: Meeting, each: _Section) -> Iterator[str]:
    """The oldest open orders, and how many more there are, which found no room here."""
    for given in each.orders[:_MOST_ORDERS]:
        yield open_order_words(meeting, given)
    rest = len(each.orders) - _MOST_ORDERS
    if rest > 0:
        yield _("and {number} more open orders: on the page “For the director” and in the minutes").format(number=rest)


def _faults(meeting: Meeting, each: _Section) -> list[Row]:
    """The section's missing reports, and those of this month that came late."""
    late = ("late", meeting.month.month)
    return [
        row
        for row in meeting.rows("states")
        if row["section"] == each.months.section and (row["state"] == "missing" or (row["state"], row["month"]) == late)
    ]


def _facts(meeting: Meeting, each: _Section) -> Iterator[str]:
    last = each.months.months[-1]
    month = short_month(meeting, meeting.month.month)
    received = f"{last['received']:,}/{last['due'] + last['not_yet_due']:,}"
    parts = " · ".join(part for part in (received, parts_of(last)) if part)
    yield _("{month} received {parts}").format(month=month, parts=parts)
    if each.months.older:
        before = window(meeting, meeting.month.month - 1)
        yield _("Owed of {window}: {number} reports").format(window=before, number=f"{each.months.older:,}")
    days = days_late(meeting).get(each.months.section)
    if days is not None:
        yield _("Late reports came {days} days late on average").format(days=days)


def _proposal(meeting: Meeting, each: _Section) -> str:
    """What may be ordered; nothing where an order is open, which says so itself."""
    if each.orders:
        return ""
    if each.matter:
        return each.matter.order
    owed = [row["month"] for row in each.months.months if row["missing"]]
    return order_to_send(meeting, owed) if owed else ""


def _topic(each: _Section) -> Topic:
    return Topic.MISSING if each.owed else Topic.LATE


def _months(meeting: Meeting) -> tuple[str, ...]:
    return tuple(month_words(meeting, month) for month in range(1, meeting.month.month + 1))


def _rules() -> tuple[str, ...]:
    return (
        _("Missing: the due date has passed and nothing came. Late: this month's reports that came after it."),
        _("Never on time: not one report on time in any of at least three months."),
    )
