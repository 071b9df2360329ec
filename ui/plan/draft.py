"""The plan as somebody at the screen wants it, kept for the session until it is saved or given up."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from ita_data.model.changes import Edit
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.draft_edits import edits_of, rebased
from ita_data.model.planning.drafting import drafted
from ita_data.model.records import Records
from ui.look.look import Look

_DRAFTS = "plan-drafts"
_ROUND = "plan-round"


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan as it was shown when somebody began, at which revision of the store, and as it shall be.

    `round` rises whenever the fields have to show anew what the draft says. `new_texts` were entered of what is yet to
    be added to it, by their fields.
    """

    shown: Records
    wanted: Records
    revision: int
    round: int
    new_texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def edits(self) -> list[Edit]:
        """What it changes."""
        return edits_of(self.shown, self.wanted)


def draft_of(look: Look) -> Draft:
    """The draft of the plan looked at; one in which nothing was changed follows what others save."""
    drafts, stored = _drafts(), drafted(look.stored.records)
    draft = drafts.get(look.plan.name)
    if draft is None or (draft.wanted == draft.shown != stored):
        draft = _begun(look, stored, draft.new_texts if draft else {})
    return draft


def new_text(look: Look, field: str) -> str:
    """What was entered into the field for a text of something that is yet to be added."""
    return draft_of(look).new_texts.get(field, "")


def keep_new_text(look: Look, field: str, text: str) -> None:
    """Keep such a text as long as the draft lasts; a blank one once it is added."""
    draft = draft_of(look)
    _drafts()[look.plan.name] = replace(draft, new_texts={**draft.new_texts, field: text})


def change(look: Look, wanted: Records, *, shows_anew: bool = False) -> None:
    """Have the draft say this; `shows_anew` where it was changed elsewhere than in the fields."""
    draft = draft_of(look)
    _drafts()[look.plan.name] = replace(draft, wanted=wanted, round=_next_round() if shows_anew else draft.round)


def follow_what_was_saved(look: Look) -> None:
    """Forget what was entered, which is stored now; the texts of what is yet to be added stay."""
    draft = draft_of(look)
    _drafts()[look.plan.name] = replace(draft, wanted=draft.shown)


def give_up(look: Look) -> None:
    """Forget what was entered; what is stored shows again."""
    _drafts().pop(look.plan.name, None)


def hold_against_stored(look: Look) -> None:
    """Keep what was entered, as a change to what others saved meanwhile."""
    draft, stored = draft_of(look), look.stored.records
    wanted = rebased(draft.shown, draft.wanted, stored)
    _drafts()[look.plan.name] = Draft(drafted(stored), wanted, look.plan.revision, _next_round(), draft.new_texts)


def _begun(look: Look, stored: Records, new_texts: Mapping[str, str]) -> Draft:
    draft = Draft(stored, stored, look.plan.revision, _next_round(), new_texts)
    _drafts()[look.plan.name] = draft
    return draft


def _next_round() -> int:
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    return int(st.session_state[_ROUND])


def _drafts() -> dict[PlanName, Draft]:
    drafts: dict[PlanName, Draft] = st.session_state.setdefault(_DRAFTS, {})
    return drafts
