// Up to three pinned scenarios: lever values that stay on the charts as thin lines; kept in this browser by scenario.
import { recall, remember } from "/assets/js/panel/memory.js";
import { outside } from "/assets/js/panel/values.js";

export const MOST_PINS = 3;
const LETTERS = ["A", "B", "C"];

export function makePins(pack, replay) {
  const key = `pins.${pack.scenario}`;
  const ids = pack.all.map((lever) => lever.id);
  const own = (values) => Object.fromEntries(ids.map((id) => [id, values?.[id] ?? pack.start[id]]));
  const drawn = ({ letter, values }) => ({
    letter, values, results: replay(values),
  });
  // What an older visit left is looked at like anything from outside.
  const fits = ({ letter, values }) =>
    LETTERS.includes(letter) && pack.all.every((lever) => !outside(lever, values[lever.id]));
  const saved = recall(key);
  let all = (Array.isArray(saved) ? saved : []).slice(0, MOST_PINS)
    .map((pin) => ({ letter: pin?.letter, values: own(pin?.values) })).filter(fits).map(drawn);

  function keep(next) {
    all = next.sort((one, other) => one.letter.localeCompare(other.letter));
    remember(key, all.map(({ letter, values }) => ({ letter, values })));
  }
  return {
    get all() { return all; },
    get full() { return all.length >= MOST_PINS; },
    add(values) {
      const letter = LETTERS.find((one) => !all.some((pin) => pin.letter === one));
      if (letter) keep([...all, drawn({ letter, values: own(values) })]);
    },
    remove(letter) { keep(all.filter((pin) => pin.letter !== letter)); },
  };
}
