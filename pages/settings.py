"""By which rules are reports asked for, from which month on, on which days is no work, and is all backed up?"""

from ita_data.language import mark
from ui.settings.backups import show_backups
from ui.settings.holidays import holidays_form
from ui.settings.rules import rules_form
from ui.settings.start import start_form
from ui.shell.frame import open_page

look = open_page(mark("Settings"), filters=("year",))
rules_form(look)
start_form(look)
holidays_form(look)
show_backups()
