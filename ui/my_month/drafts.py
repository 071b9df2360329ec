"""What the person at the screen entered on a section's reports and hasn't sent, kept by the office's server.

Until somebody said who they are, and while the store takes nothing, it waits in the session.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import streamlit as st

from ita_data.model.actors import Actor
from ita_data.model.drafts import Answers, Draft, begun
from ita_data.model.errors import ItaError
from ita_data.model.review_fields import ANSWERS
from ita_data.services import drafts as office
from ui.look.look import Look
from ui.look.store import store
from ui.my_month.owed import Owed, key_of_report

_WAITING = "drafts-waiting"


@dataclass(frozen=True, slots=True)
class Drafts:
    """A person's drafts of one section's reports, by `key_of_report`, as they stood when the page began to run."""

    look: Look
    section: str
    owner: Actor | None
    by_key: Mapping[str, Draft]

    @property
    def kept_at(self) -> datetime | None:
        """When the last of them was kept by the office; None while none was, or one waits."""
        moments = [draft.kept_at for draft in self.by_key.values()]
        known = [moment for moment in moments if moment]
        return max(known) if known and len(known) == len(moments) else None


@dataclass(slots=True)
class _Waiting:
    """What isn't kept by the office yet: drafts as they are begun, by the names of a revision, and what was entered."""

    revision: int
    entered: list[tuple[Draft, Answers]] = field(default_factory=list)


def drafts_of(look: Look, section: str, owner: Actor | None) -> Drafts:
    """The drafts that a person has of a section; what waited is kept first, and what was sent already is gone."""
    if owner:
        _keep_what_waits(look, owner)
    found = office.drafts_of(store(), owner, look.plan.name) if owner else {}
    for draft, answers in _waiting(look).entered:
        found[draft.report] = found.get(draft.report, draft).saying(answers)
    mine = {key_of_report(measure, month): draft for (measure, of, month), draft in found.items() if of == section}
    drafts = Drafts(look, section, owner, mine)
    return _without(drafts, _sent(drafts))


def enter(drafts: Drafts, entered: Iterable[tuple[Owed, Answers]]) -> None:
    """Keep what was entered in some fields of reports; where that can't be done now, it waits."""
    look = drafts.look
    waiting = _waiting(look)
    waiting.entered += [(begun(entry.sent, entry.untouched), answers) for entry, answers in entered]
    if drafts.owner:
        _keep_what_waits(look, drafts.owner)


def hold_against_stored(drafts: Drafts, entry: Owed) -> None:
    """What was entered is wanted, though somebody else sent the report meanwhile."""
    if drafts.owner:
        office.hold_against(store(), drafts.owner, drafts.look.plan.name, drafts.by_key[entry.key], entry.sent)


def throw_away(drafts: Drafts, keys: Iterable[str]) -> None:
    """Forget drafts: they are sent, or unwanted."""
    look, reports = drafts.look, [drafts.by_key[key].report for key in keys if key in drafts.by_key]
    waiting = _waiting(look)
    waiting.entered = [(draft, answers) for draft, answers in waiting.entered if draft.report not in reports]
    if drafts.owner and reports:
        office.throw_away(store(), drafts.owner, look.plan.name, reports, revision=look.plan.revision)


def drop(drafts: Drafts, entry: Owed) -> None:
    """Forget what was entered on a report, so that what is stored shows again."""
    throw_away(drafts, [entry.key])
    empty_fields(entry)


def empty_fields(entry: Owed) -> None:
    """Let the fields show the draft, or what is stored, when they are drawn next."""
    for name in ANSWERS:
        st.session_state.pop(entry.field(name), None)


def is_any_waiting(look: Look) -> bool:
    """Whether something was entered that the office hasn't kept."""
    return bool(_waiting(look).entered)


def _sent(drafts: Drafts) -> list[str]:
    """What was sent already, before a server that died could throw the draft away."""
    stored = drafts.look.stored.reviews_of(drafts.section)
    return [
        key
        for key, draft in drafts.by_key.items()
        if draft.is_sent(stored.get((draft.review.measure, draft.review.month)))
    ]


def _without(drafts: Drafts, keys: list[str]) -> Drafts:
    throw_away(drafts, keys)
    return replace(drafts, by_key={key: draft for key, draft in drafts.by_key.items() if key not in keys})


def _keep_what_waits(look: Look, owner: Actor) -> None:
    waiting = _waiting(look)
    if not waiting.entered:
        return
    try:
        office.enter(store(), owner, look.plan.name, waiting.entered, revision=waiting.revision)
    except ItaError:
        return  # The page says that it isn't kept yet; the next run tries again.
    waiting.entered = []


def _waiting(look: Look) -> _Waiting:
    """What waits of this plan, by the names of the plan as it is looked at."""
    every = st.session_state.setdefault(_WAITING, {})
    waiting: _Waiting = every.setdefault(look.plan.name, _Waiting(look.plan.revision))
    if waiting.revision != look.plan.revision:
        names = look.said.names_since(waiting.revision)
        waiting.entered = [(draft.called(names), answers) for draft, answers in waiting.entered]
        waiting.revision = look.plan.revision
    return waiting
