"""The screens with a list: open orders, each section's faults, measures at a standstill, what was finished."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ita_data.agenda.behind import measures_behind, reports_behind
from ita_data.agenda.meeting import Meeting, Row
from ita_data.agenda.screen import Listing, Screen
from ita_data.agenda.wording import (
    foot,
    paged,
    reports_source,
    short,
    status_words,
)
from ita_data.findings.wording import months_in_words, section_name
from ita_data.labels import date_label, label, month_label
from ita_data.language import gettext as _
from ita_data.model.decisions import Remark, Topic
from ita_data.model.orders import GivenOrder, open_orders
from ita_data.model.records import EVERY_SECTION

MOST_ROWS = 8
"""So many rows of two lines each fit a screen of 1024 by 768 points."""
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
        yield Screen(name, counted, Listing(headers, rows, (20, 20, 44, 16)), source)


def orders_to_give(meeting: Meeting) -> Iterator[Screen]:
    """The orders given for this month, which is where the agenda ends; the last ones where there are many."""
    given = meeting.given
    title = _("Orders of this month: {number}").format(number=len(given)) if given else _("What is to be done next?")
    shown = given[-MOST_ROWS:]
    body = _order_list(meeting, shown, _before(len(given) - len(shown)) if given else _("No order was given yet."))
    yield Screen("orders_to_give", title, body, foot(meeting, _("Source: the director's orders")))


def section_faults(meeting: Meeting) -> Iterator[Screen]:
    """One screen a section with something missing, or late for this month; the one that lacks most first."""
    missing, late = _by_section(_missing(meeting)), _by_section(_late_this_month(meeting))
    numbers = {row["section"]: number for number, row in enumerate(meeting.rows("reporting_by_section"), 1)}
    faulty = [section for section in numbers if section in missing or section in late]
    for section in sorted(faulty, key=lambda section: -len(missing[section])):
        yield _faults_of(meeting, section, numbers[section], missing[section], late[section])


def standstill(meeting: Meeting) -> Iterator[Screen]:
    """The measures that didn't move for three months."""
    rows = [row for row in meeting.rows("standstill") if row["motion"] == "standing"]
    title = _("{number} measures have stood still for three months").format(number=len(rows))
    rule = _("Standing still: neither status nor progress is other than three months before.")
    yield from _measures(meeting, Topic.STANDSTILL, "standstill", title, rows, rule)


def finished(meeting: Meeting) -> Iterator[Screen]:
    """Good news: the measures that were completed this month."""
    rows = meeting.rows("finished")
    title = _("Good news: {number} measures were finished this month").format(number=len(rows))
    status = {row["measure"]: row for row in meeting.rows("measure_status")}
    rule = _("Finished: completed at the end of this month, and not at the end of the one before.")
    shown = [status[row["measure"]] for row in rows]
    yield from _measures(meeting, Topic.CHANGES, "finished", title, shown, rule)


def _measures(
    meeting: Meeting, topic: Topic, name: str, title: str, rows: Sequence[Row], rule: str
) -> Iterator[Screen]:
    if not rows:
        return
    sections = _sections_of(meeting)
    shown = tuple(
        (row["measure"], short(row["text"]), sections.get(row["measure"], "–"), status_words(row["status"]))
        for row in rows[:MOST_ROWS]
    )
    headers = (_("Code"), _("Measure"), _("Section"), _("Status"))
    body = Listing(headers, shown, (8, 50, 20, 22), _rest(rows), _EVERY)
    behind = {_EVERY: measures_behind(title, rows)}
    yield Screen(name, title, body, foot(meeting, reports_source()), (rule,), behind, topic=topic)


