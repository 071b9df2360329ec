"""How far is the office, and what is overdue?"""

from ita_data.language import mark
from ui.overview.initiatives import initiatives
from ui.parts.charts import chart, side_by_side
from ui.parts.headline import headline, overdue_by_section
from ui.shell.frame import open_page

look = open_page(mark("Overview"))
headline(look)
left, right = side_by_side("measures")
with left:
    chart(look, "completion_by_indicator", leads_to="indicators", choosing="indicator")
with right:
    chart(look, "completion_by_section", leads_to="sections", choosing="section")
chart(look, "follow_up_by_month", leads_to="months", choosing="month")
overdue_by_section(look)
initiatives(look)
