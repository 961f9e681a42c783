"""Scenarios: what a programme would reach and cost, answered while a lever moves."""

from sp_app.ui import page, scenario_answer, scenario_handout, scenario_head, scenario_library, scenario_visit

ctx = page.start("scenarios")
visit = scenario_visit.current(ctx)
scenario_head.draw(ctx, visit)
scenario_answer.draw(ctx, visit)
scenario_handout.draw(ctx, visit)
scenario_library.draw(ctx, visit)
