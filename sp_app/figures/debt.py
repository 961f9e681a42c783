"""The figures of the debt check: the ratio year by year with its limit, and what moves it between two years."""

from __future__ import annotations

from collections.abc import Sequence

from sp_app.figures.spec import FigureSpec, Series, Table
from sp_app.figures.wording import Words
from sp_core.analysis import DebtMoved

DIGITS = 1
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def debt_path(
    years: Sequence[int],
    here: Sequence[float],
    baseline: Sequence[float],
    limit: float,
    told: Words,
    assumed_after: int,
) -> FigureSpec:
    """Return public debt as a share of GDP: your scenario, the baseline, and the limit chosen; shares 0 to 1."""
    t, n = told.t, told.n
    lines = {"scenario": here, "baseline": baseline}
    last, top = here[-1], max(*here, *baseline, limit)
    words = {
        "first": n.percent(100.0 * here[0], DIGITS),
        "last": n.percent(100.0 * last, DIGITS),
        "from": years[0],
        "to": years[-1],
        "limit": n.percent(100.0 * limit, 0),
    }
    above = [year for year, value in zip(years, here, strict=True) if value > limit]
    fell = last < here[0]
    title = "debt_above" if above and above[-1] == years[-1] else "debt_falls" if fell else "debt_rises"
    same = all(abs(a - b) < 5e-4 for a, b in zip(here, baseline, strict=True))
    shown = {"scenario": here} if same else lines
    return FigureSpec(
        key="debt_path",
        kind="trend",
        title=t(f"financing.{title}", **words),
        measure=t("financing.debt_measure_same" if same else "financing.debt_measure"),
        source_line=told.source,
        alt_text=t("financing.debt_alt", **words),
        table=Table(
            columns=(t("frame.year"), *(t(f"scenarios.line_{key}") for key in lines), t("financing.limit")),
            numeric=(False, True, True, True),
            rows=tuple(
                (str(y), *(n.percent(100.0 * v[at], DIGITS) for v in lines.values()), n.percent(100.0 * limit, 0))
                for at, y in enumerate(years)
            ),
            raw_columns=("year", "status", "debt_gdp", "debt_gdp_baseline", "limit_gdp"),
            raw=tuple((y, "simulated", here[at], baseline[at], limit) for at, y in enumerate(years)),
        ),
        series=(
            *(
                Series(
                    key=key,
                    name=t(f"scenarios.line_{key}"),
                    role="lao" if key == "scenario" else "third",
                    shape="line",
                    x=tuple(float(year) for year in years),
                    y=tuple(100.0 * value for value in values),
                    end_label=f"<b>{n.percent(100.0 * values[-1], DIGITS)}</b><br>{t(f'scenarios.line_{key}')}",
                    hover=tuple(f"{y}: {n.percent(100.0 * v, DIGITS)}" for y, v in zip(years, values, strict=True)),
                )
                for key, values in shown.items()
            ),
            Series(
                key="limit",
                name=t("financing.limit"),
                role="limit",
                shape="pace",
                x=(float(years[0]), float(years[-1])),
                y=(100.0 * limit, 100.0 * limit),
                end_label=f"<b>{n.percent(100.0 * limit, 0)}</b><br>{t('financing.limit')}",
            ),
        ),
        x_range=(years[0] - 0.3, years[-1] + 0.2),
        x_ticks=tuple(float(year) for year in years if (year - years[0]) % 5 == 0),
        y_range=(0.0, 20.0 * (int(100.0 * top / 20.0) + 1)),
        suffix="%",
        separators=told.separators,
        ground_from=assumed_after + 0.5,
        label_space=150,
        simulated=True,
    )


def debt_moved(moved: DebtMoved, told: Words) -> FigureSpec:
    """Return the steps from the ratio of one year to that of another, points of GDP."""
    t, n = told.t, told.n
    ends = {"first": moved.first, "last": moved.last}
    parts = {name: value for name, value in moved.parts.items() if value}
    rows = [(t("financing.debt_end_of", year=moved.first), 100.0 * moved.before, True)]
    rows += [(t(f"financing.debt_{name}"), 100.0 * value, False) for name, value in parts.items()]
    rows.append((t("financing.debt_end_of", year=moved.last), 100.0 * moved.after, True))
    words = {name: n.signed(100.0 * value, DIGITS) for name, value in parts.items()}
    biggest = max(parts, key=lambda name: abs(parts[name])) if parts else ""
    measure = t("financing.debt_moved_measure", residual=power_of_ten(moved.residual), **ends)
    values = {"change": n.signed(100.0 * moved.change, DIGITS), "part": words.get(biggest, "")}
    title = (
        t("financing.debt_moved_title", name=t(f"financing.debt_{biggest}"), **ends, **values) if biggest else measure
    )
    return FigureSpec(
        key="debt_moved",
        kind="waterfall",
        title=title,
        measure=measure,
        source_line=told.source,
        alt_text=t("financing.debt_moved_alt", **ends, **values),
        table=Table(
            columns=(t("financing.part"), t("financing.points_gdp")),
            numeric=(False, True),
            rows=(
                *((name, n.decimal(v, DIGITS) if total else n.signed(v, DIGITS)) for name, v, total in rows),
                (t("financing.residual"), power_of_ten(100.0 * moved.residual)),
            ),
            raw_columns=("part", "status", "points_of_gdp"),
            raw=tuple(
                (name, "simulated", value) for name, value, _ in (*rows, ("residual", 100.0 * moved.residual, False))
            ),
        ),
        series=tuple(_step(name, value, total, told) for name, value, total in rows),
        separators=told.separators,
        label_space=170,
        simulated=True,
    )


def power_of_ten(value: float) -> str:
    """Return a tiny number as 6×10⁻¹⁷, nothing as 0."""
    if value == 0.0:
        return "0"
    digit, exponent = f"{abs(value):.0e}".split("e")
    return f"{digit}×10{str(int(exponent)).translate(RAISED)}"


def _step(name: str, value: float, total: bool, told: Words) -> Series:
    words = told.n.percent(value, DIGITS) if total else told.n.signed(value, DIGITS)
    return Series(
        key=name,
        name=name,
        role="lao" if total else "other",
        shape="total" if total else "bars",
        x=(name,),
        y=(value,),
        labels=(f"<b>{words}</b>",),
        hover=(f"{name}: {words}",),
    )
