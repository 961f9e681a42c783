"""The audit trail as a list to search: for whoever edits; everybody else reads why not, and may come in.

The store decides who reads it; here it is only drawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape

import streamlit as st

from sp_app.export.sheet import harmless
from sp_app.i18n import LANGUAGES, texts
from sp_app.live.units import lever_unit
from sp_app.store.opening import open_store
from sp_app.store.permission import Editor
from sp_app.store.problem import Refused, shown
from sp_app.store.records import Change
from sp_app.store.trail import SUBJECTS, TrailLine, trail
from sp_app.ui import listing, scenario_editor
from sp_app.ui.guard import part
from sp_app.ui.listing import Cell, Detail, Line, Listing
from sp_app.ui.page import Context
from sp_app.ui.scenario_ground import library
from sp_app.ui.source_lists import both
from sp_core.lever import Lever
from sp_core.records import Text

COLUMNS = ("line", "at", "who", "role", "act", "kind", "id", "name_en", "name_lo", "version", "changes", "detail")
POINTERS = ("from", "beside")  # what a copy was made from, beside whose version one was kept
SLIDES = ("added", "removed", "edited")


def draw(ctx: Context) -> None:
    """Draw the trail, or why it is not shown."""
    if ctx.arrived:
        st.session_state.pop(scenario_editor.SAID, None)
    _part(ctx)


@part
def _part(ctx: Context) -> None:
    who = scenario_editor.current()
    scenario_editor.told(ctx)
    if isinstance(who, Editor):
        try:
            _lines(ctx, trail(open_store(), who))
        except Refused as refused:
            scenario_editor.refuse(ctx, refused)
        scenario_editor.way_out(ctx, who)
    else:
        st.html(f'<p class="sp-card" data-testid="trail-closed">{escape(ctx.t("sources.trail_closed"))}</p>')
        scenario_editor.door(ctx)
    scenario_editor.keep_in_browser(ctx)


def _lines(ctx: Context, lines: tuple[TrailLine, ...]) -> None:
    if lines:
        listing.draw(ctx, listed(ctx, lines))
    else:
        st.html(f'<p class="sp-card" data-testid="trail-empty">{escape(ctx.t("sources.trail_empty"))}</p>')


def listed(ctx: Context, lines: tuple[TrailLine, ...]) -> Listing:
    """Return the lines of the trail as a list, in groups by kind of thing."""
    t = ctx.t
    levers = {lever.id: lever for scenario in library().values() for lever in scenario.levers}
    return Listing(
        key="trail",
        title=t("sources.trail"),
        columns=(
            t("library.column_when"),
            t("library.column_who"),
            t("library.column_what"),
            t("sources.trail_thing"),
        ),
        widths="2fr 3fr 3fr 5fr",
        groups={subject: t(f"sources.trail_{subject}") for subject in SUBJECTS},
        lines=tuple(_line(ctx, line, levers) for line in lines),
        raw_columns=COLUMNS,
    )


def _line(ctx: Context, line: TrailLine, levers: Mapping[str, Lever]) -> Line:
    t, at = ctx.t, line.at.astimezone()
    moved = t("library.levers_moved", count=len(line.changes)) if line.changes else ""
    kind = t(f"sources.trail_{line.subject}")
    acts = " ".join(texts(language)(f"store.action_{line.what}") for language in LANGUAGES)
    return Line(
        key=f"trail-{line.number}",
        group=line.subject,
        cells=(
            Cell(text=f"{ctx.n.date(at.date())} {at:%H:%M}"),
            Cell(text=line.who, more=t(f"sources.trail_{line.role}")),
            Cell(text=t(f"store.action_{line.what}"), more=moved),
            Cell(
                text=line.name.get(ctx.lang),
                more=t("sources.trail_of", thing=kind, version=line.version) if line.version else kind,
            ),
        ),
        details=tuple(_details(ctx, line, levers)),
        words=f"{line.who} {acts} {both(line.name)} {line.id} {kind}",
        rows=(_row(line),),
    )


def _details(ctx: Context, line: TrailLine, levers: Mapping[str, Lever]) -> Iterator[Detail]:
    t, told = ctx.t, line.detail
    yield Detail(name=t("sources.trail_levers"), lines=tuple(_change(ctx, one, levers) for one in line.changes))
    if "old" in told and "new" in told:
        old, new = (Text(*told[side]).get(ctx.lang) for side in ("old", "new"))
        yield Detail(name=t("sources.trail_name"), lines=(f"{old} → {new}",))
    for key in POINTERS:
        if key in told:
            name = line.others[key].get(ctx.lang) if key in line.others else told[key]
            words = t("sources.trail_of", thing=name, version=told["from_version"])
            yield Detail(name=t(f"sources.trail_{key}"), lines=(words,))
    for key in SLIDES:
        yield Detail(name=t(f"sources.trail_{key}"), lines=tuple(told.get(key, ())))
    if told.get("file"):
        yield Detail(name=t("sources.trail_file"), lines=(told["file"],))
    if told.get("scenario"):
        base = library().get(told["scenario"])
        words = base.title.get(ctx.lang) if base else told["scenario"]
        yield Detail(name=t("sources.trail_on_scenario"), lines=(words,))


def _change(ctx: Context, change: Change, levers: Mapping[str, Lever]) -> str:
    """Return a lever's old and new value as they are printed elsewhere, with its id, since names repeat."""
    lever = levers.get(change.lever)
    if lever is None:
        name = ctx.t("library.lever_gone", lever=change.lever)
        values = ["–" if value is None else shown(value) for value in (change.old, change.new)]
    else:
        name, unit = f"{lever.name.get(ctx.lang)} ({lever.id})", lever_unit(lever, ctx.t)
        values = ["–" if value is None else unit.text(ctx.n, value) for value in (change.old, change.new)]
    return f"{name}: {values[0]} → {values[1]}"


def _row(line: TrailLine) -> tuple[object, ...]:
    """Return a line as the file has it: the moment in UTC, levers in the core's units, texts that run nothing."""
    changes = "; ".join(f"{one.lever}: {one.old} → {one.new}" for one in line.changes)
    detail = json.dumps(dict(line.detail), ensure_ascii=False) if line.detail else ""
    said = (line.who, line.role, line.what, line.subject, line.id, line.name.en, line.name.lo)
    return (
        line.number,
        line.at.isoformat(timespec="seconds"),
        *map(harmless, said),
        line.version or "",
        changes,
        detail,
    )
