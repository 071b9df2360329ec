"""How does an office follow up the plan that it has just brought, of which its report says nothing?"""

from ita_data.language import mark
from ui.beginning.beginning import begin
from ui.shell.frame import open_page

look = open_page(mark("Getting started"), filters=("year",))
begin(look)
