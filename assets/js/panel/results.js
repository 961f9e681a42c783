// The three sets of results that everything shows: baseline, baseline under your assumptions, your scenario.

export function makeResults(pack, tape) {
  const defaults = Object.fromEntries(pack.all.map((lever) => [lever.id, lever.default]));
  const assumptions = pack.all.filter((lever) => lever.group === "assumption");
  const baseline = tape.replay(defaults);

  function calculate(values, year) {
    const moved = assumptions.filter((lever) => values[lever.id] !== lever.default);
    const pick = (from) => Object.fromEntries(moved.map(({ id }) => [id, from[id]]));
    const scenario = tape.replay(values);
    return {
      baseline,
      modified: moved.length ? tape.replay({ ...defaults, ...pick(values) }) : baseline,
      scenario,
      // The same policies under the published assumptions: whether assumptions touch the scenario at all.
      published: moved.length ? tape.replay({ ...values, ...pick(defaults) }) : scenario,
      assumptionsMoved: moved.length > 0,
      year,
      at: tape.years.indexOf(year),
    };
  }

  // What the two ends of one lever would give: how much room its drag may need.
  const ends = (lever, values, year) =>
    [lever.minimum, lever.maximum].map((value) => calculate({ ...values, [lever.id]: value }, year));

  return { calculate, ends, replay: tape.replay, years: tape.years };
}

// What moved a value most, and which way; "same" where the printed value is that of the baseline.
export function effectOf(base, modified, value, digits) {
  if (Math.abs(value - base) < 0.5 * 10 ** -digits) return "same";
  const mover = Math.abs(value - modified) >= Math.abs(modified - base) ? "policy" : "assumption";
  return `${value > base ? "up" : "down"}_${mover}`;
}

// Parts in units of the last printed decimal, so that base + policy + assumptions is the printed value.
export function printedParts(base, modified, value, digits) {
  const unit = 10 ** digits;
  const exact = [value - modified, modified - base];
  const parts = exact.map((part) => Math.round(part * unit));
  const missing = Math.round(value * unit) - Math.round(base * unit) - parts[0] - parts[1];
  if (missing) {
    const error = exact.map((part, i) => (part === 0 ? -Infinity : (part * unit - parts[i]) * missing));
    parts[error[0] >= error[1] ? 0 : 1] += missing;
  }
  return parts.map((part) => part / unit);
}
