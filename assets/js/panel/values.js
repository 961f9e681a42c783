// A lever's value as it is printed and typed: 0.6 → "60 %", 300000 → "300 k LAK"; limits, steps, typed words.

// Lever values are decimals of at most ten places, here and in Python.
export const clean = (value) => Number(value.toFixed(10)) + 0;

// A number as a plain decimal for the address: 0.6, 2030, never 1e-7.
export const plain = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(10).replace(/\.?0+$/, ""));

export function outside(lever, value) {
  const within = value >= lever.minimum && value <= lever.maximum;
  return !within || (lever.integer && !Number.isInteger(value));
}

const held = (lever, value) => Math.min(lever.maximum, Math.max(lever.minimum, value));

// The nearest place a slider may stop at: a multiple of the step, today's value, or an end of the range.
export function snap(lever, value) {
  const inside = held(lever, value);
  const grid = held(lever, Math.round(inside / lever.step) * lever.step);
  const places = [grid, lever.default, lever.minimum, lever.maximum];
  const away = (place) => Math.abs(place - inside);
  return clean(places.reduce((best, place) => (away(place) < away(best) - 1e-12 ? place : best)));
}

// One step along the grid of steps (or of coarse steps).
export function stepped(lever, value, direction, coarse) {
  const step = coarse ? lever.coarse : lever.step;
  return clean(held(lever, Math.round((value + direction * step) / lever.step) * lever.step));
}

// The value in the words of the page: 0.6 → "60", 0.03 of an offset → "+3.0", 1 of yes and no → "Yes".
export function shown(lever, value, numbers) {
  if (lever.words) return lever.words[value] ?? String(value);
  const scaled = value * lever.scale;
  const digits = digitsFor(scaled, lever.digits, lever.most);
  return lever.signed ? numbers.signed(scaled, digits) : numbers.decimal(scaled, digits, lever.plain);
}

export function printed(lever, value, numbers) {
  const gap = lever.unit && !lever.unit.startsWith("%") ? "\u00a0" : "";
  return shown(lever, value, numbers) + gap + lever.unit;
}

// What a person typed, in the core's unit; NaN where it is not a number of this lever.
export function readTyped(lever, text, numbers) {
  const typed = text.trim().toLowerCase();
  const word = Object.entries(lever.words ?? {}).find(([, name]) => name.toLowerCase() === typed);
  return word ? Number(word[0]) : clean(numbers.parse(text) / lever.scale);
}

// How many decimals a lever shows: those of its step, more only where its value needs them.
function digitsFor(value, digits, most) {
  for (let d = digits; d < most; d += 1) if (Math.abs(Number(value.toFixed(d)) - value) < 1e-9) return d;
  return most;
}
