"""The script that Streamlit runs: the language, the list of pages, and the page that was asked for."""

from pathlib import Path

import streamlit as st

from ita_data.language import gettext as _
from ui.shell.language import set_language
from ui.shell.web import PRODUCT

set_language()
st.set_page_config(page_title=_(PRODUCT), page_icon=Path(__file__).parent / "static" / "icon.svg", layout="wide")
pages = {
    "": [
        st.Page("../pages/overview.py", title=_("Overview"), icon=":material/dashboard:", default=True),
        st.Page("../pages/director.py", title=_("For the director"), icon=":material/assignment_ind:"),
        st.Page("../pages/meeting.py", title=_("Meeting"), icon=":material/co_present:"),
        st.Page("../pages/my_month.py", title=_("My month"), icon=":material/edit_calendar:"),
        st.Page("../pages/indicators.py", title=_("Indicators"), icon=":material/checklist:"),
        st.Page("../pages/sections.py", title=_("Sections"), icon=":material/groups:"),
        st.Page("../pages/months.py", title=_("Months"), icon=":material/calendar_month:"),
        st.Page("../pages/chasing.py", title=_("Chasing"), icon=":material/notification_important:"),
        st.Page("../pages/imports.py", title=_("Import"), icon=":material/upload_file:"),
    ],
    # A bar of ten wouldn't fit a projector of 1024 points.
    _("More"): [
        st.Page("../pages/years.py", title=_("Comparing years"), icon=":material/compare_arrows:"),
        st.Page("../pages/wall.py", title=_("Wall screen"), icon=":material/monitor:"),
        st.Page("../pages/history.py", title=_("History"), icon=":material/history:"),
    ],
}
st.navigation(pages, position="top").run()
