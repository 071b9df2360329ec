"""The launcher: `streamlit run app.py` serves the dashboard, whose script is ui/main.py.

That script stands in a folder without pages/, so that no page can be reached around it.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.shell.compressed import CompressedFiles
from ui.shell.server import lifespan
from ui.shell.web import LocalisedPage, VersionedFiles

app = st.App(
    Path(__file__).parent / "ui" / "main.py",
    middleware=[Middleware(LocalisedPage), Middleware(VersionedFiles), Middleware(CompressedFiles)],
    lifespan=lifespan,
)
