"""Which reviews came in which month, measure by measure, and is the month closed?"""

from ita_data.language import mark
from ui.answers.answers import headline
from ui.answers.grids import measures_by_month
from ui.answers.opened import show_opened
from ui.months.closing import month_close
from ui.months.comparing import compare_months
from ui.months.rates import pace, rates, this_year_and_last
from ui.parts.charts import chart
from ui.parts.counted import show_counted
from ui.shell.frame import open_page

look = open_page(mark("Months"))
headline(look)
chart(look, "follow_up_by_month")
pace(look)
rates(look)
this_year_and_last(look)
month_close(look)
measures_by_month(look)
show_counted(look)
compare_months(look)
show_opened(look)
