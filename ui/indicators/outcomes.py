"""The outcomes of an indicator and the measures they answer, each link to be confirmed, rejected or added."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.records import Link, LinkState
from ui.forms.save import edits_button, say_how_it_went
from ui.indicators.indicator import Heading
from ui.look.look import Look
from ui.shell.actor import require_actor


def show_outcomes(heading: Heading) -> None:
    """The outcomes with the measures they answer, to be confirmed or corrected."""
    outcomes = heading.look.stored.snapshot.outcomes
    mine = outcomes[outcomes["indicator"].astype("str") == heading.code].sort_values("position")
    if mine.empty:
        return
    st.header(_("Outcomes and the measures they answer"), anchor=False)
    require_actor()
    for outcome in mine.to_dict("records"):
        with st.container(border=True):
            st.markdown(f"**{outcome['outcome']}**")
            st.text(outcome["text"])
            if outcome["detail"]:
                st.text(outcome["detail"])
            say_how_it_went(outcome["outcome"])
            _show_links(heading, outcome["outcome"])


def _show_links(heading: Heading, outcome: str) -> None:
    links = heading.look.stored.snapshot.links
    mine = links[links["outcome"] == outcome].sort_values("measure")
    texts = heading.look.facts.texts
    for row in mine.to_dict("records"):
        words, confirm, reject = st.columns([8, 2, 2], vertical_alignment="center")
        words.text(f"{_link_words(row)}\n{row['measure']} {texts[row['measure']]}")
        with confirm:
            _decision(heading.look, _link(row), LinkState.CONFIRMED, _("Confirm"))
        with reject:
            _decision(heading.look, _link(row), LinkState.REJECTED, _("Not a match"))
    others = [measure for measure in heading.measures if measure not in set(mine["measure"])]
    if others:
        _add_link(heading.look, outcome, others)


def _decision(look: Look, shown: Link, state: LinkState, name: str) -> None:
    """A button that decides a link."""
    key = f"{state}-{shown.outcome}-{shown.measure}"
    edits = [(shown, replace(shown, state=state))]
    edits_button(look, shown.outcome, name, key, edits, is_ready=shown.state is not state, width="stretch")


def _add_link(look: Look, outcome: str, others: Sequence[str]) -> None:
    choice, add = st.columns([10, 2], vertical_alignment="bottom")
    measure = choice.selectbox(
        _("Also answers"),
        others,
        index=None,
        format_func=lambda code: f"{code} {look.facts.texts[code]}",
        placeholder=_("Choose a measure"),
        key=f"other-{outcome}",
    )
    edits = [(None, Link(outcome, measure, LinkState.CONFIRMED))] if measure else []
    with add:
        edits_button(
            look, outcome, _("Link these"), f"add-{outcome}", edits, is_ready=measure is not None, width="stretch"
        )


def _link(row: Mapping[Any, Any]) -> Link:
    score = row["score"]
    # A link that a person made has no score, which is NaN in a frame.
    return Link(row["outcome"], row["measure"], LinkState(row["state"]), None if score != score else score)


def _link_words(link: Mapping[Any, Any]) -> str:
    state = label("link_state", link["state"])
    score = link["score"]
    if score != score:  # NaN: a person made the link
        return state
    return _("{state} · likeness {score}%").format(state=state, score=f"{score:.0f}")
