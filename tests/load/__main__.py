"""Run the benchmarks and print them: `python3 run.py bench [--only PART] [--quick] [--write]`."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from tests.load import core, exports, questions, room, screen
from tests.load.capture import Conversation, record
from tests.load.crowd import gather
from tests.load.report import Row, markdown, median, table
from tests.load.servers import APP, BARE, ROOT, Server, serving

REPORT = ROOT / "docs" / "benchmarks.md"
ONE_FIGURE, ALL_FIGURES = ".st-key-choice_r button", ".st-key-choice_f button"
COMMITS = 8


def options() -> argparse.Namespace:
    """Read the command line."""
    words = argparse.ArgumentParser(prog="run.py bench")
    words.add_argument("--only", action="append", choices=PARTS, help="measure this part; may be given several times")
    words.add_argument("--quick", action="store_true", help="few repeats, 10 people: shows that it works")
    words.add_argument("--write", action="store_true", help=f"write {REPORT.relative_to(ROOT)}")
    words.add_argument("--scenario", default="mecg_to_scale", help="the scenario whose panel is measured")
    words.add_argument("--model", default=core.largest(), help="the scenario whose model is measured: the largest")
    words.add_argument("--lever", default="mecg.coverage", help="the lever that is dragged")
    words.add_argument("--people", type=int, default=120)
    words.add_argument("--seconds", type=float, default=60.0)
    return words.parse_args()


def model(chosen: argparse.Namespace) -> list[Row]:
    """Measure the model in Python and its tape in the browser."""
    rows, tape, values = core.measure(chosen.model, 20 if chosen.quick else 200)
    with serving(APP) as server, screen.chromium() as browser, screen.fresh_page(browser) as page:
        page.goto(server.address)
        in_browser = screen.replay(page, tape.to_json(), values)
    return [*rows[:3], Row("replay of the tape in the browser", "ms", in_browser, digits=3), *rows[3:]]


def asked(chosen: argparse.Namespace) -> list[Row]:
    """Measure the questions put to the model, in Python."""
    return questions.measure(chosen.model, chosen.lever, 5 if chosen.quick else 50)


def start(chosen: argparse.Namespace) -> list[Row]:
    """Measure the way from starting the server to the first chart on the screen."""
    times = 1 if chosen.quick else 5
    ready: dict[Path, list[float]] = {APP: [], BARE: []}
    chart: dict[Path, list[float]] = {APP: [], BARE: []}
    slow: dict[Path, list[float]] = {APP: [], BARE: []}
    size: dict[Path, float] = {}
    for _ in range(times):
        for script in (APP, BARE):  # in turn, so that a slow moment meets both
            with serving(script) as server, screen.chromium() as browser:  # a browser that has seen nothing yet
                ready[script].append(server.ready_ms)
                shown, size[script] = screen.first_load(browser, server.address)
                chart[script].append(shown)
                slow[script].append(screen.slow_load(browser, server.address))
    return [
        Row("server ready", "ms", median(ready[APP]), median(ready[BARE])),
        Row("first chart on a fresh server and an empty cache", "ms", median(chart[APP]), median(chart[BARE])),
        Row(
            f"first chart at {screen.SLOW_MBIT} Mbit/s on a {screen.SLOW_CPU} × slower processor, an empty cache",
            "ms",
            median(slow[APP]),
            median(slow[BARE]),
        ),
        Row("openings of these that did not end", "", *(float(slow[script].count(math.inf)) for script in (APP, BARE))),
        Row("bytes of the first load", "MB", size[APP] / 1e6, size[BARE] / 1e6, digits=2),
    ]


def bare_slider(browser: Browser, times: int) -> screen.Reaction:
    """Measure the slider of the bare app: from the key to its changed chart."""
    with serving(BARE) as server, screen.fresh_page(browser) as page:
        page.goto(server.address)
        page.wait_for_selector(screen.PLOTLY)
        screen.settle(page)
        return screen.react(page, screen.press_slider(page), times)


def control(chosen: argparse.Namespace) -> list[Row]:
    """Measure a native control: from the press to the last changed chart on the screen."""
    times = 5 if chosen.quick else 40
    with screen.chromium() as browser:
        bare = bare_slider(browser, times)
        with serving(APP) as server, screen.fresh_page(browser) as page:
            page.goto(f"{server.address}/coverage")
            page.wait_for_selector(screen.PLOTLY)
            screen.settle(page)
            ours = screen.react(page, screen.press_switch(page, ONE_FIGURE), times)
            every = screen.react(page, screen.press_switch(page, ALL_FIGURES), times)
    met = ours.painted_ms <= 1.3 * bare.painted_ms
    one, all_of_them = "native control → paint, one figure follows", "native control → paint, all figures follow"
    return [
        Row(one, "ms", ours.painted_ms, bare.painted_ms, "ratio ≤ 1.3", met),
        Row(f"{one}, 95th percentile", "ms", ours.painted_p95_ms, bare.painted_p95_ms),
        Row(f"{all_of_them} (bare: its one)", "ms", every.painted_ms, bare.painted_ms),
        Row(f"{all_of_them}, 95th percentile", "ms", every.painted_p95_ms, bare.painted_p95_ms),
    ]


def drag(chosen: argparse.Namespace) -> list[Row]:
    """Measure the live panel while a lever is dragged, and when it is committed: until Python's table is there."""
    times = 5 if chosen.quick else 40
    with screen.chromium() as browser:
        bare = bare_slider(browser, times)
        with serving(APP) as server, screen.fresh_page(browser) as page:
            page.goto(f"{server.address}/scenarios?s={chosen.scenario}")
            screen.lever(page, chosen.lever)
            screen.settle(page)
            found = screen.drag(page, chosen.lever)
            screen.settle(page)
            heard = screen.react(page, screen.press_lever(page, chosen.lever), times, screen.TABLE, ("keyup",))
    met = heard.painted_ms <= 1.3 * bare.painted_ms
    painted, late = found.painted_ms, found.painted_p95_ms
    return [
        Row("commit → table (bare: slider → chart)", "ms", heard.painted_ms, bare.painted_ms, "ratio ≤ 1.3", met),
        Row("commit → table, 95th percentile", "ms", heard.painted_p95_ms, bare.painted_p95_ms),
        Row(f"drag: steps drawn, of {screen.STEPS}", "", found.drawn, goal="≥ 50", met=found.drawn >= 50),
        Row("drag → page changed", "ms", found.changed_ms, digits=1),
        Row("drag → paint", "ms", painted, goal="≤ 16 ms", met=painted <= 16, digits=1),
        Row("drag → paint, 95th percentile", "ms", late, goal="≤ 33 ms", met=late <= 33, digits=1),
    ]


