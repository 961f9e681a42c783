"""The room: one page for every phone in the hall, and the presenter's desk. Plain web endpoints, no Streamlit.

    GET  /room                the page of a phone           GET  /room-desk          the page of the presenter
    GET  /room/state          what a phone shows            GET  /room/desk          what the desk shows
    POST /room/prediction     a phone's answer              POST /room/desk/<act>    what the presenter does
    POST /room/scenario       a delegation's levers

sp_app.store.rooms keeps everything; `Hall` holds it ready for a hundred phones that ask every two seconds.
"""
