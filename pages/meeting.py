"""What does the monthly meeting go through, on the projector and to take home?"""

from ita_data.language import mark
from ui.frame import open_page
from ui.meeting import meeting

look = open_page(mark("Meeting"), is_of_office=True)
meeting(look)
