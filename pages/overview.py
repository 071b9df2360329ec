"""How far is the office, and what is overdue?"""

from ita_data.language import gettext as _
from ui.charts import chart, side_by_side
from ui.frame import open_page
from ui.headline import headline, overdue_by_section

look = open_page(_("Overview"))
headline(look)
left, right = side_by_side("measures")
with left:
    chart(look, "completion_by_indicator", leads_to="indicators", choosing="indicator")
with right:
    chart(look, "completion_by_section", leads_to="sections", choosing="section")
left, right = side_by_side("months")
with left:
    chart(look, "reporting_by_month", leads_to="months", choosing="month")
with right:
    chart(look, "completion_by_month", leads_to="months", choosing="month")
overdue_by_section(look)
chart(look, "completion_by_initiative", leads_to="indicators", choosing="indicator", code="ก{}")
