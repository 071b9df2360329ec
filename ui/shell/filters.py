"""What a page looks at, and the filters by which somebody looks at something else.

A page names the filters that act on it. The month and the section stand in the bar itself; the year, with what is
rarely changed, stands in a menu beside them.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from ita_data.labels import date_label
from ita_data.language import gettext as _
from ita_data.model.periods import running_year
from ita_data.services import clock
from ui.html.bar import Choice, Menu
from ui.look import kept
from ui.look.day import today
from ui.look.look import Look
from ui.look.plans import Plan
from ui.shell.address import AS_OF, chosen_in_address, day_in_address, forget, put_in_address

MONTH, SECTION, ROLES, YEAR, OFFICE = "month", "section", "roles", "year", "office"
EVERY_FILTER = (MONTH, SECTION, ROLES, YEAR)
CHOICES = frozenset({*EVERY_FILTER, OFFICE, "indicator"})
"""What can be chosen on the bar of some page."""

_EVERY = "all"
_LEAD = "lead"
_OF_A_PLAN = (MONTH, ROLES, SECTION, "indicator")
"""The choices that mean something in one plan only."""
_OF_PAGES = "of-pages"
"""Parameters of pages that mean something for one plan, month and day only, as the pages themselves said."""

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
    section = chosen_in_address(SECTION, [_EVERY, *facts.sections], _EVERY) if SECTION in filters else _EVERY
    whose = None if section == _EVERY else section
    year_looked_at = Look(of_office[year], 12, whose, facts.expects_supporting(12), as_of)
    opening = opens_on(year_looked_at) if opens_on else facts.opening_month
    month = chosen_in_address(MONTH, list(facts.names["month"]), opening)
    roles = _EVERY if facts.expects_supporting(month) else _LEAD
    if ROLES in filters:
        roles = chosen_in_address(ROLES, [_LEAD, _EVERY], roles)
    return replace(year_looked_at, month=month, with_supporting=roles == _EVERY)


def what_is_shown(look: Look) -> str:
    """Whose figures these are, up to which month and of which day."""
    return _("{organisation} · fiscal year {year} · up to {month} · as of {day}").format(
        organisation=look.plan.organisation,
        year=look.plan.fiscal_year,
        month=look.facts.names["month"][look.month],
        day=date_label(look.as_of),
    )


def of_section(look: Look) -> str:
    """What a page's title says of the section looked at; nothing of the whole office."""
    return f" · {look.facts.names['section'][look.section]}" if look.section else ""


def month_and_section(look: Look, filters: Collection[str]) -> list[Choice]:
    """The filters that stand in the bar itself."""
    months, sections = look.facts.names["month"], look.facts.names["section"]
    of_sections = {_EVERY: _("Whole office")} | {name: sections[name] for name in look.facts.sections}
    offered = {
        MONTH: Choice(MONTH, _("Up to month"), _options(months), str(look.month)),
        SECTION: Choice(SECTION, _("Section"), _options(of_sections), look.section or _EVERY),
    }
    return [choice for name, choice in offered.items() if name in filters]


def year_menu(look: Look, plans: Sequence[Plan], filters: Collection[str]) -> Menu | None:
    """The menu that bears the year looked at: office, year, whose reports count, and what is looked at in full."""
    offices = _offices(plans)
    if YEAR not in filters and len(offices) == 1:
        return None
    offered: list[Choice] = []
    if len(offices) > 1:
        options = _options({office: office for office in offices})
        offered.append(Choice(OFFICE, _("Office"), options, look.plan.organisation))
    if YEAR in filters:
        years = {year: str(year) for year in _years(plans, look.plan.organisation)}
        offered.append(Choice(YEAR, _("Fiscal year"), _options(years), str(look.plan.fiscal_year)))
    if ROLES in filters:
        roles = {_LEAD: _("Lead sections"), _EVERY: _("Lead and supporting sections")}
        offered.append(Choice(ROLES, _("Count"), _options(roles), _EVERY if look.with_supporting else _LEAD))
    return Menu("year", _menu_name(look, offices), (what_is_shown(look),), tuple(offered))


def take_choice(name: str, code: str) -> None:
    """Take what was chosen; what was chosen for the option before it is forgotten."""
    put_in_address(name, code)
    of_a_plan = (*_OF_A_PLAN, *of_pages())
    forget(*{MONTH: tuple(of_pages()), YEAR: of_a_plan, OFFICE: (YEAR, *of_a_plan)}.get(name, ()))


def leave_section() -> None:
    """Look at the whole office again."""
    forget(SECTION)


def _options(names: Mapping[Any, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(code), words) for code, words in names.items())


def _menu_name(look: Look, offices: Sequence[str]) -> str:
    """The year; the office where there are several, and whose reports count where it isn't as the plan's rules say."""
    parts = [_("FY {year}").format(year=look.plan.fiscal_year)]
    if len(offices) > 1:
        parts.insert(0, look.plan.organisation)
    if look.with_supporting != look.facts.expects_supporting(look.month):
        parts.append(_("with supporting") if look.with_supporting else _("leads only"))
    return " · ".join(parts)


def _chosen_office(plans: Sequence[Plan]) -> str:
    """The office that the address names; it is only asked for where the store holds several."""
    offices = _offices(plans)
    return chosen_in_address(OFFICE, offices, offices[0]) if len(offices) > 1 else offices[0]


def _offices(plans: Sequence[Plan]) -> list[str]:
    return list(dict.fromkeys(plan.organisation for plan in plans))


def _years(plans: Sequence[Plan], office: str) -> list[int]:
    return sorted((plan.fiscal_year for plan in plans if plan.organisation == office), reverse=True)
