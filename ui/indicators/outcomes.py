"""The outcomes of an indicator and the measures they answer, each link to be confirmed, rejected or added."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.records import Link, LinkState
from ui.html.rendering import rendered
from ui.indicators.indicator import Heading
from ui.indicators.links import show_links, show_waiting_links
from ui.shell.actor import require_actor

Row = Mapping[Any, Any]
"""A row of a frame."""


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
            show_links(heading, outcome["outcome"], links)


def _outcomes(heading: Heading) -> list[tuple[Row, list[Link]]]:
    """The outcomes in the order of the plan, each with its links."""
    snapshot = heading.look.stored.snapshot
    outcomes = snapshot.outcomes[snapshot.outcomes["indicator"].astype("str") == heading.code]
    links = list(map(_link, snapshot.links.sort_values("measure").to_dict("records")))
    rows = outcomes.sort_values("position").to_dict("records")
    return [(row, [link for link in links if link.outcome == row["outcome"]]) for row in rows]


def _link(row: Row) -> Link:
    score = row["score"]
    # A link that a person made has no score, which is NaN in a frame.
    return Link(row["outcome"], row["measure"], LinkState(row["state"]), None if score != score else score)
