// The card around a chart: live title, measure, full screen, note, source, and the mark of a simulated value.
import { el, icon } from "/assets/js/panel/dom.js";

export function makeFigure(spec, labels, plot, ...tools) {
  const title = el("h2");
  const measure = el("p", { class: "sp-lp-measure" });
  const note = el("p", { class: "sp-lp-note" });
  const toggle = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen());
  const full = el("button", {
    type: "button", class: "sp-lp-tool", onclick: toggle,
    "aria-label": `${labels.full_screen}: ${spec.name}`, title: labels.full_screen,
  }, icon("full"));
  const foot = el("figcaption", {}, note,
    el("p", { class: "sp-lp-source", title: spec.source }, spec.source),
    el("p", { class: "sp-lp-full-mark" }, labels.simulated));
  const root = el("figure", { class: "sp-lp-chart", "data-testid": `chart-${spec.id}`, "data-chart": spec.id },
    el("header", {}, el("div", {}, title, measure), ...tools, full), plot, foot);
  return { root, title, measure, note, visible: () => root.offsetParent !== null };
}
