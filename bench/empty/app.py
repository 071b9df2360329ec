"""The empty page, served like the dashboard."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.serving.server import lifespan
from ui.serving.web import LocalisedPage

app = st.App(Path(__file__).parent / "page.py", middleware=[Middleware(LocalisedPage)], lifespan=lifespan)
