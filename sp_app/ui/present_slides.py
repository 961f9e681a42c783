"""From a deck to slides the browser can show: titles in both languages, figure, numbers, points, marks, sources."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from sp_app.data.deck_schema import SlideTable
from sp_app.export.decisions import Decision, budget_line, decisions, delay_words
from sp_app.export.handout import Handout, handout
from sp_app.figures.render import render
from sp_app.figures.spec import FigureSpec
from sp_app.live.link import LinkState, encode
from sp_app.ui.financing_study import Study, study
from sp_app.ui.financing_today import registry
from sp_app.ui.financing_view import told
from sp_app.ui.page import Context
from sp_app.ui.present_figures import FIGURES
from sp_app.ui.present_numbers import NUMBERS, Asked, Number
from sp_app.ui.present_words import credits_of, rests_on_choices
from sp_app.ui.scenario_ground import packed

SCENARIOS, DESK = "/scenarios", "/room-desk"
COSTS = ("cost_lak",)
MOVED_FIGURE, MOVED_NUMBER = "cost", "need"  # what levers on a slide move: where nothing moves, it is shown as it is
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


def slides(bound: Iterable[Bound]) -> list[dict[str, Any]]:
    """Return the slides of a deck in order, as the browser shows them."""
    return [made for one in bound for made in (_decisions(one) if one.table.decisions else _slide(one))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What one slide says in one language."""

    title: str
    points: tuple[str, ...]
    notes: str
    spec: FigureSpec | None
    numbers: tuple[Number, ...]
    source: str

    @property
    def simulated(self) -> bool:
        """Say whether a result of the model is shown."""
        return any(it.simulated for it in (*self.numbers, *([self.spec] if self.spec else [])))


def slide_parts(one: Bound, ctx: Context) -> Parts:
    """Return what a slide says in the language of `ctx`, the numbers its texts name filled in."""
    table, lang, asked = one.table, ctx.lang, one.asked(ctx)
    figure = MOVED_FIGURE if table.levers else table.figure
    spec = FIGURES[figure](asked) if figure else None
    numbers = tuple(NUMBERS[name](asked) for name in ([MOVED_NUMBER] if table.levers else table.numbers))
    title = getattr(table, f"title_{lang}")
    return Parts(
        title=_said(title, asked) if title is not None else spec.title if spec else "",
        points=tuple(_said(text, asked) for text in getattr(table, f"points_{lang}")),
        notes=_said(getattr(table, f"notes_{lang}"), asked),
        spec=spec,
        numbers=numbers,
        source=_sources(one, ctx, spec, numbers),
    )


def _slide(one: Bound) -> Iterator[dict[str, Any]]:
    first, second = (slide_parts(one, ctx) for ctx in one.both)
    illustrative = first.simulated and rests_on_choices(one.found, COSTS)
    specs = [spec for spec in (first.spec, second.spec) if spec]
    common = _common(one, one.table.id, first.title, second.title, first.simulated, illustrative)
    if one.table.levers:
        yield common | _moving(one) | {"source": first.source}
        return
    yield common | {
        "kind": "opening" if one.table.opening else "figure" if specs else "points",
        "figure": _figure(first.spec) if first.spec else None,
        "measure": " · ".join(dict.fromkeys(spec.measure for spec in specs if spec.measure)),
        "numbers": [_number(*pair) for pair in zip(first.numbers, second.numbers, strict=True)],
        "points": [list(pair) for pair in zip(first.points, second.points, strict=True)],
        "source": first.source,
    }


def _moving(one: Bound) -> dict[str, Any]:
    """Return what levers on a slide need: the pack of the panel, where they stand, the year of the number."""
    state = one.state
    return {
        "kind": "levers",
        "figure": None,
        "measure": "",
        "numbers": [],
        "points": [],
        "live": {
            "pack": packed(state.scenario.id, one.ctx.lang).address,
            "levers": one.table.levers,
            "values": dict(state.values),
            "year": state.year,
            "back": one.ctx.t("present.levers_back"),
        },
    }


def _said(text: str, asked: Asked) -> str:
    return text.format_map(_Filled(asked))


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
        "of": one.table.id,
        "title": title,
        "second": second,
        "marks": marks,
        "scenario": one.state.scenario.title.get(ctx.lang) if simulated else "",
        "notes": _said(getattr(one.table, f"notes_{ctx.lang}"), one.asked(ctx)),
        "panel": f"{SCENARIOS}?{urlencode(query)}" if one.table.panel else "",
        "room": f"{DESK}?{urlencode(query)}" if one.table.room else "",
    }


def _figure(spec: FigureSpec) -> dict[str, Any]:
    table = spec.table
    return {
        "key": spec.key,
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


def _sources(one: Bound, ctx: Context, spec: FigureSpec | None, numbers: tuple[Number, ...]) -> str:
    """Return who published what the slide shows; of the many behind a simulation, the first, and how many more."""
    if any(it.simulated for it in (*numbers, *([spec] if spec else []))):
        return told(ctx, one.found, SHOWN).source
    line = spec.source_line if spec else ""
    more = dict.fromkeys(credit for it in numbers for credit in it.source.split("; ") if credit not in line)
    if not more:
        return line
    return f"{line.rstrip('.')}; {'; '.join(more)}" if line else ctx.t("frame.source", source="; ".join(more))


def _decisions(one: Bound) -> Iterator[dict[str, Any]]:
    """Yield one slide for every programme on which the scenario asks for a decision."""
    pair = [decision_facts(one, ctx) for ctx in one.both]
    for (title, facts, source), (second, other, _), programme in zip(*pair, _programmes(one), strict=True):
        simulated, illustrative = True, rests_on_choices(one.found, (f"cost_lak.{programme}",))
        yield _common(one, f"decide-{programme}", title, second, simulated, illustrative) | {
            "kind": "decision",
            "figure": None,
            "measure": "",
            "numbers": [],
            "points": [],
            "facts": [[a[0], b[0], a[1], b[1]] for a, b in zip(facts, other, strict=True)],
            "source": source,
        }


def _programmes(one: Bound) -> tuple[str, ...]:
    return tuple(it.programme.id for it in decisions(deck_handout(one, one.ctx), one.state.year))


def decision_facts(one: Bound, ctx: Context) -> list[tuple[str, list[tuple[str, str]], str]]:
    """Return title, facts and source line of every decision that the scenario asks for, in one language."""
    h = deck_handout(one, ctx)
    return [_decision(one, ctx, h, it) for it in decisions(h, one.state.year)]


def deck_handout(one: Bound, ctx: Context) -> Handout:
    """Return what hand-outs say of the slide's scenario."""
    found = one.found
    return handout(found.scenario, found.values, ctx.lang, datetime.date.today(), found.known.given)


def _decision(one: Bound, ctx: Context, h: Handout, it: Decision) -> tuple[str, list[tuple[str, str]], str]:
    title = ctx.t("present.decide", programme=it.programme.title.get(ctx.lang))
    credits = "; ".join(credits_of(ctx, one.found, (f"cost_lak.{it.programme.id}",)))
    source = ctx.t("frame.source", source=credits or ctx.t("scenarios.own_choice"))
    return title, _facts(h, it), source


def _facts(h: Handout, it: Decision) -> list[tuple[str, str]]:
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
