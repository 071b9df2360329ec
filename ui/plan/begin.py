"""How a plan begins: by hand, from the year before, or from a file."""

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.beginning import ITA_INDICATORS, edits_of_beginning
from ita_data.model.records import Indicator
from ita_data.services import editing
from ui.forms.button import pressed_by
from ui.forms.receipt import tell
from ui.forms.save import said_of, save
from ui.look.day import today
from ui.look.look import Look
from ui.look.plans import plans
from ui.plan.saving import NAME
from ui.shell.address import put_in_address
from ui.shell.filters import OFFICE, YEAR

_BEGUN = "plan-begun"
_YEARS = (2540, 2640)


def begin_plan(look: Look | None) -> None:
    """The three ways to a plan: open where there is none at all, else folded away for another year."""
    if look is None:
        st.header(_("There is no plan here yet"), anchor=False)
        _ways("")
        return
    if look.is_past:
        return
    block = st.expander(_("Begin the plan of another year"), icon=":material/note_add:", key=_BEGUN, on_change="rerun")
    if block.open:
        with block:
            _ways(look.plan.organisation)


def _ways(office: str) -> None:
    st.write(_("Make it of last year's plan, bring a yearly report, or begin by hand: name the indicators here."))
    with st.container(horizontal=True):
        if office and st.button(_("From last year's plan"), icon=":material/event_repeat:", key="plan-from-last-year"):
            st.switch_page("../pages/years.py")
        if st.button(_("From a file"), icon=":material/upload_file:", key="plan-from-file"):
            st.switch_page("../pages/imports.py")
    with st.container(border=True):
        _by_hand(office)


def _by_hand(usual_office: str) -> None:
    office = st.text_input(_("Office"), usual_office, key="begin-office").strip()
    usual = FiscalMonth.of(today()).fiscal_year
    year = st.number_input(_("Fiscal year (B.E.)"), *_YEARS, usual, key="begin-year")
    indicators: list[Indicator] = st.multiselect(
        _("Indicators"),
        ITA_INDICATORS,
        ITA_INDICATORS,
        format_func=lambda each: f"{each.number} {each.name}",
        placeholder=_("(please choose)"),
        key="begin-indicators",
    )
    plan = PlanName(office, int(year))
    is_there = plan in {known.name for known in plans()}
    if is_there:
        st.warning(_("This office has a plan of fiscal year {year} already.").format(year=year))
    is_ready = bool(office and indicators) and not is_there
    if actor := pressed_by(_("Begin the plan"), "begin-plan", is_ready, type="primary"):
        _begin(plan, indicators, actor)


def _begin(plan: PlanName, indicators: list[Indicator], actor: Actor) -> None:
    edits = edits_of_beginning(sorted(indicators, key=lambda each: each.number))
    saved = save(NAME, lambda store, reason: editing.save(store, plan, edits, actor, reason))
    if saved:
        tell(NAME, said_of(saved.what))
        put_in_address(OFFICE, plan.organisation)
        put_in_address(YEAR, str(plan.fiscal_year))
        st.rerun()
