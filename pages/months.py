"""Which reviews came in which month, measure by measure, and is the month closed?"""

from ita_data.language import mark
from ui.charts import chart, grid
from ui.closing import month_close
from ui.comparing import compare_months
from ui.counted import show_counted
from ui.frame import open_page
from ui.month import show_cells, state_key
from ui.rates import rates, this_year_and_last

look = open_page(mark("Months"))
chart(look, "follow_up_by_month")
rates(look)
this_year_and_last(look)
month_close(look)
state_key()
clicked = grid(look, "reporting_by_measure_and_month")
show_cells(look, clicked)
show_counted(look)
compare_months(look)
