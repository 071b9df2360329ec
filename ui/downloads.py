"""The plan as files in the government's own form."""

from functools import partial

import streamlit as st

from ita_data import services
from ita_data.exports import EXPORTS
from ita_data.language import gettext as _
from ui.data import Look, store


def report_downloads(look: Look) -> None:
    """A button for each form of the yearly report; the file is made when somebody asks for it."""
    plan = look.plan
    st.subheader(_("The whole plan in the government's form"), anchor=False)
    with st.container(horizontal=True):
        for name, export in EXPORTS.items():
            st.download_button(
                _(export.title),
                partial(services.export, store(), plan.organisation, plan.fiscal_year, name),
                f"{plan.organisation}-{plan.fiscal_year}{export.suffix}",
                export.media_type,
                on_click="ignore",
                icon=":material/download:",
                key=f"download-{name}",
            )
