"""What last year's assessment gave an indicator."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.scores import Assessment
from ui.look.look import Look
from ui.parts.points import points_label


def show_score_of(look: Look, indicator: str) -> None:
    """What the year before gave an indicator and its instrument: the scores that this year's measures answer."""
    known = look.kept(f"score of {indicator}", lambda: _known(look, indicator))
    if known:
        with st.container(horizontal=True):
            for name, (points, year) in known.items():
                st.metric(name, points, year, delta_color="off", delta_arrow="off", border=True)


def _known(look: Look, indicator: str) -> dict[str, tuple[str, str]]:
    """What is known: by its name the points, and of which year they are."""
    found = look.stored.assessment(look.plan.fiscal_year - 1)
    instruments = look.stored.snapshot.indicators.set_index("indicator")["instrument"]
    instrument = instruments.get(int(indicator), "") if indicator.isdecimal() else ""
    names = {indicator: _("Score of this indicator"), instrument: _("Score of {name}").format(name=instrument)}
    points = {name: found.points[subject] for subject, name in names.items() if subject in found.points}
    return {name: (points_label(known), _year_of(found)) for name, known in points.items()}


def _year_of(found: Assessment) -> str:
    return _("fiscal year {year}, of 100").format(year=found.fiscal_year)
