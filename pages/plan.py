"""What does the plan say, and what shall it say?"""

from ita_data.language import mark
from ui.look.plans import plans
from ui.plan.begin import begin_plan, more_headings
from ui.plan.plan import plan_of_heading
from ui.shell.frame import open_page_without_plan
from ui.shell.headings import choice_of_heading

look = open_page_without_plan(mark("Plan"), filters=("year",), beside=choice_of_heading)
if look:
    plan_of_heading(look)
    more_headings(look)
begin_plan(look, [plan.name for plan in plans()])
