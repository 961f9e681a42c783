// The live panel: levers replay the tape in the browser while they move; Python hears of it on release.
import { whenIdle } from "/assets/js/idle.js";
import { el } from "/assets/js/panel/dom.js";
import { makeFan } from "/assets/js/panel/fan.js";
import { makeHand } from "/assets/js/panel/hand.js";
import { query, readLink, writeLink } from "/assets/js/panel/link.js";
import { makePins } from "/assets/js/panel/pins.js";
import { makeReplay } from "/assets/js/panel/replay.js";
import { makeResults } from "/assets/js/panel/results.js";
import { keepLast, lastLeft, makeOffer } from "/assets/js/panel/resume.js";
import { makeServer, settled } from "/assets/js/panel/server.js";
import { makeState } from "/assets/js/panel/state.js";
import { loadTape } from "/assets/js/panel/tape.js";
import { makeView } from "/assets/js/panel/view.js";

const SHEETS = ["panel.css", "panel-levers.css", "panel-charts.css", "panel-cards.css", "panel-goal.css"];

const loaded = (sheet) => new Promise((done) => {
  document.head.append(el("link", { rel: "stylesheet", href: `/assets/css/${sheet}`, onload: done, onerror: done }));
});
await Promise.all(SHEETS.map(loaded));

const sameGoal = (one, other) => one?.id === other?.id && one?.value === other?.value;
const packs = new Map(); // address → pack: what was fetched once is there when the server is not

async function fetchPack(address) {
  if (!packs.has(address)) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    packs.set(address, await answer.json());
  }
  return packs.get(address);
}

