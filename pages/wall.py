"""How does the office stand, on a display that nobody touches?"""

from ita_data.language import mark
from ui.frame import open_page
from ui.wall import wall

look = open_page(mark("Wall screen"), is_of_office=True)
wall(look)
