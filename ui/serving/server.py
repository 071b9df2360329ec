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
from ita_data.figures import FIGURES
from ita_data.services import opening
from ita_data.services.watching_over import watch_over
from ui.serving.compressed import compress_early

_log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Warm the process up, then serve; static files are compressed meanwhile.

    From the beginning it says that a server runs on the database, so that nobody restores another one under it.
    """
    opening.hold()
    _import_what_pages_use()
    try:
        _draw_the_newest_plan()
    except Exception:  # noqa: BLE001
        # A server that is up can say what is wrong to whoever opens a page; one that isn't can't.
        _log.exception("could not draw the newest plan")
    # In a first run there was no folder yet in which to say so.
    opening.hold()
    gc.collect()
    gc.freeze()
    compress_early()
    is_over = watch_over(_store)
    yield
    is_over.set()


def _store() -> opening.Store:
    # Not at the top: Streamlit's caches have to be declared after its server was made.
    from ui.look.store import store

    return store()


def _import_what_pages_use() -> None:
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if module.name != "ui.main":
            importlib.import_module(module.name)


def _draw_the_newest_plan() -> None:
    """Once through everything, which loads what the libraries put off until it is used."""
    # Not at the top: Streamlit's caches have to be declared after its server was made.
    from ui.look.day import today
    from ui.look.look import opening_look
    from ui.look.plans import plans

    newest = max(plans(), key=lambda plan: plan.fiscal_year, default=None)
    if newest:
        look = opening_look(newest, today())
        for name in FIGURES:
            look.figures.drawn(name)
