"""Scenarios: what a programme would reach and cost, answered while a lever moves."""

from sp_app.ui import (
    live_panel,
    page,
    scenario_head,
    scenario_library,
    scenario_share,
    scenario_tables,
    scenario_uncertainty,
    scenario_visit,
)

ctx = page.start("scenarios")
visit = scenario_visit.current(ctx)
scenario_head.draw(ctx, visit)
live_panel.draw(ctx, visit)
scenario_tables.draw(ctx, visit)
scenario_uncertainty.draw(ctx, visit)
scenario_share.draw(ctx, visit)
scenario_library.draw(ctx, visit)
