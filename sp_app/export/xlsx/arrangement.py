"""What stands on the sheets of years, in order: given figures and the economy, each programme, the results.

What a policy lever moves on the way to a programme's cost is there twice: under the levers as they
stand (HERE) and under today's policies with the same assumptions (TODAY).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sp_app.export.handout import Handout
from sp_app.export.looks import MOST_NAME
from sp_core.model import with_structure
from sp_core.model.macro import macro_quantities
from sp_core.model.quantity import Quantity, Ref
from sp_core.model.run import KEPT, KEPT_OF_FINANCING
from sp_core.parameter import Parameter
from sp_core.programme import Programme

HERE, TODAY = "here", "today"
SHEETS = ("cover", "levers", "assumptions", "results", "framework", "sources", "check")
# What is not known while the lever that names a ceiling stands at nothing.
CEILING, WITHOUT_CEILING = "ceiling", ("ceiling_lak", "fiscal_space_lak", "fiscal_space_gdp")
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of words above rows."""

    text: str


@dataclass(frozen=True, slots=True)
class Given:
    """A row of given figures of one id."""

    id: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A row that is calculated."""

    variant: str
    quantity: Quantity


Entry = Heading | Given | Counted


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of years; `programme` is the id of the programme it is about, if it is about one."""

    name: str
    title: str
    entries: tuple[Entry, ...]
    programme: str = ""


def sheet_names(handout: Handout) -> dict[str, str]:
    """Return the names of the sheets that every workbook has, by key, in the language of the hand-out."""
    return {key: handout.t(f"export.sheet_{key}") for key in SHEETS}


def tables(handout: Handout, names: Mapping[str, str]) -> tuple[Table, ...]:
    """Return the sheets of years; `names` are those of the sheets that every workbook has."""
    t, language, programmes = handout.t, handout.language, handout.scenario.programmes
    twice = doubled(handout)
    own = unique((p.short.get(language) for p in programmes), names.values())
    return (
        Table(names["assumptions"], t("export.assumptions"), tuple(_ground(handout))),
        *(
            Table(name, p.title.get(language), tuple(_programme(handout, p, twice)), p.id)
            for name, p in zip(own, programmes, strict=True)
        ),
        Table(names["results"], t("export.results"), tuple(_results(handout))),
    )


def _ground(handout: Handout) -> Iterator[Entry]:
    yield Heading(handout.t("export.given"))
    yield from (Given(name) for name in dict.fromkeys(p.id for p in given_figures(handout)))
    yield Heading(handout.t("export.economy"))
    economy = _economy()
    yield from (Counted(HERE, it) for it in handout.quantities if it.name in economy)


def _programme(handout: Handout, programme: Programme, twice: frozenset[str]) -> Iterator[Entry]:
    own = [it for it in handout.quantities if _owner(it) == programme.id]
    yield Heading(handout.t("export.here"))
    yield from (Counted(HERE, it) for it in own)
    yield Heading(handout.t("export.today"))
    yield from (Counted(TODAY, it) for it in own if it.name in twice)


def _results(handout: Handout) -> Iterator[Entry]:
    """Yield what belongs to no programme: results first, then what leads to them."""
    elsewhere, owners = _economy(), {p.id for p in handout.scenario.programmes}
    left = {it.name: it for it in handout.quantities if it.name not in elsewhere and _owner(it) not in owners}
    for section, names in (("main", KEPT), ("financing", KEPT_OF_FINANCING), ("between", tuple(left))):
        found = [left.pop(name) for name in names if name in left]
        if found:
            yield Heading(handout.t(f"export.{section}"))
            yield from (Counted(HERE, it) for it in found)


def given_figures(handout: Handout) -> tuple[Parameter, ...]:
    """Return the given figures that some quantity names, in the years in which it does."""
    years = handout.years
    wanted: set[tuple[str, int]] = set()
    for ref in (ref for quantity in handout.quantities for ref in _refs(quantity)):
        if ref.kind in ("parameter", "parameter_before", "base"):
            wanted |= {(ref.id, year) for year in (years[:1] if ref.kind == "base" else years)}
    return tuple(p for p in with_structure(handout.scenario, handout.given) if (p.id, p.year) in wanted)


def doubled(handout: Handout) -> frozenset[str]:
    """Return the quantities on the way to a programme's cost that a policy lever moves."""
    by_name = {it.name: it for it in handout.quantities}
    waiting = [f"cost_lak.{programme.id}" for programme in handout.scenario.programmes]
    needed: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += [ref.id for ref in _refs(by_name[name]) if ref.kind in ("quantity", "previous")]
    policy, moved, before = policy_levers(handout), set[str](), -1
    while len(moved) != before:  # a look back may be at a quantity that comes later
        before = len(moved)
        moved |= {name for name in needed if any(_moves(ref, policy, moved) for ref in _refs(by_name[name]))}
    return frozenset(moved)


def policy_levers(handout: Handout) -> frozenset[str]:
    """Return the levers that stand at their defaults under today's policies."""
    scenario = handout.scenario
    return frozenset(it.id for it in scenario.levers) - {it.id for it in scenario.assumptions.levers}


def _moves(ref: Ref, policy: frozenset[str], moved: set[str]) -> bool:
    return ref.id in (policy if ref.kind == "lever" else moved if ref.kind in ("quantity", "previous") else ())


def _refs(quantity: Quantity) -> Iterator[Ref]:
    yield from quantity.inputs.values()
    if isinstance(quantity.first, Ref):
        yield quantity.first


def _owner(quantity: Quantity) -> str:
    return quantity.name.partition(".")[2]


def _economy() -> set[str]:
    return {quantity.name for quantity in macro_quantities()}


def unique(names: Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    """Return names that a spreadsheet takes for sheets, no two alike (capitals do not count) and none `taken`."""
    found: list[str] = []
    used = {name.casefold() for name in taken}
    for name in names:
        base = " ".join(name.translate(FORBIDDEN).split())[:MOST_NAME] or "-"
        tried, number = base, 2
        while tried.casefold() in used:
            tried, number = f"{base[: MOST_NAME - 5]} ({number})", number + 1
        used.add(tried.casefold())
        found.append(tried)
    return tuple(found)
