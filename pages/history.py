"""What was written, by whom, and what did it change?"""

from ita_data.language import gettext as _
from ui.frame import open_page_without_plan
from ui.history import show_batches

open_page_without_plan(_("History"))
show_batches()
