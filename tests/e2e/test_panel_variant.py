"""The population variant is chosen and refused in words, and moves people from the browser to Python's table."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from sp_app.i18n import texts
from tests.e2e.panel import asked, heard, lever, number, open_panel, tile

VARIANT = "population_variant"
COVERAGE_2030 = 0.004 + (0.8 - 0.004) * 4 / 6  # four sixths of the way from today's coverage to that of the scenario


def mothers_and_infants(variant: float) -> float:
    """Return the recipients of 2030 by hand: births times 18 of 12 months (fertility 2.2108 ± 0.4)."""
    return 154_942 * (1 + variant * 0.4 / 2.2108) * 18 / 12 * COVERAGE_2030


@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_step_goes_to_the_high_variant_and_moves_people_everywhere(server: str, page: Page, language: str) -> None:
    open_panel(page, server, language=language)
    t = texts(language)
    expect(number(page, VARIANT)).to_have_value(t("scenarios.variant_medium"))
    assert tile(page, "people") == f"{mothers_and_infants(0) / 1000:.0f}"
    lever(page, VARIANT).press("ArrowRight")
    expect(number(page, VARIANT)).to_have_value(t("scenarios.variant_high"))
    assert tile(page, "people") == f"{mothers_and_infants(1) / 1000:.0f}"
    assert asked(page)[VARIANT] == "1"
    high = f"{mothers_and_infants(1):,.0f}"
    heard(page, 1, high if language == "en" else high.replace(",", "."))
    lever(page, VARIANT).press("ArrowRight")  # there is none above
    expect(number(page, VARIANT)).to_have_value(t("scenarios.variant_high"))


@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_variant_is_typed_in_words_and_nothing_between_is_accepted(server: str, page: Page, language: str) -> None:
    open_panel(page, server, language=language)
    low, high = (texts(language)(f"scenarios.variant_{it}") for it in ("low", "high"))
    number(page, VARIANT).fill(low.upper())
    number(page, VARIANT).press("Enter")
    assert asked(page)[VARIANT] == "-1"
    assert tile(page, "people") == f"{mothers_and_infants(-1) / 1000:.0f}"
    number(page, VARIANT).fill("0.5" if language == "en" else "0,5")
    number(page, VARIANT).press("Enter")
    problem = page.locator(".sp-lp-lever", has=lever(page, VARIANT)).get_by_role("alert")
    expect(problem).to_contain_text(low)
    expect(problem).to_contain_text(high)
    assert asked(page)[VARIANT] == "-1"


def test_a_link_to_a_variant_that_does_not_exist_is_answered_in_words(server: str, page: Page) -> None:
    open_panel(page, server, f"s=mecg_to_scale&v=1&{VARIANT}=0.5")
    expect(page.locator(".sp-notice, [role=alert]").filter(has_text="Low to High").first).to_be_visible()
    expect(number(page, VARIANT)).to_have_value("Medium")
