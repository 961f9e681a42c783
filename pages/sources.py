"""Sources and methods: origins, indicators, programmes, parameters, formulas, gaps, corrections; the audit trail."""

from sp_app.ui import listing, page, switch, trail_list
from sp_app.ui.equations import equations
from sp_app.ui.open_lists import corrections, gaps
from sp_app.ui.parameter_lists import parameters
from sp_app.ui.registry_lists import registry
from sp_app.ui.source_lists import indicators, origins

LISTS = {
    "origins": origins,
    "indicators": indicators,
    "registry": registry,
    "parameters": parameters,
    "equations": lambda ctx: equations(ctx.lang),
    "gaps": gaps,
    "corrections": corrections,
}
TRAIL = "trail"

ctx = page.start("sources")
figures = sum(ctx.q.figures_by_origin().values())
page.headline(
    ctx,
    ctx.t("sources.headline", figures=ctx.n.integer(figures), origins=ctx.n.integer(len(ctx.q.origins()))),
    ctx.t("sources.context", build=ctx.build_id),
)
words = {name: ctx.t(f"sources.s_{name}") for name in (*LISTS, TRAIL)}
section = switch.switch("s", ctx.t("sources.section"), words, "origins")
if section == TRAIL:
    trail_list.draw(ctx)
else:
    listing.draw(ctx, LISTS[section](ctx))
