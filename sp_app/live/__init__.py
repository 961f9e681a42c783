"""What the live panel in the browser needs: the tape and its levers packed, the scenario as a link, its tables.

Nothing here imports Streamlit; sp_app.ui.live_panel mounts what is packed here.
"""
