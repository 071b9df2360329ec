"""What does a file hold, what would it change, and shall it?"""

from ita_data.language import mark
from ui.imports.confirm import confirm, put_receipt_away, show_changes, show_receipt
from ui.imports.context import show_parts
from ui.imports.problems import show_problems, show_verdict
from ui.imports.remembered import show_remembered
from ui.imports.upload import ask_about_columns, ask_about_context, upload
from ui.parts.downloads import monthly_form
from ui.shell.frame import open_page_without_plan

look = open_page_without_plan(mark("Import"), filters=("year",))
if look:
    monthly_form(look)
    show_remembered(look)
show_receipt()
preview = upload(look, put_receipt_away)
if preview:
    show_verdict(preview.reading)
    show_parts(preview.reading)
    ask_about_context(preview)
    ask_about_columns(preview, look)
    show_problems(preview)
    confirm(preview, show_changes(preview))
