"""The numbers a deck may name: published figures and results of the model, each with unit, year, status, source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sp_app.figures.money import BILLION
from sp_app.figures.sources import paid
from sp_app.ui.expenditure_cards import HOME
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.present_words import credits_of
from sp_core.coverage import persons_not_covered
from sp_core.records import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number in one language; `simulated` results come from the model, `gap` is drawn as a shortage."""

    name: str
    value: str
    unit: str
    year: int
    status: str
    source: str
    simulated: bool = False
    gap: bool = False

    @property
    def words(self) -> str:
        """Return value and unit as they stand in a sentence."""
        return self.value + (f"\u00a0{self.unit}" if self.unit else "")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a number is asked of: the page's context, the scenario of the slide, the year looked at."""

    ctx: Context
    found: Study
    year: int


def _published(ctx: Context, key: str, o: Observation, value: str, unit: str = "", note: str = "") -> Number:
    source = ctx.q.origin(o.origin).credit
    return Number(
        name=ctx.t(f"present.number_{key}"),
        value=value,
        unit=unit,
        year=o.year,
        status=ctx.t(f"frame.status_{o.status}"),
        source=f"{source}; {note}" if note else source,
    )


def _latest(key: str, indicator: str, unit: str = "", bound: bool = False) -> Callable[[Asked], Number]:
    def number(asked: Asked) -> Number:
        ctx = asked.ctx
        o = ctx.q.latest(indicator, HOME)
        value = f"<\u00a0{ctx.n.percent(o.value, 0)}" if bound else ctx.n.percent(o.value)
        return _published(ctx, key, o, value, ctx.t(unit) if unit else "")

    return number


def _covered_asean(asked: Asked) -> Number:
    ctx = asked.ctx
    o = ctx.q.observation("sdg131_any", "ASEAN", ctx.q.latest("sdg131_any", HOME).year)
    return _published(ctx, "covered_asean", o, ctx.n.percent(o.value))


def _not_covered(asked: Asked) -> Number:
    ctx = asked.ctx
    covered = ctx.q.latest("sdg131_any", HOME)
    people = ctx.q.population(HOME, covered.year)
    without = persons_not_covered(covered.value / 100.0, people.value)
    unit, note = ctx.t("present.unit_million"), ctx.q.origin(people.origin).credit
    return _published(ctx, "not_covered", covered, ctx.n.million(without), unit, note)


def _aid(asked: Asked) -> Number:
    ctx = asked.ctx
    o = ctx.q.latest("aid_sp_usd", HOME)
    return _published(ctx, "aid", o, ctx.n.decimal(o.value), ctx.q.unit(o.unit).symbol.get(ctx.lang))


def _simulated(key: str, result: str, print_: Callable[[Asked, float], tuple[str, str]], first: bool = False) -> Asker:
    def number(asked: Asked) -> Number:
        year = asked.found.years[0] if first else asked.year
        value, unit = print_(asked, asked.found.at(result, year))
        return Number(
            name=asked.ctx.t(f"present.number_{key}"),
            value=value,
            unit=unit,
            year=year,
            status=asked.ctx.t("frame.simulated"),
            source="; ".join(credits_of(asked.ctx, asked.found, (result,))),
            simulated=True,
            gap=result.startswith("financing_gap"),
        )

    return number


def _money(asked: Asked, value: float) -> tuple[str, str]:
    return asked.ctx.n.integer(value / BILLION), asked.ctx.t("present.unit_billion_lak")


def _of_gdp(asked: Asked, value: float) -> tuple[str, str]:
    return asked.ctx.n.percent(100.0 * value, 2), asked.ctx.t("present.unit_gdp")


def _persons(asked: Asked, value: float) -> tuple[str, str]:
    return asked.ctx.n.million(value), asked.ctx.t("present.unit_million")


def _paid_share(asked: Asked) -> Number:
    whole = _simulated("paid_share", "identified_lak", _money)(asked)
    share = paid(asked.found.statement(asked.year, "cost"), asked.year).covered_words(asked.ctx.n)
    return Number(
        name=whole.name,
        value=share,
        unit=asked.ctx.t("present.unit_need"),
        year=whole.year,
        status=whole.status,
        source=whole.source,
        simulated=True,
    )


Asker = Callable[[Asked], Number]
NUMBERS: dict[str, Asker] = {
    "covered": _latest("covered", "sdg131_any"),
    "covered_asean": _covered_asean,
    "not_covered": _not_covered,
    "pension_covered": _latest("pension_covered", "sdg131_old_age"),
    "health_external": _latest("health_external", "ext_che"),
    "spending_bound": _latest("spending_bound", "spexp_adb_bound", "present.unit_gdp", bound=True),
    "informal": _latest("informal", "informal_ilo"),
    "aid": _aid,
    "recipients": _simulated("recipients", "recipients", _persons),
    "need": _simulated("need", "cost_lak", _money),
    "need_gdp": _simulated("need_gdp", "cost_gdp", _of_gdp),
    "partners_first": _simulated("partners_first", "partners_lak", _money, first=True),
    "partners": _simulated("partners", "partners_lak", _money),
    "gap": _simulated("gap", "financing_gap_lak", _money),
    "gap_gdp": _simulated("gap_gdp", "financing_gap_gdp", _of_gdp),
    "paid_share": _paid_share,
}
# Numbers of a scenario that says who pays.
FINANCED_NUMBERS = frozenset({"partners_first", "partners", "gap", "gap_gdp", "paid_share"})
