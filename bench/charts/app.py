"""The page of constant charts, served like the dashboard."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.shell.server import lifespan
from ui.shell.web import LocalisedPage

app = st.App(Path(__file__).parent / "page.py", middleware=[Middleware(LocalisedPage)], lifespan=lifespan)
