// Above the tiles: undo, redo, start again, the last change once more, what was changed, the year of the tiles, the unit of the cost.
import { el, icon, say, write } from "/assets/js/panel/dom.js";

function choice(name, options, onchange, testid) {
  const press = (id) => { show(id); onchange(id); };
  const buttons = options.map(([id, ...content]) =>
    el("button", { type: "button", "data-id": id, onclick: () => press(id) }, ...content));
  const show = (id) => buttons.forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.id === id)));
  return { root: el("div", { role: "group", "aria-label": name, "data-testid": testid }, ...buttons), show };
}

export function makeToolbar({ labels, years, views, on }) {
  const button = (id, press = on[id]) => el("button", {
    type: "button", class: "sp-lp-button", "data-testid": id, onclick: press,
    "aria-label": labels[id], title: labels[id],
  }, icon(id), el("span", {}, labels[id]));
  const undo = button("undo"), redo = button("redo"), restart = button("restart");
  const replay = button("replay"), pin = button("pin"), goal = button("goal", on.askGoal);
  goal.setAttribute("aria-haspopup", "dialog");
  const count = el("b"), word = el("span", {}, say(labels.changes, { count: "" }).trim());
  const changes = el("button", { type: "button", class: "sp-lp-button", "data-testid": "changes", onclick: on.changes },
    icon("list"), count, word);
  const chosen = () => on.year(Number(select.value));
  const select = el("select", { "data-testid": "year", "aria-label": labels.year, onchange: chosen },
    ...years.map((year) => el("option", { value: year }, String(year))));
  const unit = choice(labels.cost_unit, views, on.view, "cost-unit");
  unit.root.className = "sp-lp-switch";
  const root = el("div", { class: "sp-lp-toolbar", role: "toolbar", "aria-label": labels.toolbar },
    undo, redo, restart, replay, pin, goal, changes,
    el("label", { class: "sp-lp-select" }, el("span", {}, labels.year), select), unit.root);

  function draw(state, year, view, replaying, pinsFull) {
    pin.disabled = pinsFull;
    replay.disabled = !state.last;
    replay.setAttribute("aria-pressed", String(replaying));
    undo.disabled = !state.canUndo;
    redo.disabled = !state.canRedo;
    write(count, String(state.changes()));
    changes.title = say(labels.changes, { count: state.changes() }); // a laptop shows the number alone
    select.value = String(year);
    unit.show(view);
  }
  return { root, draw };
}

// Tabs: which chart (phone and laptop), which group of levers (phone). All stay in the page; CSS shows the chosen.
export function makeTabs(name, className, options, chosen, onchange) {
  const tabs = choice(name, options, onchange, `tabs-${className}`);
  tabs.root.className = `sp-lp-tabs ${className}`;
  tabs.show(chosen);
  return tabs.root;
}
