"""How a measure is followed up: how often, in which months, and by which sections."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.changes import Edit
from ita_data.thai_text import cut_short
from ui.forms.begun import edit, folded_form
from ui.forms.follow_up import FollowUp, entered_follow_up, follow_up_of
from ui.indicators.indicator import Heading
from ui.look.look import Look

_NAME = "follow-up"
_LONGEST_TEXT = 90


def follow_up_form(heading: Heading) -> None:
    """The follow-up of one of the measures, to be changed by whoever said who they are."""
    if not heading.measures:
        return
    title = _("Change the follow-up and the responsible sections")
    folded_form(_NAME, title, ":material/edit_calendar:", lambda: _edit(heading.look, _measure(heading)))


def _measure(heading: Heading) -> str:
    texts = {measure.code: cut_short(measure.text, _LONGEST_TEXT) for measure in heading.look.stored.records.measures}
    code: str = st.selectbox(
        _("Measure"),
        heading.measures,
        format_func=lambda code: f"{code} {texts[code]}",
        key=f"follow-up-measure-{heading.code}",
    )
    return code


def _edit(look: Look, code: str) -> None:
    stored = follow_up_of(look.stored.records, code)
    edit(
        look,
        _NAME,
        f"{look.plan.fiscal_year}|{code}",
        stored,
        enter=partial(entered_follow_up, look),
        edits=_edits,
    )


def _edits(shown: FollowUp, entered: FollowUp) -> Iterator[Edit]:
    """The measure and each assignment, as they were and as they shall be."""
    yield shown.measure, entered.measure
    for section in sorted({entry.section for entry in shown.assignments | entered.assignments}):
        yield shown.assignment_of(section), entered.assignment_of(section)
