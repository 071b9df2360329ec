"""What was written, by whom, and what did it change?"""

from ita_data.language import mark
from ui.history.history import show_batches
from ui.shell.frame import open_page_without_plan

show_batches(open_page_without_plan(mark("History")))
