"""Aid to social protection: its amount by year, and its part of all aid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sp_app.figures.expenditure import by_year_table
from sp_app.figures.spec import FigureSpec, Series, Table
from sp_app.figures.wording import Words
from sp_core.records import Observation


def aid_by_year(
    aid: Sequence[Observation],
    total: Mapping[int, float],
    share: Mapping[int, float],
    lak: Mapping[int, float],
    told: Words,
) -> FigureSpec:
    """Return aid to social protection by year, million US dollars of that year.

    `total` is all aid in the same unit, `share` its part in percent, `lak` the amount at that year's rate (kip).
    """
    t, n = told.t, told.n
    last = aid[-1]
    top = max(o.value for o in aid)
    return FigureSpec(
        key="aid_by_year",
        kind="stack",
        title=t("expenditure.aid_title", value=n.percent(share[last.year]), year=last.year),
        measure=t("expenditure.aid_measure"),
        source_line=told.source,
        alt_text=t(
            "expenditure.aid_alt", value=n.decimal(last.value), year=last.year, share=n.percent(share[last.year])
        ),
        table=Table(
            columns=(
                t("frame.year"),
                t("expenditure.aid_usd"),
                t("expenditure.aid_total"),
                t("expenditure.aid_share"),
                t("expenditure.aid_lak"),
            ),
            numeric=(False, True, True, True, True),
            rows=tuple(
                (
                    str(o.year),
                    n.decimal(o.value),
                    n.decimal(total[o.year]),
                    n.percent(share[o.year]),
                    n.billion_lak(lak.get(o.year)),
                )
                for o in aid
            ),
            raw_columns=(
                "year",
                "aid_social_protection_usd_million",
                "aid_total_usd_million",
                "share_percent",
                "lak",
                "source",
                "locator",
            ),
            raw=tuple(
                (
                    o.year,
                    o.value,
                    total[o.year],
                    share[o.year],
                    lak.get(o.year),
                    told.credits[o.origin],
                    o.locator,
                )
                for o in aid
            ),
        ),
        series=(
            Series(
                key="aid",
                name=t("expenditure.aid_usd"),
                role="partners",
                shape="bars",
                x=tuple(float(o.year) for o in aid),
                y=tuple(o.value for o in aid),
                labels=tuple(f"<b>{n.decimal(o.value)}</b><br>{n.percent(share[o.year])}" for o in aid),
                hover=tuple(
                    f"{o.year}: {n.decimal(o.value)}; {n.percent(share[o.year])}; {n.billion_lak(lak.get(o.year))}"
                    for o in aid
                ),
            ),
        ),
        x_range=(aid[0].year - 0.6, last.year + 0.6),
        x_ticks=tuple(o.year for o in aid),
        y_range=(0.0, float(int(top * 1.3) + 1)),
        separators=told.separators,
        label_space=0,
        height=560,
    )


def aid_of_members(
    share: Mapping[str, float],
    amount: Mapping[str, float],
    told: Words,
    year: int,
) -> FigureSpec:
    """Return the members ranked by the part of aid that goes to social protection, percent, one year."""
    t, n, names = told.t, told.n, told.areas
    order = sorted(share, key=lambda area: -share[area])
    lao = n.percent(share["LAO"])
    return FigureSpec(
        key="aid_of_members",
        kind="ranking",
        title=t("expenditure.aid_members_title", value=lao),
        measure=t("expenditure.aid_members_measure", year=year),
        source_line=told.source,
        alt_text=t(
            "expenditure.ranked_alt",
            measure=t("expenditure.aid_members_measure", year=year),
            lao=lao,
            first=names[order[0]],
            value=n.percent(share[order[0]]),
        ),
        table=Table(
            columns=(t("frame.area"), t("expenditure.aid_share"), t("expenditure.aid_usd")),
            numeric=(False, True, True),
            rows=tuple((names[a], n.percent(share[a]), n.decimal(amount[a])) for a in order),
            raw_columns=("area", "year", "share_percent", "aid_social_protection_usd_million", "source"),
            raw=tuple((a, year, share[a], amount[a], "; ".join(told.credits.values())) for a in order),
        ),
        series=(
            Series(
                key="share",
                name=t("expenditure.aid_share"),
                role="other",
                shape="bars",
                x=tuple(names[a] for a in order),
                y=tuple(share[a] for a in order),
                labels=tuple(n.percent(share[a]) for a in order),
                hover=tuple(f"{names[a]}: {n.percent(share[a])}, {n.decimal(amount[a])}" for a in order),
            ),
        ),
        highlight=names["LAO"],
        separators=told.separators,
        label_space=120,
        height=460,
    )


def aid_of_income(aid: Sequence[Observation], told: Words) -> FigureSpec:
    """Return all aid received by the Lao PDR, percent of gross national income, year by year."""
    t, n = told.t, told.n
    first, last = aid[0], aid[-1]
    values = {"first": n.percent(first.value), "last": n.percent(last.value), "from": first.year, "to": last.year}
    return FigureSpec(
        key="aid_of_income",
        kind="trend",
        title=t("expenditure.all_aid_fell" if last.value < first.value else "expenditure.all_aid_title", **values),
        measure=t("expenditure.all_aid_measure"),
        source_line=told.source,
        alt_text=t("expenditure.all_aid_alt", **values),
        table=by_year_table({t("expenditure.all_aid_column"): aid}, told),
        series=(
            Series(
                key="oda",
                name=t("expenditure.all_aid_column"),
                role="partners",
                shape="line_dots",
                x=tuple(float(o.year) for o in aid),
                y=tuple(o.value for o in aid),
                end_label=f"<b>{n.decimal(last.value)}</b>",
                hover=tuple(f"{o.year}: {n.percent(o.value)}" for o in aid),
            ),
        ),
        x_range=(first.year - 0.6, last.year + 0.4),
        x_ticks=tuple(float(year) for year in range(first.year, last.year + 1, 5)),
        y_range=(0.0, 5.0 * (int(max(o.value for o in aid) / 5.0) + 1)),
        suffix="%",
        separators=told.separators,
        label_space=50,
    )
