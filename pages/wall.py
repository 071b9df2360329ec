"""How does the office stand, on a display that nobody touches?"""

from ita_data.language import mark
from ui.meeting.wall import wall
from ui.shell.frame import open_page

look = open_page(mark("Wall screen"), filters=("month", "year"))
wall(look)
