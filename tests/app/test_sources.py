"""The page of sources: every origin, indicator, parameter, formula, gap and correction, in both languages."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from time import process_time
from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from sp_app.data.database import open_database
from sp_app.data.registry_files import load_registry
from sp_app.data.scenario_files import load_scenario, parameter_ids, scenario_ids
from sp_app.data.scenario_schema import Unit
from sp_app.data.shock_files import load_shocks
from sp_app.data.uncertainty_files import load_uncertainty
from sp_app.i18n import LANGUAGES, texts
from tests.app.test_every_page import FRAME, html_of

ROOT = Path(__file__).resolve().parents[2]
SECTIONS = ("origins", "indicators", "registry", "parameters", "equations", "gaps", "corrections")
LAO = re.compile("[\u0e80-\u0eff]")


def opened(language: str, **query: str) -> AppTest:
    """Open the page as a deep link with `query` would."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.query_params["lang"] = language
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    app.switch_page(str(ROOT / "pages" / "sources.py")).run()
    return app


def listing(app: AppTest) -> dict[str, Any]:
    """Return what the page gave the browser to list."""
    element = next(one for one in app.get("bidi_component") if "asked" in str(one.proto))
    return dict(json.loads(element.proto.json))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_lists_its_entries_without_an_error(section: str, language: str) -> None:
    app = opened(language, s=section)
    assert not app.exception and "sp-error" not in html_of(app)
    given = listing(app)
    assert given["filename"].startswith(section)
    assert given["lines"] and all(len(line["cells"]) == len(given["columns"]) for line in given["lines"])
    assert len({line["key"] for line in given["lines"]}) == len(given["lines"])
    groups = {group["key"] for group in given["groups"]}
    assert not groups or {line["group"] for line in given["lines"]} <= groups


def test_every_origin_indicator_and_gap_of_the_figures_is_listed() -> None:
    q = open_database().queries()
    for section, prefix, keys in (
        ("origins", "origin", [one.key for one in q.origins()]),
        ("indicators", "indicator", [one.key for one in q.indicators()]),
        ("gaps", "gap", [one.key for one in q.gaps()]),
    ):
        listed = {line["key"] for line in listing(opened("en", s=section))["lines"]}
        assert listed == {f"{prefix}-{key}" for key in keys}


def test_every_parameter_and_every_lever_of_the_library_is_listed_with_its_source() -> None:
    given = listing(opened("en", s="parameters"))
    listed = {line["key"]: line for line in given["lines"]}
    levers = {lever.id for name in scenario_ids() for lever in load_scenario(name).levers}
    assert {f"parameter-{key}" for key in (*parameter_ids(), *levers)} <= set(listed)
    for line in listed.values():
        assert line["cells"][3]["text"], line["key"]
        assert line["group"] == "programme" or any(d["name"] == "Where in the source" for d in line["details"])


def test_every_fact_of_the_registry_is_listed_and_in_the_file_with_its_source() -> None:
    given = listing(opened("en", s="registry"))
    rows = list(csv.DictReader(io.StringIO(given["csv"])))
    for entry in load_registry():
        line = next(line for line in given["lines"] if line["key"] == f"registry-{entry.id}")
        told = " ".join(words for detail in line["details"] for words in detail["lines"])
        own = [row for row in rows if row["entry"] == entry.id]
        for count in entry.counts:
            unit = "households" if count.unit == "households" else "persons"
            assert f"{count.value:,.0f} {unit}" in told and count.locator in told
            assert any(float(row["value"] or 0) == count.value and row["origin"] == count.origin for row in own)
        assert all(agency.locator in told for agency in entry.agencies)
        assert all(row["origin"] and row["locator"] for row in own if row["fact"] != "note")


def test_an_origin_says_its_licence_and_whether_it_was_verified() -> None:
    given = listing(opened("en", s="origins"))
    by_key = {line["key"]: line for line in given["lines"]}
    ilostat = by_key["origin-ilostat_sdg0131_2026"]
    assert ilostat["cells"][2]["text"] == "CC BY 4.0"
    assert ["not verified", "illustrative"] in ilostat["cells"][2]["tags"]
    assert ilostat["cells"][3]["tags"] == [["to be re-verified", "illustrative"]]
    assert any(detail["address"].startswith("https://ilostat.ilo.org") for detail in ilostat["details"])
    assert by_key["origin-own_assumption"]["group"] == "own"


def test_words_of_both_languages_find_an_entry() -> None:
    line = next(one for one in listing(opened("lo", s="indicators"))["lines"] if one["key"] == "indicator-sdg131_any")
    assert "at least one benefit" in line["words"] and LAO.search(line["words"])


def test_what_is_asked_for_comes_from_the_address_and_nonsense_is_ignored() -> None:
    asked = listing(opened("en", s="indicators", q="pension", f="coverage"))["asked"]
    assert asked == {"q": "pension", "f": "coverage"}
    hostile = "<img src=x onerror=alert(1)>" * 9
    app = opened("en", s="javascript:alert(1)", q=hostile, f=hostile)
    given = listing(app)
    assert given["filename"].startswith("origins")
    assert given["asked"] == {"q": hostile[:80], "f": ""}
    assert "onerror" not in html_of(app)


def test_the_file_holds_every_line_with_both_languages() -> None:
    given = listing(opened("lo", s="gaps"))
    rows = given["csv"].splitlines()
    assert len(rows) == len(given["lines"]) + 1
    assert rows[0].startswith("gap,topic,statement_en,statement_lo") and LAO.search(rows[1])


def test_shocks_and_spreads_of_the_model_are_listed_with_how_they_follow_from_figures() -> None:
    given = listing(opened("en", s="parameters"))
    listed = {line["key"]: line for line in given["lines"]}
    wanted = {f"parameter-{shock.id}.{size.lever}" for shock in load_shocks() for size in shock.sizes}
    wanted |= {f"parameter-spread.{one.lever}" for one in load_uncertainty().inputs}
    assert wanted <= set(listed)
    prices = listed["parameter-prices_2022.inflation_shock_size"]
    assert any("31.2 - 3.8" in line for detail in prices["details"] for line in detail["lines"])


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_takes_less_than_a_second_of_work(section: str) -> None:
    app = opened("en", s=section)
    started = process_time()
    app.run()
    assert process_time() - started < 1.0


@pytest.mark.parametrize("unit", get_args(Unit))
def test_every_unit_a_parameter_may_have_can_be_said(unit: str) -> None:
    assert unit == "share" or all(texts(language).has(f"sources.unit_{unit}") for language in LANGUAGES)
