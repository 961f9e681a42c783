// Tiles: the value of the chosen year, the base, and what policy ■ and assumptions ◆ add to it.
import { el, mark, write } from "/assets/js/panel/dom.js";

// Parts in units of the last printed decimal, so that base + policy + assumptions is the printed value.
export function printedParts(base, modified, value, digits) {
  const unit = 10 ** digits, exact = [value - modified, modified - base];
  const parts = exact.map((part) => Math.round(part * unit));
  const missing = Math.round(value * unit) - Math.round(base * unit) - parts[0] - parts[1];
  if (missing) {
    const error = exact.map((part, i) => (part === 0 ? -Infinity : (part * unit - parts[i]) * missing));
    parts[error[0] >= error[1] ? 0 : 1] += missing;
  }
  return parts.map((part) => part / unit);
}

export function makeTile(spec, { numbers, labels }) {
  const value = el("b", { class: "sp-lp-value" });
  const base = el("span", { class: "sp-lp-base" });
  const badge = { policy: el("span"), assumption: el("span") };
  const badges = Object.entries(badge).map(([group, text]) => el("span", { class: `sp-lp-badge ${group}` }, mark(group),
    el("span", { class: "sp-lp-sr" }, labels[`effect_${group}`]), text));
  const root = el("article", { class: "sp-lp-tile", "data-testid": `tile-${spec.id}` },
    el("header", {}, el("h3", {}, spec.name), base),
    el("p", {}, spec.before ? el("small", {}, spec.before) : "", value, el("small", {}, spec.unit)),
    el("footer", {}, ...badges));

  const amount = (number) => {
    const text = numbers.signed(number, spec.digits);
    return Number(number.toFixed(spec.digits)) === 0 ? labels.none : text + (spec.change ? `\u00a0${spec.change}` : "");
  };

  function draw(year, baseline, modified, scenario) {
    const [b, m, v] = [baseline, modified, scenario].map((results) => results[spec.result][year] * spec.scale);
    const [policy, assumption] = printedParts(b, m, v, spec.digits);
    write(value, numbers.decimal(v, spec.digits));
    write(base, `${labels.base} ${numbers.decimal(b, spec.digits)}`);
    write(badge.policy, amount(policy));
    write(badge.assumption, amount(assumption));
  }

  // The room for the value is that of its largest digits: nothing moves while it changes.
  function reserve(largest) {
    value.style.minWidth = `${numbers.decimal(largest * spec.scale, spec.digits).length * 0.58}em`;
  }
  return { root, draw, reserve, spec };
}
