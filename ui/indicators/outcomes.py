"""The outcomes of an indicator and the measures they answer, each link to be confirmed, rejected or added."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.records import Link, LinkState
from ui.forms.save import edits_button, say_how_it_went
from ui.html.rendering import rendered
from ui.indicators.indicator import Heading
from ui.indicators.waiting import show_waiting_links
from ui.look.look import Look
from ui.shell.actor import require_actor

Row = Mapping[Any, Any]
"""A row of a frame."""

_BUTTON = 120


def show_outcomes(heading: Heading) -> None:
    """The outcomes with the measures they answer, to be confirmed or corrected."""
    found = heading.look.kept(f"outcomes of {heading.code}", lambda: _outcomes(heading))
    if not found:
        return
    st.header(_("Outcomes and the measures they answer"), anchor=False)
    require_actor()
    show_waiting_links(heading)
    for outcome, links in found:
        with st.container(border=True):
            st.html(rendered("outcome.html", outcome=outcome))
            say_how_it_went(outcome["outcome"])
            _show_links(heading, outcome["outcome"], links)


def _outcomes(heading: Heading) -> list[tuple[Row, list[Link]]]:
    """The outcomes in the order of the plan, each with its links."""
    snapshot = heading.look.stored.snapshot
    outcomes = snapshot.outcomes[snapshot.outcomes["indicator"].astype("str") == heading.code]
    links = list(map(_link, snapshot.links.sort_values("measure").to_dict("records")))
    rows = outcomes.sort_values("position").to_dict("records")
    return [(row, [link for link in links if link.outcome == row["outcome"]]) for row in rows]


def _show_links(heading: Heading, outcome: str, links: Sequence[Link]) -> None:
    for link in links:
        # One row of its own elements: columns would send three messages more for each link.
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{label('link_state', link.state)}\n{link.measure} {heading.look.facts.texts[link.measure]}")
            _decision(heading.look, link, LinkState.CONFIRMED, _("Confirm"))
            _decision(heading.look, link, LinkState.REJECTED, _("Not a match"))
    linked = {link.measure for link in links}
    if others := [measure for measure in heading.measures if measure not in linked]:
        _add_link(heading.look, outcome, others)


def _decision(look: Look, shown: Link, state: LinkState, name: str) -> None:
    """A button that decides a link."""
    key = f"{state}-{shown.outcome}-{shown.measure}"
    edits = [(shown, replace(shown, state=state))]
    edits_button(look, shown.outcome, name, key, edits, is_ready=shown.state is not state, width=_BUTTON)


def _add_link(look: Look, outcome: str, others: Sequence[str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        measure = st.selectbox(
            _("Also answers"),
            others,
            index=None,
            format_func=lambda code: f"{code} {look.facts.texts[code]}",
            placeholder=_("Choose a measure"),
            key=f"other-{outcome}",
        )
        edits = [(None, Link(outcome, measure, LinkState.CONFIRMED))] if measure else []
        is_ready = measure is not None
        edits_button(look, outcome, _("Link these"), f"add-{outcome}", edits, is_ready=is_ready, width=_BUTTON)


def _link(row: Row) -> Link:
    score = row["score"]
    # A link that a person made has no score, which is NaN in a frame.
    return Link(row["outcome"], row["measure"], LinkState(row["state"]), None if score != score else score)
