// Build the panel of one pack: toolbar, levers, tiles, charts; one call draws a frame, one ends a move.
import { makeBand } from "/assets/js/panel/band.js";
import { makeBridge } from "/assets/js/panel/bridge.js";
import { makeCard } from "/assets/js/panel/card.js";
import { makeChart } from "/assets/js/panel/charts.js";
import { makeDrawer } from "/assets/js/panel/drawer.js";
import { el, mark, write } from "/assets/js/panel/dom.js";
import { canFan, fanWanted } from "/assets/js/panel/fan.js";
import { makeGoalDialog } from "/assets/js/panel/goal_dialog.js";
import { makeGoalMeter } from "/assets/js/panel/goal_meter.js";
import { makeGroup, makeLever } from "/assets/js/panel/levers.js";
import { makeNumberCard } from "/assets/js/panel/number_card.js";
import { makeNumbers } from "/assets/js/panel/numbers.js";
import { makePinChips } from "/assets/js/panel/pin_chips.js";
import { makeSpoken } from "/assets/js/panel/spoken.js";
import { makeTile } from "/assets/js/panel/tiles.js";
import { makeTabs, makeToolbar } from "/assets/js/panel/toolbar.js";

const GROUPS = ["policy", "assumption"];
const KINDS = { lines: makeChart, bridge: makeBridge };

export function makeView(pack, years, on) {
  const { labels } = pack;
  const numbers = makeNumbers(pack.language);
  const card = makeCard(numbers, labels, on);
  const numberCard = makeNumberCard(labels, numbers, on.behind);
  const context = {
    numbers, labels, years, views: pack.views, assumedAfter: pack.assumed_after, programmes: pack.programmes,
    fan: canFan(pack) ? { ...pack.fan, wanted: fanWanted(), makeBand } : null,
    on: {
      ...on,
      card: (lever) => card.open(lever, on.value(lever.id)),
      askGoal: () => goalDialog.open(last),
      explain: (result) => numberCard.open(result, on.values(), last),
    },
  };
  const levers = pack.levers.map((lever) => makeLever(lever, context));
  const ofGroup = (group) => levers.filter((_, i) => pack.levers[i].group === group).map((lever) => lever.root);
  const tiles = pack.tiles.map((tile) => makeTile(tile, context));
  const charts = pack.charts.map((chart) => KINDS[chart.kind](chart, context));
  const drawer = makeDrawer(pack, context);
  const chips = makePinChips(pack.tiles.find((tile) => tile.id === pack.pinned), context);
  const goalDialog = makeGoalDialog(pack.goals, context), meter = makeGoalMeter(pack.goals, context);
  const toolbar = makeToolbar(context);
  const spoken = makeSpoken(pack.tiles.filter((tile) => pack.spoken.includes(tile.id)), context);
  const strip = el("p", { class: "sp-lp-strip", role: "status", hidden: true, "data-testid": "offline" });
  const first = pack.charts[1].id;
  let last = null;

  const chartNames = pack.charts.map((chart) => [chart.id, chart.name]);
  const groupNames = GROUPS.map((group) => [group, mark(group), labels[`short_${group}`]]);
  const chooseChart = (id) => { root.dataset.chart = id; end(last); };
  const chooseGroup = (id) => { root.dataset.group = id; };
  const root = el("div", {
    class: "sp-lp", "data-testid": "live-panel", lang: pack.language, "data-chart": first, "data-group": "policy",
    style: `--rows:${pack.levers.length}`,
  }, strip, toolbar.root,
    el("section", { class: "sp-lp-levers", tabindex: "0", "aria-label": labels.levers },
      makeTabs(labels.groups, "groups", groupNames, "policy", chooseGroup),
      ...GROUPS.map((group) => makeGroup(group, ofGroup(group), context)), drawer.button),
    drawer.root,
    el("div", { class: "sp-lp-results" },
      el("section", { class: "sp-lp-tiles", tabindex: "0", "aria-label": labels.tiles },
        ...tiles.map((tile) => tile.root)),
      el("div", { class: "sp-lp-under" }, meter.root, chips.root),
      makeTabs(labels.charts, "charts", chartNames, first, chooseChart),
      el("div", { class: "sp-lp-charts" }, ...charts.map((chart) => chart.root))),
    spoken.root, card.dialog, numberCard.dialog, goalDialog.dialog);

  function drawLevers(values) {
    pack.levers.forEach((lever, i) => levers[i].draw(values[lever.id]));
    drawer.draw(values);
  }

  // One frame: tiles, what is visible of the charts, the levers themselves.
  function draw(sets, values) {
    last = sets;
    const seen = charts.filter((chart) => chart.visible()); // asked before anything is written: the layout still holds
    meter.draw(sets);
    tiles.forEach((tile) => tile.draw(sets));
    seen.forEach((chart) => chart.draw(sets));
    drawLevers(values);
  }

  // The end of a move: axes that fit, live titles.
  function end(sets) {
    last = sets;
    spoken.keep(sets);
    meter.end(sets);
    chips.draw(sets);
    tiles.forEach((tile) => tile.draw(sets));
    charts.forEach((chart) => chart.release(sets));
  }

  return {
    root, draw, end, drawLevers,
    speak: () => spoken.tell(meter.news),
    toolbar: toolbar.draw,
    fan: (bands) => charts.forEach((chart) => chart.fan?.(bands)),
    reserve: (extremes) => charts.forEach((chart) => chart.reserve(extremes)),
    setView: (id) => charts.forEach((chart) => { if (chart.spec.views.length > 1) chart.setView(id); }),
    // The room of the tiles: their largest digits over all years, today and here.
    reserveTiles(sets) {
      for (const tile of tiles) {
        tile.reserve(Math.max(...sets.baseline[tile.spec.result], ...sets.scenario[tile.spec.result]));
      }
    },
    offline(away) {
      strip.hidden = !away;
      write(strip, away ? labels.offline : "");
    },
  };
}
