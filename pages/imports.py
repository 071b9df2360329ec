"""What does a file hold, what would it change, and shall it?"""

from ita_data.language import mark
from ui.downloads import monthly_form
from ui.frame import open_page_without_plan
from ui.imports import confirm, put_receipt_away, show_changes, show_receipt
from ui.problems import show_problems, show_verdict
from ui.remembered import show_remembered
from ui.upload import ask_about_columns, upload

look = open_page_without_plan(mark("Import"))
if look:
    monthly_form(look)
    show_remembered(look)
show_receipt()
preview = upload(look, put_receipt_away)
if preview:
    show_verdict(preview.reading)
    ask_about_columns(preview, look)
    show_problems(preview)
    confirm(preview, show_changes(preview))
