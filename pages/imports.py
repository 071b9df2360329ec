"""What does a file hold, what would it change, and shall it?"""

from ita_data.language import mark
from ui.frame import open_page_without_plan
from ui.imports import confirm, show_changes, show_problems, upload

look = open_page_without_plan(mark("Import"))
preview = upload(look)
if preview:
    show_problems(preview.reading)
    show_changes(preview)
    confirm(preview)
