// Levers as the short query that Python reads, and back: the same form as the address of the scenarios page.
import { clean, outside, plain } from "/assets/js/panel/values.js";

export function valuesOf(pack, query) {
  const values = { ...pack.start };
  for (const lever of pack.all) {
    const value = lever.id in query ? clean(Number(query[lever.id])) : NaN;
    if (!outside(lever, value)) values[lever.id] = value;
  }
  return values;
}

export function queryOf(pack, values) {
  const moved = pack.all.filter(({ id }) => values[id] !== pack.start[id]);
  return { s: pack.scenario, v: "1", ...Object.fromEntries(moved.map(({ id }) => [id, plain(values[id])])) };
}
