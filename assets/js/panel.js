// The live panel: levers replay the tape in the browser while they move; Python hears of it on release.
import { el, mark, write } from "/assets/js/panel/dom.js";
import { makeBridge } from "/assets/js/panel/bridge.js";
import { makeCard } from "/assets/js/panel/card.js";
import { makeChart } from "/assets/js/panel/charts.js";
import { makeGroup, makeLever } from "/assets/js/panel/levers.js";
import { readLink, writeLink } from "/assets/js/panel/link.js";
import { makeNumbers } from "/assets/js/panel/numbers.js";
import { makeState } from "/assets/js/panel/state.js";
import { loadTape } from "/assets/js/panel/tape.js";
import { makeTile } from "/assets/js/panel/tiles.js";
import { makeTabs, makeToolbar } from "/assets/js/panel/toolbar.js";

await new Promise((done) => {
  const sheet = el("link", { rel: "stylesheet", href: "/assets/css/panel.css", onload: done, onerror: done });
  document.head.append(sheet);
});

const GROUPS = ["policy", "assumption"];
const KINDS = { lines: makeChart, bridge: makeBridge };

function makePanel(root) {
  let data = {}, send = () => {}, state, tape, parts, year, view, baseline, frame = 0, frames = 0, dragged = null;

  const defaults = () => Object.fromEntries(data.all.map((lever) => [lever.id, lever.default]));
  function modifiedValues(values) {
    const mixed = defaults();
    for (const lever of data.all) if (lever.group === "assumption") mixed[lever.id] = values[lever.id];
    return mixed;
  }
  function calculate(values = state.values) {
    const modified = modifiedValues(values);
    const assumptionsMoved = data.all.some((lever) => lever.group === "assumption" && values[lever.id] !== lever.default);
    return { baseline, modified: assumptionsMoved ? tape.replay(modified) : baseline, scenario: tape.replay(values), assumptionsMoved, year };
  }

  function draw() {
    frame = 0;
    const sets = calculate(), at = tape.years.indexOf(year);
    parts.tiles.forEach((tile) => tile.draw(at, sets.baseline, sets.modified, sets.scenario));
    parts.charts.forEach((chart) => { if (chart.visible()) chart.draw(sets); });
    data.levers.forEach((lever, i) => parts.levers[i].draw(state.values[lever.id]));
    root.dataset.frames = String((frames += 1));
    return sets;
  }
  const drawSoon = () => { frame ||= requestAnimationFrame(draw); };

  function release(announce = true) {
    cancelAnimationFrame(frame);
    const sets = draw();
    parts.charts.forEach((chart) => chart.release(sets));
    parts.toolbar.draw(state);
    dragged = null;
    if (announce) write(parts.live, spoken(sets));
  }
  function spoken(sets) {
    const at = tape.years.indexOf(year), tile = parts.tiles.find((t) => t.spec.id === data.spoken).spec;
    const say = (results) => parts.numbers.decimal(results[tile.result][at] * tile.scale, tile.digits);
    return data.labels.spoken.replace("{name}", tile.name).replace("{year}", year).replace("{old}", say(sets.baseline))
      .replace("{new}", say(sets.scenario)).replace("{unit}", tile.unit);
  }
  function tell() {
    writeLink(data, state, year);
    send("commit", { scenario: data.scenario, values: { ...state.committed }, year });
  }
  function commit() {
    if (!state.commit()) return;
    release();
    tell();
  }

  const on = {
    value: (id) => state.values[id],
    start(lever) {
      if (dragged === lever.id) return;
      dragged = lever.id;
      const ends = [lever.minimum, lever.maximum].map((value) => tape.replay({ ...state.values, [lever.id]: value }));
      parts.charts.forEach((chart) => chart.reserve(ends));
    },
    input(id, value) { state.set(id, value); drawSoon(); },
    commit,
    card: (lever) => parts.card.open(lever, state.values[lever.id]),
    reset(group) { state.reset(group); commit(); },
    restart() { state.restart(); commit(); },
    undo() { if (state.undo()) { release(); tell(); } },
    redo() { if (state.redo()) { release(); tell(); } },
    year(value) { year = value; parts.tiles.forEach(reserveRoom); release(); tell(); },
    view(id) { view = id; parts.charts.forEach((chart) => { if (chart.spec.views.length > 1) chart.setView(id); }); },
  };

  const reserveRoom = (tile) => {
    const all = [...baseline[tile.spec.result], ...tape.replay(state.values)[tile.spec.result]];
    tile.reserve(Math.max(...all));
  };

  function build() {
    const { labels } = data, numbers = makeNumbers(data.language), card = makeCard(numbers, labels);
    const context = { numbers, labels, years: tape.years, assumedAfter: data.assumed_after, on };
    const levers = data.levers.map((lever) => makeLever(lever, context));
    const groups = GROUPS.map((group) => makeGroup(group, labels[`group_${group}`], levers.filter((_, i) => data.levers[i].group === group).map((lever) => lever.root), context));
    const tiles = data.tiles.map((tile) => makeTile(tile, context));
    const charts = data.charts.map((chart) => KINDS[chart.kind](chart, context));
    const toolbar = makeToolbar({ ...context, year, views: data.views, view, on });
    const live = el("p", { class: "sp-lp-sr", role: "status", "aria-live": "polite" });
    const strip = el("p", { class: "sp-lp-strip", hidden: true }, labels.offline);
    const body = el("div", { class: "sp-lp", "data-testid": "live-panel", lang: data.language, "data-chart": data.charts[1].id, "data-group": "policy", style: `--rows:${data.levers.length}` });
    const chartTabs = makeTabs(labels.charts, "charts", data.charts.map((chart) => [chart.id, chart.name]), data.charts[1].id, (id) => { body.dataset.chart = id; charts.forEach((chart) => chart.draw(calculate())); });
    const groupTabs = makeTabs(labels.groups, "groups", GROUPS.map((group) => [group, mark(group), labels[`short_${group}`]]), "policy", (id) => { body.dataset.group = id; });
    body.append(strip, toolbar.root, el("div", { class: "sp-lp-levers" }, groupTabs, ...groups), el("div", { class: "sp-lp-results" },
      el("div", { class: "sp-lp-tiles" }, ...tiles.map((tile) => tile.root)), chartTabs, el("div", { class: "sp-lp-charts" }, ...charts.map((chart) => chart.root))), live, card.dialog);
    body.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || event.target.matches("input[type=text]")) return;
      event.preventDefault();
      if (event.shiftKey) on.redo(); else on.undo();
    });
    root.replaceChildren(body);
    parts = { levers, tiles, charts, toolbar, live, strip, card, numbers };
    if (view) on.view(view);
    tiles.forEach(reserveRoom);
    release(false);
    root.dataset.ready = data.epoch;
  }

  window.addEventListener("popstate", () => {
    if (!root.isConnected || !data.all) return;
    const values = readLink(data);
    if (!values) return;
    state.load(values);
    if (state.commit()) { release(); send("commit", { scenario: data.scenario, values: { ...state.committed }, year }); }
  });
  const app = document.querySelector('[data-testid="stApp"]');
  if (app) new MutationObserver(() => {
    if (parts) parts.strip.hidden = app.dataset.testConnectionState === "CONNECTED";
  }).observe(app, { attributes: true, attributeFilter: ["data-test-connection-state"] });

  // Called at every rerun of the page; most of them change nothing here.
  return function update(next, setStateValue) {
    send = setStateValue;
    const before = data;
    if (next.key === before.key && next.epoch === before.epoch) return;
    data = next;
    if (tape?.hash !== next.tape.hash) tape = loadTape(next.tape);
    baseline = tape.replay(defaults());
    if (next.scenario !== before.scenario || !state) state = makeState(next.all, next.pairs, next.start, next.values);
    else if (next.epoch !== before.epoch) state.adopt(next.values);
    if (next.epoch !== before.epoch) year = next.shown_year;
    view ??= next.views[0][0];
    build();
  };
}

const panels = new WeakMap();

export default function panel(component) {
  const root = component.parentElement.querySelector(".sp-panel-root") ?? component.parentElement;
  if (!panels.has(root)) panels.set(root, makePanel(root));
  panels.get(root)(component.data, component.setStateValue);
}
