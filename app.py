"""The launcher: `streamlit run app.py` serves the dashboard, whose script is ui/main.py.

That script stands in a folder without pages/, so that no page can be reached around it.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.look.store import store
from ui.serving.compressed import CompressedFiles
from ui.serving.health import health_route
from ui.serving.server import lifespan
from ui.serving.web import LocalisedPage, VersionedFiles

app = st.App(
    Path(__file__).parent / "ui" / "main.py",
    routes=[health_route(store)],
    middleware=[Middleware(LocalisedPage), Middleware(VersionedFiles), Middleware(CompressedFiles)],
    lifespan=lifespan,
)
