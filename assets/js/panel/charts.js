// A line chart of one result: baseline, baseline under your assumptions, your scenario, what was pinned; labels at
// the line's end.
import { fittedAxis, niceAxis, spread } from "/assets/js/panel/axis.js";
import { el, icon, put, say, svg, write } from "/assets/js/panel/dom.js";
import { makeFigure } from "/assets/js/panel/figure.js";
import { between, glide } from "/assets/js/panel/glide.js";
import { makeGround } from "/assets/js/panel/ground.js";
import { MOST_PINS } from "/assets/js/panel/pins.js";
import { effectOf } from "/assets/js/panel/results.js";
import { makeStarts, startsOf } from "/assets/js/panel/starts.js";

const NO_BAND = { root: "", draw() {}, hide() {}, of: () => null, awaited: false }; // a phone in the room is spared its code
const NOISE = 1e-9; // relative: less is rounding, not a difference
const OWN = ["baseline", "modified", "scenario"];
const LINES = [...OWN, ...Array.from({ length: MOST_PINS }, () => "pinned")];

export function makeChart(spec, { numbers, labels, years, assumedAfter, programmes, fan, on }) {
  const ground = makeGround({ numbers, labels, years, assumedAfter });
  const starts = makeStarts(years);
  const fanned = fan && spec.id === "cost";
  const band = fanned ? fan.makeBand((shown) => fanNote.classList.toggle("shown", shown)) : NO_BAND;
  const paths = LINES.map((name) => svg("path", { class: `sp-lp-line ${name}` }));
  const dots = LINES.map((name) => svg("circle", { class: `sp-lp-end-dot ${name}`, r: 5 }));
  const leaders = LINES.map((name) => svg("path", { class: `sp-lp-leader ${name}` }));
  const drawing = svg("svg", { role: "img", "aria-label": spec.measure }, ground.root, band.root, starts.root, ...leaders, ...paths, ...dots);
  const ends = LINES.map((name) => {
    const value = el("b"), words = labels[`line_${name}`];
    const told = words ? [el("span", {}, words), el("span", { class: "short" }, labels[`short_line_${name}`])] : [];
    return { value, root: el("div", { class: `sp-lp-end ${name}` }, value, ...told) };
  });
  const plot = el("div", { class: "sp-lp-plot" }, drawing, ...ends.map((end) => end.root));
  const toggle = el("button", {
    type: "button", class: "sp-lp-tool fan", "data-testid": "fan", "aria-pressed": String(fan?.wanted), title: labels.fan_about, "aria-label": labels.fan,
    onclick: () => { toggle.setAttribute("aria-pressed", String(on.fan())); },
  }, icon("fan"), el("span", {}, labels.fan));
  const figure = makeFigure(spec, labels, plot, ...(fanned ? [toggle] : []));
  const fanNote = el("p", { class: "sp-lp-note sp-lp-fan-note", title: fan?.own ?? "" });
  if (fanned) figure.note.after(fanNote);

  let view = spec.views[0], box = null, axis = null, heights = null;
  let begun = []; // the programmes that begin, as of the last release
  let last = null; // the results drawn last
  let shown = null; // what is on the screen: the axis' top and the three lines
  let stop = () => {};

  const pinOf = (sets, i) => sets.pins?.[i - OWN.length];
  const resultsOf = (sets) => LINES.map((name, i) => sets[name] ?? pinOf(sets, i)?.results ?? sets.scenario);
  const linesOf = (sets) => resultsOf(sets).map((one) => one[view.result].map((value) => value * view.scale));
  const largest = (lines) => Math.max(...lines.flat());
  const x = (i) => box.left + (i / (years.length - 1)) * (box.right - box.left);
  const y = (value) => box.bottom - (value / shown.top) * (box.bottom - box.top);
  const differ = (one, other) => one.some((value, i) => Math.abs(value - other[i]) > NOISE * Math.abs(value));
  const assumed = (lines) => differ(lines[1], lines[0]);
  // What nobody receives has no line: a new programme has no baseline.
  const exists = (results) => !view.exists || results[view.exists].some((people) => people > 0);
  const drawn = (lines, i) => (i === 1 ? assumed(lines) && exists(last.baseline) : exists(last.baseline));
  const visible = (lines) => LINES.map((_, i) => i).filter((i) =>
    i === 2 || (i < OWN.length ? drawn(lines, i) : pinOf(last, i)));

  function measureBox() {
    const { width, height } = plot.getBoundingClientRect();
    const style = getComputedStyle(plot);
    const em = parseFloat(style.fontSize), side = parseFloat(style.getPropertyValue("--ends")) || 9;
    heights = null;
    box = null;
    if (!width || !height) return;
    box = { em, height, left: em * 3.6, right: width - em * side, top: em * 1.4, bottom: height - em * 1.9 };
    for (const [name, value] of Object.entries({ width, height })) drawing.setAttribute(name, value);
  }

  function paintLine(i, visible) {
    const values = shown.lines[i], end = values.length - 1;
    const point = (value, at) => `${at ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    put(paths[i], "d", visible ? values.map(point).join("") : "");
    dots[i].style.display = visible ? "" : "none";
    if (!visible) return;
    put(dots[i], "cx", x(end));
    put(dots[i], "cy", y(values[end]).toFixed(1));
  }

  // Where they do not fit above each other the words at the ends are the short ones, then the numbers alone.
  function fitEnds(seen, room) {
    for (const words of ["full", "short", "none"]) {
      put(plot, "data-ends", words);
      heights = ends.map((end) => end.root.offsetHeight);
      if (seen.reduce((all, i) => all + heights[i], 0) <= room) return;
    }
  }

  function paintEnds(seen) {
    const room = box.bottom + box.em;
    if (!heights) fitEnds(seen, room);
    const at = seen.map((i) => y(shown.lines[i].at(-1)));
    const placed = spread(at, seen.map((i) => heights[i]), room);
    const led = LINES.map(() => "");
    seen.forEach((i, place) => {
      const far = Math.abs(placed[place] - at[place]) > box.em * 0.7;
      if (far) led[i] = `M${box.right + 7} ${at[place]}L${box.right + box.em * 0.75} ${placed[place]}`;
      const left = box.right + box.em * 0.9, top = placed[place] - heights[i] / 2;
      ends[i].root.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
    });
    leaders.forEach((leader, i) => put(leader, "d", led[i]));
  }

  function paint() {
    if (!box) measureBox();
    if (!box) return;
    ground.draw(box, { ...axis, top: shown.top }, view, last.at);
    starts.draw(box, begun);
    band.draw(view, x, y);
    const seen = visible(linesOf(last));
    LINES.forEach((_, i) => paintLine(i, seen.includes(i)));
    paintEnds(seen);
  }

  // Texts follow at once, also while the lines still glide: nothing counts up.
  function words(lines) {
    const seen = visible(lines);
    ends.forEach(({ root }, i) => {
      if (root.hidden !== seen.includes(i)) return;
      heights = null;
      root.hidden = !seen.includes(i);
    });
    lines.forEach((values, i) => {
      const pin = i < OWN.length ? "" : `${pinOf(last, i)?.letter} `;
      write(ends[i].value, pin + numbers.decimal(values.at(-1), view.digits) + view.tick);
    });
  }

  function show(sets, smooth) {
    last = sets;
    if (!smooth) band.hide(); // it belongs to where the levers stood
    const lines = linesOf(sets), from = shown;
    if (!axis || largest(lines) > axis.top) axis = niceAxis(largest(lines) * 1.04);
    const to = { top: axis.top, lines };
    words(lines);
    stop();
    if (!smooth || !from) {
      shown = to;
      paint();
      return;
    }
    stop = glide((part) => {
      const mixed = lines.map((values, i) => values.map((value, at) => between(from.lines[i][at], value, part)));
      shown = part === 1 ? to : { top: between(from.top, to.top, part), lines: mixed };
      paint();
    });
  }

  // Before a drag: room for wherever this lever can go, so that the axis need not change under the hand.
  function reserve(extremes) {
    const need = largest(extremes.flatMap(linesOf));
    if (!axis || need <= axis.top) return;
    axis = niceAxis(need * 1.04);
    show(last, true);
  }

  const reach = (lines) => Math.max(largest(lines), ...(band.of(view)?.at(-1) ?? []));

  // After a release: an axis that fits, titles. Where a band is on its way the axis waits for it.
  function release(sets) {
    const lines = linesOf(sets);
    if (!band.awaited || !axis || largest(lines) > axis.top) axis = fittedAxis(axis, reach(lines));
    if (spec.starts) begun = startsOf(sets, programmes);
    caption(sets, lines); // first: what it takes of the card's height is not the chart's
    show(sets, true);
  }

  // The band of where the levers stand, or none: it comes a moment after the release.
  function showFan(bands) {
    band.set(bands);
    if (!last) return;
    axis = fittedAxis(axis, reach(linesOf(last)));
    show(last, true);
    caption(last, linesOf(last));
  }

  // A title that says what is seen, what the band is, the same in words for a screen reader.
  function caption(sets, lines) {
    const [base, modified, value] = lines.map((values) => values[sets.at]);
    const full = (number) => say(view.full, { value: numbers.decimal(number, view.digits) });
    const spoken = { value: full(value), base: full(base), year: sets.year };
    const there = !view.exists || sets.scenario[view.exists][sets.at] > 0;
    const title = there ? spec.titles[effectOf(base, modified, value, view.digits)] ?? spec.titles.any : "";
    write(figure.title, say(title || spec.measure, spoken));
    write(figure.measure, view.measure);
    write(figure.note, remark(sets, lines));
    const alt = `${figure.title.textContent}. ${view.measure}. ${say(labels.alt, spoken)}`;
    drawing.setAttribute("aria-label", [alt, ...bandWords(sets, full)].join(" "));
  }

  // While a band is awaited the words of the old one keep their room, unseen: nothing jumps.
  function bandWords({ year, at }, full) {
    const rows = band.of(view);
    if (!rows) {
      if (!band.awaited) write(fanNote, "");
      return [];
    }
    write(fanNote, say(fan.note, { count: band.count, year, low: full(rows[0][at]), high: full(rows.at(-1)[at]) }));
    return [fanNote.textContent, fan.own];
  }

  // Lines that coincide are drawn as one, so it is said.
  function remark(sets, lines) {
    if (!sets.assumptionsMoved || assumed(lines) || !exists(sets.baseline)) return "";
    const touched = differ(sets.scenario[view.result], sets.published[view.result]);
    return touched ? labels.only_scenario : labels.not_moved;
  }

  function resized() {
    measureBox();
    if (box && last && shown) paint();
  }
  new ResizeObserver(resized).observe(plot);

  return {
    ...figure, spec, reserve, release,
    fan: fanned ? showFan : () => {},
    draw: (sets) => show(sets, false),
    // Another unit of the same quantity: kip, kip of the first year, dollars, share of GDP.
    setView(id) {
      view = spec.views.find((v) => v.id === id) ?? spec.views[0];
      axis = shown = heights = null;
    },
  };
}
