"""Reviews that somebody entered on a page and hasn't sent yet; they are kept for the session."""

from dataclasses import dataclass

import streamlit as st

from ita_data.model.records import Review
from ui.data import Look
from ui.owed import Owed


@dataclass(frozen=True, slots=True)
class Draft:
    """A review as it shall be, and as it was stored when somebody began to enter it."""

    shown: Review | None
    review: Review

    def is_overtaken(self, entry: Owed) -> bool:
        """Whether somebody else sent a review meanwhile."""
        return self.shown != entry.sent


Drafts = dict[str, Draft]


def drafts_of(look: Look, section: str) -> Drafts:
    """The drafts of a section, to be written to."""
    every: dict[tuple[str, int, str], Drafts] = st.session_state.setdefault("drafts", {})
    return every.setdefault((look.plan.organisation, look.plan.fiscal_year, section), {})


def keep(drafts: Drafts, entry: Owed, review: Review) -> None:
    """Keep a review that differs from what is stored; what became the same again is no draft."""
    shown = drafts[entry.key].shown if entry.key in drafts else entry.sent
    if review == shown:
        drafts.pop(entry.key, None)
    else:
        drafts[entry.key] = Draft(shown, review)


def drop(drafts: Drafts, entry: Owed) -> None:
    """Forget what was entered, so that what is stored shows again."""
    drafts.pop(entry.key, None)
    for name in [name for name in st.session_state if str(name).endswith(f"|{entry.key}")]:
        del st.session_state[name]
