// Who moved it: from the baseline over assumptions ◆ and policy ■ to the scenario, in the chosen year.
import { fittedAxis, niceAxis } from "/assets/js/panel/axis.js";
import { el, put, say, svg, write } from "/assets/js/panel/dom.js";
import { makeFigure } from "/assets/js/panel/figure.js";
import { between, glide } from "/assets/js/panel/glide.js";
import { effectOf, printedParts } from "/assets/js/panel/results.js";

const ROWS = ["baseline", "assumption", "policy", "scenario"];
const WIDEST = 76; // percent of the width: the rest stays free for the value behind the longest bar

export function makeBridge(spec, { numbers, labels }) {
  const rows = ROWS.map((name) => ({
    name: el("span", { class: "sp-lp-bar-name" }, labels[`bridge_${name}`]),
    bar: svg("rect", { class: `sp-lp-bar ${name}`, height: "100%", rx: 2 }),
    value: el("b", { class: "sp-lp-bar-value" }),
  }));
  const picture = (bar) => svg("svg", { width: "100%", height: "100%", "aria-hidden": "true" }, bar);
  const body = el("div", { class: "sp-lp-plot sp-lp-bridge", role: "img" }, ...rows.map((row) =>
    el("div", { class: "sp-lp-bar-row" }, row.name,
      el("span", { class: "sp-lp-bar-room" }, picture(row.bar), row.value))));
  const figure = makeFigure(spec, labels, body);
  let view = spec.views[0], axis = null, last = null, shown = null, stop = () => {};

  const valueOf = (results, at) => results[view.result][at] * view.scale;
  const threeOf = (sets) => [sets.baseline, sets.modified, sets.scenario].map((one) => valueOf(one, sets.at));
  const share = (value) => Math.max(0, (value / shown.top) * WIDEST);

  function place(row, from, to) {
    put(row.bar, "x", `${share(Math.min(from, to))}%`);
    put(row.bar, "width", `${share(Math.abs(to - from))}%`);
    row.value.style.left = `calc(${share(Math.max(from, to))}% + 0.4em)`;
  }

  function paint() {
    const [base, modified, value] = shown.three;
    place(rows[0], 0, base);
    place(rows[1], base, modified);
    place(rows[2], modified, value);
    place(rows[3], 0, value);
  }

  function words([base, modified, value]) {
    const [policy, assumption] = printedParts(base, modified, value, view.digits);
    const change = (part) => (part === 0 ? labels.none : numbers.signed(part, view.digits));
    write(rows[0].value, numbers.decimal(base, view.digits));
    write(rows[1].value, change(assumption));
    write(rows[2].value, change(policy));
    write(rows[3].value, numbers.decimal(value, view.digits));
  }

  function show(sets, smooth) {
    last = sets;
    const three = threeOf(sets), from = shown;
    if (!axis || Math.max(...three) > axis.top) axis = niceAxis(Math.max(...three));
    words(three);
    stop();
    if (!smooth || !from) {
      shown = { top: axis.top, three };
      paint();
      return;
    }
    stop = glide((part) => {
      shown = {
        top: between(from.top, axis.top, part),
        three: part === 1 ? three : three.map((value, i) => between(from.three[i], value, part)),
      };
      paint();
    });
  }

  function release(sets) {
    const three = threeOf(sets), [base, modified, value] = three;
    axis = fittedAxis(axis, Math.max(...three));
    show(sets, true);
    const mover = effectOf(base, modified, value, view.digits).replace(/^.*_/, "");
    write(figure.title, say(spec.titles[mover], { year: sets.year }));
    write(figure.measure, `${say(spec.measure, { year: sets.year })} – ${view.measure}`);
    const read = rows.map((row) => `${row.name.textContent} ${row.value.textContent}`).join("; ");
    body.setAttribute("aria-label", `${figure.title.textContent}. ${read}`);
  }

  return {
    ...figure, spec, release,
    draw: (sets) => show(sets, false),
    reserve(extremes) {
      const need = Math.max(...extremes.flatMap(threeOf));
      if (!axis || need <= axis.top) return;
      axis = niceAxis(need);
      show(last, true);
    },
    setView(id) {
      view = spec.views.find((v) => v.id === id) ?? spec.views[0];
      axis = shown = null;
    },
  };
}
