"""The head of the financing page: both numbers in one sentence, what is looked at, the bar of sources."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from sp_app.figures.money import NOMINAL, OF_GDP, VIEWS, Money
from sp_app.figures.sources import Paid, Part, paid
from sp_app.figures.spec import Table
from sp_app.live import tables
from sp_app.live.lever_names import illustrative_note
from sp_app.live.link import encode
from sp_app.live.results import Results
from sp_app.ui import financing_files, financing_visit, scenario_visit, shown
from sp_app.ui.financing_cards import number
from sp_app.ui.financing_html import segments, swatch
from sp_app.ui.financing_links import to_scenarios
from sp_app.ui.financing_study import Study
from sp_app.ui.page import Context
from sp_app.ui.scenario_head import sentence as problem_sentence
from sp_app.ui.scenario_visit import Visit

YEAR, VIEW, PICK = "financing_year", "financing_view", "financing_pick"
LEAST_NAMED = 0.07  # of the bar: narrower segments are named under it only
ASKED = {"need": "result.cost_lak", "gap": "result.financing_gap_lak", "options": "result.space_lak"} | {
    "state": "result.state_lak",
    "contributions": "result.contributions_lak",
    "partners": "result.partners_lak",
    "borrowing": "result.borrowing_lak",
}


def problems(ctx: Context, visit: Visit) -> None:
    """Say in a sentence what an address got wrong; the last good values stay."""
    for problem in visit.state.problems:
        said = escape(problem_sentence(ctx, visit.state.scenario, problem))
        st.html(f'<p class="sp-problem" role="alert">{said}</p>')


def draw(ctx: Context, visit: Visit, found: Study) -> None:
    """Draw sentence, choices and the bar of sources."""
    year = visit.state.year
    heading(sentence(ctx, found, year))
    _note_scenario(ctx, visit, found)
    with st.container(key="sp_financing_choices", horizontal=True, vertical_alignment="center", gap="small"):
        _about(ctx, visit)
        _choices(ctx, visit)
        financing_files.draw(ctx, visit, found)
        to_scenarios(ctx, "financing.to_levers")
    st.html(_bar(ctx, paid(found.statement(year, visit.state.view), year), visit, found.years[0]))


def _note_scenario(ctx: Context, visit: Visit, found: Study) -> None:
    """Note which scenario the page speaks of and where its levers stand: files of the page begin with it."""
    t, state = ctx.t, visit.state
    changes = tables.changes(Results(state, found.here, found.baseline), t, ctx.n)
    rows = changes.rows or ((t("scenarios.changes_none"), "", "", ""),)
    listed = Table(columns=changes.columns, rows=rows, numeric=changes.numeric)
    about = f"{t('financing.scenario')}: {state.scenario.title.get(ctx.lang)}"
    link = t("scenarios.csv_link", link=f"/financing?{urlencode(encode(state))}")
    said = " · ".join((link, *illustrative_note(state.scenario, t), financing_files.sources(ctx, found)))
    shown.note_table("scenario", sentence(ctx, found, state.year), about, listed, said, simulated=True)


def without_financing(ctx: Context, visit: Visit) -> None:
    """Say that the scenario has no financing, and offer those that have."""
    heading(ctx.t("financing.headline_without"))
    _about(ctx, visit)
    st.html(f'<p class="sp-measure" role="status">{escape(ctx.t("financing.without"))}</p>')
    with st.container(key="sp_without"):
        scenario_choice(ctx, visit)


def heading(words: str) -> None:
    """Draw the page's one heading."""
    st.html(f'<div class="sp-headline"><h1>{escape(words)}</h1></div>')


def _about(ctx: Context, visit: Visit) -> None:
    """Say which scenario the page speaks of, and that it is simulated."""
    t, scenario = ctx.t, visit.state.scenario
    moved = visit.state.values != scenario.values()
    about = t("financing.context_moved" if moved else "financing.context", scenario=scenario.title.get(ctx.lang))
    st.html(
        f'<div class="sp-headline sp-about-line"><p>{escape(about)} '
        f'<span class="sp-simulated">{escape(t("frame.simulated"))}</span></p></div>'
    )


