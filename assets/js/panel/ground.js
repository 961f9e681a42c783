// The ground of a line chart: projected years, grid from zero, years, the chosen year.
import { tickDigits, ticks } from "/assets/js/panel/axis.js";
import { say, svg } from "/assets/js/panel/dom.js";

export function makeGround({ numbers, labels, years, assumedAfter }) {
  const root = svg("g");
  let drawn = "";

  function levels(box, axis, view) {
    const y = (value) => box.bottom - (value / axis.top) * (box.bottom - box.top);
    const marks = ticks(axis), digits = tickDigits(axis);
    return marks.filter((value) => value <= axis.top * 1.0001).flatMap((value, i) => [
      svg("line", { class: i ? "sp-lp-grid" : "sp-lp-zero", x1: box.left, x2: box.right, y1: y(value), y2: y(value) }),
      svg("text", {
        class: "sp-lp-tick-text", x: box.left - box.em * 0.45, y: y(value) + box.em * 0.35, "text-anchor": "end",
      }, numbers.decimal(value, digits) + (i === marks.length - 1 ? view.tick : "")),
    ]);
  }

  function calendar(box, at) {
    const x = (i) => box.left + (i / (years.length - 1)) * (box.right - box.left);
    const told = (year, i) => i === at || (year % 5 === 0 && Math.abs(i - at) > 1);
    const named = years.map((year, i) => [year, i]).filter(([year, i]) => told(year, i));
    const from = x(Math.max(0, years.indexOf(assumedAfter))), height = box.bottom - box.top;
    return [
      svg("rect", { class: "sp-lp-ground", x: from, y: box.top, width: box.right - from, height }),
      svg("text", { class: "sp-lp-ground-name", x: from + box.em * 0.3, y: box.top - box.em * 0.4 },
        say(labels.assumed_after, { year: assumedAfter })),
      svg("line", { class: "sp-lp-year", x1: x(at), x2: x(at), y1: box.top, y2: box.bottom }),
      ...named.map(([year, i]) => svg("text", {
        class: i === at ? "sp-lp-tick-text chosen" : "sp-lp-tick-text",
        x: x(i), y: box.bottom + box.em * 1.35, "text-anchor": i === years.length - 1 ? "end" : "middle",
      }, String(year))),
    ];
  }

  // Draw anew only when something of it changed: during a drag nothing does.
  function draw(box, axis, view, at) {
    const key = JSON.stringify([box, axis, view.id, at]);
    if (key === drawn) return;
    drawn = key;
    root.replaceChildren(...calendar(box, at), ...levels(box, axis, view));
  }
  return { root, draw };
}
