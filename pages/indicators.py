"""What does one indicator ask, what is done about it, and what came of it?"""

from ita_data.language import mark
from ui.answers.answers import heading_screen
from ui.answers.grids import measures_by_month
from ui.answers.opened import show_opened
from ui.indicators.indicator import chosen_heading, show_initiative, show_items, show_measures
from ui.indicators.outcomes import show_outcomes
from ui.indicators.score import show_score_of
from ui.parts.charts import chart
from ui.parts.downloads import report_downloads
from ui.shell.frame import open_page
from ui.shell.headings import choice_of_heading, mend_in_the_plan

look = open_page(mark("Indicators"), beside=choice_of_heading)
heading = chosen_heading(look)
heading_screen(heading.narrowed)
show_initiative(heading)
show_score_of(look, heading.code)
show_items(heading)
show_measures(heading)
mend_in_the_plan(look, heading.code, heading.measures)
show_outcomes(heading)
if heading.measures:
    measures_by_month(look, heading.measures)
if not heading.is_indicator:
    chart(look, "completion_by_initiative", leads_to="indicators", choosing="indicator", code="ก{}")
report_downloads(look)
show_opened(heading.narrowed)