def _faults_of(meeting: Meeting, section: str, number: int, missing: list[Row], late: list[Row]) -> Screen:
    by_measure: dict[str, list[Row]] = defaultdict(list)
    for row in missing:
        by_measure[row["measure"]].append(row)
    name, texts = section_name(meeting, section), meeting.texts
    rows = [
        (code, short(texts[code]), _("✕ missing: {months}").format(months=_months(meeting, rows)))
        for code, rows in sorted(by_measure.items(), key=lambda entry: -len(entry[1]))
    ]
    rows += [
        (row["measure"], short(texts[row["measure"]]), _("◷ {days} days late").format(days=row["days"])) for row in late
    ]
    body = Listing((_("Code"), _("Measure"), _("Reports")), tuple(rows[:MOST_ROWS]), (8, 58, 34), _rest(rows), _EVERY)
    behind = {_EVERY: reports_behind(meeting, name, [*missing, *late])}
    rule = _("Missing: the due date has passed and nothing came. Late: this month's reports that came after it.")
    source = foot(meeting, reports_source())
    title, topic = _fault_sentence(name, missing, late), Topic.MISSING if missing else Topic.LATE
    return Screen(f"section-{number}", title, body, source, (rule,), behind, section, topic)


def _fault_sentence(name: str, missing: Sequence[Row], late: Sequence[Row]) -> str:
    if not missing:
        return _("{section}: {late} reports of this month came late").format(section=name, late=len(late))
    months = len({row["month"] for row in missing})
    return _("{section} lacks reports of {months} months: {missing} reports").format(
        section=name, months=months, missing=len(missing)
    )


def _order_list(meeting: Meeting, orders: Sequence[GivenOrder], rest: str = "") -> Listing:
    headers = (_("No."), _("Section"), _("What shall be done"), _("Done by the end of"))
    return Listing(headers, tuple(_order_row(meeting, each) for each in orders), (12, 20, 46, 22), rest)


def _order_row(meeting: Meeting, given: GivenOrder) -> tuple[str, ...]:
    order = given.order
    due = month_label(order.due_on)
    if given.is_overdue_on(meeting.as_of):
        due = _("▲ {month}, overdue").format(month=due)
    text = f"{order.measure} {order.text}" if order.measure else order.text
    return (f"{order.number}/{given.fiscal_year}", section_name(meeting, order.section), short(text), due)


def _comment_row(meeting: Meeting, remark: Remark) -> tuple[str, ...]:
    text = f"{remark.measure} {remark.text}" if remark.measure else remark.text
    section = section_name(meeting, remark.section)
    return (label("topic", remark.topic), section, short(text), date_label(remark.made_on))


def _before(number: int) -> str:
    return _("and {number} before these, in the minutes").format(number=number) if number else ""


def _missing(meeting: Meeting) -> list[Row]:
    return [row for row in meeting.rows("states") if row["state"] == "missing"]


def _late_this_month(meeting: Meeting) -> list[Row]:
    month = meeting.month.month
    return [row for row in meeting.rows("states") if (row["state"], row["month"]) == ("late", month)]


def _by_section(rows: Sequence[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["section"]].append(row)
    return found


def _sections_of(meeting: Meeting) -> dict[str, str]:
    """The section that has each measure, or how many of them have it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in meeting.rows("status_by_section"):
        found[row["measure"]].append(section_name(meeting, row["section"]))
    everybody = len(meeting.rows("completion_by_section"))
    return {code: _together(names, everybody) for code, names in found.items()}


def _together(names: Sequence[str], everybody: int) -> str:
    if len(names) == 1:
        return names[0]
    return EVERY_SECTION if len(names) == everybody else _("{number} sections").format(number=len(names))


def _months(meeting: Meeting, rows: Sequence[Row]) -> str:
    return months_in_words(meeting, (row["month"] for row in rows))


def _rest(rows: Sequence[object]) -> str:
    return _("and {number} more").format(number=len(rows) - MOST_ROWS) if len(rows) > MOST_ROWS else ""


def _open_rule() -> str:
    return _("An order is open until it is closed with an answer, and overdue after the month by whose end it was due.")