def crowd(chosen: argparse.Namespace) -> list[Row]:
    """Measure many people at once, each moving something every three seconds."""
    people, seconds = (10, 9.0) if chosen.quick else (chosen.people, chosen.seconds)

    def lever_keys(page: Page) -> Callable[[int], None]:
        screen.lever(page, chosen.lever).focus()
        return lambda number: page.keyboard.press("ArrowRight" if number < COMMITS // 2 else "ArrowLeft")

    def meet(server: Server, path: str, prepare: Callable[[Page], Callable[[int], None]]) -> Conversation:
        with screen.chromium() as browser, screen.fresh_page(browser) as page:
            return record(page, server.address + path, prepare, COMMITS)

    with serving(BARE) as server:
        bare = gather(server, meet(server, "", screen.press_slider), people, seconds)
    with serving(APP) as server:
        ours = gather(server, meet(server, f"/scenarios?s={chosen.scenario}", lever_keys), people, seconds)
    for error in sorted({*ours.errors, *bare.errors})[:10]:
        print("error:", error)
    whom = f"{people} people, a commit every 3 s"
    return [
        Row(f"{whom}: round trip", "ms", ours.at(0.5), bare.at(0.5), digits=1),
        Row(f"{whom}: 95th percentile", "ms", ours.at(0.95), bare.at(0.95), "< 250 ms", ours.at(0.95) < 250, 1),
        Row("commits answered", "", len(ours.round_trips), len(bare.round_trips)),
        Row("errors", "", len(ours.errors), len(bare.errors), "0", not ours.errors),
        Row("memory of the server before", "MiB", ours.memory_before, bare.memory_before),
        Row("memory with everybody there", "MiB", ours.memory_open, bare.memory_open),
        Row("memory at the end", "MiB", ours.memory_after, bare.memory_after),
    ]


def in_the_room(chosen: argparse.Namespace) -> list[Row]:
    """Measure the room with a hall full of phones."""
    return room.measure(10 if chosen.quick else chosen.people, 6.0 if chosen.quick else chosen.seconds)


def handed_out(chosen: argparse.Namespace) -> list[Row]:
    """Measure the making of every hand-out."""
    return exports.measure(chosen.model, 1 if chosen.quick else 5)


PARTS: dict[str, tuple[str, Callable[[argparse.Namespace], list[Row]]]] = {
    "start": ("Starting", start),
    "control": ("A native control on /coverage", control),
    "drag": ("The live panel on /scenarios", drag),
    "model": ("The model", model),
    "questions": ("Questions put to the model", asked),
    "exports": ("Hand-outs", handed_out),
    "crowd": ("Many people at once", crowd),
    "room": ("The room", in_the_room),
}


def main() -> int:
    """Run the chosen parts; a part that cannot run says why and makes the command fail."""
    chosen = options()
    parts, notes = [], []
    for name in chosen.only or PARTS:
        title, measure = PARTS[name]
        try:
            rows = measure(chosen)
        except (RuntimeError, BrowserError) as error:
            notes.append(f"{title}: not run: {str(error).splitlines()[0]}")
            print(notes[-1], flush=True)
            continue
        parts.append((title, rows))
        print(f"\n{title}\n{table(rows)}", flush=True)
    if chosen.write:
        REPORT.write_text(markdown(parts, notes), "utf8")
    return 1 if notes else 0


if __name__ == "__main__":
    raise SystemExit(main())
