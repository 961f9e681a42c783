// One scenario on a phone: tiles, one line chart at a time, levers; made of the parts of the live panel.
import { makeCard } from "/assets/js/panel/card.js";
import { makeChart } from "/assets/js/panel/charts.js";
import { el } from "/assets/js/panel/dom.js";
import { makeHand } from "/assets/js/panel/hand.js";
import { makeGroup, makeLever } from "/assets/js/panel/levers.js";
import { makeResults } from "/assets/js/panel/results.js";
import { makeState } from "/assets/js/panel/state.js";
import { loadTape } from "/assets/js/panel/tape.js";
import { makeTile } from "/assets/js/panel/tiles.js";
import { makeTabs } from "/assets/js/panel/toolbar.js";
import { fetchPack } from "/assets/js/room/packs.js";
import { numbers } from "/assets/js/room/words.js";

const GROUPS = ["policy", "assumption"];

// `moved` is told when a move of this phone's own levers has ended.
export function makeStage(pack, moved) {
  const { labels } = pack;
  const results = makeResults(pack, loadTape(pack.tape));
  const state = makeState(pack.all, pack.pairs, pack.start, pack.start);
  let year = pack.year, behind = null;

  const sets = () => results.calculate(state.values, year);

  // What stands behind a number is large: it is fetched when somebody asks.
  async function explain(result) {
    if (!behind) {
      const { makeNumberCard } = await import("/assets/js/panel/number_card.js");
      behind = makeNumberCard(labels, numbers, () => fetchPack(pack.behind));
      dialogs.append(behind.dialog);
    }
    behind.open(result, state.values, sets());
  }

  function draw() {
    const now = sets();
    tiles.forEach((tile) => tile.draw(now));
    charts.forEach((chart) => { if (chart.visible()) chart.draw(now); });
    drawLevers();
  }

  function end() {
    hand.release();
    const now = sets();
    tiles.forEach((tile) => tile.draw(now));
    charts.forEach((chart) => chart.release(now));
    drawLevers();
  }

  function commit() {
    const done = state.commit();
    if (done || hand.holds) end();
    if (done) moved();
  }

  const hand = makeHand({
    set: (id, value) => state.set(id, value),
    reserve(lever) {
      const extremes = results.ends(lever, state.values, year);
      charts.forEach((chart) => chart.reserve(extremes));
    },
    draw,
    commit,
  });

  const on = {
    value: (id) => state.values[id],
    card: (lever) => card.open(lever, state.values[lever.id]),
    explain,
    start: hand.start,
    grab: hand.grab,
    input: hand.input,
    commit,
    reset(group) { state.reset(group); commit(); },
  };

  const card = makeCard(numbers, labels, on);
  const dialogs = el("div", {}, card.dialog);
  const { assumed_after: assumedAfter, programmes } = pack;
  const context = { numbers, labels, years: results.years, assumedAfter, programmes, on };
  const tiles = pack.tiles.map((tile) => makeTile(tile, context));
  const specs = pack.charts.filter(({ kind }) => kind === "lines");
  const charts = specs.map((spec) => makeChart(spec, context));
  const levers = pack.levers.map((lever) => makeLever(lever, context));
  const drawLevers = () => pack.levers.forEach((lever, i) => levers[i].draw(state.values[lever.id]));
  const ofGroup = (group) => levers.filter((_, i) => pack.levers[i].group === group).map((lever) => lever.root);
  const first = specs.find(({ id }) => id === "cost")?.id ?? specs[0].id;
  const chooseChart = (id) => { root.dataset.chart = id; end(); };
  const tabs = makeTabs(labels.charts, "charts", specs.map(({ id, name }) => [id, name]), first, chooseChart);
  const root = el("div", { class: "sp-lp room-stage", lang: pack.language, "data-chart": first, "data-testid": "stage" },
    el("div", { class: "room-results" },
      el("section", { class: "sp-lp-tiles", tabindex: "0", "aria-label": labels.tiles }, ...tiles.map((tile) => tile.root)),
      tabs, el("div", { class: "sp-lp-charts" }, ...charts.map((chart) => chart.root))),
    el("section", { class: "sp-lp-levers", tabindex: "0", "aria-label": labels.levers },
      ...GROUPS.map((group) => makeGroup(group, ofGroup(group), context))),
    dialogs);

  return {
    root,
    pack,
    get values() { return state.values; },
    // Show these values: the presenter's, or those this phone left off with.
    show(values, chosenYear) {
      year = results.years.includes(chosenYear) ? chosenYear : pack.year;
      state.load(values);
      state.commit();
      end();
    },
    undo() { if (state.undo()) { end(); moved(); } },
    redraw: end,
  };
}
