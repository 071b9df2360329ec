"""What is there to follow up at the meeting, and what did the director order?"""

from ita_data.language import mark
from ui.director.late import late_reports, missing_reports
from ui.director.measures import gaps, standstill
from ui.director.news import changes_since_last_meeting
from ui.director.orders import orders
from ui.director.topics import said_of_the_month
from ui.shell.frame import open_page

look = open_page(mark("For the director"))
orders(look)
missing_reports(look)
late_reports(look)
standstill(look)
gaps(look)
changes_since_last_meeting(look)
said_of_the_month(look)
