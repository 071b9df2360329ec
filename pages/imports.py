"""What does a file hold, what would it change, and shall it?"""

import streamlit as st

from ita_data.language import mark
from ui.imports.changes import show_changes
from ui.imports.confirm import ask_for_reason_if_closed, confirm
from ui.imports.file.shown import show_file, take_what_was_pressed
from ui.imports.problems import show_problems, show_verdict
from ui.imports.questions import ask_questions
from ui.imports.questions.who_is_who import tell_apart
from ui.imports.receipt import has_receipt, put_receipt_away, show_receipt
from ui.imports.remembered import show_remembered
from ui.imports.steps import CHOOSE, LOOK, SAVE, show_steps
from ui.imports.upload import last_preview, upload
from ui.parts.downloads import monthly_form
from ui.shell.actor import current_actor
from ui.shell.frame import open_page_without_plan

look = open_page_without_plan(mark("Import"), filters=("year",))
actor = current_actor()
steps, before = st.container(), st.container()
show_receipt()
take_what_was_pressed(last_preview())
preview = upload(look, put_receipt_away)
with steps:
    show_steps(LOOK if preview else SAVE if has_receipt() else CHOOSE)
changes = None
if preview:
    show_file(preview, look, actor)
    show_verdict(preview.reading)
    ask_questions(preview, look, actor)
    preview = tell_apart(preview)
    changes = show_changes(preview)
    ask_for_reason_if_closed(preview, changes)
    show_problems(preview)
if look:
    # Before a file is chosen, whoever has none yet finds one first.
    with st.container() if preview else before:
        monthly_form(look)
        show_remembered(look)
if preview:
    confirm(preview, changes)
