// The slides of a deck that is edited, in their order: choose, move, copy, take out, add.
import { el, say, write } from "/assets/js/panel/dom.js";

export function kindOf(slide) {
  if (slide.decisions) return "decisions";
  if (slide.levers?.length) return "levers";
  if (slide.opening) return "opening";
  return slide.figure ? "figure" : "points";
}

export function makeList(data, on) {
  const { labels, language } = data;
  const figures = new Map(data.figures);
  const rows = el("ol", { class: "sp-de-list" });
  const adds = Object.keys(data.fresh).map((kind) => el("button", {
    type: "button", class: "sp-de-plain", onclick: () => on.add(kind), "data-testid": `add-${kind}`,
  }, `+ ${labels[`kind_${kind}`]}`));
  const root = el("div", { class: "sp-de-order" }, rows,
    el("div", { class: "sp-de-add", role: "group", "aria-label": labels.add }, el("span", {}, labels.add), ...adds));
  const made = [];

  function titleOf(slide) {
    return slide[`title_${language}`] || figures.get(slide.figure) || labels[`kind_${kindOf(slide)}`] || slide.id;
  }

  function makeRow(number) {
    const name = el("span"), kind = el("small");
    const choose = el("button", { type: "button", class: "choose", onclick: () => on.choose(number) }, name, kind);
    const tool = (key, sign, act) => el("button", { type: "button", class: "tool", onclick: act, "data-act": key }, sign);
    const tools = {
      up: tool("up", "↑", () => on.move(number, -1)), down: tool("down", "↓", () => on.move(number, 1)),
      copy: tool("copy", "⧉", () => on.copy(number)), remove: tool("remove", "✕", () => on.remove(number)),
    };
    return { root: el("li", {}, choose, el("span", { class: "tools" }, ...Object.values(tools))), name, kind, choose, tools };
  }

  function draw(draft, at) {
    while (made.length < draft.slides.length) made.push(makeRow(made.length));
    // Only where it must be: a click that ends a field's typing draws the list while the pointer is down on a row.
    if (rows.children.length !== draft.slides.length) rows.replaceChildren(...made.slice(0, draft.slides.length).map((row) => row.root));
    draft.slides.forEach((slide, number) => {
      const row = made[number], title = titleOf(slide);
      write(row.name, title);
      write(row.kind, labels[`kind_${kindOf(slide)}`] ?? "");
      row.root.dataset.slide = slide.id;
      row.root.classList.toggle("chosen", number === at);
      row.choose.setAttribute("aria-current", String(number === at));
      for (const [key, button] of Object.entries(row.tools)) {
        const words = say(labels.slide_of, { act: labels[key], slide: title });
        button.title = labels[key];
        button.setAttribute("aria-label", words);
      }
      row.tools.up.disabled = number === 0;
      row.tools.down.disabled = number === draft.slides.length - 1;
      row.tools.remove.disabled = draft.slides.length === 1;
    });
  }
  return { root, draw };
}
