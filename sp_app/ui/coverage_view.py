"""What the coverage page knows about the chosen function, and the sentences that follow from it."""

from __future__ import annotations

from dataclasses import dataclass

from sp_app.figures.wording import Words
from sp_app.ui.coverage_choices import Choice, Toward, sex_of
from sp_app.ui.page import Context
from sp_app.ui.words import naming, words
from sp_core.coverage import persons_not_covered
from sp_core.records import Observation

HOME = "LAO"
Several = tuple[Observation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Every figure of one function: Lao, of others by area, the persons concerned.

    `beside` is the group of countries that members are shown with, in the Lao year.
    """

    key: str
    name: str
    sex: str
    lao: Several
    others: dict[str, Several]
    asean: Observation | None
    beside: Observation | None
    population: Observation | None

    @property
    def last(self) -> Observation | None:
        """Return the latest Lao figure."""
        return self.lao[-1] if self.lao else None


def in_year(several: Several, last: Observation | None) -> Observation | None:
    """Return the figure of the Lao year; without a Lao figure the latest."""
    if last is None:
        return several[-1] if several else None
    return next((o for o in several if o.year == last.year), None)


def reference(view: View, toward: Toward) -> Observation | None:
    """Return what the path leads toward; None for a target, as none is published."""
    if toward == "target":
        return None
    several = view.others["WLD" if toward == "world" else "ASEAN"]
    return (several[-1] if several else None) if toward == "latest" else in_year(several, view.last)


def is_group(ctx: Context, area: str) -> bool:
    """Say whether an area is a group of countries."""
    return ctx.q.area(area).kind == "aggregate"


def gather(ctx: Context, choice: Choice) -> View:
    """Return the figures of the chosen function, all of one edition."""
    key, sex = f"sdg131_{choice.function}", sex_of(choice.function)

    def seen(area: str) -> Several:
        return ctx.q.observations(key, areas=(area,), sex=sex)

    lao = seen(HOME)
    last = lao[-1] if lao else None
    others = {area: seen(area) for area in dict.fromkeys(("WLD", "ASEAN", choice.compared))}
    return View(
        key=key,
        name=ctx.q.indicator(key).name.get(ctx.lang),
        sex=sex,
        lao=lao,
        others=others,
        asean=in_year(others["ASEAN"], last),
        beside=in_year(others[choice.compared if is_group(ctx, choice.compared) else "ASEAN"], last),
        population=ctx.q.population(HOME, last.year) if last and choice.function == "any" else None,
    )


def context(ctx: Context, view: View) -> str:
    """Say of which year the sentence is."""
    return ctx.t("coverage.context", year=view.last.year if view.last else ctx.t("frame.not_published"))


def sentence(ctx: Context, view: View) -> str:
    """Return the page's sentence: persons not covered where they can be counted, else both shares of one year."""
    t, n, last = ctx.t, ctx.n, view.last
    if last is None:
        return t("coverage.headline_unknown", name=view.name)
    if view.population:
        without = persons_not_covered(last.value / 100, view.population.value)
        return t("coverage.headline_any", without=n.million(without), all=n.million(view.population.value))
    if view.asean is None:
        return t("coverage.headline_alone", name=view.name, lao=n.percent(last.value))
    return t("coverage.headline_function", name=view.name, lao=n.percent(last.value), asean=n.percent(view.asean.value))


def trend_words(ctx: Context, view: View) -> Words:
    """Return the words of the trend; what the data warn of stands in its source line."""
    used = (*view.lao, *(o for several in view.others.values() for o in several))
    warnings = dict.fromkeys(flag.reason.get(ctx.lang) for o in view.lao for flag in o.flags)
    note = " ".join((ctx.t("coverage.note_modelled"), *warnings))
    return naming(words(ctx, used, note), ctx, (HOME, *view.others))


def all_functions(
    ctx: Context, functions: tuple[str, ...], year: int, areas: tuple[str, ...]
) -> dict[str, dict[str, Observation | None]]:
    """Return name of function → area → figure, all of one year."""
    return {
        ctx.q.indicator(f"sdg131_{key}").name.get(ctx.lang): {
            area: ctx.q.observation(f"sdg131_{key}", area, year, sex=sex_of(key)) for area in areas
        }
        for key in functions
    }
