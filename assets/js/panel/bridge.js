// Who moved it: from the baseline over assumptions ◆ and policy ■ to the scenario, in the chosen year.
import { el, icon, svg, write } from "/assets/js/panel/dom.js";
import { fittedAxis, niceAxis } from "/assets/js/panel/axis.js";
import { printedParts } from "/assets/js/panel/tiles.js";

const ROWS = ["baseline", "assumption", "policy", "scenario"];

export function makeBridge(spec, { numbers, labels, years }) {
  const title = el("h2"), measure = el("p", { class: "sp-lp-measure" });
  const rows = ROWS.map((name) => ({
    name: el("span", { class: "sp-lp-bar-name" }, labels[`bridge_${name}`]),
    bar: svg("rect", { class: `sp-lp-bar ${name}`, height: "100%", rx: 2 }), value: el("b", { class: "sp-lp-bar-value" }),
  }));
  const body = el("div", { class: "sp-lp-plot sp-lp-bridge", role: "img" },
    ...rows.map((row) => el("div", { class: "sp-lp-bar-row" }, row.name,
      el("span", { class: "sp-lp-bar-room" }, svg("svg", { width: "100%", height: "100%", "aria-hidden": "true" }, row.bar), row.value))));
  const full = el("button", { type: "button", class: "sp-lp-tool", "aria-label": `${labels.full_screen}: ${spec.name}`, title: labels.full_screen,
    onclick: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()) }, icon("full"));
  const root = el("figure", { class: "sp-lp-chart", "data-testid": `chart-${spec.id}`, "data-chart": spec.id },
    el("header", {}, el("div", {}, title, measure), full), body,
    el("figcaption", {}, el("p", { class: "sp-lp-note" }), el("p", { class: "sp-lp-source" }, spec.source), el("p", { class: "sp-lp-full-mark" }, labels.simulated)));
  let view = spec.views[0], axis = null, last = null;

  const at = (results, year) => results[view.result][years.indexOf(year)] * view.scale;
  const three = (sets) => [sets.baseline, sets.modified, sets.scenario].map((results) => at(results, sets.year));
  // A fifth of the width stays free for the value behind the longest bar.
  const share = (value) => `${Math.max(0, (value / axis.top) * 78)}%`;

  function place(row, from, to, text) {
    row.bar.setAttribute("x", share(Math.min(from, to)));
    row.bar.setAttribute("width", share(Math.abs(to - from)));
    row.value.style.left = `calc(${share(Math.max(from, to))} + 0.4em)`;
    write(row.value, text);
  }

  function draw(sets) {
    last = sets;
    const [b, m, v] = three(sets), [policy, assumption] = printedParts(b, m, v, view.digits);
    axis ??= niceAxis(Math.max(b, m, v));
    const change = (part) => (part === 0 ? labels.none : numbers.signed(part, view.digits));
    place(rows[0], 0, b, numbers.decimal(b, view.digits));
    place(rows[1], b, m, change(assumption));
    place(rows[2], m, v, change(policy));
    place(rows[3], 0, v, numbers.decimal(v, view.digits));
  }

  function release(sets) {
    const [b, m, v] = three(sets), text = (value) => view.before + numbers.decimal(value, view.digits) + view.after;
    axis = fittedAxis(axis, Math.max(b, m, v));
    draw(sets);
    const effect = Math.abs(v - b) < 0.5 * 10 ** -view.digits ? "same" : Math.abs(v - m) >= Math.abs(m - b) ? "policy" : "assumption";
    const words = { value: text(v), base: text(b), year: sets.year };
    const say = (template) => template.replace(/\{(\w+)\}/g, (_, key) => words[key]);
    write(title, say(spec.titles[effect]));
    write(measure, `${say(spec.measure)} – ${view.measure}`);
    body.setAttribute("aria-label", `${title.textContent}. ${rows.map((row) => `${row.name.textContent} ${row.value.textContent}`).join("; ")}`);
  }

  return {
    root, draw, release, spec,
    visible: () => root.offsetParent !== null,
    reserve(extremes) {
      const need = Math.max(...extremes.map((results) => at(results, last.year)));
      if (need > axis.top) { axis = niceAxis(need); draw(last); }
    },
    setView(id) { view = spec.views.find((v) => v.id === id) ?? spec.views[0]; axis = null; if (last) release(last); },
  };
}
