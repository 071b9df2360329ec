"""A measure that is added: what it is, and where it stands."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.planning.drafting import added, like_its_neighbour, measures_of, with_measure
from ui.look.look import Look
from ui.plan.choices import names_of
from ui.plan.chosen import choose_measure
from ui.plan.draft import change, draft_of, keep_new_text
from ui.plan.long_text import text_of_new


def add_measure(look: Look, heading: str) -> None:
    """The text and the place of a new measure, and the button that puts it into the draft."""
    draft = draft_of(look)
    field = f"measure-{heading}"
    text = text_of_new(look, _("Measure"), field, f"plan-new|{heading}|{draft.round}")
    measures = names_of(measures_of(draft.wanted, heading))
    before: str | None = st.selectbox(
        _("Where it stands"),
        [None, *measures],
        format_func=lambda who: _("before {measure}").format(measure=measures[who]) if who else _("At the end"),
        key=f"plan-new-place|{heading}|{draft.round}",
    )
    if before:
        st.caption(_("Those that follow are numbered anew. Everything reported on them goes along."))
    if measures:
        st.caption(_("It begins with the items, rhythm and sections of the measure beside it; change what differs."))
    if st.button(_("Add to the draft"), key="plan-add", type="primary"):
        if not text:
            st.error(_("Write what the measure is: without a text it can't be saved."))
            return
        wanted, identity = added(draft.wanted, heading, before)
        wanted = like_its_neighbour(with_measure(wanted, identity, text=text), identity, before)
        change(look, wanted, shows_anew=True)
        keep_new_text(look, field, "")
        choose_measure(look, heading, identity)
        st.rerun()
