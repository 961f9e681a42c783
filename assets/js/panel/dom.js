// Make HTML and SVG nodes in one line each; text is always text, never markup.
const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

export const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
export const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

// ■ and ◆ are drawn, because font glyphs differ in size and are missing in the bundled fonts.
export function mark(group) {
  const shape = group === "policy" ? "M1 1h10v10H1z" : "M6 0l6 6-6 6-6-6z";
  const picture = { class: `sp-lp-mark ${group}`, viewBox: "0 0 12 12", "aria-hidden": "true" };
  return svg("svg", picture, svg("path", { d: shape }));
}

const ICONS = {
  undo: "M8 4 3.5 8.5 8 13M3.5 8.5H13a5 5 0 0 1 0 10H8",
  redo: "M14 4l4.5 4.5L14 13M18.5 8.5H9a5 5 0 0 0 0 10h5",
  restart: "M4 3.5v5.5h5.5M4.7 8.8a8 8 0 1 1-.6 4.7",
  replay: "M4 11a7 7 0 1 0 2-5M4 3.5V7h3.5M9.5 8l5 3-5 3z",
  pin: "M8 3.5h6M9 3.5v6l-2.5 3.5h9L13 9.5v-6M11 13v6",
  goal: "M5 20V3.5M5 4.5h11l-2.5 3.5 2.5 3.5H5",
  fan: "M3 15.5C8 14.5 13 9 19 3M3 15.5c6 0 11-1 16-.5M3 15.5C8 15 13 12 19 9",
  list: "M8 5.5h11M8 11h11M8 16.5h11M3.5 5.5h.01M3.5 11h.01M3.5 16.5h.01",
  full: "M4 8V4h4M14 4h4v4M18 14v4h-4M8 18H4v-4",
  close: "M5 5l12 12M17 5 5 17",
};

export function icon(name) {
  const picture = { class: "sp-lp-icon", viewBox: "0 0 22 22", "aria-hidden": "true" };
  return svg("svg", picture, svg("path", { d: ICONS[name] }));
}

// Write only what changed: during a drag most texts and attributes stay the same.
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function put(node, name, value) {
  const text = String(value);
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

// Put words into the {places} of a text.
export const say = (template, words) => template.replace(/\{(\w+)\}/g, (all, name) => words[name] ?? all);
