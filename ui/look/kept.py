"""Every cache of the pages: keyed by the store's revision, so that a kept value is never out of date.

Every write raises the revision in its own transaction, and nothing is cleared. The caches are Python's plain ones, for
Streamlit's own hash all their arguments anew at every look. Large values are kept as bytes: Streamlit has the collector
walk all objects after every run, and these needn't be.
"""

import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from threading import RLock
from typing import Any

from ita_data.language import language
from ita_data.metrics import Year, year_of
from ita_data.model.changes import Batch
from ita_data.model.decisions import Closing, HeldMeeting, Remark, Reopening
from ita_data.model.names import Names
from ita_data.model.news import SectionNews
from ita_data.model.orders import GivenOrder
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.model.revision import Revision
from ita_data.model.score import Score
from ita_data.services import closing, held_meetings, history, looking, orders, scores
from ita_data.snapshot import Snapshot
from ui.look.asked import Asked
from ui.look.facts import Facts, facts_of
from ui.look.plans import Plan, plans
from ui.look.store import store

_MAKING = RLock()
"""Held by whoever makes something: what several people ask for at once is made for the first of them alone."""


def kept(asked: Asked, name: str, make: Callable[[], Any]) -> Any:
    """What was made under this name for the same question before, by anyone, in the reader's language."""
    shelf = _shelf(asked, language.get())
    if name not in shelf:
        with _MAKING:
            if name not in shelf:
                shelf[name] = pickle.dumps(make())
    return pickle.loads(shelf[name])


def facts(plan: Plan, today: date) -> Facts:
    """The facts of a plan as of a day, in the reader's language."""
    return _facts(plan, today, language.get())


def is_undecided(name: PlanName, today: date) -> bool:
    """Whether a plan is there of which the office has still to decide how it is followed up."""
    return any(facts(plan, today).is_undecided for plan in plans() if plan.name == name)


def snapshot(plan: Plan, as_of: date) -> Snapshot:
    """A plan's rows as known on a day, made anew for every run that needs them."""
    found: Snapshot = pickle.loads(_snapshot_in_bytes(plan, as_of))
    return found


def year(plan: Plan, as_of: date) -> Year:
    """The states and statuses of a whole fiscal year, from which every choice of filters is counted."""
    found: Year = pickle.loads(_year_in_bytes(plan, as_of))
    return found


def year_before(plan: Plan, as_of: date) -> Year | None:
    """The same of the fiscal year before; None where the office has no plan of it."""
    before = replace(plan, name=plan.name.before)
    return year(before, as_of) if before.name in {known.name for known in plans()} else None


@lru_cache(maxsize=16)
def reviews(plan: Plan, section: str, as_of: date) -> dict[tuple[str, int], Review]:
    """What a section had reported by a day, by measure and month."""
    found = looking.reviews(store(), plan.name, section, as_of)
    return {(review.measure, review.month): review for review in found}


@lru_cache(maxsize=64)
def as_needed(plan: Plan, section: str, month: int) -> tuple[str, ...]:
    """The measures that a section reports on as needed in a month."""
    return looking.as_needed(store(), plan.name, section, month)


@lru_cache(maxsize=4)
def closed(plan: Plan, as_of: date) -> tuple[tuple[Closing, ...], tuple[Reopening, ...]]:
    """The months of the plan that were closed by a day, and for which sections they were reopened."""
    return closing.closings(store(), plan.name, as_of)


@lru_cache(maxsize=16)
def names_since(plan: Plan, since: int) -> Names:
    """The names that records of a plan got after the store had a revision."""
    return history.names_since(store(), plan.name, since)


@lru_cache(maxsize=4)
def given_orders(plan: Plan, as_of: date) -> list[GivenOrder]:
    """Every order that the plan's office was given by a day."""
    return orders.orders(store(), plan.organisation, as_of)


@lru_cache(maxsize=4)
def office_scores(plan: Plan) -> list[Score]:
    """The assessment scores of the plan's office."""
    return scores.scores(store(), plan.organisation)


@lru_cache(maxsize=16)
def remarks(plan: Plan, month: int, as_of: date) -> list[Remark]:
    """What the director had said on a month by a day without ordering anything."""
    return orders.remarks(store(), plan.organisation, FiscalMonth(plan.fiscal_year, month), as_of)


@lru_cache(maxsize=16)
def held_meeting(plan: Plan, month: int, as_of: date) -> HeldMeeting | None:
    """When the meeting on a month was held, where somebody had marked it by a day."""
    return held_meetings.held_meeting(store(), plan.name, month, as_of)


@lru_cache(maxsize=4)
def emails(plan: Plan, as_of: date) -> dict[str, str]:
    """The addresses of the plan's sections, blank where none is known."""
    return {section.name: section.email for section in looking.records(store(), plan.name, as_of).sections}


@lru_cache(maxsize=4)
def batches(revision: Revision, as_of: date | None) -> list[Batch]:
    """Every write that was applied by a day, or ever, the newest first."""
    return history.batches(store()) if as_of is None else history.batches_on(store(), as_of)


@lru_cache(maxsize=16)
def news_days(plan: Plan, month: int, as_of: date) -> tuple[date, date]:
    """The days after and up to which something is news since the last meeting."""
    of_the_plan = FiscalMonth(plan.fiscal_year, month)
    return held_meetings.news_days(store(), plan.organisation, of_the_plan, as_of)


@lru_cache(maxsize=16)
def news(plan: Plan, since: date, until: date) -> list[SectionNews]:
    """What changed after one day and up to another, by section."""
    return history.news_between(store(), plan.name, since, until)


@lru_cache(maxsize=8)
def _snapshot_in_bytes(plan: Plan, as_of: date) -> bytes:
    return pickle.dumps(looking.snapshot(store(), plan.name, as_of))


@lru_cache(maxsize=32)
def _year_in_bytes(plan: Plan, as_of: date) -> bytes:
    return pickle.dumps(year_of(snapshot(plan, as_of), as_of))


@lru_cache(maxsize=64)
def _facts(plan: Plan, today: date, readers_language: str) -> Facts:
    return facts_of(snapshot(plan, today), today)


@lru_cache(maxsize=128)
def _shelf(asked: Asked, readers_language: str) -> dict[str, bytes]:
    return {}
