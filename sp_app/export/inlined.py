"""Scripts, style sheets and fonts of the live panel as text that needs no server: for a page in one file.

A script keeps its own file: it becomes a data address that an import map knows by name, so the
browser reads the same modules as in the dashboard. Which there are follows from their imports.
"""

from __future__ import annotations

import base64
import re
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
IMPORTED = re.compile(r'((?:from|import) ")/assets/js/([^"]+)"')
NAMED_SHEET = re.compile(r'"([a-z-]+\.css)"')
NAMESPACE = "sp/"  # bare names: an address would be looked up beside the data address that imports it
# The sheets that a script asks for are in the page already: what it loads instead is an empty one.
SHEET_ADDRESS, EMPTY_SHEET = "/assets/css/", "data:text/css,/*"
MEDIA = {".js": "text/javascript", ".woff2": "font/woff2"}


@cache
def import_map(entry: str) -> dict[str, str]:
    """Return every module that `entry` (a file of assets/js) needs, itself included: name → data address."""
    found: dict[str, str] = {}
    for name in _needed(entry):
        text = IMPORTED.sub(rf'\1{NAMESPACE}\2"', _script(name)).replace(SHEET_ADDRESS, EMPTY_SHEET)
        found[NAMESPACE + name] = data_address(".js", text.encode("utf-8"))
    return found


@cache
def style_sheets(entry: str, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """Return the sheets that the scripts of `entry` load, between those named by the caller."""
    loaded = dict.fromkeys(sheet for name in _needed(entry) for sheet in NAMED_SHEET.findall(_script(name)))
    return "\n".join((ASSETS / "css" / sheet).read_text("utf-8") for sheet in (*before, *loaded, *after))


@cache
def font_faces() -> str:
    """Return the fonts of the dashboard as rules that carry them."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    return "\n".join(
        f'@font-face{{font-family:"{face["family"]}";font-weight:{face["weight"]};font-style:{face["style"]};'
        f"unicode-range:{face['unicodeRange']};src:url({_font(face['url'])})}}"
        for face in settings["theme"]["fontFaces"]
    )


def data_address(ending: str, content: bytes) -> str:
    """Return an address that carries its content."""
    return f"data:{MEDIA[ending]};base64,{base64.b64encode(content).decode('ascii')}"


def _font(address: str) -> str:
    path = ROOT / address.removeprefix("/")
    return data_address(path.suffix, path.read_bytes())


def _script(name: str) -> str:
    return (ASSETS / "js" / name).read_text("utf-8")


def _needed(entry: str) -> list[str]:
    found, waiting = [entry], [entry]
    while waiting:
        for _, name in IMPORTED.findall(_script(waiting.pop())):
            if name not in found:
                found.append(name)
                waiting.append(name)
    return found
