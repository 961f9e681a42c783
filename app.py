"""The server: Streamlit as an ASGI application with our own routes and headers.

`streamlit run app.py` and `python3 run.py` both start it. What a visitor sees is
composed in sp_app/ui/frame.py; the pages are the files of pages/.
"""

import streamlit as st

from sp_app.ui.server import FRAME, freeze_imports, middleware, routes

app = st.App(FRAME, routes=routes(), middleware=middleware(), lifespan=freeze_imports)
