"""What the server does once, before its first visitor: load all that pages use, then keep it out of the collector.

Streamlit collects garbage after every run of a script. Walking everything that pandas, plotly and SQLAlchemy brought
along takes ten times as long as a page's own work; what is frozen isn't walked. The collector itself stays on.
"""

import gc
import importlib
import logging
import pkgutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

import ui
from ita_data import services
from ita_data.figures import FIGURES
from ita_data.model.errors import ItaError

_log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Warm the process up, then serve."""
    _import_what_pages_use()
    try:
        _draw_the_newest_plan()
    except ItaError as error:
        # The page says so too; a server that is up can say it to whoever opens it.
        _log.warning("%s", error)
    gc.collect()
    gc.freeze()
    yield


def _import_what_pages_use() -> None:
    for module in pkgutil.iter_modules(ui.__path__):
        if module.name != "main":
            importlib.import_module(f"ui.{module.name}")


def _draw_the_newest_plan() -> None:
    """Once through everything, which loads what the libraries put off until it is used."""
    # Not at the top: Streamlit's caches have to be declared after its server was made.
    from ui.data import Look, Plan, store

    names = services.plans(store())
    if not names:
        return
    newest = max(names, key=lambda name: name.fiscal_year)
    today = services.today()
    plan = Plan(newest.organisation, newest.fiscal_year, services.revision(store()))
    facts = plan.facts(today)
    look = Look(plan, facts.opening_month, None, facts.expects_supporting, today)
    for name in FIGURES:
        look.drawn(name).figure.to_json()
