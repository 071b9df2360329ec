"""What the director says at the meeting: orders, which stand until they are closed with an answer, and remarks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.decisions import Order, Remark, Response, Topic
from ita_data.model.errors import Overtaken, SaidAlready, TextMissing
from ita_data.model.orders import GivenOrder
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.services import history, known
from ita_data.services.editing import save
from ita_data.services.opening import Store, office_day
from ita_data.store import read_from

_ATTEMPTS = 5
"""How often another number is taken where several people say something at the same moment."""

_Said = TypeVar("_Said", Order, Remark)


def orders(store: Store, organisation: str, as_of: date | None = None) -> list[GivenOrder]:
    """Every order of an office, for whichever fiscal year it was given, as known on a day or else today."""
    day = as_of or office_day(store)
    with read_from(store) as connection:
        return known.orders(connection, organisation, day)


def remarks(store: Store, organisation: str, month: FiscalMonth, as_of: date | None = None) -> list[Remark]:
    """What the director said on a month by a day, or else by today."""
    day = as_of or office_day(store)
    with read_from(store) as connection:
        return known.remarks(connection, organisation, month, day)


def give_order(
    store: Store,
    organisation: str,
    month: FiscalMonth,
    actor: Actor,
    *,
    section: str,
    text: str,
    due: FiscalMonth,
    measure: str | None = None,
) -> Order:
    """Tell a section, or `EVERY_SECTION`, what to do by the end of a month; `month` is the one it is given for.

    Raises TextMissing where the order says nothing.
    """
    plan = PlanName(organisation, month.fiscal_year)
    order = Order(
        number=_next_number(store, plan, Order),
        month=month.month,
        section=section,
        measure=measure,
        text=_said(text, _("Write what shall be done.")),
        due_on=due.last_day,
        given_on=office_day(store),
        given_by=actor.name,
    )
    return _saved(store, plan, order, actor)


def close_order(store: Store, organisation: str, given: GivenOrder, answer: str, actor: Actor) -> Order:
    """Close an order, as the page showed it, with what came of it.

    Raises TextMissing without an answer, and Overtaken where somebody closed the order meanwhile.
    """
    answer = _said(answer, _("Write what was done: an order is closed with an answer."))
    closed = replace(given.order, answer=answer, closed_on=office_day(store), closed_by=actor.name)
    save(store, PlanName(organisation, given.fiscal_year), [(given.order, closed)], actor)
    return closed


def make_remark(
    store: Store,
    organisation: str,
    month: FiscalMonth,
    actor: Actor,
    *,
    response: Response,
    topic: Topic,
    section: str,
    text: str,
    measure: str | None = None,
) -> Remark:
    """Acknowledge a topic of a month, or comment on it.

    Raises TextMissing for a comment that says nothing, and SaidAlready where the same person said the same before.
    """
    is_comment = response is Response.COMMENT
    plan = PlanName(organisation, month.fiscal_year)
    remark = Remark(
        number=_next_number(store, plan, Remark),
        month=month.month,
        response=response,
        topic=topic,
        section=section,
        measure=measure,
        text=_said(text, _("Write the comment.")) if is_comment else text.strip(),
        made_on=office_day(store),
        made_by=actor.name,
    )
    _refuse_twice(remark, remarks(store, organisation, month))
    return _saved(store, plan, remark, actor)


def _saved(store: Store, plan: PlanName, said: _Said, actor: Actor, attempts: int = _ATTEMPTS) -> _Said:
    """Save what was said; under the next number where somebody took its own at the same moment."""
    try:
        save(store, plan, [(None, said)], actor)
    except Overtaken:
        if attempts == 1:
            raise
        numbered = replace(said, number=_next_number(store, plan, type(said)))
        return _saved(store, plan, numbered, actor, attempts - 1)
    return said


def _refuse_twice(remark: Remark, made: Iterable[Remark]) -> None:
    for before in made:
        if remark == replace(before, number=remark.number, made_on=remark.made_on):
            raise SaidAlready(before.topic, before.section, before.made_on)


def _said(text: str, wanted: str) -> str:
    if not text.strip():
        raise TextMissing(wanted)
    return text.strip()


def _next_number(store: Store, plan: PlanName, kind: type[Order | Remark]) -> int:
    """One more than the plan ever had: what was undone keeps its number, which somebody was told, or has on paper."""
    written = history.authors(store, plan, kind.kind)
    return 1 + max((int(number) for _kind, (number,) in written), default=0)
