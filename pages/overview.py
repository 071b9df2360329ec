"""How far is the office, who owes what, and what is to be decided?"""

from ita_data.language import mark
from ui.overview.answers import answers
from ui.overview.initiatives import initiatives
from ui.parts.charts import chart, side_by_side
from ui.shell.frame import open_page

look = open_page(mark("Overview"))
answers(look)
left, right = side_by_side("measures")
with left:
    chart(look, "completion_by_section", leads_to="sections", choosing="section")
with right:
    chart(look, "follow_up_by_month", leads_to="months", choosing="month")
initiatives(look)
