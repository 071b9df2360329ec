"""Reviews that somebody entered on a page and hasn't sent yet; they are kept for the session."""

from dataclasses import dataclass, replace

import streamlit as st

from ita_data.model.names import Names
from ita_data.model.plan_name import PlanName
from ita_data.model.records import Review
from ita_data.model.review_fields import ANSWERS
from ui.look.look import Look
from ui.my_month.owed import Owed, key_of_report


@dataclass(frozen=True, slots=True)
class Draft:
    """A review as it shall be, and as it was stored when somebody began to enter it.

    Without a status it is kept like any other, but can't be sent.
    """

    shown: Review | None
    review: Review
    has_status: bool = True

    def is_overtaken(self, entry: Owed) -> bool:
        """Whether somebody else sent a review meanwhile."""
        return self.shown != entry.sent


Drafts = dict[str, Draft]
_OfSections = dict[str, Drafts]

_DRAFTS = "drafts"
_NAMED_AT = "drafts-named-at"
"""The revision of the store by whose names the drafts of each plan call measures and sections."""


def drafts_of(look: Look, section: str) -> Drafts:
    """The drafts of a section, to be written to; those of a measure that was renumbered meanwhile follow it."""
    every: dict[PlanName, _OfSections] = st.session_state.setdefault(_DRAFTS, {})
    named_at: dict[PlanName, int] = st.session_state.setdefault(_NAMED_AT, {})
    names = look.said.names_since(named_at.get(look.plan.name, look.plan.revision))
    named_at[look.plan.name] = look.plan.revision
    if names:
        every[look.plan.name] = _all_renamed(every.get(look.plan.name, {}), names)
    return every.setdefault(look.plan.name, {}).setdefault(section, {})


def _all_renamed(every: _OfSections, names: Names) -> _OfSections:
    """The drafts of all sections by the names that hold now; two sections may have exchanged theirs."""
    renamed: _OfSections = {}
    for former, drafts in every.items():
        of_section = renamed.setdefault(str(names.of("section", former)), {})
        of_section.update(_renamed(draft, names) for draft in drafts.values())
    return renamed


def _renamed(draft: Draft, names: Names) -> tuple[str, Draft]:
    """A draft by the names that hold now, with what names it among the section's."""
    review, shown = _review_renamed(draft.review, names), draft.shown and _review_renamed(draft.shown, names)
    return key_of_report(review.measure, review.month), replace(draft, shown=shown, review=review)


def _review_renamed(review: Review, names: Names) -> Review:
    section, measure = str(names.of("section", review.section)), str(names.of("measure", review.measure))
    return replace(review, section=section, measure=measure)


def keep(drafts: Drafts, entry: Owed, review: Review, has_status: bool = True) -> None:
    """Keep a review that differs from what is stored; what became the same again is no draft."""
    shown = drafts[entry.key].shown if entry.key in drafts else entry.sent
    had_status = shown is not None
    if review == (shown or entry.untouched) and has_status == had_status:
        drafts.pop(entry.key, None)
    else:
        drafts[entry.key] = Draft(shown, review, has_status)


def drop(drafts: Drafts, entry: Owed) -> None:
    """Forget what was entered, so that what is stored shows again."""
    drafts.pop(entry.key, None)
    empty_fields(entry)


def empty_fields(entry: Owed) -> None:
    """Let the fields show the draft, or what is stored, when they are drawn next."""
    for name in ANSWERS:
        st.session_state.pop(entry.field(name), None)
