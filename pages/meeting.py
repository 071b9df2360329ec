"""What does the monthly meeting go through, on the projector and to take home?"""

from ita_data.language import mark
from ui.meeting.meeting import meeting
from ui.meeting.opened import OPENED
from ui.shell.frame import open_page

look = open_page(mark("Meeting"), filters=("month", "year"), forgets=(OPENED,))
meeting(look)
