"""By which rules are reports asked for, from which month on, and on which days does the office not work?"""

from ita_data.language import mark
from ui.settings.holidays import holidays_form
from ui.settings.rules import rules_form
from ui.settings.start import start_form
from ui.shell.frame import open_page

look = open_page(mark("Settings"), filters=("year",))
rules_form(look)
start_form(look)
holidays_form(look)
