"""From a deck to slides the browser can show: titles in both languages, figure, numbers, points, marks, sources."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from sp_app.data.deck_files import DeckTable, SlideTable
from sp_app.export.decisions import Decision, budget_line, decisions, delay_words
from sp_app.export.handout import Handout, handout
from sp_app.figures.render import render
from sp_app.live.link import LinkState, encode
from sp_app.ui.financing_study import Study, study
from sp_app.ui.financing_today import registry
from sp_app.ui.financing_view import told
from sp_app.ui.page import Context
from sp_app.ui.present_figures import FIGURES
from sp_app.ui.present_numbers import NUMBERS, Asked, Number
from sp_app.ui.present_words import credits_of, rests_on_choices

SCENARIOS, DESK = "/scenarios", "/room-desk"
COSTS = ("cost_lak",)
SHOWN = ("cost_lak", "financing_gap_lak")
MOST_PLACES = 2


@dataclass(frozen=True)
class Bound:
    """One slide bound to its scenario; `ctx` in the language chosen, `other` in the one beneath."""

    table: SlideTable
    state: LinkState
    ctx: Context
    other: Context

    @cached_property
    def found(self) -> Study:
        """Return the scenario on the figures of this build."""
        return study(self.state)

    def asked(self, ctx: Context) -> Asked:
        """Return what figures and numbers of this slide are asked of, in one language."""
        return Asked(ctx, self.found, self.state.year)

    @cached_property
    def both(self) -> tuple[Context, Context]:
        """Return both languages, the chosen one first."""
        return self.ctx, self.other


def slides(deck: DeckTable, states: Mapping[str, LinkState], ctx: Context, other: Context) -> list[dict[str, Any]]:
    """Return the slides of a deck in order; `states` holds the scenarios of its slides."""
    bound = (Bound(it, states[it.scenario or deck.scenario], ctx, other) for it in deck.slides)
    return [made for one in bound for made in (_decisions(one) if one.table.decisions else _slide(one))]


def _slide(one: Bound) -> Iterator[dict[str, Any]]:
    specs = [FIGURES[one.table.figure](one.asked(ctx)) for ctx in one.both] if one.table.figure else []
    numbers = [[NUMBERS[name](one.asked(ctx)) for name in one.table.numbers] for ctx in one.both]
    first, second = (_texts(one, ctx, spec) for ctx, spec in zip(one.both, specs or (None, None), strict=True))
    simulated = any(it.simulated for it in numbers[0]) or any(spec.simulated for spec in specs)
    illustrative = simulated and rests_on_choices(one.found, COSTS)
    yield _common(one, one.table.id, first["title"], second["title"], simulated, illustrative) | {
        "kind": "opening" if one.table.opening else "figure" if specs else "points",
        "figure": _figure(specs[0]) if specs else None,
        "measure": " · ".join(dict.fromkeys(spec.measure for spec in specs if spec.measure)),
        "numbers": [_number(*pair) for pair in zip(*numbers, strict=True)],
        "points": [list(pair) for pair in zip(first["points"], second["points"], strict=True)],
        "source": _sources(one, specs[0] if specs else None, numbers[0]),
    }


def _texts(one: Bound, ctx: Context, spec: Any) -> dict[str, Any]:
    """Return title and points of one language, the numbers they name filled in."""
    lang = ctx.lang

    def said(text: str) -> str:
        return text.format_map(_Filled(one.asked(ctx)))

    title = getattr(one.table, f"title_{lang}")
    return {
        "title": said(title) if title is not None else spec.title,
        "points": [said(text) for text in getattr(one.table, f"points_{lang}")],
        "notes": said(getattr(one.table, f"notes_{lang}")),
    }


class _Filled(dict[str, str]):
    """The numbers a text may name; each is calculated when it is named."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self._asked = asked

    def __missing__(self, name: str) -> str:
        return NUMBERS[name](self._asked).words


def _common(one: Bound, name: str, title: str, second: str, simulated: bool, illustrative: bool) -> dict[str, Any]:
    """Return what every slide carries."""
    ctx = one.ctx
    query = {"lang": ctx.lang, **encode(one.state)}
    marks = [ctx.t("frame.simulated")] if simulated else []
    marks += [ctx.t("present.illustrative")] if illustrative else []
    return {
        "id": name,
        "title": title,
        "second": second,
        "marks": marks,
        "scenario": one.state.scenario.title.get(ctx.lang) if simulated else "",
        "notes": _texts(one, ctx, _Untitled)["notes"],
        "panel": f"{SCENARIOS}?{urlencode(query)}" if one.table.panel else "",
        "room": f"{DESK}?{urlencode(query)}" if one.table.room else "",
    }


