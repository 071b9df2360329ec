"""What stands around every page, two lines: the pages and the person; then the bar with title, chips and filters.

Every page begins with `open_page`, so that a page reached by a deep link, and one opened in a test, has it too.
"""

from collections.abc import Callable, Collection

import streamlit as st

from ita_data.language import gettext as _
from ita_data.model.errors import ItaError
from ita_data.services import sample
from ui.html.bar import Choice
from ui.html.markdown import plain
from ui.look.look import Look
from ui.look.plans import Plan, plans
from ui.look.store import look_at_the_store, store
from ui.shell.actor import VISITOR, current_actor, person_menu
from ui.shell.bar import show_bar, take_what_was_pressed
from ui.shell.filters import EVERY_FILTER, OpensOn, look_in_address, of_pages
from ui.shell.language import set_language
from ui.shell.told import begin_run
from ui.shell.tour import running_tour

Beside = Callable[[Look], Choice]
"""What gives a choice of a page's own that stands in the bar."""


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
    `opens_on` is as of `look_in_address`; `beside` gives a choice of the page's own beside the
    filters.
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
    begin_run()
    take_what_was_pressed()
    found = _plans()
    look = look_in_address(found, filters, opens_on) if found else None
    person_menu(look.facts.sections if look else ())
    show_bar(title, look, found, filters, beside(look) if look and beside else None)
    running_tour()
    return look


def _plans() -> list[Plan]:
    try:
        look_at_the_store()
        return plans()
    except ItaError as error:
        st.error(plain(str(error)), icon=":material/database_off:")
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
        st.error(plain(str(error)))
    else:
        st.rerun()
