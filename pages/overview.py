"""How far is the office, and what is overdue?"""

import streamlit as st

from ita_data.language import gettext as _
from ui.charts import chart
from ui.frame import open_page
from ui.headline import headline, overdue_by_section

look = open_page(_("Overview"))
headline(look)
left, right = st.columns(2)
with left:
    chart(look, "completion_by_indicator", leads_to="indicators", choosing="indicator")
with right:
    chart(look, "completion_by_section", leads_to="sections", choosing="section")
left, right = st.columns(2)
with left:
    chart(look, "reporting_by_month", leads_to="months", choosing="month")
with right:
    chart(look, "completion_by_month", leads_to="months", choosing="month")
overdue_by_section(look)
chart(look, "completion_by_initiative", leads_to="indicators", choosing="indicator", code="ก{}")
