"""Which reviews came in which month, measure by measure?"""

from ita_data.language import mark
from ui.charts import chart, grid
from ui.counted import show_counted
from ui.frame import open_page
from ui.month import show_cells, state_key

look = open_page(mark("Months"))
chart(look, "follow_up_by_month")
state_key()
clicked = grid(look, "reporting_by_measure_and_month")
show_cells(look, clicked)
show_counted(look)
