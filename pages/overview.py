"""How does the month stand, who owes what, and what is to be decided?"""

from ita_data.language import mark
from ui.answers.answers import first_screen
from ui.answers.grids import crossed
from ui.answers.opened import show_opened
from ui.overview.initiatives import initiatives
from ui.overview.undecided import show_undecided
from ui.parts.charts import chart
from ui.shell.frame import open_page

look = open_page(mark("Overview"))
if look.is_undecided:
    show_undecided(look)
else:
    first_screen(look)
    chart(look, "follow_up_by_month", leads_to="months", choosing="month")
    crossed(look)
    chart(look, "completion_by_section", leads_to="sections", choosing="section")
    initiatives(look)
    show_opened(look)
