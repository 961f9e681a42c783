// Above the tiles: undo, redo, start again, how many changes, the year of the tiles, the unit of the cost.
import { el, icon, write } from "/assets/js/panel/dom.js";

function choice(name, options, chosen, onchange, testid) {
  const buttons = options.map(([id, text]) => el("button", { type: "button", "data-id": id, onclick: () => press(id, true) }, text));
  function press(id, tell) {
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.id === id)));
    if (tell) onchange(id);
  }
  press(chosen, false);
  return el("div", { class: "sp-lp-switch", role: "group", "aria-label": name, "data-testid": testid }, ...buttons);
}

export function makeToolbar({ labels, years, year, views, view, on }) {
  const button = (id, glyph, testid) => el("button", { type: "button", class: "sp-lp-button", "data-testid": testid, onclick: on[id],
    "aria-label": labels[id], title: labels[id] }, icon(glyph), el("span", {}, labels[id]));
  const undo = button("undo", "undo", "undo"), redo = button("redo", "redo", "redo"), restart = button("restart", "restart", "restart");
  const changes = el("span", { class: "sp-lp-changes", "data-testid": "changes" });
  const select = el("select", { "data-testid": "year", onchange: () => on.year(Number(select.value)) },
    ...years.map((y) => el("option", { value: y, selected: y === year }, String(y))));
  const root = el("div", { class: "sp-lp-toolbar", role: "toolbar", "aria-label": labels.toolbar },
    undo, redo, restart, changes, el("span", { class: "sp-lp-space" }),
    el("label", { class: "sp-lp-select" }, el("span", {}, labels.year), select),
    choice(labels.cost_unit, views, view, on.view, "cost-unit"));
  return {
    root,
    draw(state) {
      undo.disabled = !state.canUndo;
      redo.disabled = !state.canRedo;
      write(changes, labels.changes.replace("{count}", String(state.changes())));
    },
    setYear(value) { select.value = String(value); },
  };
}

// Tabs: which chart (phone and laptop), which group of levers (phone). All stay in the page; CSS shows the chosen.
export function makeTabs(name, className, options, chosen, onchange) {
  const buttons = options.map(([id, ...content]) => el("button", { type: "button", "data-id": id, onclick: () => { press(id); onchange(id); } }, ...content));
  function press(id) { buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.id === id))); }
  press(chosen);
  return el("div", { class: `sp-lp-tabs ${className}`, role: "group", "aria-label": name }, ...buttons);
}
