"""Reviews that somebody entered on a page and hasn't sent yet; they are kept for the session."""

from dataclasses import dataclass

import streamlit as st

from ita_data.model.records import Review
from ita_data.model.review_fields import ANSWERS
from ui.look.look import Look
from ui.my_month.owed import Owed


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


def drafts_of(look: Look, section: str) -> Drafts:
    """The drafts of a section, to be written to."""
    every: dict[tuple[str, int, str], Drafts] = st.session_state.setdefault("drafts", {})
    return every.setdefault((look.plan.organisation, look.plan.fiscal_year, section), {})


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
