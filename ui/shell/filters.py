"""What a page looks at, and the filters by which somebody looks at something else.

A page names the filters that act on it. The month and the section stand in the frame's second line; the year, with what
is rarely changed, stands in a menu beside them.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.periods import running_year
from ita_data.services import clock
from ui.html.markdown import plain
from ui.look import kept
from ui.look.day import today
from ui.look.look import Look
from ui.look.plans import Plan
from ui.shell.address import AS_OF, chosen_in_address, day_in_address, offer

MONTH, SECTION, ROLES, YEAR = "month", "section", "roles", "year"
EVERY_FILTER = (MONTH, SECTION, ROLES, YEAR)

_OFFICE = "office"
_EVERY = "all"
_LEAD = "lead"
_OF_A_PLAN = (MONTH, ROLES, SECTION, "indicator")
"""The choices that mean something in one plan only."""
_OF_PAGES = "of-pages"
"""Parameters of pages that mean something for one plan, month and day only, as the pages themselves said."""
_MONTH_WIDTH, _SECTION_WIDTH = 104, 168


OpensOn = Callable[[Look], int]
"""The month on which a page opens that begins on one of its own, for the section that the address names."""


def of_pages() -> set[str]:
    """The parameters of pages that are forgotten once another plan, month or day is looked at."""
    names: set[str] = st.session_state.setdefault(_OF_PAGES, set())
    return names


def look_in_address(plans: Sequence[Plan], filters: Collection[str], opens_on: OpensOn | None) -> Look:
    """What the address says of the filters that act on a page; the others stand as nobody had touched them.

    `opens_on` gives the month on which the page opens, where that isn't the last one whose reports are due.
    """
    as_of = day_in_address(AS_OF, today(), clock.today())
    office = _chosen_office(plans)
    of_office = {plan.fiscal_year: plan for plan in plans if plan.organisation == office}
    years = _years(plans, office)
    year = chosen_in_address(YEAR, years, running_year(years, as_of))
    facts = kept.facts(of_office[year], as_of)
    section, roles = _EVERY, _usual_roles(facts.expects_supporting)
    if SECTION in filters:
        section = chosen_in_address(SECTION, [_EVERY, *facts.sections], _EVERY)
    if ROLES in filters:
        roles = chosen_in_address(ROLES, [_LEAD, _EVERY], roles)
    year_looked_at = Look(of_office[year], 12, None if section == _EVERY else section, roles == _EVERY, as_of)
    opening = opens_on(year_looked_at) if opens_on else facts.opening_month
    return replace(year_looked_at, month=chosen_in_address(MONTH, list(facts.names["month"]), opening))


def what_is_shown(look: Look) -> str:
    """Whose figures these are, up to which month and of which day."""
    return _("{organisation} · fiscal year {year} · up to {month} · as of {day}").format(
        organisation=look.plan.organisation,
        year=look.plan.fiscal_year,
        month=look.facts.names["month"][look.month],
        day=date_label(look.as_of),
    )


def of_section(look: Look | None) -> str:
    """What a page's title says of the section looked at; nothing of the whole office."""
    section = look and look.section
    return f" · {plain(look.facts.names['section'][section])}" if look and section else ""


def month_and_section(look: Look, filters: Collection[str]) -> None:
    """The filters that stand in the second line."""
    months = look.facts.names["month"]
    if MONTH in filters:
        offer(
            MONTH,
            _("Up to month"),
            list(months),
            look.month,
            shown=months.__getitem__,
            forgets=tuple(of_pages()),
            width=_MONTH_WIDTH,
        )
    if SECTION in filters:
        sections = [_EVERY, *look.facts.sections]
        chosen, names = look.section or _EVERY, look.facts.names["section"]
        offer(
            SECTION,
            _("Section"),
            sections,
            chosen,
            shown=lambda name: names.get(name, _("Whole office")),
            width=_SECTION_WIDTH,
        )


def year_menu(look: Look, plans: Sequence[Plan], filters: Collection[str]) -> None:
    """The menu that bears the year looked at: office, year, whose reports count, and what is looked at in full."""
    offices = _offices(plans)
    if YEAR not in filters and len(offices) == 1:
        return
    menu = st.popover(_menu_name(look, offices), key="year-menu", on_change="rerun")
    if not menu.open:
        return
    with menu:
        st.caption(plain(what_is_shown(look)))
        forgets = (*_OF_A_PLAN, *of_pages())
        if len(offices) > 1:
            offer(_OFFICE, _("Office"), offices, look.plan.organisation, forgets=(YEAR, *forgets))
        if YEAR in filters:
            years = _years(plans, look.plan.organisation)
            offer(YEAR, _("Fiscal year"), years, look.plan.fiscal_year, forgets=forgets)
        if ROLES in filters:
            roles = _EVERY if look.with_supporting else _LEAD
            offer(ROLES, _("Count"), [_LEAD, _EVERY], roles, shown=_roles_name)


def _menu_name(look: Look, offices: Sequence[str]) -> str:
    """The year; the office where there are several, and whose reports count where it isn't as the plan's rules say."""
    parts = [_("FY {year}").format(year=look.plan.fiscal_year)]
    if len(offices) > 1:
        parts.insert(0, plain(look.plan.organisation))
    if look.with_supporting != look.facts.expects_supporting:
        parts.append(_("with supporting") if look.with_supporting else _("leads only"))
    return " · ".join(parts)


def _chosen_office(plans: Sequence[Plan]) -> str:
    """The office that the address names; it is only asked for where the store holds several."""
    offices = _offices(plans)
    return chosen_in_address(_OFFICE, offices, offices[0]) if len(offices) > 1 else offices[0]


def _offices(plans: Sequence[Plan]) -> list[str]:
    return list(dict.fromkeys(plan.organisation for plan in plans))


def _years(plans: Sequence[Plan], office: str) -> list[int]:
    return sorted((plan.fiscal_year for plan in plans if plan.organisation == office), reverse=True)


def _usual_roles(expects_supporting: bool) -> str:
    return _EVERY if expects_supporting else _LEAD


def _roles_name(roles: str) -> str:
    return _("Lead sections") if roles == _LEAD else _("Lead and supporting sections")
