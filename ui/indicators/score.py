"""What last year's assessment gave an indicator."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.scores import Assessment
from ui.look.look import Look
from ui.parts.points import points_label


def show_score_of(look: Look, indicator: str) -> None:
    """What the year before gave an indicator and its instrument: the scores that this year's measures answer."""
    found = look.stored.assessment(look.plan.fiscal_year - 1)
    instruments = look.stored.snapshot.indicators.set_index("indicator")["instrument"]
    instrument = instruments.get(int(indicator), "") if indicator.isdecimal() else ""
    names = {indicator: _("Score of this indicator"), instrument: _("Score of {name}").format(name=instrument)}
    known = {name: points_label(found.points[subject]) for subject, name in names.items() if subject in found.points}
    if known:
        with st.container(horizontal=True):
            for name, points in known.items():
                st.metric(name, points, _year_of(found), delta_color="off", delta_arrow="off", border=True)


def _year_of(found: Assessment) -> str:
    return _("fiscal year {year}, of 100").format(year=found.fiscal_year)
