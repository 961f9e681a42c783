// One lever: name (opens its card), today's value, slider with its tick and filled change, exact number field.
import { el, icon, mark, say, write } from "/assets/js/panel/dom.js";
import { outside, printed, readTyped, shown, snap, stepped } from "/assets/js/panel/values.js";

const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 2, PageDown: -2 };
const PLACES = { Home: "minimum", End: "maximum", Delete: "default", Backspace: "default" };
const position = (lever, value) => (value - lever.minimum) / (lever.maximum - lever.minimum);

// `place` sets the test names of a lever apart that is shown twice; in the drawer it has a button back to today.
export function makeLever(lever, { numbers, labels, on }, place = "") {
  const range = el("input", {
    type: "range", min: lever.minimum, max: lever.maximum, step: "any", class: "sp-lp-range",
    "data-testid": `${place}lever-${lever.id}`, "aria-label": place ? lever.title : lever.name,
  });
  const field = el("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", class: "sp-lp-number",
    "data-testid": `${place}number-${lever.id}`, "aria-label": `${place ? lever.title : lever.name}, ${lever.unit || labels.exact}`,
  });
  const problem = el("p", { class: "sp-lp-problem", role: "alert", hidden: true });
  const swatch = lever.colour ? el("span", { class: "sp-lp-swatch", style: `background:${lever.colour}` }) : "";
  const kind = lever.colour ? lever.group : `${lever.group} plain`;
  const name = el("button", {
    type: "button", class: "sp-lp-name", "aria-haspopup": "dialog", onclick: () => on.card(lever),
  }, lever.name);
  const back = el("button", {
    type: "button", class: "sp-lp-back", "aria-label": `${labels.card_back}: ${lever.name}`, title: labels.card_back,
    onclick: () => { move(lever.default); on.commit(); },
  }, icon("restart"));
  const tick = position(lever, lever.default);
  const unitClass = lever.unit.length > 6 ? "sp-lp-unit long" : "sp-lp-unit";
  const root = el("div", { class: `sp-lp-lever ${kind}`, style: `--tick:${tick}` },
    el("span", { class: "sp-lp-dot", "aria-hidden": "true" }), swatch, name,
    el("span", { class: "sp-lp-today", title: lever.today }, lever.note),
    el("span", { class: "sp-lp-track" }, el("span", { class: "sp-lp-tick", "aria-hidden": "true" }), range),
    el("label", { class: "sp-lp-field" }, field, lever.unit ? el("span", { class: unitClass }, lever.unit) : ""),
    place ? back : "", problem);

  const text = (value) => shown(lever, value, numbers);
  const now = () => on.value(lever.id);

  function complain(words) {
    write(problem, words);
    problem.hidden = !words;
    field.setAttribute("aria-invalid", words ? "true" : "false");
  }

  let drawn = null; // most levers stand still while one moves

  function draw(value) {
    if (value === drawn) return;
    drawn = value;
    const at = position(lever, value);
    range.value = value;
    range.setAttribute("aria-valuetext", printed(lever, value, numbers));
    root.style.setProperty("--lo", Math.min(at, tick));
    root.style.setProperty("--hi", Math.max(at, tick));
    root.classList.toggle("changed", value !== lever.default);
    back.disabled = value === lever.default;
    if (document.activeElement !== field) field.value = text(value);
  }

  function move(value) {
    complain("");
    on.start(lever);
    on.input(lever.id, value);
  }

  function typed() {
    const value = readTyped(lever, field.value, numbers);
    const wrong = outside(lever, value);
    const limits = { low: printed(lever, lever.minimum, numbers), high: printed(lever, lever.maximum, numbers) };
    complain(wrong ? say(labels.out_of_range, limits) : "");
    field.value = text(wrong ? now() : value);
    if (wrong || value === now()) return;
    move(value);
    on.commit();
  }

  function keyed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = PLACES[event.key], steps = STEPS[event.key];
    if (!place && !steps) return;
    event.preventDefault();
    move(place ? lever[place] : stepped(lever, now(), Math.sign(steps), event.shiftKey || Math.abs(steps) === 2));
  }

  range.addEventListener("pointerdown", () => on.grab(lever));
  range.addEventListener("input", () => move(snap(lever, Number(range.value))));
  range.addEventListener("change", () => on.commit());
  range.addEventListener("dblclick", () => { move(lever.default); on.commit(); });
  range.addEventListener("keydown", keyed);
  range.addEventListener("keyup", () => on.commit());
  range.addEventListener("blur", () => on.commit());
  field.addEventListener("focus", () => field.select());
  field.addEventListener("input", () => complain(""));
  field.addEventListener("change", typed);
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") { typed(); field.select(); } });
  field.addEventListener("blur", () => { field.value = text(now()); });
  return { root, draw };
}

// A group of levers under its heading, with its own way back to today.
export function makeGroup(group, levers, { labels, on }) {
  const title = labels[`reset_${group}`];
  const reset = el("button", {
    type: "button", class: "sp-lp-reset", "data-testid": `reset-${group}`,
    "aria-label": `${labels.reset}: ${title}`, title, onclick: () => on.reset(group),
  }, labels.reset);
  return el("section", { class: `sp-lp-group ${group}`, "data-group": group },
    el("header", {}, el("h2", {}, mark(group), labels[`group_${group}`]), reset), ...levers);
}
