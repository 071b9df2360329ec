"""What the sections reported in the year on the measures of an outcome, to be ticked and put into its text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.records import Review
from ita_data.model.review_checks import tells_what_was_done
from ui.forms.begun import Form
from ui.html.markdown import plain
from ui.look.look import Look

_HEIGHT = 460


def reported_lines(look: Look, form: Form[Any], measures: Sequence[str], into: str) -> None:
    """The results of these measures, the newest last; ticked ones are put into the field whose key is `into`."""
    title = _("What the sections reported on these measures")
    st.markdown(f"**{title}**")
    reviews = _told(look, measures)
    if not reviews:
        st.caption(_("Nothing was reported on them yet.") if measures else _("Choose a measure to see its reports."))
        return
    with st.container(height=_HEIGHT, border=True):
        ticked = {_tick(look, form, review): review.result for review in reviews}
    chosen = {key: result for key, result in ticked.items() if st.session_state[key]}
    st.button(
        _("Put the ticked lines into the text ({number})").format(number=len(chosen)),
        icon=":material/playlist_add:",
        key="put-into-text",
        disabled=not chosen,
        on_click=_put,
        args=(into, chosen),
    )


def _told(look: Look, measures: Iterable[str]) -> list[Review]:
    """What was said of these measures, month after month, within each in the order of the sections."""
    place = {section: position for position, section in enumerate(look.facts.sections)}
    told = [
        review for review in look.stored.records.reviews if review.measure in measures and tells_what_was_done(review)
    ]
    return sorted(told, key=lambda review: (review.month, review.measure, place.get(review.section, len(place))))


def _tick(look: Look, form: Form[Any], review: Review) -> str:
    """A line with its tick; gives the key of the tick."""
    key = form.key(f"tick-{'-'.join(review.key)}")
    names = look.facts.names
    where = f"{names['month'][review.month]} · {names['section'][review.section]} · {review.measure}"
    st.checkbox(f"**{plain(where)}**  \n{plain(review.result)}", key=key)
    return key


def _put(into: str, chosen: Mapping[str, str]) -> None:
    """Add what isn't in the text yet, each on a line of its own, and take the ticks away."""
    told = (line for result in chosen.values() for line in result.splitlines())
    st.session_state[into] = "\n".join(dict.fromkeys([*st.session_state[into].splitlines(), *told])).strip()
    for key in chosen:
        st.session_state[key] = False
