"""Meetings as somebody opened them: kept apart from all that pages cache, which every look may push out."""

import pickle
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from ita_data.agenda import Meeting
from ita_data.config import database
from ita_data.model.periods import FiscalMonth
from ita_data.services import meeting
from ita_data.services.clock import now
from ui.look.look import Look
from ui.look.plans import Plan
from ui.look.store import store

OPENED = "opened"
"""The choice in the address that names the revision at which a meeting was opened."""
_MOST_KEPT = 64

_Key = tuple[str | Path, str, int, int, date, int]
_kept: dict[_Key, tuple[datetime, bytes]] = {}


@dataclass(frozen=True, slots=True)
class Opened:
    """A meeting, and the moment and the store's revision at which it was opened."""

    meeting: Meeting
    at: datetime
    revision: int


def meeting_now(look: Look) -> Meeting:
    """The meeting on the month looked at as it is now."""
    found: Meeting = pickle.loads(_meeting_in_bytes(look.plan, look.month, look.as_of))
    return found


def open_meeting(look: Look) -> Opened:
    """Open the meeting as it is now; it can be had again by its revision until the server is started anew."""
    opened = Opened(meeting_now(look), now(), look.plan.revision)
    key = _key(look, opened.revision)
    _kept.pop(key, None)
    _kept[key] = opened.at, _meeting_in_bytes(look.plan, look.month, look.as_of)
    for oldest in list(_kept)[:-_MOST_KEPT]:
        _kept.pop(oldest, None)
    return opened


def opened_meeting(look: Look, revision: int) -> Opened | None:
    """The meeting as somebody here opened it at a revision; None where nobody did, or it isn't kept any more.

    Of a revision that the store hasn't come to there is none either: an older copy of it was put back.
    """
    at, in_bytes = _kept.get(_key(look, revision), (None, b""))
    return Opened(pickle.loads(in_bytes), at, revision) if at and revision <= look.plan.revision else None


def _key(look: Look, revision: int) -> _Key:
    plan = look.plan
    return database(), plan.organisation, plan.fiscal_year, look.month, look.as_of, revision


@lru_cache(maxsize=4)
def _meeting_in_bytes(plan: Plan, month: int, as_of: date) -> bytes:
    fiscal_month = FiscalMonth(plan.fiscal_year, month)
    return pickle.dumps(meeting.open_meeting(store(), plan.organisation, fiscal_month, as_of))
