// Set a goal for one result: which, at least or at most how much; or none.
import { makeDialog } from "/assets/js/panel/dialog.js";
import { el, icon, say, write } from "/assets/js/panel/dom.js";
import { printedGoal } from "/assets/js/panel/goal_meter.js";
import { clean } from "/assets/js/panel/values.js";

const MOST = 1e15; // of the core's unit, as in the address

export function makeGoalDialog(goals, { numbers, labels, on }) {
  const { dialog, open, close } = makeDialog("goal-dialog", labels);
  const select = el("select", { "data-testid": "goal-result", onchange: () => choose(null) },
    ...goals.map((goal) => el("option", { value: goal.id }, `${goal.called}, ${goal.of}`)));
  const way = el("span", {}), unit = el("span", { class: "sp-lp-unit" });
  const field = el("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", class: "sp-lp-number", "data-testid": "goal-value",
    oninput: () => complain(false), onkeydown: entered,
  });
  const problem = el("p", { class: "sp-lp-wrong", role: "alert", hidden: true });
  const now = el("p", {});
  const drop = el("button", { type: "button", class: "sp-lp-button", onclick: () => done(null) }, icon("close"), el("span", {}, labels.goal_drop));
  let sets = null;

  const spec = () => goals.find((goal) => goal.id === select.value);
  const share = ({ scale, share: percent }) => (percent ? 100 : MOST * scale); // a share of GDP stays below one

  function complain(wrong) {
    write(problem, wrong ? say(labels.goal_wrong, { high: numbers.decimal(share(spec()), 0) }) : "");
    problem.hidden = !wrong;
    field.setAttribute("aria-invalid", String(wrong));
  }

  // Another result: its unit, where the scenario stands, and the goal that is set for it or where it stands now.
  function choose(value) {
    const { result, scale, digits, least, of } = spec();
    const print = (set) => numbers.decimal(set[result][sets.at] * scale, digits);
    complain(false);
    write(way, labels[least ? "goal_least" : "goal_most"]);
    write(unit, of);
    field.setAttribute("aria-label", `${way.textContent}, ${of}`);
    field.value = value === null ? print(sets.scenario) : printedGoal(spec(), value, numbers);
    write(now, say(labels.goal_now, { year: sets.year, value: print(sets.scenario), base: print(sets.baseline), unit: of }));
  }

  function done(goal) {
    close();
    on.goal(goal);
  }

  function set() {
    const { id, scale, share: percent } = spec(), typed = numbers.parse(field.value);
    if (!(typed >= 0 && typed <= share(spec()))) return complain(true);
    done({ id, value: percent ? clean(typed / scale) : Math.round(typed / scale) });
  }

  // The key must not press the button that gets the focus when the dialog closes.
  function entered(event) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    set();
  }

  function show(found) {
    sets = found;
    drop.disabled = !sets.goal;
    select.value = sets.goal?.id ?? goals[0].id;
    open("goal", [icon("goal")], labels.goal,
      el("div", { class: "sp-lp-goal-form" },
        el("label", {}, el("span", {}, labels.goal_of), select),
        el("label", {}, way, el("span", { class: "sp-lp-field" }, field, unit))),
      problem, now, el("p", { class: "sp-lp-goal-own" }, labels.goal_own),
      el("div", { class: "sp-lp-goal-buttons" },
        el("button", { type: "button", class: "sp-lp-button main", "data-testid": "goal-set", onclick: set },
          icon("goal"), el("span", {}, labels.goal_set)), drop));
    choose(sets.goal?.value ?? null);
    field.select();
  }
  return { dialog, open: show };
}
