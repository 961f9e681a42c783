"""The words of the panel that belong to no lever, tile or chart: buttons, groups, what a screen reader hears."""

from __future__ import annotations

from sp_app.i18n import Texts

# What moved a result, and which way: the key of a chart's live title.
EFFECTS = ("up_policy", "up_assumption", "down_policy", "down_assumption", "same")
# What a result is called where no tile stands around it (read aloud, as a goal), and its unit in full.
CALLED = {
    **dict.fromkeys(("people_thousand", "people_million"), "chart_people"),
    **dict.fromkeys(("cost", "cost_gdp", "cost_revenue"), "chart_cost"),
    **dict.fromkeys(("min_wage", "gdp_head"), "chart_benefit"),
    **dict.fromkeys(("unfunded", "unfunded_gdp"), "tile_unfunded_gdp"),
}
OF = {key: f"column_{key}" for key in ("cost_gdp", "cost_revenue", "min_wage", "gdp_head")}
OWN = (
    *("base", "none", "new", "changes", "year", "cost_unit", "exact", "out_of_range", "offline"),
    *("spoken", "spoken_now", "spoken_same"),
    *("undo", "redo", "restart", "reset", "reset_policy", "reset_assumption"),
    *("effect_policy", "effect_assumption", "line_baseline", "line_modified", "line_scenario"),
    *("short_line_baseline", "short_line_modified", "short_line_scenario"),
    *("bridge_baseline", "bridge_assumption", "bridge_policy", "bridge_scenario"),
    *("assumed_after", "not_moved", "only_scenario", "alt", "charts", "groups", "toolbar", "levers", "tiles"),
    *("group_policy", "group_assumption", "short_policy", "short_assumption", "kind_policy", "kind_assumption"),
    *("explain", "explain_parts", "explain_words", "explain_values", "explain_none", "illustrative"),
    *("card_value", "card_today", "card_range", "card_source", "card_source_none", "card_back", "illustrative_long"),
    *("card_neighbours", "card_neighbours_none", "replay"),
    *("pin", "pins", "unpin", "pin_show", "resume", "resume_go", "resume_not"),
    *("goal", "goal_of", "goal_at_least", "goal_at_most", "goal_least", "goal_most", "goal_reached_least"),
    *("goal_reached_most", "goal_exact", "goal_missing", "goal_over", "goal_now", "goal_own", "goal_wrong"),
    *("goal_set", "goal_drop", "goal_less", "fan", "fan_about"),
    *("drawer_open", "drawer_title", "drawer_search", "drawer_found", "drawer_changed"),
)
FRAME = ("full_screen", "simulated", "close")


def labels(t: Texts) -> dict[str, str]:
    """Return the words by name, in one language; placeholders are filled in the browser."""
    return {name: t(f"scenarios.{name}") for name in OWN} | {name: t(f"frame.{name}") for name in FRAME}
