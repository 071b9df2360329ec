"""What does each section owe, and what has it sent?"""

from ita_data.language import mark
from ui.charts import chart
from ui.counted import show_counted
from ui.exemptions import exemptions_form
from ui.frame import open_page
from ui.headline import headline
from ui.month import state_key
from ui.rules import rules_form
from ui.section import show_measures, show_owed, show_sent
from ui.section_dates import section_dates_form
from ui.section_email import section_email_form

look = open_page(mark("Sections"))
headline(look)
show_counted(look)
if look.section is None:
    chart(look, "reporting_by_section", leads_to="sections", choosing="section")
    chart(look, "completion_by_section", leads_to="sections", choosing="section")
    state_key()
    chart(look, "reporting_by_section_and_month", leads_to="sections", choosing="section", code="{0[0]}")
    rules_form(look)
else:
    show_owed(look)
    show_measures(look)
    show_sent(look)
    exemptions_form(look)
    section_dates_form(look)
    section_email_form(look)
