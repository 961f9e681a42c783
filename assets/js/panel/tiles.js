// Tiles: the value of the chosen year, the base, and what policy ■ and assumptions ◆ add to it.
import { el, mark, put, say, write } from "/assets/js/panel/dom.js";
import { printedParts } from "/assets/js/panel/results.js";

// Widths of bold figures and of marks between them, in em.
const room = (text) => [...text].reduce((sum, letter) => sum + (/\d/.test(letter) ? 0.573 : 0.29), 0);

export function makeTile(spec, { numbers, labels, on }) {
  const name = el("h2"), value = el("b", { class: "sp-lp-value" }), base = el("span", { class: "sp-lp-base" });
  const badge = { policy: el("span"), assumption: el("span") };
  const badges = Object.entries(badge).map(([group, text]) => el("span", { class: `sp-lp-badge ${group}` },
    mark(group), el("span", { class: "sp-lp-sr" }, labels[`effect_${group}`]), text));
  const open = el("button", {
    type: "button", class: "sp-lp-open", "aria-haspopup": "dialog", onclick: () => on.explain(spec.result),
  });
  const root = el("article", { class: spec.gap ? "sp-lp-tile gap" : "sp-lp-tile", "data-testid": `tile-${spec.id}` },
    name, el("p", {}, value, el("span", {}, el("small", {}, spec.unit), base)), el("footer", {}, ...badges), open);

  const amount = (number) => {
    if (number === 0) return labels.none;
    return numbers.signed(number, spec.digits) + (spec.change ? `\u00a0${spec.change}` : "");
  };
  const there = (results, at) => !spec.exists || results[spec.exists][at] > 0;

  function draw(sets) {
    const all = [sets.baseline, sets.modified, sets.scenario];
    const [b, m, v] = all.map((results) => results[spec.result][sets.at] * spec.scale);
    const before = there(sets.baseline, sets.at), now = there(sets.scenario, sets.at);
    const parts = before && now ? printedParts(b, m, v, spec.digits).map(amount) : [now ? labels.new : "–", "–"];
    write(name, say(spec.name, { year: sets.year }));
    put(open, "aria-label", say(labels.explain, { name: name.textContent }));
    write(value, now ? numbers.decimal(v, spec.digits) : "–");
    write(base, `${labels.base} ${before ? numbers.decimal(b, spec.digits) : "–"}`);
    write(badge.policy, parts[0]);
    write(badge.assumption, parts[1]);
  }

  // The room for the value is that of its largest digits: nothing moves while it changes.
  function reserve(largest) {
    value.style.minWidth = `${room(numbers.decimal(largest * spec.scale, spec.digits)).toFixed(2)}em`;
  }
  return { root, draw, reserve, spec };
}
