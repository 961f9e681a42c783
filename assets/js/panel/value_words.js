// A value of the model with its unit, as Python prints it: 0.0047 of share → 0.47%, 2.9e12 kip → 2,905 billion kip.
import { say } from "/assets/js/panel/dom.js";

const FIGURES = 4; // significant figures
const BARE = ["factor", "index", "yes_no", "variant"]; // printed as the number alone
const LARGE = { lak: [[1e9, "lak_billion"], [1e6, "lak_million"]], usd: [[1e6, "usd_million"]] };

// How many decimals show four significant figures, `most` at most, without zeros at the end.
function digitsFor(value, most) {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const digits = Math.max(0, Math.min(most, FIGURES - 1 - Math.floor(Math.log10(Math.abs(value)))));
  const rounded = (places) => Number(value.toFixed(places));
  let fewer = 0;
  while (rounded(fewer) !== rounded(digits)) fewer += 1;
  return fewer;
}

export function makeValueWords(units, numbers) {
  const short = (value, most) => numbers.decimal(value, digitsFor(value, most));
  return function words(value, unit) {
    if (unit === "share") return `${short(value * 100, 4)}%`;
    if (unit === "year") return String(Math.trunc(value));
    if (BARE.includes(unit)) return short(value, 4);
    if (unit === "persons" || unit === "households") return say(units[unit], { value: numbers.decimal(value, 0) });
    const large = (LARGE[unit] ?? []).find(([size]) => Math.abs(value) >= size);
    return large ? say(units[large[1]], { value: short(value / large[0], 2) }) : say(units[unit], { value: short(value, 2) });
  };
}
