"""The same change for several measures at once: how often they are followed up, and by which sections."""

from collections.abc import Mapping

import streamlit as st

from ita_data.labels import words
from ita_data.language import gettext as _
from ita_data.model.cadence import WORDING, Cadence
from ita_data.model.planning.drafting import measure_of, sections_of, with_measure, with_sections
from ita_data.model.records import Records, Role
from ui.forms.begun import folded_form
from ui.html.markdown import plain
from ui.look.look import Look
from ui.plan.choices import names_of, sections_in_role
from ui.plan.draft import change, draft_of

Sections = Mapping[Role, list[str]]
"""The sections that were chosen in each role."""

_NAME = "plan-several"


def several_at_once(look: Look) -> None:
    """A block, drawn once somebody opens it, that puts one change of many measures into the draft."""
    title = _("Change several measures at once")
    folded_form(_NAME, title, ":material/checklist:", lambda: _fields(look))


def _fields(look: Look) -> None:
    chosen, cadence = _measures(look), _cadence(look)
    sections = {role: _sections(look, role) for role in Role}
    is_ready = bool(chosen) and (cadence is not None or any(sections.values()))
    if twice := [plain(name) for name in sections[Role.LEAD] if name in sections[Role.SUPPORTING]]:
        text = _("{section} is named as lead and as supporting. Take it out of one of them.")
        st.error(text.format(section=", ".join(twice)))
        is_ready = False
    if st.button(_("Add to the draft"), key="plan-several-add", disabled=not is_ready, type="primary"):
        _change(look, chosen, cadence, sections)


def _change(look: Look, chosen: list[str], cadence: Cadence | None, sections: Sections) -> None:
    wanted = draft_of(look).wanted
    for identity in chosen:
        wanted = _changed(wanted, identity, cadence, sections)
    change(look, wanted, shows_anew=True)
    st.rerun()


def _measures(look: Look) -> list[str]:
    draft = draft_of(look)
    names = names_of(draft.wanted.measures)
    return st.multiselect(
        _("Measures"),
        list(names),
        format_func=names.__getitem__,
        placeholder=_("Choose measures"),
        key=f"plan-several-measures|{draft.round}",
        filter_mode="contains",
    )


def _cadence(look: Look) -> Cadence | None:
    rhythms = words("cadence")
    chosen: str | None = st.selectbox(
        _("Rhythm of follow-up"),
        [None, *rhythms],
        format_func=lambda name: rhythms[name] if name else _("stays as it is"),
        key=f"plan-several-cadence|{draft_of(look).round}",
    )
    return Cadence(chosen) if chosen else None


def _sections(look: Look, role: Role) -> list[str]:
    key = f"plan-several-{role}|{draft_of(look).round}"
    return sections_in_role(look, role, placeholder=_("stay as they are"), key=key)


def _changed(plan: Records, identity: str, cadence: Cadence | None, sections: Sections) -> Records:
    """The plan with the change made for one measure; what wasn't chosen stays as it is.

    A section that leads the measure, and shall support many, goes on leading this one.
    """
    if cadence:
        plan = with_measure(plan, identity, cadence=cadence, follow_up=WORDING[cadence])
    if leads := sections[Role.LEAD]:
        plan = with_sections(plan, identity, Role.LEAD, leads)
    if supporting := sections[Role.SUPPORTING]:
        leads = sections_of(plan, measure_of(plan, identity).code, Role.LEAD)
        others = [name for name in supporting if name not in leads]
        plan = with_sections(plan, identity, Role.SUPPORTING, others)
    return plan
