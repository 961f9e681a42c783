// A line chart of one result: baseline, baseline under your assumptions, your scenario; labels at the line's end.
import { el, icon, svg, write } from "/assets/js/panel/dom.js";
import { fittedAxis, niceAxis, spread, tickDigits, ticks } from "/assets/js/panel/axis.js";

const LINES = ["baseline", "modified", "scenario"];

export function makeChart(spec, { numbers, labels, years, assumedAfter }) {
  const title = el("h2"), measure = el("p", { class: "sp-lp-measure" });
  const grid = svg("g"), marker = svg("line", { class: "sp-lp-year" });
  const paths = LINES.map((name) => svg("path", { class: `sp-lp-line ${name}` }));
  const dots = LINES.map((name) => svg("circle", { class: `sp-lp-end-dot ${name}`, r: 5 }));
  const drawing = svg("svg", { role: "img", "aria-label": spec.measure }, grid, marker, ...paths, ...dots);
  const ends = LINES.map((name) => {
    const value = el("b"), text = el("span", {}, labels[`line_${name}`]);
    return { value, root: el("div", { class: `sp-lp-end ${name}` }, value, text) };
  });
  const plot = el("div", { class: "sp-lp-plot" }, drawing, ...ends.map((end) => end.root));
  const note = el("p", { class: "sp-lp-note" });
  const full = el("button", { type: "button", class: "sp-lp-tool", "aria-label": `${labels.full_screen}: ${spec.name}`, title: labels.full_screen,
    onclick: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()) }, icon("full"));
  const root = el("figure", { class: "sp-lp-chart", "data-testid": `chart-${spec.id}`, "data-chart": spec.id },
    el("header", {}, el("div", {}, title, measure), full), plot,
    el("figcaption", {}, note, el("p", { class: "sp-lp-source" }, spec.source), el("p", { class: "sp-lp-full-mark" }, labels.simulated)));

  let view = spec.views[0], box = null, axis = null, last = null, heights = null;

  const scaled = (results) => results[view.result].map((value) => value * view.scale);
  const x = (i) => box.left + (i / (years.length - 1)) * (box.right - box.left);
  const y = (value) => box.bottom - (value / axis.top) * (box.bottom - box.top);
  const largest = (sets) => Math.max(...sets.flat());

  function measureBox() {
    const size = plot.getBoundingClientRect();
    if (!size.width || !size.height) return (box = null);
    const em = parseFloat(getComputedStyle(plot).fontSize);
    const side = parseFloat(getComputedStyle(plot).getPropertyValue("--ends")) || 9;
    box = { em, width: size.width, height: size.height, left: em * 3.5, right: size.width - em * side, top: em * 0.75, bottom: size.height - em * 1.9 };
    drawing.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    drawing.setAttribute("width", size.width);
    drawing.setAttribute("height", size.height);
    heights = null;
    drawGrid();
    return box;
  }

  function drawGrid() {
    if (!box || !axis) return;
    const digits = tickDigits(axis), marks = ticks(axis), top = marks.length - 1;
    const from = x(Math.max(0, years.indexOf(assumedAfter)));
    const parts = [svg("rect", { class: "sp-lp-ground", x: from, y: box.top, width: box.right - from, height: box.bottom - box.top }),
      svg("text", { class: "sp-lp-ground-name", x: from + box.em * 0.35, y: box.top + box.em }, labels.assumed_after)];
    marks.forEach((value, i) => parts.push(
      svg("line", { class: i ? "sp-lp-grid" : "sp-lp-zero", x1: box.left, x2: box.right, y1: y(value), y2: y(value) }),
      svg("text", { class: "sp-lp-tick-text", x: box.left - box.em * 0.45, y: y(value) + box.em * 0.35, "text-anchor": "end" },
        numbers.decimal(value, digits) + (i === top ? view.tick : ""))));
    years.forEach((year, i) => {
      if (year % 5 === 0) parts.push(svg("text", { class: "sp-lp-tick-text", x: x(i), y: box.bottom + box.em * 1.35, "text-anchor": "middle" }, String(year)));
    });
    grid.replaceChildren(...parts);
  }

  function drawLine(i, values, visible) {
    paths[i].setAttribute("d", visible ? values.map((value, at) => `${at ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join("") : "");
    dots[i].style.display = visible ? "" : "none";
    dots[i].setAttribute("cx", x(values.length - 1));
    dots[i].setAttribute("cy", y(values.at(-1)));
    ends[i].root.hidden = !visible;
    write(ends[i].value, view.before + numbers.decimal(values.at(-1), view.digits) + view.tick);
  }

  function drawEnds(lines, shown) {
    heights ??= ends.map((end) => end.root.offsetHeight || box.em * 2.4);
    const at = spread(shown.map((i) => y(lines[i].at(-1))), shown.map((i) => heights[i]), box.height);
    shown.forEach((i, place) => { ends[i].root.style.transform = `translate(${box.right + box.em * 0.6}px, ${at[place] - heights[i] / 2}px)`; });
  }

  // Draw one frame; the axis stays as it is.
  function draw(sets) {
    last = sets;
    if (!box && !measureBox()) return;
    const lines = [sets.baseline, sets.modified, sets.scenario].map(scaled);
    if (!axis) { axis = niceAxis(largest(lines) * 1.04); drawGrid(); }
    const assumed = lines[1].some((value, i) => value !== lines[0][i]);
    if (ends[1].root.hidden === assumed) heights = null;
    const at = years.indexOf(sets.year);
    ["x1", "x2"].forEach((end) => marker.setAttribute(end, x(at)));
    marker.setAttribute("y1", box.top);
    marker.setAttribute("y2", box.bottom);
    lines.forEach((values, i) => drawLine(i, values, i !== 1 || assumed));
    drawEnds(lines, assumed ? [0, 1, 2] : [0, 2]);
    write(note, sets.assumptionsMoved && !assumed ? labels.not_moved : "");
  }

  // Before a drag: room for wherever this lever can go, so that the axis need not change under the hand.
  function reserve(extremes) {
    const need = largest(extremes.map(scaled));
    if (axis && need > axis.top) { axis = niceAxis(need); drawGrid(); if (last) draw(last); }
  }

  // After a release: an axis that fits, a title that says what is seen, the same in words for a screen reader.
  function release(sets) {
    last = sets;
    const lines = [sets.baseline, sets.modified, sets.scenario].map(scaled), need = largest(lines);
    const fitted = fittedAxis(axis, need);
    if (fitted !== axis) { axis = fitted; drawGrid(); }
    draw(sets);
    const at = years.indexOf(sets.year), [b, m, v] = lines.map((values) => values[at]);
    const text = (value) => view.before + numbers.decimal(value, view.digits) + view.after;
    const effect = Math.abs(v - b) < 0.5 * 10 ** -view.digits ? "same" : `${v > b ? "up" : "down"}_${Math.abs(v - m) >= Math.abs(m - b) ? "policy" : "assumption"}`;
    const words = { value: text(v), base: text(b), year: sets.year };
    const say = (template) => template.replace(/\{(\w+)\}/g, (_, key) => words[key]);
    write(title, say(spec.titles[effect]));
    write(measure, view.measure);
    drawing.setAttribute("aria-label", `${title.textContent}. ${view.measure}. ${say(labels.alt)}`);
  }

  new ResizeObserver(() => { if (measureBox() && last) draw(last); }).observe(plot);
  return {
    root, draw, reserve, release, spec,
    visible: () => root.offsetParent !== null,
    // Another unit of the same quantity: kip, kip of the first year, dollars, share of GDP.
    setView(id) { view = spec.views.find((v) => v.id === id) ?? spec.views[0]; axis = null; heights = null; if (last) release(last); },
  };
}
