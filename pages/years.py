"""What became of last year's measures, how do both years stand, and what is the next year's plan?"""

from ita_data.language import mark
from ui.shell.frame import open_page
from ui.years.rollover import rollover_form
from ui.years.scores import scores_form, show_scores
from ui.years.years import origins_form, show_figures, show_indicators, show_passages, two_years

look = open_page(mark("Comparing years"), filters=("section", "roles", "year"))
years = two_years(look)
if years:
    show_figures(years)
    show_indicators(years)
    show_passages(years)
    origins_form(years)
show_scores(look)
scores_form(look)
rollover_form(look)
