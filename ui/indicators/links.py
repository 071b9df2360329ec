"""The links between outcomes and measures: those of one outcome, and all of the plan that wait for a person.

The sure ones are confirmed together and the others one by one; any link is made or rejected where its outcome stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from ita_data.labels import label
from ita_data.language import gettext as _
from ita_data.model.changes import Edit
from ita_data.model.links import WaitingLinks, waiting_links
from ita_data.model.names import heading_of
from ita_data.model.records import Link, LinkState
from ui.forms.save import edits_button, say_how_it_went
from ui.html.differences import linked_html
from ui.indicators.indicator import Heading
from ui.look.look import Look

_NAME = "links"
_LATER = "links-later"
_BUTTON, _WIDE_BUTTON = 120, 150


@dataclass(frozen=True)
class _Waiting:
    """What waits, with the texts of its outcomes; `stored` are the links that the store has already."""

    links: WaitingLinks
    stored: frozenset[Link]
    outcomes: dict[str, str]

    @property
    def number(self) -> int:
        return len(self.links.sure) + len(self.links.doubtful)

    def decided(self, link: Link, state: LinkState) -> Edit:
        """A link as it is stored, if it is, and as somebody decides it."""
        return (link if link in self.stored else None), replace(link, state=state)


def show_waiting_links(heading: Heading) -> None:
    """All links that wait, once somebody opens the block; nothing where none does."""
    # In a place of its own: a message that pushed the block down would have the browser build it anew, and scroll.
    with st.container(key="links-said"):
        say_how_it_went(_NAME)
    waiting: _Waiting = heading.look.kept("waiting links", lambda: _waiting(heading.look))
    if not waiting.number:
        return
    # The title stays the same while one after the other is decided: a block with another one would close.
    st.write(_("In the whole plan {number} links wait to be confirmed.").format(number=waiting.number))
    title = _("Confirm links of the whole plan")
    block = st.expander(title, icon=":material/link:", key="waiting-links", on_change="rerun")
    if block.open:
        with block:
            _show_sure(heading.look, waiting)
            _show_doubtful(heading, waiting)


def show_links(heading: Heading, outcome: str, links: Sequence[Link]) -> None:
    """The links of one outcome, each to be confirmed or rejected, and the way to another one."""
    say_how_it_went(outcome)
    for link in links:
        # One row of its own elements: columns would send three messages more for each link.
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"{label('link_state', link.state)}\n{link.measure} {heading.look.facts.texts[link.measure]}")
            _decision(heading.look, link, LinkState.CONFIRMED, _("Confirm"))
            _decision(heading.look, link, LinkState.REJECTED, _("Not a match"))
    linked = {link.measure for link in links}
    if others := [measure for measure in heading.measures if measure not in linked]:
        _add_link(heading.look, outcome, others)


def _waiting(look: Look) -> _Waiting:
    records = look.stored.records
    links = waiting_links(records.measures, records.outcomes, records.links)
    return _Waiting(links, frozenset(records.links), {outcome.code: outcome.text for outcome in records.outcomes})


def _show_sure(look: Look, waiting: _Waiting) -> None:
    if not waiting.links.sure:
        return
    st.subheader(_("Sure by their texts ({number})").format(number=len(waiting.links.sure)), anchor=False)
    st.caption(_("Look through the list and take out what doesn't belong together; the rest is confirmed at once."))
    chosen = [link for link in waiting.links.sure if _is_chosen(look, waiting, link)]
    edits = [waiting.decided(link, LinkState.CONFIRMED) for link in chosen]
    name = _("Confirm all {number}").format(number=len(chosen))
    edits_button(look, _NAME, name, "confirm-sure", edits, is_ready=bool(chosen), type="primary")


def _is_chosen(look: Look, waiting: _Waiting, link: Link) -> bool:
    with st.container(horizontal=True):
        is_chosen = st.checkbox(
            _("Confirm outcome {outcome} for measure {measure}").format(outcome=link.outcome, measure=link.measure),
            value=True,
            key=f"sure-{link.outcome}-{link.measure}",
            label_visibility="collapsed",
            width="content",
        )
        _show_texts(look, waiting, link)
    return is_chosen


def _show_doubtful(heading: Heading, waiting: _Waiting) -> None:
    """One link with both its texts, and a key for each answer; those of the indicator looked at come first."""
    links = sorted(waiting.links.doubtful, key=lambda link: heading_of(link.measure) != heading.code)
    if not links:
        return
    st.subheader(_("To be looked at one by one ({number})").format(number=len(links)), anchor=False)
    place = st.session_state.get(_LATER, 0) % len(links)
    link = links[place]
    _show_texts(heading.look, waiting, link)
    with st.container(horizontal=True):
        _answer(heading.look, waiting, link, LinkState.CONFIRMED)
        _answer(heading.look, waiting, link, LinkState.REJECTED)
        st.button(_("Later"), key="link-later", shortcut="L", on_click=_look_at, args=(place + 1,), width=_WIDE_BUTTON)


def _answer(look: Look, waiting: _Waiting, link: Link, state: LinkState) -> None:
    name, shortcut = {
        LinkState.CONFIRMED: (_("Confirm"), "Y"),
        LinkState.REJECTED: (_("Not a match"), "N"),
    }[state]
    key = f"decide-{state}-{link.outcome}-{link.measure}"
    edits = [waiting.decided(link, state)]
    edits_button(look, _NAME, name, key, edits, shortcut=shortcut, width=_WIDE_BUTTON)


def _look_at(place: int) -> None:
    st.session_state[_LATER] = place


def _show_texts(look: Look, waiting: _Waiting, link: Link) -> None:
    words = _("Outcome"), _("Measure")
    outcome = f"{words[0]} {link.outcome}", waiting.outcomes[link.outcome]
    measure = f"{words[1]} {link.measure}", look.facts.texts[link.measure]
    st.html(linked_html(outcome, measure))


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
