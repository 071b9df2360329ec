"""What stands around every page, two lines: the pages and the person; then the title, chips, and the filters.

Every page begins with `open_page`, so that a page reached by a deep link, and one opened in a test, has it too.
"""

from collections.abc import Callable, Collection

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.errors import ItaError
from ita_data.services import sample
from ui.look.look import Look
from ui.look.plans import Plan, plans
from ui.look.store import store
from ui.shell.actor import VISITOR, current_actor, person_menu
from ui.shell.chips import leave_section, say_it_is_sample, say_the_day
from ui.shell.filters import EVERY_FILTER, OpensOn, look_in_address, month_and_section, of_pages, of_section, year_menu
from ui.shell.language import set_language
from ui.shell.tour import offer_tours, running_tour

Beside = Callable[[Look], None]
"""What draws a choice of a page's own in the frame's second line."""


def open_page(
    title: str,
    filters: Collection[str] = EVERY_FILTER,
    forgets: Collection[str] = (),
    opens_on: OpensOn | None = None,
    beside: Beside | None = None,
) -> Look:
    """Draw the frame and give what the page looks at; an empty store gets a greeting, and the page goes no further.

    `title` is only marked for the catalogue: the reader's language is known from here on, not before. `filters` names
    those of `EVERY_FILTER` that change what the page shows; no other is offered or heeded. `forgets` names the page's
    own parameters of the address that are forgotten, also on other pages, once another plan, month or day is looked at.
    `opens_on` is as of `look_in_address`; `beside` draws a choice of the page's own beside the filters.
    """
    of_pages().update(forgets)
    look = open_page_without_plan(title, filters, opens_on, beside)
    if look is None:
        _greet()
        st.stop()
    return look


def open_page_without_plan(
    title: str, filters: Collection[str] = (), opens_on: OpensOn | None = None, beside: Beside | None = None
) -> Look | None:
    """Draw the frame of a page that works on an empty store too, which has nothing to look at."""
    set_language()
    found = _plans()
    look = look_in_address(found, filters, opens_on) if found else None
    person_menu(look.facts.sections if look else ())
    # One row of its own elements: columns would send two messages more for each of them.
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="bar"):
        st.title(_(title) + of_section(look), anchor=False, width="content")
        if look:
            leave_section(look)
            say_the_day(look)
            say_it_is_sample(look)
            offer_tours(look)
            if beside:
                beside(look)
            month_and_section(look, filters)
            year_menu(look, found, filters)
    running_tour()
    return look


def _plans() -> list[Plan]:
    try:
        return plans()
    except ItaError as error:
        st.error(str(error), icon=":material/database_off:")
        st.stop()


def _greet() -> None:
    with st.container(border=True, key="greeting"):
        st.header(_("There is no plan here yet"), anchor=False)
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
