"""Declares the web application; ``streamlit run app.py`` serves it."""

import streamlit as st
from starlette.middleware import Middleware

from cchc_metrics.ui.boundary import show_script_error
from cchc_metrics.ui.gate import MIDDLEWARE, ROUTES
from cchc_metrics.ui.lifespan import lifespan
from cchc_metrics.ui.warming import Warming

app = st.App(
    "cchc_metrics/ui/main.py",
    lifespan=lifespan,
    middleware=(*MIDDLEWARE, Middleware(Warming)),
    routes=ROUTES,
    on_script_error=show_script_error,
)
