// The band around the scenario's line: 80 % and 50 % of the draws, shown at rest, hidden while a hand moves.
import { svg } from "/assets/js/panel/dom.js";

// `told` hears when it comes and goes.
export function makeBand(told) {
  const paths = ["wide", "narrow"].map((name) => svg("path", { class: `sp-lp-band ${name}` }));
  const root = svg("g", { class: "sp-lp-bands", "aria-hidden": "true" }, ...paths);
  let bands = null, shown = false;

  function show(yes) {
    if (shown === yes) return;
    shown = yes;
    root.classList.toggle("shown", yes);
    told(yes);
  }

  const rows = (view) => bands?.[view.result]?.map((row) => row.map((value) => value * view.scale)) ?? null;

  // x and y place an index of the years and a value on the drawing.
  function draw(view, x, y) {
    if (!shown) return;
    const [p10, p25, p75, p90] = rows(view);
    const point = (value, at) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    const area = (low, high) => `M${high.map(point).join("L")}L${low.map(point).reverse().join("L")}Z`;
    paths[0].setAttribute("d", area(p10, p90));
    paths[1].setAttribute("d", area(p25, p75));
  }

  return {
    root, draw,
    hide: () => show(false),
    set(found) {
      bands = found;
      show(found !== null);
    },
    get count() { return bands.count; },
    // Hidden by a hand: another one will come.
    get awaited() { return bands !== null && !shown; },
    // What the band says of one view; null where none is shown.
    of: (view) => (shown ? rows(view) : null),
  };
}
