// The card behind a number: value, formula in words and in numbers, every part down to its source.
import { el, mark } from "/assets/js/panel/dom.js";
import { makeDialog } from "/assets/js/panel/dialog.js";
import { makeExplainer } from "/assets/js/panel/explain.js";

export function makeNumberCard(labels, numbers, behind) {
  const { dialog, open } = makeDialog("number-card", labels);
  let explainer = null;

  const equation = (said) => el("div", { class: "sp-lp-equation" },
    el("p", {}, el("span", { class: "sp-lp-sr" }, `${labels.explain_words}: `), said.words),
    el("p", {}, el("span", { class: "sp-lp-sr" }, `${labels.explain_values}: `), said.values));

  // What a number is and where it comes from; an illustrative one says so.
  function origin(said) {
    const shape = said.lever ? [mark(said.lever)] : [];
    const status = [said.kind, said.note].filter(Boolean).join(" · ");
    return el("span", { class: "sp-lp-origin" },
      el("span", { class: said.illustrative ? "sp-lp-tag" : `sp-lp-status ${said.lever ?? ""}` }, ...shape,
        said.illustrative && !said.note.includes(labels.illustrative) ? `${status} · ${labels.illustrative}` : status),
      said.source ? el("span", {}, said.source) : "");
  }

  const line = (said) => [
    el("span", {}, said.leaf ? said.title : `${said.title}, ${said.year}`), el("b", {}, said.value), origin(said),
  ];

  // A part that is itself calculated opens to its own formula and parts, made when they are asked for.
  function part(said) {
    if (said.leaf) return el("li", {}, el("div", { class: "sp-lp-part" }, ...line(said)));
    const box = el("details", {}, el("summary", { class: "sp-lp-part" }, ...line(said)));
    box.addEventListener("toggle", () => { if (box.open && box.children.length === 1) box.append(...below(said)); });
    return el("li", {}, box);
  }

  function below(said) {
    const inputs = said.inputs();
    return [equation(said), ...(inputs.length ? [el("ul", { class: "sp-lp-parts" }, ...inputs.map(part))] : [])];
  }

  function three(said, name, sets) {
    const print = (results) => explainer.value(results[name][sets.at], said.unit);
    return el("dl", { class: "sp-lp-three" }, ...["baseline", "modified", "scenario"].map((line) =>
      el("div", { class: line }, el("dt", {}, labels[`line_${line}`]), el("dd", {}, print(sets[line])))));
  }

  // Explain `name` in the year of `sets` where the levers stand.
  async function show(name, values, sets) {
    try {
      explainer ??= makeExplainer(await behind(), numbers);
    } catch {
      open("", [labels.simulated], "", el("p", {}, labels.explain_none));
      return;
    }
    const said = explainer.at(values)(name, sets.year);
    const title = `${said.title[0].toUpperCase()}${said.title.slice(1)}, ${said.year}`;
    open("number", [el("span", { class: "sp-lp-simulated" }, labels.simulated)], title,
      el("p", { class: "sp-lp-whole" }, said.value), three(said, name, sets), equation(said),
      el("h3", {}, labels.explain_parts), el("ul", { class: "sp-lp-parts" }, ...said.inputs().map(part)));
  }
  return { dialog, open: show };
}