def sentence(ctx: Context, found: Study, year: int) -> str:
    """Return need and financing gap of the year, each in per cent of GDP and in kip."""
    t, n = ctx.t, ctx.n
    kip, share = (paid(found.statement(year, view.key), year) for view in (NOMINAL, OF_GDP))
    words = {
        "year": year,
        "need": _unbroken(n.billion_lak(kip.need.shown * 1e9)),
        "need_gdp": n.percent(share.need.shown, 2),
        "gap": _unbroken(n.billion_lak(abs(kip.gap.shown) * 1e9)),
        "gap_gdp": n.percent(abs(share.gap.shown), 2) if share.gap.shown else f"< {n.percent(0.01, 2)}",
    }
    if kip.need.exact == 0.0:
        return t("financing.headline_nothing", year=year)
    kind = "short" if kip.gap.shown > 0.0 else "more" if kip.gap.shown < 0.0 else "covered"
    return t(f"financing.headline_{kind}", **words)


def _unbroken(words: str) -> str:
    """Return an amount that no line break tears from its unit."""
    return words.replace(" ", "\u00a0")


def scenario_choice(ctx: Context, visit: Visit) -> None:
    """Draw the scenarios that say who pays, each with what it is about."""
    scenarios = {one.id: one for one in financing_visit.with_financing()}
    st.session_state[PICK] = visit.state.scenario.id if visit.state.scenario.id in scenarios else None
    st.radio(
        ctx.t("financing.scenario"),
        list(scenarios),
        index=None,
        format_func=lambda name: scenarios[name].title.get(ctx.lang),
        captions=[scenario.description.get(ctx.lang) for scenario in scenarios.values()],
        key=PICK,
        on_change=lambda: scenario_visit.pick(st.session_state[PICK]),
        label_visibility="collapsed",
    )


def _choices(ctx: Context, visit: Visit) -> None:
    t, state = ctx.t, visit.state
    with st.popover(t("financing.scenario"), width="content"):
        scenario_choice(ctx, visit)
    first = state.scenario.assumptions.first_year
    st.session_state[YEAR], st.session_state[VIEW] = state.year, state.view
    st.selectbox(
        t("frame.year"),
        list(state.scenario.assumptions.years),
        key=YEAR,
        label_visibility="collapsed",
        width=112,
        on_change=lambda: financing_visit.look_at(year=st.session_state[YEAR]),
    )
    st.segmented_control(
        t("financing.unit"),
        list(VIEWS),
        format_func=lambda key: t(f"scenarios.view_{key}", first=first),
        key=VIEW,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: financing_visit.look_at(view=st.session_state[VIEW]),
    )


def _bar(ctx: Context, found: Paid, visit: Visit, first: int) -> str:
    """Return the bar: its whole width is the need, or what is identified where that is more."""
    t, money = ctx.t, VIEWS[visit.state.view]
    parts = [part for part in (*found.sources, found.gap) if part.exact > 0.0]
    whole = sum(part.exact for part in parts) or 1.0
    inside = [(part.role, part.exact, _inside(ctx, part, part.exact / whole, money)) for part in parts]
    place = 100.0 * found.need.exact / whole
    mark = f'<i class="sp-goal-need" style="left:{place:.2f}%"></i>' if found.gap.exact < 0.0 else ""
    need = number(ASKED["need"], found.year, money.words(t, ctx.n, found.need.shown, first))
    share = found.covered_words(ctx.n)
    names = "".join(_named(ctx, part, found.year, money) for part in parts)
    if visit.state.values["state_allocation"] == 0.0:  # none was located: that is not a zero, and must not read as one
        names += f'<span class="sp-unsaid">{escape(t("financing.state_budget_unknown"))}</span>'
    return (
        f'<section class="sp-goal" aria-label="{escape(t("financing.goal_label", year=found.year))}">'
        f'{segments(inside, mark)}<p class="sp-goal-foot">'
        f"<span>{escape(t('financing.goal_need', year=found.year))} <b>{need}</b></span>{names}"
        f"<span>{escape(t('financing.goal_covered', share=share))}</span></p></section>"
    )


def _inside(ctx: Context, part: Part, share: float, money: Money) -> str:
    if share < LEAST_NAMED:
        return ""
    return f"{escape(ctx.t(f'financing.source_{part.role}'))} <b>{money.number(ctx.n, part.shown)}</b>"


def _named(ctx: Context, part: Part, year: int, money: Money) -> str:
    words = number(ASKED[part.role], year, money.number(ctx.n, part.shown))
    return f"<span>{swatch(part.role)}{escape(ctx.t(f'financing.source_{part.role}'))} <b>{words}</b></span>"
