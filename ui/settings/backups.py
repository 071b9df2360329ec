"""When the office was last backed up by itself, and whether that went well."""

from datetime import datetime

import streamlit as st

from ita_data.language import gettext as _
from ita_data.services.backup_places import place_of
from ita_data.services.daily_backups import LastBackup, last_backup
from ui.html.markdown import plain
from ui.parts.moments import moment


def show_backups() -> None:
    """The last backup and the last attempt."""
    st.subheader(_("Backups"), anchor=False)
    last = last_backup()
    if last.problem:
        st.error(_("The last backup failed: {reason}").format(reason=plain(last.problem)))
    if last.old_ones:
        st.warning(_("Old backups aren't removed: {reason}").format(reason=plain(last.old_ones)))
    st.text(_last(last))
    st.text(_("One is made each day while the program runs, and before each update of the database."))


def _last(last: LastBackup) -> str:
    if not last.made_at:
        return _("There is no backup yet.")
    made = moment(datetime.fromisoformat(last.made_at))
    text = _("Last backup: {moment}, opened and looked through from end to end: {file}")
    return text.format(moment=made, file=place_of().folder / last.file)
