// Ask the worker for the band around the cost after a move has ended; where there is no worker there is no band.
import { recall, remember } from "/assets/js/panel/memory.js";

const KEY = "fan";
export const PROBABILITIES = [0.1, 0.25, 0.75, 0.9];

// A page in one file has no draws in its pack: a worker cannot read modules that an import map names, so it shows none.
export const canFan = (pack) => Boolean(pack.fan) && typeof Worker === "function";
export const fanWanted = () => recall(KEY) === true;

// `told` gets the bands of the levers asked for last, or null where there are none.
export function makeFan(pack, told, alive) {
  let worker = null, watch = 0, serial = 0, asked = null, answer = null, wanted = canFan(pack) && fanWanted();

  function close() {
    worker?.terminate();
    clearInterval(watch);
    worker = asked = answer = null;
  }

  function give() {
    close();
    wanted = false;
    told(null);
  }

  function open() {
    const results = pack.views.map(([id]) => pack.charts.flatMap((chart) => chart.views).find((view) => view.id === id).result);
    worker = new Worker(pack.fan.worker, { type: "module" });
    watch = setInterval(() => { if (!alive()) close(); }, 30_000); // who left the page leaves no worker behind
    worker.onerror = give;
    worker.onmessage = ({ data }) => {
      if (data.serial !== serial) return; // the levers have moved on
      answer = data.bands ?? null;
      if (!answer) asked = null; // the server was away: the next move asks again
      told(answer);
    };
    worker.postMessage({ tape: pack.tape, levers: pack.all, results, probabilities: PROBABILITIES, draws: pack.fan.draws });
  }

  function ask(values) {
    if (!wanted) return;
    const same = asked && pack.all.every(({ id }) => asked[id] === values[id]);
    if (same) return answer && told(answer);
    try {
      if (!worker) open();
    } catch {
      return give();
    }
    asked = { ...values };
    answer = null;
    serial += 1;
    worker.postMessage({ serial, values: asked });
  }

  function want(yes) {
    remember(KEY, yes);
    wanted = yes && canFan(pack);
    if (!wanted) {
      close();
      told(null);
    }
  }
  return { ask, want, close, get wanted() { return wanted; } };
}
