"""What of an indicator or initiative somebody mends: a measure, an issue, a name, or a measure that is added."""

from collections.abc import Iterator

import streamlit as st

from ita_data.labels import codes_label
from ita_data.language import gettext as _
from ita_data.model.names import is_initiative
from ita_data.model.planning.drafting import measures_of
from ita_data.model.records import Records
from ui.html.markdown import plain
from ui.look.look import Look
from ui.plan.draft import draft_of
from ui.plan.shown import items_by_issue
from ui.shell.headings import ADD, measure_asked_for

MEASURE, ISSUE, ADD_ITEM, NAME = "measure", "issue", "add-item", "name"
"""What can be mended beside `ADD`, a measure that is yet to come."""


def chosen_part(look: Look, heading: str) -> tuple[str, str]:
    """What is mended: its kind, with the identity of a measure or the code of an issue's first item."""
    _take_what_was_asked(look, heading)
    name, key = _name(look, heading), _key(look, heading)
    options = dict(_options(draft_of(look).wanted, heading))
    if key not in st.session_state:
        before = st.session_state.get(name)
        st.session_state[key] = before if before in options else None
    chosen = st.pills(_("What shall be mended?"), list(options), format_func=options.__getitem__, key=key)
    st.session_state[name] = chosen
    kind, _space, which = (chosen or "").partition(" ")
    return kind, which


def choose_measure(look: Look, heading: str, identity: str) -> None:
    """Have a measure be chosen on the page's next run."""
    _choose(look, heading, f"{MEASURE} {identity}")


def _options(plan: Records, heading: str) -> Iterator[tuple[str, str]]:
    yield from ((f"{MEASURE} {each.identity}", each.code) for each in measures_of(plan, heading))
    yield ADD, _("+ Add a measure")
    if is_initiative(heading):
        yield NAME, _("Name of the initiative")
        return
    for codes in items_by_issue(plan, heading).values():
        yield f"{ISSUE} {codes[0]}", _("Issue of {codes}").format(codes=plain(codes_label(codes)))
    yield ADD_ITEM, _("+ Add an item")


def _take_what_was_asked(look: Look, heading: str) -> None:
    """The choice that another page led to, where measures bear the numbers that are stored, not those of the draft."""
    code = measure_asked_for()
    who = {each.code: each.identity for each in look.stored.records.measures}
    if code == ADD:
        _choose(look, heading, ADD)
    elif code in who:
        choose_measure(look, heading, who[code])


def _choose(look: Look, heading: str, part: str) -> None:
    name = _name(look, heading)
    st.session_state[name] = part
    # What the choice showed until now holds no longer.
    st.session_state.pop(_key(look, heading), None)


def _name(look: Look, heading: str) -> str:
    """Under which the choice is kept, also where numbers change."""
    return f"plan-part|{look.plan.organisation}|{look.plan.fiscal_year}|{heading}"


def _key(look: Look, heading: str) -> str:
    """The key of the pills. A browser names an option by its words, so where numbers changed they are drawn anew."""
    return f"{_name(look, heading)}|{draft_of(look).round}"
