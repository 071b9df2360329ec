"""What is open for the director and what was decided: a month's matters beside what was said, orders, and remarks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ita_data.findings.counted import Counted
from ita_data.findings.figures import Figure
from ita_data.findings.to_decide import Matter, to_decide
from ita_data.findings.wording import day_words, short_month, window
from ita_data.labels import label, month_label
from ita_data.language import gettext as _
from ita_data.model.decisions import Order, Remark, Response
from ita_data.model.orders import GivenOrder, closed_orders, open_orders
from ita_data.model.records import EVERY_SECTION


@dataclass(frozen=True, slots=True)
class Answered:
    """A matter with what was said on it: the open order, and the month's remarks."""

    matter: Matter
    order: GivenOrder | None
    remarks: tuple[Remark, ...]

    @property
    def waits(self) -> bool:
        """Whether nothing was decided on it yet."""
        return self.order is None and not self.remarks


@dataclass(frozen=True, slots=True)
class Decided:
    """What is open and what was decided, as of a day.

    `standing` are the open orders, of `so_far` that were given up to the month; `given` those given for the month,
    `remarks` what was said on it, and `closed` the orders closed since the last meeting.
    """

    answered: tuple[Answered, ...]
    standing: tuple[GivenOrder, ...]
    so_far: int
    given: tuple[GivenOrder, ...]
    remarks: tuple[Remark, ...]
    closed: tuple[GivenOrder, ...]

    @property
    def waiting(self) -> int:
        """How many matters wait for a decision."""
        return sum(each.waits for each in self.answered)


def decided(
    counted: Counted, orders: Iterable[GivenOrder], remarks: Sequence[Remark], news_days: tuple[date, date]
) -> Decided:
    """What is open and was decided on a month; `news_days` are those after and up to which an order was closed."""
    known = list(orders)
    standing = open_orders(known, counted.month, counted.as_of)
    return Decided(
        answered=tuple(answered(matter, standing, remarks) for matter in to_decide(counted)),
        standing=tuple(standing),
        so_far=sum(each.month <= counted.month for each in known),
        given=tuple(each for each in known if each.month == counted.month),
        remarks=tuple(remarks),
        closed=tuple(closed_orders(known, *news_days)),
    )


def answered(matter: Matter, standing: Iterable[GivenOrder], remarks: Iterable[Remark] = ()) -> Answered:
    """A matter with the first open order and the remarks that are about it."""
    order = next((each for each in standing if _is_about(each.order, matter)), None)
    mine = [each for each in remarks if each.topic == matter.topic and _is_about(each, matter)]
    return Answered(matter, order, tuple(mine))


def _is_about(said: Order | Remark, matter: Matter) -> bool:
    """Whether it speaks of the matter; what is said of a measure to all is said to each section that leads it."""
    sections = (matter.section, EVERY_SECTION) if matter.measure else (matter.section,)
    return said.measure == matter.measure and said.section in sections


def ordered_words(given: GivenOrder, day: date) -> str:
    """That something was ordered, and until when: สั่งแล้ว กำหนด เม.ย. 68."""
    words = _("Ordered, overdue since {month}") if given.is_overdue_on(day) else _("Ordered by {month}")
    return words.format(month=month_label(given.order.due_on))


def remark_words(remark: Remark) -> str:
    """A remark with its day: ความเห็น 9 เม.ย.: ขอให้ส่งทันกำหนด."""
    said = f"{label('response', remark.response)} {day_words(remark.made_on)}"
    return f"{said}: {remark.text}" if remark.text else said


def decided_finding(counted: Counted, found: Decided) -> str:
    """How many matters wait, how many orders are open and how many of these are overdue, each with its window."""
    return f"{_waiting(counted, found)} · {_open(counted, found)}"


def decided_figures(counted: Counted, found: Decided) -> tuple[Figure, Figure, Figure, Figure]:
    """Matters that wait, orders open and overdue, and what was decided on the month."""
    return (_matters(counted, found), _standing(counted, found), _overdue(counted, found), _said(counted, found))


def overdue_orders(counted: Counted, found: Decided) -> list[GivenOrder]:
    """The open orders that are overdue."""
    return [each for each in found.standing if each.is_overdue_on(counted.as_of)]


def _waiting(counted: Counted, found: Decided) -> str:
    until = window(counted, counted.month.month)
    if not found.answered:
        return _("{window}: nothing has to be decided").format(window=until)
    if not found.waiting:
        return _("{window}: all {number} matters are decided").format(window=until, number=len(found.answered))
    return _("{window}: {waiting} of {number} matters wait for a decision").format(
        window=until, waiting=found.waiting, number=len(found.answered)
    )


def _open(counted: Counted, found: Decided) -> str:
    day, overdue = day_words(counted.as_of), len(overdue_orders(counted, found))
    if not found.standing:
        return _("no order is open on {day}").format(day=day)
    words = _("{number} orders are open, {overdue} of them overdue on {day}")
    return words.format(number=len(found.standing), overdue=overdue, day=day)


def _matters(counted: Counted, found: Decided) -> Figure:
    name = _("Matters to decide, {window}").format(window=window(counted, counted.month.month))
    of = _("of {number} matters").format(number=len(found.answered))
    ordered = sum(each.order is not None for each in found.answered)
    beside = _("ordered {ordered} · answered otherwise {answered}").format(
        ordered=ordered, answered=len(found.answered) - ordered - found.waiting
    )
    return Figure("matters", name, f"{found.waiting:,}", of, beside if found.answered else "")


def _standing(counted: Counted, found: Decided) -> Figure:
    name = _("Orders open on {day}").format(day=day_words(counted.as_of))
    of = _("of {number} given up to {month}").format(
        number=found.so_far, month=short_month(counted, counted.month.month)
    )
    oldest = (
        _("oldest of {month}").format(month=month_label(found.standing[0].month.first_day)) if found.standing else ""
    )
    return Figure("open_orders", name, f"{len(found.standing):,}", of, oldest)


def _overdue(counted: Counted, found: Decided) -> Figure:
    late = overdue_orders(counted, found)
    name = _("Orders overdue on {day}").format(day=day_words(counted.as_of))
    of = _("of {number} open").format(number=len(found.standing))
    days = max(((counted.as_of - each.order.due_on).days for each in late), default=0)
    return Figure(
        "overdue_orders", name, f"{len(late):,}", of, _("longest by {days} days").format(days=days) if late else ""
    )


def _said(counted: Counted, found: Decided) -> Figure:
    name = _("Decided on {month}").format(month=short_month(counted, counted.month.month))
    kinds = Counter(remark.response for remark in found.remarks)
    of = " · ".join(_parts(len(found.given), kinds))
    closed = _("orders closed since the last meeting {number}").format(number=len(found.closed))
    return Figure("decided", name, f"{len(found.given) + len(found.remarks):,}", of, closed)


def _parts(orders: int, kinds: Counter[Response]) -> Iterator[str]:
    yield f"{label('kind', 'order')} {orders}"
    yield from (f"{label('response', kind)} {kinds[kind]}" for kind in (Response.COMMENT, Response.ACKNOWLEDGED))
