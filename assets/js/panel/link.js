// The scenario in the address: the same short query that sp_app/live/link.py reads and writes.
import { clean, outside } from "/assets/js/panel/state.js";

export function writeLink(data, state, year) {
  const query = new URLSearchParams(window.location.search);
  for (const id of Object.keys(data.start)) query.delete(id);
  query.set("s", data.scenario);
  query.set("v", "1");
  if (year === data.year) query.delete("y");
  else query.set("y", String(year));
  for (const [id, value] of Object.entries(state.committed)) if (value !== data.start[id]) query.set(id, String(value));
  const address = `${window.location.pathname}?${query}`;
  if (address !== window.location.pathname + window.location.search) window.history.replaceState(window.history.state, "", address);
}

// Back and Forward: read the address again; a value that does not fit is left at its start.
export function readLink(data) {
  const query = new URLSearchParams(window.location.search);
  if (query.get("s") !== data.scenario) return null;
  const values = { ...data.start };
  for (const lever of data.all) {
    const value = query.has(lever.id) ? clean(Number(query.get(lever.id))) : NaN;
    if (!outside(lever, value)) values[lever.id] = value;
  }
  return values;
}
