"""What a decision on a programme has to know: first budget line, act, who is responsible, cost of delay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sp_app.explanation.values import value_words
from sp_app.export.grid import Grid
from sp_app.export.handout import Handout
from sp_core.analysis import Delay, delay
from sp_core.errors import OutOfBounds
from sp_core.programme import Programme


@dataclass(frozen=True, slots=True)
class Decision:
    """A programme that the scenario adds or enlarges; amounts in kip beyond today's policies.

    `delay` is None where the levers allow no later year.
    """

    programme: Programme
    first_year: int
    first_amount: float
    year: int
    amount: float
    delay: Delay | None


def decisions(h: Handout, year: int) -> tuple[Decision, ...]:
    """Return the programmes on which the scenario asks for a decision, in its order."""
    return tuple(_decisions(h, year))


def _decisions(h: Handout, year: int) -> Iterator[Decision]:
    for programme in h.scenario.programmes:
        name = f"cost_lak.{programme.id}"
        added = [a - b for a, b in zip(h.here.results[name], h.modified.results[name], strict=True)]
        if max(added) > 0.0:
            first = next(at for at, value in enumerate(added) if value > 0.0)
            amount = added[h.years.index(year)]
            yield Decision(programme, h.years[first], added[first], year, amount, _delay(h, programme.id))


def _delay(h: Handout, programme: str) -> Delay | None:
    try:
        return delay(h.scenario, h.tape, h.values, programme)
    except OutOfBounds:
        return None


def decision_grid(h: Handout, year: int) -> Grid | None:
    """Return the decisions as a table, None where the scenario adds nothing."""
    found, t = decisions(h, year), h.t
    if not found:
        return None
    return Grid(
        title=t("handout.decisions"),
        columns=(
            t("handout.programme"),
            t("financing.takes_act"),
            t("financing.takes_ministry"),
            t("financing.first_line"),
            t("financing.delay"),
        ),
        numeric=(False,) * 5,
        widths=(20.0, 34.0, 18.0, 20.0, 26.0),
        rows=tuple(_row(h, it) for it in found),
        notes=(t("financing.decisions_note"),),
    )


def _row(h: Handout, it: Decision) -> tuple[str, ...]:
    agency = it.programme.agency.get(h.language)
    act = h.t(f"financing.act_{it.programme.guarantee}", agency=agency)
    return (it.programme.title.get(h.language), act, agency, budget_line(h, it), delay_words(h, it))


def budget_line(h: Handout, it: Decision) -> str:
    """Return the first year with a cost and its amount, then that of the year looked at."""
    amounts = [(it.first_year, it.first_amount)]
    if it.year > it.first_year:
        amounts.append((it.year, it.amount))
    return "\n".join(f"{year}: {value_words(h.t, h.n, amount, 'lak')}" for year, amount in amounts)


def delay_words(h: Handout, it: Decision) -> str:
    """Return what a year's delay means in persons."""
    if it.delay is None:
        return h.t("financing.delay_outside")
    if it.delay.person_years <= 0.0:
        return h.t("financing.delay_nobody")
    most, years = h.n.integer(it.delay.most_missed), h.n.integer(it.delay.person_years)
    return h.t("financing.delay_persons", year=it.delay.year, last=h.years[-1], most=most, years=years)
