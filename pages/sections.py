"""What does each section owe, and what has it sent?"""

from ita_data.language import mark
from ui.answers.answers import headline, who_owes
from ui.answers.opened import show_opened
from ui.parts.charts import chart
from ui.parts.counted import show_counted
from ui.sections.exemptions import exemptions_form
from ui.sections.merging import merging_form
from ui.sections.section import show_measures, show_owed, show_sent, to_the_rules
from ui.sections.sections import one_section_form, sections_form
from ui.shell.frame import open_page

look = open_page(mark("Sections"))
if look.section is None:
    who_owes(look)
    show_counted(look)
    chart(look, "reporting_by_section", leads_to="sections", choosing="section")
    chart(look, "completion_by_section", leads_to="sections", choosing="section")
    sections_form(look)
    to_the_rules()
else:
    headline(look)
    show_counted(look)
    show_owed(look)
    show_measures(look)
    show_sent(look)
    exemptions_form(look)
    one_section_form(look)
    merging_form(look)
show_opened(look)
