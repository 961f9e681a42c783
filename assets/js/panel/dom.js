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
export const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

// ■ and ◆ are drawn, because font glyphs differ in size and are missing in the bundled fonts.
export function mark(group) {
  const shape = group === "policy" ? "M1 1h10v10H1z" : "M6 0l6 6-6 6-6-6z";
  return svg("svg", { class: `sp-lp-mark ${group}`, viewBox: "0 0 12 12", "aria-hidden": "true" }, svg("path", { d: shape }));
}

const ICONS = {
  undo: "M7 5 3 9l4 4M3 9h9a5 5 0 0 1 0 10H9",
  redo: "M15 5l4 4-4 4M19 9h-9a5 5 0 0 0 0 10h3",
  restart: "M4 4v5h5M4.6 9a8 8 0 1 1-.4 5",
  full: "M5 9V5h4M13 5h4v4M17 13v4h-4M9 17H5v-4",
  close: "M5 5l12 12M17 5 5 17",
};

export function icon(name) {
  return svg("svg", { class: "sp-lp-icon", viewBox: "0 0 22 22", "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
}

// Write only what changed: during a drag most texts stay the same.
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
