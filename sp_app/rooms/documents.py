"""The two documents: almost empty HTML with its style sheets inside, the words of one language, and every script named
at its head, so that a phone fetches them side by side instead of one after the other."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from sp_app.i18n import texts
from sp_app.rooms.serving import language_of
from sp_app.rooms.words import DESK, PHONE, SHARED

ASSETS = Path(__file__).resolve().parents[2] / "assets"
IMPORT = re.compile(r'^import\b[^;]*?"/assets/(js/[\w/-]+\.js)";', re.MULTILINE)
# No inline script may run here; the panel's levers carry inline styles.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="/assets/icon.svg">
{head}
</head><body class="room-{name}">
<div id="room"><noscript>{noscript}</noscript></div>
<script type="application/json" id="room-words">{words}</script>
<script type="module" src="/assets/js/{script}.js"></script>
</body></html>
"""


@dataclass(frozen=True, slots=True)
class Document:
    """One page: its name, script, style sheets, the words it needs."""

    name: str
    script: str
    sheets: tuple[str, ...]
    words: tuple[str, ...]


# The sheets of the live panel without panel-goal.css: the room has neither goal meter nor band.
PANEL = ("panel", "panel-cards", "panel-charts", "panel-levers")
OF_PHONES = Document("phone", "room", ("tokens", *PANEL, "room", "room-question"), (*SHARED, *PHONE))
OF_DESK = Document("desk", "room-desk", ("tokens", "room", "room-question", "room-desk"), (*SHARED, *DESK))


def scripts_of(script: str) -> list[str]:
    """Return a script and every module it leads to, under assets/."""
    found: list[str] = []
    waiting = [f"js/{script}.js"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.append(path)
            waiting += IMPORT.findall((ASSETS / path).read_text("utf8"))
    return found


@cache
def page(document: Document, language: str) -> tuple[bytes, bytes]:
    """Return a page in one language, plain and gzipped."""
    t = texts(language)
    # One text is gzipped better than eight, and a phone at the end of a crowded network asks once, not nine times.
    sheets = [(ASSETS / "css" / f"{name}.css").read_text("utf8") for name in document.sheets]
    modules = [f'<link rel="modulepreload" href="/assets/{path}">' for path in scripts_of(document.script)]
    keys = [name if "." in name else f"room.{name}" for name in document.words]
    words = json.dumps({key.rpartition(".")[2]: t(key) for key in keys}, ensure_ascii=False)
    html = PAGE.format(
        language=language,
        title=escape(t(f"room.{document.name}_title")),
        head="\n".join([*modules, "<style>", *sheets, "</style>"]),
        name=document.name,
        noscript=escape(t("room.no_script")),
        words=words.replace("<", "\\u003c"),
        script=document.script,
    )
    plain = html.encode()
    return plain, gzip.compress(plain, mtime=0)


async def serve(document: Document, request: Request) -> Response:
    """Answer with a page in the language of the address."""
    plain, small = page(document, language_of(request))
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": POLICY}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(plain, media_type="text/html", headers=headers)
    return Response(small, media_type="text/html", headers=headers | {"Content-Encoding": "gzip"})
