// Axes: round steps from zero, so that a line's height can be read and compared.
const STEPS = [1, 2, 2.5, 5, 10];

// The smallest round axis from 0 that holds `largest` in four steps.
export function niceAxis(largest) {
  if (!(largest > 0)) return { top: 1, step: 0.25 };
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((s) => s * power * 4 >= largest * 0.999999) * power;
  return { top: step * 4, step };
}

// Keep the axis unless a line would leave it or use less than two fifths of it.
export function fittedAxis(axis, largest) {
  return axis && largest <= axis.top && largest >= axis.top * 0.4 ? axis : niceAxis(largest * 1.04);
}

export function ticks(axis) {
  return Array.from({ length: Math.round(axis.top / axis.step) + 1 }, (_, i) => i * axis.step);
}

// How many decimals the axis needs to tell its ticks apart.
export function tickDigits(axis) {
  for (let digits = 0; digits < 6; digits += 1) {
    if (Math.abs(Number(axis.step.toFixed(digits)) - axis.step) < axis.step * 1e-6) return digits;
  }
  return 6;
}

// Push labels apart: centres at least half of both heights away from each other, inside 0..room.
export function spread(centres, heights, room) {
  const order = centres.map((_, i) => i).sort((a, b) => centres[a] - centres[b]);
  const placed = [...centres];
  for (let pass = 0; pass < 2; pass += 1) {
    let floor = 0;
    for (const i of order) {
      placed[i] = Math.max(placed[i], floor + heights[i] / 2);
      floor = placed[i] + heights[i] / 2;
    }
    let ceiling = room;
    for (const i of [...order].reverse()) {
      placed[i] = Math.min(placed[i], ceiling - heights[i] / 2);
      ceiling = placed[i] - heights[i] / 2;
    }
  }
  return placed;
}
