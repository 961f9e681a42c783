// Levers on a slide: one or two of the deck's scenario, their big number and chart, made of the live panel's own parts.
// Nothing that is moved here leaves the slide: deck, address and the scenario of the meeting stay as they are.
import { makeChart } from "/assets/js/panel/charts.js";
import { el } from "/assets/js/panel/dom.js";
import { makeHand } from "/assets/js/panel/hand.js";
import { makeLever } from "/assets/js/panel/levers.js";
import { makeNumbers } from "/assets/js/panel/numbers.js";
import { makeResults } from "/assets/js/panel/results.js";
import { makeState } from "/assets/js/panel/state.js";
import { loadTape } from "/assets/js/panel/tape.js";
import { makeTile } from "/assets/js/panel/tiles.js";
import { fetchPack } from "/assets/js/room/packs.js";

const SHEETS = ["panel.css", "panel-levers.css", "panel-charts.css", "panel-cards.css", "present-levers.css"];
let sheets = null;
const loaded = () => (sheets ??= Promise.all(SHEETS.map((sheet) => new Promise((done) => {
  document.head.append(el("link", { rel: "stylesheet", href: `/assets/css/${sheet}`, onload: done, onerror: done }));
}))));

function build(pack, { levers: chosen, values, year, back }) {
  const numbers = makeNumbers(pack.language), { labels } = pack;
  const results = makeResults(pack, loadTape(pack.tape));
  const state = makeState(pack.all, pack.pairs, pack.start, values);
  const sets = () => ({ ...results.calculate(state.values, year), pins: [] });

  const drawLevers = () => {
    specs.forEach((lever, i) => levers[i].draw(state.values[lever.id]));
    restart.disabled = pack.all.every(({ id }) => state.values[id] === values[id]);
  };
  const draw = () => {
    const now = sets();
    tile.draw(now);
    chart.draw(now);
    drawLevers();
  };
  const end = () => {
    hand.release();
    const now = sets();
    tile.draw(now);
    chart.release(now);
    drawLevers();
  };
  const commit = () => { if (state.commit() || hand.holds) end(); };
  const hand = makeHand({
    set: (id, value) => state.set(id, value),
    reserve: (lever) => chart.reserve(results.ends(lever, state.values, year)),
    draw,
    commit,
  });
  const on = {
    value: (id) => state.values[id], values: () => state.values, card: () => {}, explain: () => {},
    start: hand.start, grab: hand.grab, input: hand.input, commit,
  };
  const context = { numbers, labels, years: results.years, views: pack.views, assumedAfter: pack.assumed_after, programmes: pack.programmes, on };
  const specs = chosen.map((id) => pack.levers.find((lever) => lever.id === id)).filter(Boolean);
  const levers = specs.map((lever) => makeLever(lever, context));
  const tile = makeTile(pack.tiles.find(({ id }) => id === "cost"), context);
  const chart = makeChart(pack.charts.find(({ id }) => id === "cost"), context);
  const restart = el("button", {
    type: "button", class: "sp-lp-button", "data-testid": "levers-back",
    onclick: () => { state.load(values); commit(); },
  }, back);
  const root = el("div", { class: "sp-lp sp-slide-live", lang: pack.language, "data-testid": "slide-levers" },
    el("div", { class: "sp-slide-hand" }, tile.root, ...levers.map((lever) => lever.root), restart),
    el("div", { class: "sp-lp-charts" }, chart.root));
  return { root, end };
}

// Fill `box` with the levers of a slide, once; `failed` is said where the panel's data cannot be fetched.
export async function drawLevers(box, live, failed) {
  if (box.dataset.drawn) return;
  box.dataset.drawn = "0";
  try {
    const [pack] = await Promise.all([fetchPack(live.pack), loaded()]);
    const made = build(pack, live);
    box.replaceChildren(made.root);
    made.end();
    box.dataset.drawn = "1";
  } catch (error) {
    delete box.dataset.drawn;
    const said = el("p", { class: "sp-error", role: "alert" }, failed);
    box.replaceChildren(said);
    console.warn("levers of a slide", error);
  }
}
