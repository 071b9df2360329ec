"""In October, when September's reports are due, the way back from the new fiscal year to the one they belong to."""

import streamlit as st

from ita_data.language import gettext as _
from ui.look.look import Look
from ui.shell.going import take


def point_to_last_year(last_year: Look, number: int, text: str) -> None:
    """Say how many reports of the year before are still owed, in `text`, with a button that opens its September."""
    if not number:
        return
    year = last_year.plan.fiscal_year
    st.warning(text.format(year=year, number=f"{number:,}"), icon=":material/history:")
    name = _("Look at fiscal year {year}").format(year=year)
    st.button(name, icon=":material/arrow_back:", key="last-year", on_click=_open, args=(year,))


def _open(year: int) -> None:
    take(year=str(year), month="12")
