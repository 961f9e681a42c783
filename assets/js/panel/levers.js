// One lever: name (opens its card), today's value, slider with its tick and filled change, exact number field.
import { el, mark, write } from "/assets/js/panel/dom.js";
import { digitsFor } from "/assets/js/panel/numbers.js";
import { outside, snap } from "/assets/js/panel/state.js";

const KEYS = {
  ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 2, PageDown: -2, Home: "minimum", End: "maximum",
  Delete: "default", Backspace: "default",
};

// A lever's value in the words of the page: 0.6 → "60", 300000 → "300", 0.03 → "+3.0".
export function shown(lever, value, numbers) {
  if (lever.words) return lever.words[value] ?? String(value);
  const scaled = value * lever.scale;
  const digits = digitsFor(scaled, lever.digits, lever.most);
  return lever.signed ? numbers.signed(scaled, digits) : numbers.decimal(scaled, digits, lever.plain);
}

export const withUnit = (lever, text) => (lever.unit ? text + (lever.unit.startsWith("%") ? "" : "\u00a0") + lever.unit : text);

export function makeLever(lever, { numbers, labels, on }) {
  const show = (value) => withUnit(lever, shown(lever, value, numbers));
  const range = el("input", {
    type: "range", min: lever.minimum, max: lever.maximum, step: "any", class: "sp-lp-range",
    "data-testid": `lever-${lever.id}`, "aria-label": lever.name,
  });
  const field = el("input", {
    type: "text", inputmode: "decimal", autocomplete: "off", class: "sp-lp-number",
    "data-testid": `number-${lever.id}`, "aria-label": `${lever.name}, ${lever.unit || labels.exact}`,
  });
  const problem = el("p", { class: "sp-lp-problem", role: "alert", hidden: true });
  const swatch = lever.colour ? el("span", { class: "sp-lp-swatch", style: `background:${lever.colour}` }) : "";
  const name = el("button", { type: "button", class: "sp-lp-name", "aria-haspopup": "dialog", onclick: () => on.card(lever) }, lever.name);
  const root = el("div", { class: `sp-lp-lever ${lever.group}`, style: `--tick:${position(lever, lever.default)}` },
    el("span", { class: "sp-lp-dot", "aria-hidden": "true" }), swatch, name,
    el("span", { class: "sp-lp-today", title: lever.today }, lever.note),
    el("span", { class: "sp-lp-track" }, range, el("span", { class: "sp-lp-tick", "aria-hidden": "true" })),
    el("label", { class: "sp-lp-field" }, field, lever.unit ? el("span", { class: "sp-lp-unit" }, lever.unit) : ""),
    problem);

  function complain(text) {
    write(problem, text);
    problem.hidden = !text;
    field.setAttribute("aria-invalid", text ? "true" : "false");
  }

  function draw(value) {
    const p = position(lever, value), tick = position(lever, lever.default);
    range.value = value;
    range.setAttribute("aria-valuetext", show(value));
    root.style.setProperty("--p", p);
    root.style.setProperty("--lo", Math.min(p, tick));
    root.style.setProperty("--hi", Math.max(p, tick));
    root.classList.toggle("changed", value !== lever.default);
    if (document.activeElement !== field) field.value = shown(lever, value, numbers);
  }

  function typed() {
    const value = readTyped(lever, field.value, numbers);
    if (outside(lever, value)) {
      complain(labels.out_of_range.replace("{low}", show(lever.minimum)).replace("{high}", show(lever.maximum)));
      field.value = shown(lever, on.value(lever.id), numbers);
      return;
    }
    complain("");
    field.value = shown(lever, value, numbers);
    if (value === on.value(lever.id)) return;
    on.start(lever);
    on.input(lever.id, value);
    on.commit(lever.id);
  }

  range.addEventListener("pointerdown", () => on.start(lever));
  range.addEventListener("input", () => { complain(""); on.input(lever.id, snap(lever, Number(range.value))); });
  range.addEventListener("change", () => on.commit(lever.id));
  range.addEventListener("dblclick", () => { on.input(lever.id, lever.default); on.commit(lever.id); });
  range.addEventListener("keydown", (event) => {
    const value = keyed(lever, event, on.value(lever.id));
    if (value === undefined) return;
    event.preventDefault();
    on.start(lever);
    on.input(lever.id, value);
  });
  range.addEventListener("keyup", (event) => { if (event.key in KEYS) on.commit(lever.id); });
  range.addEventListener("blur", () => on.commit(lever.id));
  field.addEventListener("focus", () => field.select());
  field.addEventListener("input", () => complain(""));
  field.addEventListener("change", typed);
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") { typed(); field.select(); } });
  field.addEventListener("blur", () => { field.value = shown(lever, on.value(lever.id), numbers); });
  return { root, draw };
}

const position = (lever, value) => (value - lever.minimum) / (lever.maximum - lever.minimum);

function readTyped(lever, text, numbers) {
  const word = Object.entries(lever.words ?? {}).find(([, name]) => name.toLowerCase() === text.trim().toLowerCase());
  if (word) return Number(word[0]);
  return Number((numbers.parse(text) / lever.scale).toFixed(10));
}

function keyed(lever, event, value) {
  const move = KEYS[event.key];
  if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (typeof move === "string") return lever[move];
  const coarse = event.shiftKey || Math.abs(move) === 2;
  const next = value + Math.sign(move) * (coarse ? lever.coarse : lever.step);
  return snap({ ...lever, default: lever.minimum }, next);
}

// A group of levers under its heading, with its own way back to today.
export function makeGroup(group, title, levers, { labels, on }) {
  return el("section", { class: `sp-lp-group ${group}`, "data-group": group },
    el("header", {}, el("h2", {}, mark(group), title),
      el("button", { type: "button", class: "sp-lp-reset", "data-testid": `reset-${group}`, "aria-label": labels[`reset_${group}`],
        onclick: () => on.reset(group) }, labels.reset)),
    ...levers);
}
