// The scenario in the address: the same short query that sp_app/live/link.py reads and writes.
import { clean, outside, plain } from "/assets/js/panel/values.js";

const OWN = ["s", "v", "y", "u"];
const GOAL = "goal.";
const GOAL_NUMBER = /^[0-9]{1,15}(\.[0-9]{1,10})?$/;

// The query of what is committed; what is not ours (the language) keeps its place before it.
export function query(pack, { values, year, view, goal }) {
  const found = new URLSearchParams(window.location.search);
  const ours = (name) => OWN.includes(name) || name.includes(".") || pack.all.some((lever) => lever.id === name);
  for (const name of [...found.keys()]) if (ours(name)) found.delete(name);
  found.set("s", pack.scenario);
  found.set("v", "1");
  if (year !== pack.year) found.set("y", String(year));
  if (view !== pack.views[0][0]) found.set("u", view);
  if (goal) found.set(GOAL + goal.id, plain(goal.value));
  for (const { id } of pack.all) if (values[id] !== pack.start[id]) found.set(id, plain(values[id]));
  return found;
}

// A scenario that was chosen is a new entry of the browser's history (one that Back found is not); a moved lever
// is none, because Undo walks those.
export function writeLink(found) {
  const address = `${window.location.pathname}?${found}`;
  if (address === window.location.pathname + window.location.search) return;
  const before = new URLSearchParams(window.location.search).get("s");
  const write = before && before !== found.get("s") ? "pushState" : "replaceState";
  window.history[write](window.history.state, "", address);
}

// Back and Forward: read the address again; a value that does not fit is left at its start. null: another scenario.
export function readLink(pack, found = new URLSearchParams(window.location.search)) {
  if (found.get("s") !== pack.scenario) return null;
  const values = { ...pack.start };
  for (const lever of pack.all) {
    const value = found.has(lever.id) ? clean(Number(found.get(lever.id))) : NaN;
    if (!outside(lever, value)) values[lever.id] = value;
  }
  const year = Number(found.get("y") ?? pack.year), view = found.get("u") ?? pack.views[0][0];
  return {
    values,
    year: pack.tape.years.includes(year) ? year : pack.year,
    view: pack.views.some(([id]) => id === view) ? view : pack.views[0][0],
    goal: readGoal(pack, found),
  };
}

// The one goal of an address: the first that fits.
function readGoal(pack, found) {
  for (const [name, text] of found) {
    const id = name.slice(GOAL.length), known = pack.goals.some((goal) => goal.id === id);
    if (name.startsWith(GOAL) && known && GOAL_NUMBER.test(text)) return { id, value: Number(text) };
  }
  return null;
}
