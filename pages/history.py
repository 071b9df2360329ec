"""What was written, by whom, and what did it change?"""

from ita_data.language import mark
from ui.frame import open_page_without_plan
from ui.history import show_batches

show_batches(open_page_without_plan(mark("History")))
