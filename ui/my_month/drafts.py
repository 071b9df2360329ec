"""What the person at the screen entered on a section's reports and hasn't sent, kept by the office's server.

Until somebody said who they are, and while the store takes nothing, it waits in the session.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Edit
from ita_data.model.drafts import Answers, Draft, Report, begun, owner_of
from ita_data.model.errors import ItaError
from ita_data.model.problem_kinds import Severity
from ita_data.model.problems import Problem
from ita_data.model.review_checks import NOTHING_HAPPENED, problems_of
from ita_data.model.review_fields import ANSWERS
from ita_data.model.states import Status
from ita_data.services import drafts as office
from ui.look.day import today
from ui.look.look import Look
from ui.look.store import store
from ui.my_month.owed import Owed, identity_of_section, key_of_report

_WAITING = "drafts-waiting"
"""What isn't kept by the office yet, by owner: drafts as they are begun, each with what was entered."""
_Waiting = list[tuple[Draft, Answers]]


@dataclass(frozen=True, slots=True)
class Drafts:
    """A person's drafts of one section's reports, by `key_of_report`, as they stood when the page began to run.

    `owner` is blank as long as nobody said who they are.
    """

    owner: str
    by_key: Mapping[str, Draft]

    @property
    def kept_at(self) -> datetime | None:
        """When the last of them was kept by the office; None while none was, or one waits."""
        moments = [draft.kept_at for draft in self.by_key.values()]
        known = [moment for moment in moments if moment]
        return max(known) if known and len(known) == len(moments) else None


def drafts_of(look: Look, section: str, actor: Actor | None) -> Drafts:
    """The drafts that a person has of a section; what waited is kept first, and what was sent already is gone."""
    owner = _owner(look, actor)
    _keep_what_waits(owner)
    found = office.drafts_of(store(), owner) if owner else {}
    for draft, answers in _waiting(owner):
        found[draft.report] = found.get(draft.report, draft).saying(answers)
    mine = _by_key(look, section, found)
    sent = _sent(look, section, mine)
    drafts = Drafts(owner, mine)
    throw_away(drafts, sent)
    return replace(drafts, by_key={key: draft for key, draft in mine.items() if key not in sent})


def enter(drafts: Drafts, entered: Iterable[tuple[Owed, Answers]]) -> None:
    """Keep what was entered in some fields of reports; where that can't be done now, it waits."""
    fresh = [(begun(entry.report, entry.sent, entry.untouched), answers) for entry, answers in entered]
    _waiting(drafts.owner).extend(fresh)
    _keep_what_waits(drafts.owner)


def hold_against_stored(drafts: Drafts, entry: Owed) -> None:
    """What was entered is wanted, though somebody else sent the report meanwhile."""
    for place, (draft, answers) in enumerate(waiting := _waiting(drafts.owner)):
        if draft.report == entry.report:
            waiting[place] = replace(draft, shown=entry.sent), answers
    if drafts.owner:
        # Where the store takes nothing, the page asks again.
        with suppress(ItaError):
            office.keep(store(), drafts.owner, replace(drafts.by_key[entry.key], shown=entry.sent))


def throw_away(drafts: Drafts, keys: Iterable[str]) -> None:
    """Forget drafts: they are sent, or unwanted."""
    reports = {drafts.by_key[key].report for key in keys if key in drafts.by_key}
    waiting = _waiting(drafts.owner)
    waiting[:] = [(draft, answers) for draft, answers in waiting if draft.report not in reports]
    if drafts.owner and reports:
        # Where the store takes nothing, what was sent is known by that, and what is unwanted shows again.
        with suppress(ItaError):
            office.throw_away(store(), drafts.owner, reports)


def drop(drafts: Drafts, entry: Owed) -> None:
    """Forget what was entered on a report, so that what is stored shows again."""
    throw_away(drafts, [entry.key])
    empty_fields(entry)


def empty_fields(entry: Owed) -> None:
    """Let the fields show the draft, or what is stored, when they are drawn next."""
    for name in ANSWERS:
        st.session_state.pop(entry.field(name), None)


def is_any_waiting(drafts: Drafts) -> bool:
    """Whether something was entered that the office hasn't kept."""
    return bool(_waiting(drafts.owner))


def nothing_happened(entry: Owed) -> Answers:
    """The answer that nothing was done this month; the status stays what it was."""
    status = entry.last.status if entry.last else Status.NOT_STARTED
    stored = {name: getattr(entry.untouched, name) for name in ANSWERS}
    return {**stored, "status": status, "result": NOTHING_HAPPENED}


def faults_in(draft: Draft, fiscal_year: int) -> list[str]:
    """What keeps a draft from being stored, each in words."""
    missing = [] if draft.has_status else [_("Choose a status: without one this report can't be sent.")]
    return [*missing, *_said(problem for problem in _problems_in(draft, fiscal_year) if _is_fault(problem))]


def warnings_in(draft: Draft, fiscal_year: int) -> list[str]:
    """What is doubtful in a draft, though it can be stored."""
    return _said(problem for problem in _problems_in(draft, fiscal_year) if not _is_fault(problem))


def edit_of(draft: Draft) -> Edit:
    """The edit that sends a draft now."""
    return draft.shown, draft.received(today())


def _problems_in(draft: Draft, fiscal_year: int) -> Iterable[Problem]:
    return problems_of(draft.review, fiscal_year, today())


def _is_fault(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def _said(problems: Iterable[Problem]) -> list[str]:
    return [f"{problem.message} {problem.mend}" for problem in problems]


def _owner(look: Look, actor: Actor | None) -> str:
    """Whose drafts they are; nobody's where the section that the person named has another name by now."""
    sections = {each.name: each.identity for each in look.stored.records.sections}
    if actor is None or actor.section not in ("", *sections):
        return ""
    return owner_of(actor, sections.get(actor.section, ""))


def _by_key(look: Look, section: str, found: Mapping[Report, Draft]) -> dict[str, Draft]:
    """The drafts of a section's reports, by the names that hold now; those of other plans are left where they are."""
    records = look.stored.records
    measures = {each.identity: each.code for each in records.measures}
    own = identity_of_section(look, section)
    return {
        key_of_report(measures[report.measure], report.month): draft.called(measures[report.measure], section)
        for report, draft in found.items()
        if report.section == own and report.measure in measures
    }


def _sent(look: Look, section: str, drafts: Mapping[str, Draft]) -> list[str]:
    """What was sent already, before a server that died could throw the draft away."""
    stored = {key_of_report(*named): review for named, review in look.stored.reviews_of(section).items()}
    return [key for key, draft in drafts.items() if draft.is_sent(stored.get(key))]


def _keep_what_waits(owner: str) -> None:
    waiting = _waiting(owner)
    if not owner or not waiting:
        return
    # Where the store takes nothing, the page says that it isn't kept yet; the next run tries again.
    with suppress(ItaError):
        office.enter(store(), owner, waiting)
        waiting.clear()


def _waiting(owner: str) -> _Waiting:
    """What waits of a person, to be written to; what was entered before anybody said who they are is theirs too."""
    every: dict[str, _Waiting] = st.session_state.setdefault(_WAITING, {})
    if owner and "" in every:
        every.setdefault(owner, []).extend(every.pop(""))
    return every.setdefault(owner, [])
