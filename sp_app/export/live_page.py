"""A scenario as one HTML file: the live panel with its tape, both languages, fonts; opened by a double click.

Nothing is asked of any server: the page's own policy forbids it. What a user typed is written as text;
the data cannot end the element that holds them.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

from sp_app.export.handout import Handout, in_language
from sp_app.export.inlined import NAMESPACE, font_faces, import_map, style_sheets
from sp_app.export.plain import plain
from sp_app.export.steps import Step, each, unheard
from sp_app.i18n import LANGUAGES
from sp_app.live.pack import pack
from sp_app.live.workings import workings
from sp_core.model import trace_scenario, with_structure

ENTRY = "handout.js"
BEFORE, AFTER = ("tokens.css", "scenarios.css"), ("handout.css",)
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' data: blob:; style-src 'unsafe-inline' data:; "
    "img-src data:; font-src data:; connect-src data: blob:; base-uri 'none'; form-action 'none'"
)


def live_page(handout: Handout, step: Step = unheard) -> bytes:
    """Return the page as UTF-8; it opens in the language of the hand-out and can be switched."""
    said = {language: in_language(handout, language) for language in LANGUAGES}
    style = f"{font_faces()}\n{style_sheets(ENTRY, BEFORE, AFTER)}"
    page = f"""<!doctype html>
<html lang="{handout.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="{escape(handout.edition)}">
<title>{escape(plain(handout.title))}</title>
<style>{style}</style>
<script type="importmap">{_inside({"imports": import_map(ENTRY)})}</script>
</head>
<body>
<header class="sp-out-head">{_switch(said)}{"".join(_head(one) for one in said.values())}</header>
<main>
<div class="sp-root sp-panel-root" id="panel"></div>
<noscript>{escape(handout.t("export.page_no_script"))}</noscript>
<div id="sp-changes">{"".join(_notes(one) for one in said.values())}</div>
</main>
<script type="application/json" id="handout">{_inside(_given(handout, said, step))}</script>
<script type="module">import "{NAMESPACE}{ENTRY}";</script>
</body>
</html>
"""
    return page.encode("utf-8", errors="replace")  # half a surrogate pair in a title has no bytes


def _given(handout: Handout, said: dict[str, Handout], step: Step) -> dict[str, Any]:
    """Return where the levers stand, and per language the pack and what stands behind its numbers."""
    every = trace_scenario(handout.scenario, handout.given, every=True)
    inputs = with_structure(handout.scenario, handout.given)
    packs = {}
    for language, one in each(tuple(said.items()), step):
        credit = one.credit_of.__getitem__
        packs[language] = {
            "pack": pack(one.scenario, handout.tape, handout.inputs, one.t, one.n, credit),
            "behind": workings(one.scenario, every, inputs, one.t, one.n, credit),
        }
    state = handout.state
    return {
        "language": handout.language,
        "values": {name: float(value) for name, value in handout.values.items()},
        "year": state.year,
        "view": state.view,
        "packs": packs,
    }


def _switch(said: dict[str, Handout]) -> str:
    buttons = (
        f'<button type="button" lang="{language}" data-language="{language}">{escape(one.t("export.language_name"))}'
        "</button>"
        for language, one in said.items()
    )
    return f'<div class="sp-out-switch" role="group">{"".join(buttons)}</div>'


def _head(one: Handout) -> str:
    return (
        f'<div data-lang="{one.language}" lang="{one.language}"><h1>{escape(plain(one.title))}</h1>'
        f'<p><strong class="sp-out-mark">{escape(one.simulated)}</strong> {escape(one.edition)}</p></div>'
    )


def _notes(one: Handout) -> str:
    """Return what is to be known beside the panel: about, what this file had changed, illustrative inputs, sources."""
    t = one.t
    changes = [t("scenarios.change", lever=it.name, old=it.old, new=it.new) for it in one.changes]
    listed = "".join(f"<li>{escape(line)}</li>" for line in changes or [t("scenarios.changes_none")])
    paragraphs = (
        plain(one.scenario.description.get(one.language)),
        t("scenarios.reference", reference=plain(one.scenario.reference)),
        t("export.page_offline", day=one.n.date(one.day)),
        t("frame.source", source="; ".join(one.credits)),
    )
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    counted = t("export.illustrative_count", count=len(one.illustrative), levers=len(one.scenario.levers))
    names = f"<details><summary>{escape(counted)}</summary><p>{escape(', '.join(one.illustrative))}</p></details>"
    return (
        f'<section data-lang="{one.language}" lang="{one.language}" class="sp-out-notes">'
        f"<h2>{escape(t('export.changes'))}</h2><ul>{listed}</ul>{body}{names}</section>"
    )


def _inside(content: Any) -> str:
    """Return JSON that can stand inside an element: nothing in it begins a tag."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c")