class _Untitled:
    title = ""


def _figure(spec: Any) -> dict[str, Any]:
    table = spec.table
    return {
        "kind": spec.kind,
        "alt": spec.alt_text,
        "plotly": render(spec),
        "table": {
            "columns": list(table.columns),
            "rows": [list(row) for row in table.rows],
            "numeric": list(table.numeric),
        },
    }


def _number(first: Number, second: Number) -> dict[str, Any]:
    return {
        "name": first.name,
        "second": f"{second.name}: {second.words}",
        "value": first.value,
        "unit": first.unit,
        "when": f"{first.year} · {first.status}",
        "gap": first.gap,
    }


def _sources(one: Bound, spec: Any, numbers: list[Number]) -> str:
    """Return who published what the slide shows; of the many behind a simulation, the first, and how many more."""
    if any(it.simulated for it in (*numbers, *([spec] if spec else []))):
        return told(one.ctx, one.found, SHOWN).source
    line = spec.source_line if spec else ""
    more = dict.fromkeys(credit for it in numbers for credit in it.source.split("; ") if credit not in line)
    if not more:
        return line
    return f"{line.rstrip('.')}; {'; '.join(more)}" if line else one.ctx.t("frame.source", source="; ".join(more))


def _decisions(one: Bound) -> Iterator[dict[str, Any]]:
    """Yield one slide for every programme on which the scenario asks for a decision."""
    pair = [_handout(one, ctx) for ctx in one.both]
    for first, second in zip(*(decisions(h, one.state.year) for h in pair), strict=True):
        yield _decision(one, (pair[0], first), (pair[1], second))


def _handout(one: Bound, ctx: Context) -> Handout:
    found = one.found
    return handout(found.scenario, found.values, ctx.lang, datetime.date.today(), found.known.given)


def _decision(one: Bound, first: tuple[Handout, Decision], second: tuple[Handout, Decision]) -> dict[str, Any]:
    programme = first[1].programme
    titles = [h.t("present.decide", programme=programme.title.get(h.language)) for h, _ in (first, second)]
    asked = (f"cost_lak.{programme.id}",)
    credits = "; ".join(credits_of(one.ctx, one.found, asked)) or one.ctx.t("scenarios.own_choice")
    made = _common(one, f"decide-{programme.id}", *titles, True, rests_on_choices(one.found, asked))
    return made | {
        "kind": "decision",
        "figure": None,
        "measure": "",
        "numbers": [],
        "points": [],
        "facts": [[a[0], b[0], *a[1:], *b[1:]] for a, b in zip(_facts(one, *first), _facts(one, *second), strict=True)],
        "source": one.ctx.t("frame.source", source=credits),
    }


def _facts(one: Bound, h: Handout, it: Decision) -> list[tuple[str, str]]:
    """Return what a decision has to know: act, who is responsible, first budget line, cost of delay, where it goes."""
    agency = it.programme.agency.get(h.language)
    return [
        (h.t("financing.takes_act"), h.t(f"financing.act_{it.programme.guarantee}", agency=agency)),
        (h.t("financing.takes_ministry"), agency),
        (h.t("financing.first_line"), budget_line(h, it).replace("\n", " · ")),
        (h.t("financing.delay"), delay_words(h, it)),
        (h.t("present.deliver"), _places(h, it.programme.id, agency)),
    ]


def _places(h: Handout, programme: str, agency: str) -> str:
    """Return whom the programme is known to reach today, and that its places are still to be named."""
    counts = (c for entry in registry(h.build_id) if entry.programme == programme for c in entry.counts)
    said = [
        f"{it.what.get(h.language)}, {it.year}: {h.t(f'financing.bound_{it.bound}', value=h.n.integer(it.value))}"
        for it in sorted(counts, key=lambda it: not it.main)
    ]
    if not said:
        return h.t("present.deliver_unknown", agency=agency)
    return h.t("present.deliver_today", places="; ".join(said[:MOST_PLACES]), agency=agency)
