"""How a plan begins: by hand, from the year before, or from a file; and the indicators that it still lacks."""

from collections.abc import Collection

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.actors import Actor
from ita_data.model.changes import Edit
from ita_data.model.periods import FiscalMonth
from ita_data.model.plan_name import PlanName
from ita_data.model.planning.by_hand import ITA_INDICATORS, edits_of_beginning
from ita_data.model.planning.numbering import free_name
from ita_data.model.records import Indicator, Initiative
from ita_data.services import editing
from ui.forms.begun import folded_form
from ui.forms.button import pressed_by
from ui.forms.receipt import tell
from ui.forms.save import said_of, save, save_edits
from ui.look.day import today
from ui.look.look import Look
from ui.plan.saving import FORM
from ui.shell.filters import OFFICE, YEAR
from ui.shell.going import take

_BEGUN, _MORE = "plan-begun", "plan-more"
_YEARS = (2540, 2640)


def begin_plan(look: Look | None, known: Collection[PlanName]) -> None:
    """The three ways to a plan: open where there is none at all, else folded away for another year.

    `known` are the plans that are there.
    """
    if look is None:
        st.header(_("There is no plan here yet"), anchor=False)
        _ways("", known)
        return
    if look.is_past:
        return
    office, title = look.plan.organisation, _("Begin the plan of another year")
    folded_form(_BEGUN, title, ":material/note_add:", lambda: _ways(office, known))


def more_headings(look: Look) -> None:
    """A block that adds indicators of the assessment, or an initiative beside them."""
    if not look.is_past:
        title = _("Add an indicator or an initiative")
        folded_form(_MORE, title, ":material/add_circle:", lambda: _add_headings(look))


def _ways(office: str, known: Collection[PlanName]) -> None:
    st.write(_("Make it of last year's plan, bring a yearly report, or begin by hand: name the indicators here."))
    with st.container(horizontal=True):
        if office and st.button(_("From last year's plan"), icon=":material/event_repeat:", key="plan-from-last-year"):
            st.switch_page("../pages/years.py")
        if st.button(_("From a file"), icon=":material/upload_file:", key="plan-from-file"):
            st.switch_page("../pages/imports.py")
    with st.container(border=True):
        _by_hand(office, known)


def _by_hand(usual_office: str, known: Collection[PlanName]) -> None:
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
    is_there = plan in known
    if is_there:
        st.warning(_("This office has a plan of fiscal year {year} already.").format(year=year))
    is_ready = bool(office and indicators) and not is_there
    if actor := pressed_by(_("Begin the plan"), "begin-plan", is_ready, type="primary"):
        _begin(plan, indicators, actor)


def _begin(plan: PlanName, indicators: list[Indicator], actor: Actor) -> None:
    edits = edits_of_beginning(sorted(indicators, key=lambda each: each.number))
    saved = save(FORM, lambda store, reason: editing.save(store, plan, edits, actor, reason))
    if saved:
        tell(FORM, said_of(saved.what))
        take(**{OFFICE: plan.organisation, YEAR: str(plan.fiscal_year)})
        st.rerun()


def _add_headings(look: Look) -> None:
    edits = [*_lacking_indicators(look), *_new_initiative(look)]
    actor = pressed_by(_("Add"), "plan-more-add", bool(edits), type="primary")
    if actor and save_edits(look, _MORE, edits, actor):
        st.rerun()


def _lacking_indicators(look: Look) -> list[Edit]:
    held = {each.number for each in look.stored.records.indicators}
    if not (lacking := [each for each in ITA_INDICATORS if each.number not in held]):
        return []
    chosen: list[Indicator] = st.multiselect(
        _("Indicators"),
        lacking,
        format_func=lambda each: f"{each.number} {each.name}",
        placeholder=_("(please choose)"),
        key=f"plan-more-indicators|{look.plan.revision}",
    )
    return [(None, each) for each in chosen]


def _new_initiative(look: Look) -> list[Edit]:
    name = st.text_area(_("Name of the initiative"), key=f"plan-more-name|{look.plan.revision}", height="content")
    numbers = [each.number for each in look.stored.records.initiatives]
    number = free_name(Initiative(0, ""), numbers)
    return [(None, Initiative(int(number), name.strip()))] if name.strip() else []
