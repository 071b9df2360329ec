"""Who is to be chased for what, and in which words?"""

from ita_data.language import mark
from ui.chasing.chasing import chase_sections
from ui.shell.frame import open_page

look = open_page(mark("Chasing"), filters=("month", "section", "year"))
chase_sections(look)
