"""The outcomes of an indicator and the measures they answer, each link to be confirmed, rejected or added."""

from collections.abc import Iterator, Mapping
from typing import Any

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.field_labels import field_label
from ita_data.model.records import Link, LinkState
from ui.html.rendering import rendered
from ui.indicators.indicator import Heading
from ui.indicators.lacking import show_lacking
from ui.indicators.links import show_links, show_waiting_links
from ui.indicators.writing import outcome_form
from ui.shell.actor import require_actor

Row = Mapping[Any, Any]
"""A row of a frame."""


def show_outcomes(heading: Heading) -> None:
    """The outcomes with the measures they answer, to be written, confirmed or corrected; an initiative has none."""
    if not heading.is_indicator:
        return
    found = heading.look.kept(f"outcomes of {heading.code}", lambda: _outcomes(heading))
    st.header(_("Outcomes and the measures they answer"), anchor=False)
    require_actor()
    show_lacking(heading)
    outcome_form(heading)
    show_waiting_links(heading)
    for outcome, links in found:
        with st.container(border=True):
            st.html(rendered("outcome.html", outcome=outcome, said=list(_said(outcome))))
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


def _said(outcome: Row) -> Iterator[tuple[str, str]]:
    """What an outcome says beside its text, each with its word."""
    if outcome["done_on"]:
        days = [date_label(day) for day in (outcome["done_on"], outcome["done_until"]) if day]
        yield field_label("done_on"), " – ".join(days)
    for name in ("quantity", "document", "evidence"):
        if outcome[name]:
            yield field_label(name), outcome[name]
