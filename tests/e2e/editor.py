"""One who may change what is kept: a dashboard with an empty store, and the code that opens it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from sp_app.ui.scenario_editor import COOKIE

CODE = "K7QM-2XHD"
# Streamlit opens an expander in half a second, scrolled inside where a field has the focus: what is pressed meanwhile
# can have moved away before the button is let go.
STILL = "document.getAnimations().every((one) => one.effect.target.localName !== 'details')"


def become_editor(page: Page) -> None:
    """Type the code and a name on the page that is open."""
    page.get_by_text("Edit: with the one-time code").click()
    page.wait_for_function(STILL)
    page.get_by_label("Code", exact=True).fill("k7qm 2xhd")
    page.get_by_label("Your name, for the record").fill("ທ່ານ ສົມພອນ")
    page.get_by_role("button", name="Begin editing").click()
    expect(page.get_by_text("You are editing as ທ່ານ ສົມພອນ.")).to_be_visible(timeout=15_000)
    page.wait_for_function(f"document.cookie.includes('{COOKIE}=')")  # kept a moment later: now other pages know too