function makePanel(root) {
  let pack = null, view = null, state = null, results = null, replay = null, pins = null, fan = null, wanted = "", opened = "";
  let year = 0, unit = "", goal = null;
  let away = false, walking = 0;
  const server = makeServer((gone) => {
    away = gone;
    view?.offline(gone);
  });

  const where = () => ({ values: state.committed, year, view: unit, goal });
  const sets = (values = state.values) => ({ ...results.calculate(values, year), pins: pins.all, goal });

  const hand = makeHand({
    set: (id, value) => state.set(id, value),
    reserve: (lever) => view.reserve(results.ends(lever, state.values, year)),
    draw: () => view.draw(sets(), state.values),
    commit,
  });

  // A move ends: everything is drawn for good, spoken, and the toolbar follows.
  function end(announce) {
    hand.release();
    const now = sets();
    view.drawLevers(state.values);
    view.end(now);
    fan.ask(state.values);
    view.toolbar(state, year, unit, false, pins.full);
    if (announce) view.speak(now);
  }

  function tell() {
    const found = query(pack, where());
    writeLink(found);
    keepLast(found, pack.title);
    server.commit(found);
  }

  const shown = (values) => view.draw(sets(values), values);

  // The last change once more: drawn, never committed.
  function again() {
    if (replay.running) return replay.stop();
    view.reserve([state.last, state.committed].map(sets));
    replay.start(state.last, state.committed);
    view.toolbar(state, year, unit, true, pins.full);
  }

  function commit() {
    replay.stop();
    const moved = state.commit();
    if (moved || hand.holds) end(moved);
    if (moved) tell();
  }

  function step(done, announce = true) {
    replay.stop();
    if (!done) return;
    end(announce);
    tell();
  }

  const on = {
    value: (id) => state.values[id],
    values: () => state.values,
    behind: () => fetchPack(pack.behind),
    start(lever) {
      replay.stop();
      hand.start(lever);
    },
    grab(lever) {
      replay.stop();
      hand.grab(lever);
    },
    input: hand.input,
    commit,
    replay: again,
    pin() { pins.add(state.committed); end(false); },
    unpin(letter) { pins.remove(letter); end(false); },
    pinned(letter) { state.load(pins.all.find((pin) => pin.letter === letter).values); commit(); },
    reset(group) { state.reset(group); commit(); },
    restart() { state.restart(); commit(); },
    undo: () => step(state.undo()),
    redo: () => step(state.redo()),
    fan() {
      fan.want(!fan.wanted);
      fan.ask(state.values);
      return fan.wanted;
    },
    goal(chosen) { goal = chosen; step(true); },
    year(chosen) { year = chosen; step(true); },
    view(id) { unit = id; view.setView(id); step(true, false); },
    changes: () => document.getElementById("sp-changes")?.scrollIntoView({ block: "center" }),
  };

  // Go on where one left; another scenario is another page.
  function resume(asked) {
    const found = readLink(pack, asked);
    if (!found) {
      asked.set("lang", pack.language);
      window.location.assign(`${window.location.pathname}?${asked}`);
      return;
    }
    state.load(found.values);
    state.commit();
    ({ year, view: unit, goal } = found);
    view.setView(unit);
    step(true);
  }

  function undoKey(event) {
    const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z";
    if (!asked || event.target.matches("input:not([type=range])")) return;
    event.preventDefault();
    if (event.shiftKey) on.redo();
    else on.undo();
  }

  function build() {
    view = makeView(pack, results.years, on);
    view.root.addEventListener("keydown", undoKey);
    root.replaceChildren(view.root);
    view.setView(unit);
    view.reserveTiles(sets());
    view.offline(away);
    end(false);
    const left = lastLeft(query(pack, where()));
    if (left) view.root.append(makeOffer(left, pack, resume));
    root.dataset.ready = pack.language;
    whenIdle(() => fetchPack(pack.behind).catch(() => {}), 1500); // so that it is there when the server is not
  }

  function adopt(next) {
    ({ year, view: unit, goal = null } = next);
    if (opened === pack.scenario) return state.adopt(next.values);
    opened = pack.scenario;
    state = makeState(pack.all, pack.pairs, pack.start, next.values);
    return true;
  }

  const differs = (next) =>
    next.year !== year || next.view !== unit || !sameGoal(next.goal, goal) ||
    pack.all.some(({ id }) => next.values[id] !== state.committed[id]);

  async function back() {
    if (!root.isConnected || !pack) return;
    const found = readLink(pack), asked = new URLSearchParams(window.location.search);
    if (found) {
      state.load(found.values);
      state.commit();
      ({ year, view: unit, goal } = found);
    }
    walking += 1;
    await settled();
    walking -= 1;
    if (!found) return server.commit(asked);
    view.setView(unit);
    step(true);
  }
  window.addEventListener("popstate", back);

  // Called at every run of the page; most of them change nothing here.
  return async function update(next, send) {
    server.hear(next.heard, send);
    wanted = next.pack;
    const fetched = await fetchPack(next.pack);
    if (wanted !== next.pack) return;
    const rebuild = pack !== fetched;
    pack = fetched;
    if (rebuild) {
      results = makeResults(pack, loadTape(pack.tape));
      pins = makePins(pack, results.replay);
      replay?.stop();
      fan?.close();
      fan = makeFan(pack, (bands) => view.fan(bands), () => root.isConnected);
      replay = makeReplay(pack.all, shown, () => end(false));
    }
    if (opened !== pack.scenario || (!next.alone && !walking && server.settled && differs(next))) {
      adopt(next);
      if (!rebuild) {
        view.setView(unit);
        end(false);
      }
    }
    if (rebuild) build();
    if (walking || !server.settled) return; // Back to another scenario, or what was said meanwhile, comes first
    const found = query(pack, where());
    server.keep(found);
    writeLink(found);
  };
}

const panels = new WeakMap();

export default function panel(component) {
  const root = component.parentElement.querySelector(".sp-panel-root") ?? component.parentElement;
  if (!panels.has(root)) panels.set(root, makePanel(root));
  panels.get(root)(component.data, component.setTriggerValue);
}
