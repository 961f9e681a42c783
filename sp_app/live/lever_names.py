"""What a lever is called: short beside its slider, in full on its card; with its programme where there are several."""

from __future__ import annotations

from sp_app.i18n import Texts
from sp_core.lever import Lever
from sp_core.scenario import Scenario


def short_name(lever: Lever, scenario: Scenario, t: Texts) -> str:
    """Return a name that fits beside a slider, by lever or else by role; the full one stands on the lever's card.

    Where several programmes stand side by side the programme is named, and its coverage by it alone.
    """
    words = own_name(lever, t)
    owner = next((p.short.get(t.language) for p in scenario.programmes if p.id == lever.programme), "")
    if not owner or len(scenario.programmes) == 1:
        return words
    if lever.role == "coverage":
        return owner
    key = f"scenarios.role_{lever.role}"  # one word, for there is no room for more beside the programme
    return t("scenarios.lever_of", programme=owner, lever=t(key) if t.has(key) else words[:1].lower() + words[1:])


def own_name(lever: Lever, t: Texts) -> str:
    """Return the short name of a lever that stands under the name of its programme."""
    keys = (f"scenarios.short_{name}" for name in (lever.id.replace(".", "_"), lever.role))
    return next((t(key) for key in keys if t.has(key)), lever.name.get(t.language))


def full_name(lever: Lever, scenario: Scenario, t: Texts) -> str:
    """Return the name as the file gives it, with the programme where the scenario has several."""
    name = lever.name.get(t.language)
    owner = next((p.short.get(t.language) for p in scenario.programmes if p.id == lever.programme), "")
    several = owner and len(scenario.programmes) > 1
    return t("scenarios.lever_of", programme=owner, lever=name) if several else name


def illustrative_note(scenario: Scenario, t: Texts) -> tuple[str, ...]:
    """Return the sentence that names the levers no published figure stands behind, where there are such."""
    names = ", ".join(full_name(lever, scenario, t) for lever in scenario.levers if lever.illustrative)
    return (t("scenarios.csv_illustrative", names=names),) if names else ()
