"""The page in one file: nothing in it asks for anything, nothing typed in it runs, it holds both languages."""

from __future__ import annotations

import base64
import json
import re
import time

from sp_app.export.inlined import NAMESPACE, import_map
from sp_app.export.live_page import ENTRY, live_page
from tests.export.papers import PAID, hostile, told

MOST_BYTES = 2_000_000


def inside(page: str, beginning: str) -> object:
    """Return the JSON in the element that begins so."""
    return json.loads(page.split(beginning, 1)[1].split("</script>", 1)[0])


def test_it_holds_levers_tape_and_both_languages_within_two_megabytes() -> None:
    asked = told(PAID, "lo")
    made = live_page(asked)
    assert len(made) < MOST_BYTES
    page = made.decode("utf8")
    given = inside(page, 'id="handout">')
    assert isinstance(given, dict)
    assert given["values"] == dict(asked.values)
    assert {pack["pack"]["tape"]["hash"] for pack in given["packs"].values()} == {asked.tape.hash}
    assert set(given["packs"]) == {"en", "lo"}
    for language in ("en", "lo"):
        one = told(PAID, language)
        assert one.simulated in page and one.build_id in page and one.title in page


def test_every_module_is_there_and_names_only_modules_that_are_there() -> None:
    modules = import_map(ENTRY)
    for name, address in modules.items():
        text = base64.b64decode(address.partition(",")[2]).decode("utf8")
        assert "/assets/" not in re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE), name
        for wanted in re.findall(r'(?:from|import) "([^"]+)"', text):
            assert wanted in modules, (name, wanted)
    assert NAMESPACE + "panel.js" in modules and len(modules) > 15


def test_a_hostile_title_ends_no_element_and_runs_nothing() -> None:
    page = live_page(hostile()).decode("utf8")
    assert "<script>alert" not in page
    assert page.count("<script") == page.count("</script>") == 3
    assert "\x00" not in page


def test_it_is_made_in_less_than_a_second_of_calculation() -> None:
    live_page(told(PAID, "en"))
    begun = time.process_time()
    live_page(told(PAID, "en"))
    assert time.process_time() - begun < 1.0
