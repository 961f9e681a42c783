// One slide as elements: titles in both languages, figure, numbers, points, facts of a decision, sources, marks.
import { element } from "/assets/js/figure.js";
import { remember } from "/assets/js/present/back.js";

// Letters from which a title is set smaller: to two lines, to three, to what the longest accepted one needs.
const SIZES = [[170, "longest"], [100, "longer"], [56, "long"]];
const sizeOf = (title) => SIZES.find(([letters]) => title.length > letters)?.[1] ?? "";

function add(parent, tag, className, text) {
  const node = element(tag, className, text);
  parent.append(node);
  return node;
}

function numbers(slide, parent) {
  for (const it of slide.numbers) {
    const box = add(parent, "div", it.gap ? "sp-slide-number gap" : "sp-slide-number");
    add(box, "p", "name", it.name);
    const value = add(box, "p", "value");
    add(value, "b", it.value.length > 6 ? "long" : "", it.value);
    if (it.unit) add(value, "small", "", it.unit);
    add(box, "p", "second", it.second);
    add(box, "p", "when", it.when);
  }
}

function points(slide, parent) {
  const list = add(parent, "ul", "sp-slide-points");
  for (const [first, second] of slide.points) {
    const item = add(list, "li");
    add(item, "span", "first", first);
    add(item, "span", "second", second);
  }
}

// [name, other name, words, other words]; the other language stands beneath, smaller.
function facts(slide, parent) {
  const list = add(parent, "dl", "sp-slide-facts");
  for (const [name, second, words, other] of slide.facts) {
    const row = add(list, "div");
    const head = add(row, "dt", "", name);
    add(head, "span", "second", second);
    const body = add(row, "dd", "", words);
    add(body, "span", "second", other);
  }
}

function foot(slide, parent, at, deck, labels) {
  add(parent, "p", "sp-slide-source", slide.source);
  const line = add(parent, "div", "sp-slide-foot");
  for (const mark of slide.marks) add(line, "span", "sp-simulated", mark);
  if (slide.scenario) add(line, "span", "scenario", slide.scenario);
  for (const [name, target] of [["panel", "_self"], ["room", "_blank"]]) {
    if (!slide[name]) continue;
    const link = add(line, "a", "sp-slide-link", labels[name]);
    Object.assign(link, { href: slide[name], target });
    if (target === "_self") link.onclick = () => remember(labels.back.replace("{n}", at + 1));
  }
  const right = add(line, "span", "frozen", deck.frozen);
  add(right, "b", "page", `${at + 1} / ${deck.slides.length}`);
}

// Return the slide's element, the box of its figure and that of its levers, if it has them.
export function build(deck, at) {
  const slide = deck.slides[at];
  const node = element("article", `sp-slide ${slide.kind}`);
  node.dataset.slide = slide.id;
  node.setAttribute("aria-label", `${at + 1} / ${deck.slides.length}: ${slide.title}`);
  const head = add(node, "header");
  add(head, "h2", sizeOf(slide.title), slide.title);
  add(head, "p", `second ${sizeOf(slide.second)}`.trim(), slide.second);
  if (slide.measure) add(head, "p", "measure", slide.measure);
  const body = add(node, "div", "sp-slide-body");
  let plot = null;
  const live = slide.live ? add(body, "div", "sp-slide-levers") : null;
  if (slide.figure) {
    plot = add(body, "div", "sp-slide-plot");
    plot.setAttribute("role", slide.figure.kind === "table" ? "group" : "img");
    plot.setAttribute("aria-label", slide.figure.alt);
    plot.dataset.figure = slide.figure.key;
  }
  if (slide.points.length) points(slide, body);
  if (slide.facts) facts(slide, body);
  if (slide.numbers.length) numbers(slide, add(body, "aside", "sp-slide-numbers"));
  foot(slide, add(node, "footer"), at, deck, deck.labels);
  return { node, plot, live };
}
