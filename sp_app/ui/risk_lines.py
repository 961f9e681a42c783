"""Recorded shocks, and how uncertain the inputs are: lines of what the model is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sp_app.data.shock_files import load_shocks
from sp_app.data.uncertainty_files import load_uncertainty
from sp_app.live.units import lever_unit
from sp_app.ui.listing import Line
from sp_app.ui.page import Context
from sp_app.ui.parameter_lines import given_line
from sp_core.analysis.uncertainty import Beta, Distribution, Lognormal, Variants
from sp_core.lever import Lever
from sp_core.records import Text


def shocks(ctx: Context, levers: Sequence[Lever]) -> Iterator[Line]:
    """Yield what each recorded shock sets each lever to, and how that follows from published figures."""
    by_id = {lever.id: lever for lever in levers}
    for shock in load_shocks():
        for size in shock.sizes:
            lever = by_id[size.lever]
            yield given_line(
                ctx,
                "shock",
                Text(f"{shock.title.en}: {lever.name.en}", f"{shock.title.lo}: {lever.name.lo}"),
                f"{shock.id}.{size.lever}",
                lever_unit(lever, ctx.t).text(ctx.n, size.value),
                "",
                "illustrative" if size.illustrative else "sourced",
                size.origin,
                size.locator,
                (size.value, lever.unit, "", lever.minimum, lever.maximum),
                size.how,
            )


def _spread(ctx: Context, distribution: Distribution) -> tuple[str, str]:
    """Return the width of a distribution, and its kind."""
    t, n = ctx.t, ctx.n
    if isinstance(distribution, Beta):
        return n.percent(100.0 * distribution.sd), t("sources.spread_beta", mean=n.percent(100.0 * distribution.mean))
    if isinstance(distribution, Lognormal):
        return n.percent(100.0 * distribution.sigma), t("sources.spread_lognormal")
    if isinstance(distribution, Variants):
        return n.percent(100.0 * distribution.share, 0), t("sources.spread_variants")
    down, up = (n.percent(100.0 * width, 2) for width in (distribution.down, distribution.up))
    return f"\N{MINUS SIGN}{down} / +{up}", t("sources.spread_two_piece")


def spreads(ctx: Context) -> Iterator[Line]:
    """Yield how far each uncertain input lies from its value: a standard deviation, or how likely a variant is."""
    for one in load_uncertainty().inputs:
        value, kind = _spread(ctx, one.distribution)
        yield given_line(
            ctx,
            "spread",
            one.name,
            f"spread.{one.lever}",
            value,
            kind,
            one.status,
            one.origin,
            one.locator,
            (value, "share" if isinstance(one.distribution, Variants) else "standard deviation", "", "", ""),
            one.reason,
        )
