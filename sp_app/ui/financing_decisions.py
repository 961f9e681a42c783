"""One card per programme that the scenario adds or enlarges: what a decision on it would have to know."""

from __future__ import annotations

from html import escape

import streamlit as st

from sp_app.explanation.values import value_words
from sp_app.ui import shown
from sp_app.ui.financing_cards import number
from sp_app.ui.financing_html import facts
from sp_app.ui.financing_lines import colour
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.read_table import read_table
from sp_app.ui.scenario_visit import Visit
from sp_core.programme import Programme

LEAST = 0.0005  # a share that still prints as 0.1%


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw the cards; a scenario that adds nothing says so."""
    t, year = ctx.t, visit.state.year
    if not found.options:
        st.html(f'<p class="sp-card">{escape(t("financing.decisions_none"))}</p>')
        return
    told = {programme: _facts(ctx, found, programme, year) for programme in found.options}
    cards = "".join(_card(ctx, found, programme, said) for programme, said in told.items())
    st.html(
        f'<div class="sp-over"><h2>{escape(t("financing.decisions_title"))}</h2>'
        f'<p class="sp-measure">{escape(t("financing.decisions_note"))}</p></div>'
        f'<div class="sp-decisions">{cards}</div>'
    )
    rows = [(programme.title.get(ctx.lang), *row) for programme, said in told.items() for row in read_table(said).rows]
    columns = (t("financing.column_programme"), t("financing.decisions_what"), t("financing.answer"))
    title, note = t("financing.decisions_title"), t("financing.decisions_note")
    shown.note_words("decisions", title, columns, rows, note, simulated=True)


def _facts(ctx: Context, found: Study, programme: Programme, year: int) -> str:
    """Return what is said of a programme, as a list of names with facts (HTML)."""
    t = ctx.t
    act = t(f"financing.act_{programme.guarantee}", agency=programme.agency.get(ctx.lang))
    said = [
        (t("financing.takes_act"), escape(act)),
        (t("financing.takes_ministry"), escape(programme.agency.get(ctx.lang))),
        (t("financing.first_line"), _first_line(ctx, found, programme, year)),
        (t("financing.delay"), escape(_delay(ctx, found, programme.id))),
        (t("financing.beside_interest", year=year), _beside_interest(ctx, found, programme.id, year)),
    ]
    return facts(said)


def _card(ctx: Context, found: Study, programme: Programme, said: str) -> str:
    return (
        f'<article class="sp-card sp-decision" style="border-top-color:{colour(found, programme.id)}">'
        f"<h3>{escape(programme.title.get(ctx.lang))}</h3>{said}</article>"
    )


def _added(ctx: Context, found: Study, programme: str, year: int) -> str:
    """Return what the scenario adds in a year, kip, as a number that opens its card."""
    amount = found.table.line("new_policy", programme).values[found.years.index(year)]
    return number(f"line.new_policy.{programme}", year, value_words(ctx.t, ctx.n, amount, "lak"))


def _first_line(ctx: Context, found: Study, programme: Programme, year: int) -> str:
    """Return the first year with a cost, its amount, and the amount of the chosen year."""
    first = found.first_year_of(programme.id)
    text = f"<b>{first}: {_added(ctx, found, programme.id, first)}</b>"
    later = f"<br>{year}: {_added(ctx, found, programme.id, year)}" if year > first else ""
    return text + later


def _delay(ctx: Context, found: Study, programme: str) -> str:
    """Return what a year's delay means in persons; money saved that way is no gain."""
    lost = found.delay(programme)
    if lost is None:
        return ctx.t("financing.delay_outside")
    if lost.person_years <= 0.0:
        return ctx.t("financing.delay_nobody")
    words = {"most": ctx.n.integer(lost.most_missed), "years": ctx.n.integer(lost.person_years)}
    return ctx.t("financing.delay_persons", year=lost.year, last=found.years[-1], **words)


def _beside_interest(ctx: Context, found: Study, programme: str, year: int) -> str:
    t, n = ctx.t, ctx.n
    interest = found.at("interest_lak", year)
    share = found.table.line("new_policy", programme).values[found.years.index(year)] / interest
    opened = number("result.interest_lak", year, n.billion_lak(interest))
    printed = n.percent(100.0 * share) if share >= LEAST else f"< {n.percent(0.1)}"
    before, after = t("financing.interest_share", share=printed, interest="\0").split("\0")
    return f"{escape(before)}{opened}{escape(after)}<br>{escape(t('financing.no_principal'))}"
