"""Sources and methods: origins, indicators, parameters, formulas, corrections and gaps."""

from sp_app.ui import equations, listing, page, switch
from sp_app.ui.parameter_lists import parameters
from sp_app.ui.source_lists import corrections, gaps, indicators, origins

SECTIONS = {
    "origins": (origins,),
    "indicators": (indicators,),
    "parameters": (parameters,),
    "equations": (),
    "open": (gaps, corrections),
}

ctx = page.start("sources")
figures = ctx.q.figures_by_origin()
page.headline(
    ctx,
    ctx.t(
        "sources.headline", figures=ctx.n.integer(sum(figures.values())), origins=ctx.n.integer(len(ctx.q.origins()))
    ),
    ctx.t("sources.context", build=ctx.build_id),
)
section = switch.switch(
    "s", ctx.t("sources.section"), {name: ctx.t(f"sources.s_{name}") for name in SECTIONS}, "origins"
)
if section == "equations":
    equations.draw(ctx)
else:
    words = listing.asked_for(ctx)
    for build in SECTIONS[section]:
        listing.draw(ctx, build(ctx), words)
