"""What is there to follow up at the meeting, and what did the director order?"""

from ita_data.language import mark
from ui.frame import open_page
from ui.late import late_reports, missing_reports
from ui.measures import gaps, standstill
from ui.news import changes_since_last_meeting
from ui.orders import orders
from ui.topics import said_of_the_month

look = open_page(mark("For the director"))
orders(look)
missing_reports(look)
late_reports(look)
standstill(look)
gaps(look)
changes_since_last_meeting(look)
said_of_the_month(look)
