// The band around the cost, away from the hand: the draws of the uncertain inputs through the panel's own tape.
// Asked with {serial, values}; answers {serial, bands}: result → one row of years per probability, in their order.
import { drawnValues } from "/assets/js/panel/spread.js";
import { loadTape } from "/assets/js/panel/tape.js";

let ready = null; // what was opened: tape, levers, results, probabilities, and the draws

async function open({ tape, levers, results, probabilities, draws }) {
  const answer = await fetch(draws);
  if (!answer.ok) throw new Error(`${draws}: ${answer.status}`);
  const byId = new Map(levers.map((lever) => [lever.id, lever]));
  return { player: loadTape(tape), byId, results, probabilities, draws: await answer.json() };
}

// A quantile of sorted draws, on a straight line between neighbours: sp_core/analysis/quantiles.py.
function quantile(sorted, probability) {
  const place = probability * (sorted.length - 1), below = Math.min(Math.floor(place), sorted.length - 2);
  const part = place - below;
  return (1 - part) * sorted[below] + part * sorted[below + 1];
}

function bands({ player, byId, results, probabilities, draws }, values) {
  const inputs = draws.levers.map((input) =>
    [input.id, drawnValues(input, byId.get(input.id), values[input.id], draws.table)]);
  const years = player.years.map((_, i) => i);
  const found = results.map(() => years.map(() => new Float64Array(draws.count)));
  const levers = { ...values };
  for (let draw = 0; draw < draws.count; draw += 1) {
    for (const [id, drawn] of inputs) levers[id] = drawn[draw];
    const replayed = player.replay(levers);
    results.forEach((name, at) => years.forEach((year) => { found[at][year][draw] = replayed[name][year]; }));
  }
  found.forEach((rows) => rows.forEach((row) => row.sort()));
  const rowsOf = (rows) => probabilities.map((probability) => rows.map((row) => quantile(row, probability)));
  return { count: draws.count, ...Object.fromEntries(results.map((name, at) => [name, rowsOf(found[at])])) };
}

self.onmessage = async ({ data }) => {
  if (data.tape) {
    ready = open(data);
    ready.catch(() => {}); // told when somebody asks
    return;
  }
  try {
    self.postMessage({ serial: data.serial, bands: bands(await ready, data.values) });
  } catch (error) {
    self.postMessage({ serial: data.serial, failed: String(error) });
  }
};
