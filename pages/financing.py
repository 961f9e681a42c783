"""Financing: what is needed, who pays, what is missing, and what would close the gap."""

from sp_app.ui import financing_cards, financing_head, financing_visit, page, scenario_handout, switch
from sp_app.ui.financing_parts import PARTS, USUAL
from sp_app.ui.financing_study import study

ctx = page.start("financing")
visit = financing_visit.current()
financing_head.problems(ctx, visit)
if visit.state.scenario.financing is None:
    financing_head.without_financing(ctx, visit)
else:
    found = study(visit.state)
    financing_head.draw(ctx, visit, found)
    words = {name: ctx.t(f"financing.part_{name}") for name in PARTS}
    part = switch.switch(financing_visit.PART, ctx.t("financing.parts"), words, USUAL, stretch=True)
    PARTS[part](ctx, visit, found)
    financing_cards.draw(ctx, found)
    scenario_handout.draw(ctx, visit)
financing_visit.write(visit.state)
