"""What stands around every page: language, style, title, filters, the mark of sample data, and who is here.

Every page begins with `open_page`, so that a page reached by a deep link, and one opened in a test, has it too.
"""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.errors import ItaError
from ita_data.model.periods import running_year
from ita_data.services import clock, sample
from ui.html.markdown import plain
from ui.look import kept
from ui.look.look import Look
from ui.look.plans import Plan, plans
from ui.look.store import store
from ui.shell.actor import VISITOR, actor_form, current_actor
from ui.shell.address import AS_OF, choose, chosen_in_address, day_in_address, forget
from ui.shell.language import language_switch, set_language

_STYLE = f"<style>{(Path(__file__).parents[1] / 'static' / 'style.css').read_text(encoding='utf-8')}</style>"
_EVERY = "all"
_LEAD = "lead"
_OF_A_PLAN = ("month", "roles", "section", "indicator")
"""The choices that mean something in one plan only."""
_OF_PAGES = "of-pages"
"""Parameters of pages that mean something for one plan, month and day only, as the pages themselves said."""


OpensOn = Callable[[Look], int]
"""The month on which a page opens that begins on one of its own, for the section that the address names."""


def open_page(
    title: str, is_of_office: bool = False, forgets: Collection[str] = (), opens_on: OpensOn | None = None
) -> Look:
    """Draw the frame and give what the page looks at; an empty store gets a greeting, and the page goes no further.

    `title` is only marked for the catalogue: the reader's language is known from here on, not before. A page that is of
    the whole office asks for no section. `forgets` names the page's own parameters of the address that are forgotten,
    also on other pages, once another plan, month or day is looked at. `opens_on` gives the month on which the page
    opens, where that isn't the last one whose reports are due.
    """
    _of_pages().update(forgets)
    look = open_page_without_plan(title, is_of_office, opens_on)
    if look is None:
        _greet()
        st.stop()
    return look


def open_page_without_plan(title: str, is_of_office: bool = False, opens_on: OpensOn | None = None) -> Look | None:
    """Draw the frame of a page that works on an empty store too, which has nothing to look at."""
    set_language()
    st.html(_STYLE)
    found = _plans()
    # Rows of their own elements: columns would send two messages more for each of them.
    heading = st.container(horizontal=True, vertical_alignment="bottom")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        look = _filters(found, is_of_office, opens_on) if found else None
    with heading:
        st.title(_(title), anchor=False)
        language_switch()
        actor_form(look.facts.sections if look else ())
    if look:
        _say_what_is_shown(look)
    return look


def _of_pages() -> set[str]:
    names: set[str] = st.session_state.setdefault(_OF_PAGES, set())
    return names


def _plans() -> list[Plan]:
    try:
        return plans()
    except ItaError as error:
        st.error(str(error), icon=":material/database_off:")
        st.stop()


def _filters(plans: list[Plan], is_of_office: bool, opens_on: OpensOn | None) -> Look:
    """The filters that all pages share; an office is only asked for where the store holds several."""
    as_of = day_in_address(AS_OF, clock.today())
    offices = list(dict.fromkeys(plan.organisation for plan in plans))
    office = offices[0]
    if len(offices) > 1:
        office = choose("office", _("Office"), offices, office, forgets=("year", *_OF_A_PLAN, *_of_pages()))
    of_office = {plan.fiscal_year: plan for plan in plans if plan.organisation == office}
    years = sorted(of_office, reverse=True)
    year = choose("year", _("Fiscal year"), years, running_year(years, as_of), forgets=(*_OF_A_PLAN, *_of_pages()))
    facts = kept.facts(of_office[year], as_of)
    months = facts.names["month"]
    shown, forgets = months.__getitem__, tuple(_of_pages())
    opening = _opening_month(of_office[year], as_of, opens_on)
    month = choose("month", _("Up to month"), list(months), opening, shown=shown, forgets=forgets)
    if is_of_office:
        return Look(of_office[year], month, None, facts.expects_supporting, as_of)
    section = choose("section", _("Section"), [_EVERY, *facts.sections], _EVERY, shown=_section_name)
    default = _EVERY if facts.expects_supporting else _LEAD
    roles = choose("roles", _("Count"), [_LEAD, _EVERY], default, shown=_roles_name)
    return Look(of_office[year], month, None if section == _EVERY else section, roles == _EVERY, as_of)


def _opening_month(plan: Plan, as_of: date, opens_on: OpensOn | None) -> int:
    facts = kept.facts(plan, as_of)
    if opens_on is None:
        return facts.opening_month
    section = chosen_in_address("section", [_EVERY, *facts.sections], _EVERY)
    return opens_on(Look(plan, 12, None if section == _EVERY else section, facts.expects_supporting, as_of))


def _section_name(section: str) -> str:
    return _("Whole office") if section == _EVERY else section


def _roles_name(roles: str) -> str:
    return _("Lead sections") if roles == _LEAD else _("Lead and supporting sections")


def _say_what_is_shown(look: Look) -> None:
    month = look.facts.names["month"][look.month]
    st.caption(
        _("{organisation} · fiscal year {year} · up to {month} · as of {day}").format(
            organisation=plain(look.plan.organisation),
            year=look.plan.fiscal_year,
            month=month,
            day=date_label(look.as_of),
        )
    )
    if look.is_past:
        _say_that_it_is_past(look)
    if look.facts.is_sample:
        st.warning(
            _("Sample data: the monthly reviews were invented for demonstration and are not this office's own."),
            icon=":material/science:",
        )


def _say_that_it_is_past(look: Look) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(
            _("As the office knew it on {day}: what came later isn't counted, what was corrected since is.").format(
                day=date_label(look.as_of)
            ),
            icon=":material/history:",
        )
        st.button(_("Look at today"), icon=":material/today:", key="today", on_click=forget, args=(AS_OF, *_of_pages()))


def _greet() -> None:
    with st.container(border=True, key="greeting"):
        st.subheader(_("There is no plan here yet"), anchor=False)
        st.write(_("Begin with the sample office to look around, or bring your own yearly report."))
        with st.container(horizontal=True):
            if st.button(_("Load the sample office"), icon=":material/science:", type="primary", key="load-sample"):
                _load_sample()
            if st.button(_("Import your own file"), icon=":material/upload_file:", key="own-file"):
                st.switch_page("../pages/imports.py")


def _load_sample() -> None:
    try:
        with st.spinner(_("Loading the sample office …")):
            sample.load_sample(store(), current_actor() or VISITOR)
    except ItaError as error:
        st.error(str(error))
    else:
        st.rerun()
