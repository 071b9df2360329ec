"""The script that Streamlit runs: the language, the list of pages, and the page that was asked for."""

from pathlib import Path

import streamlit as st

from ita_data.language import gettext as _
from ui.serving.collector import keep_out_of_the_collector
from ui.serving.web import PRODUCT
from ui.shell.language import set_language

set_language()
st.set_page_config(page_title=_(PRODUCT), page_icon=Path(__file__).parent / "static" / "icon.svg", layout="wide")
pages = {
    "": [
        st.Page("../pages/overview.py", title=_("Overview"), default=True),
        st.Page("../pages/director.py", title=_("For the director")),
        st.Page("../pages/meeting.py", title=_("Meeting")),
        st.Page("../pages/my_month.py", title=_("My month")),
        st.Page("../pages/indicators.py", title=_("Indicators")),
        st.Page("../pages/sections.py", title=_("Sections")),
        st.Page("../pages/months.py", title=_("Months")),
        st.Page("../pages/chasing.py", title=_("Chasing")),
        st.Page("../pages/imports.py", title=_("Import")),
    ],
    # A bar of ten wouldn't fit a projector of 1024 points.
    _("More"): [
        st.Page("../pages/plan.py", title=_("Plan")),
        st.Page("../pages/years.py", title=_("Comparing years")),
        st.Page("../pages/wall.py", title=_("Wall screen")),
        st.Page("../pages/history.py", title=_("History")),
        st.Page("../pages/settings.py", title=_("Settings")),
        # What leads to it are the overview and an import's receipt, as long as there is something to decide.
        st.Page("../pages/beginning.py", title=_("Getting started"), visibility="hidden"),
    ],
}
page = st.navigation(pages, position="top")
page.run()
keep_out_of_the_collector(page.title)
