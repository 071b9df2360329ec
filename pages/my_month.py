"""What does my section owe this month, and how do I send it?"""

from ita_data.language import mark
from ui.my_month.month import month_of, month_to_open, section_here
from ui.shell.frame import open_page

look = open_page(mark("My month"), filters=("month", "section", "year"), opens_on=month_to_open)
section = section_here(look)
if section:
    month_of(look, section)
