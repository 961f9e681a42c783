// How far the scenario is from the goal in the chosen year, while a lever moves: a bar with the goal's mark, and words.
import { fittedAxis, niceAxis } from "/assets/js/panel/axis.js";
import { el, icon, say, write } from "/assets/js/panel/dom.js";

const NOISE = 1e-9; // relative: less is rounding, not a difference

// A goal as it is printed: as many decimals as the result has, more only where the goal needs them.
export function printedGoal(spec, value, numbers) {
  const scaled = value * spec.scale;
  for (let digits = spec.digits; digits < spec.digits + 3; digits += 1) {
    if (Math.abs(Number(scaled.toFixed(digits)) - scaled) < NOISE) return numbers.decimal(scaled, digits);
  }
  return numbers.decimal(scaled, spec.digits + 3);
}

export function makeGoalMeter(goals, { numbers, labels, on }) {
  const name = el("span", { class: "sp-lp-goal-name" }), verdict = el("b", { class: "sp-lp-goal-verdict" });
  const own = el("i", { class: "own" }), gap = el("i", { class: "gap" }), need = el("i", { class: "need" });
  const root = el("button", {
    type: "button", class: "sp-lp-goal", "aria-haspopup": "dialog", "data-testid": "goal-meter", hidden: true, onclick: on.askGoal,
  }, icon("goal"), name, el("span", { class: "sp-lp-goal-bar", "aria-hidden": "true" }, own, gap, need), verdict);
  let axis = null, shown = null; // the goal whose scale the bar has
  let told = "", news = "";

  const measure = (sets) => {
    const spec = goals.find((one) => one.id === sets.goal.id);
    const value = sets.scenario[spec.result][sets.at], away = value - sets.goal.value;
    const met = (spec.least ? -away : away) <= NOISE * Math.abs(sets.goal.value);
    return { spec, value, met, by: Math.abs(away) };
  };

  function distance(spec, by) {
    const text = numbers.decimal(by * spec.scale, spec.digits);
    if (/[1-9]/.test(text)) return text;
    return say(labels.goal_less, { value: numbers.decimal(10 ** -spec.digits, spec.digits) });
  }

  function words({ spec, met, by }, { goal }) {
    if (by <= NOISE * Math.max(goal.value, 1)) return labels.goal_exact;
    const kind = met ? (spec.least ? "reached_least" : "reached_most") : (spec.least ? "missing" : "over");
    return say(labels[`goal_${kind}`], { by: distance(spec, by), unit: spec.of });
  }

  function paint({ value, met }, goal) {
    const share = (amount) => `${(100 * Math.min(1, Math.max(0, amount / axis.top))).toFixed(2)}%`;
    const [low, high] = [Math.min(value, goal.value), Math.max(value, goal.value)];
    own.style.width = share(met ? value : low);
    gap.style.left = share(low);
    gap.style.right = `calc(100% - ${share(met ? low : high)})`;
    need.style.left = share(goal.value);
  }

  // While a hand moves the bar keeps its scale; it grows only where the value would leave it.
  function draw(sets) {
    root.hidden = !sets.goal;
    if (!sets.goal) return;
    const found = measure(sets), { goal, year } = sets, largest = Math.max(found.value, goal.value);
    if (!axis || shown !== goal || largest > axis.top) axis = niceAxis(largest * 1.1);
    shown = goal;
    const of = { year, name: found.spec.called, value: printedGoal(found.spec, goal.value, numbers), unit: found.spec.of };
    write(name, say(labels[found.spec.least ? "goal_at_least" : "goal_at_most"], of));
    write(verdict, words(found, sets));
    root.classList.toggle("met", found.met);
    paint(found, goal);
  }

  // The end of a move: a scale that fits, and what is new about the goal: set, newly reached or newly missed.
  function end(sets) {
    if (sets.goal) {
      const { value } = measure(sets);
      axis = shown === sets.goal ? fittedAxis(axis, Math.max(value, sets.goal.value) * 1.05) : null;
    }
    draw(sets);
    const now = sets.goal ? `${name.textContent}: ${measure(sets).met}` : "";
    news = now && now !== told ? `${name.textContent}. ${verdict.textContent}.` : "";
    told = now;
  }
  return { root, draw, end, get news() { return news; } };
}
