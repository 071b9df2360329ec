"""What is open for the director to decide or to close, and what was decided?"""

from ita_data.language import mark
from ui.director.decided import decided_screen
from ui.director.opened import show_decided
from ui.shell.frame import open_page

look = open_page(mark("For the director"))
decided_screen(look)
show_decided(look)
