"""The words each page of the room needs in the browser: texts of the domain `room`, or of another one by its name."""

from __future__ import annotations

SHARED = (
    *("phone_title", "desk_title", "reconnecting", "not_sent", "frame.simulated"),
    *("predict", "predicted", "model_at", "model_says", "answers_count", "room_middle", "your_answer", "you"),
)
PHONE = (
    *("join_title", "join_about", "code", "join", "modes", "follow", "explore", "nothing_moved", "undo"),
    *("name_give", "name_ask", "name_keep", "name_send", "cancel", "send_scenario", "scenario_kept", "sending"),
    *("less", "more", "not_answered", "send_answer", "change_answer", "until_reveal", "answer_kept", "go_on"),
)
DESK = (
    *("to_scenarios", "enter_title", "enter_about", "editor_code", "editor_name", "enter"),
    *("open_title", "open_about", "open", "room_code", "qr", "here_only", "phones", "follows", "refused_count"),
    *("close", "close_sure", "parts", "tab_question", "tab_overlay"),
    *("ask_title", "ask_about", "ask_measure", "ask_year", "ask_low", "ask_high", "ask", "range_numbers"),
    *("answers_of", "show_answers", "show_model", "end_question", "drop_question"),
    *("overlay_title", "overlay_measure", "overlay_none", "overlay_table", "delegation", "take_off", "take_off_name"),
)
