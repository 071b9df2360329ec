"""What an office knew on a day: as of it nothing later is seen, of whatever kind.

A record counts from a day of its own, and an order is open until the day of its answer. What has no day of its own,
such as a text or a responsible section, is seen as it is now; so are corrections of a review, with the day of its
first receipt.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from ita_data.model.decisions import Closing, HeldMeeting, Order, Remark, Reopening
from ita_data.model.records import Exemption, Outcome, Record, Records, Review

_Known = TypeVar("_Known", bound=Record)

_SINCE: dict[type[Record], str] = {
    Outcome: "finished_on",
    Review: "received_on",
    Exemption: "decided_on",
    Order: "given_on",
    Remark: "made_on",
    Closing: "closed_on",
    Reopening: "opened_on",
    HeldMeeting: "marked_on",
}
"""What of each kind says the day from which a record counts; one without a day always counted."""


def plan_on(records: Records, day: date) -> Records:
    """A plan's records as they were known on a day; the links of an outcome come with it."""
    known: dict[str, Any] = {f"{kind.kind}s": known_on(records.of(kind.kind), day) for kind in _SINCE}
    outcomes = {outcome.key for outcome in known["outcomes"]}
    links = tuple(link for link in records.links if (link.outcome,) in outcomes)
    return replace(records, links=links, **known)


def known_on(records: Iterable[_Known], day: date) -> tuple[_Known, ...]:
    """The records that counted on a day; an order that was answered later is still open."""
    return tuple(_as_it_was(record, day) for record in records if _since(record) <= day)


def _since(record: Record) -> date:
    day: date | None = getattr(record, _SINCE.get(type(record), ""), None)
    return day or date.min


def _as_it_was(record: _Known, day: date) -> _Known:
    if isinstance(record, Order) and record.closed_on and record.closed_on > day:
        return replace(record, answer="", closed_on=None, closed_by="")
    return record
