// A long list to search: filters while one types, in both languages; details are built when they are opened.
import { element, save } from "/assets/js/figure.js";

// R_t = N · p^n: single letters are slanted, what follows _ or ^ stands lower or higher.
function symbols(text) {
  const node = element("span", "sp-symbols");
  for (const [part, word, mark, braced, bare] of text.matchAll(/([A-Za-z]+)|([_^])(?:\{([^}]*)\}|([A-Za-z0-9]))|[^A-Za-z_^]+/g))
    if (mark) node.append(element(mark === "_" ? "sub" : "sup", "", braced ?? bare));
    else node.append(word?.length === 1 ? element("var", "", word) : part);
  return node;
}

function cell({ text, more, tags, number, symbols: mathematical }) {
  const node = element("span", number ? "sp-cell n" : "sp-cell");
  node.append(mathematical ? symbols(text) : element("b", "", text));
  for (const [word, style] of tags) node.append(" ", element("span", `sp-tag ${style}`, word));
  if (more) node.append(element("small", "", more));
  return node;
}

function details(entry) {
  const list = element("dl");
  for (const { name, lines, address } of entry.details) {
    list.append(element("dt", "", name));
    for (const line of lines) if (line) list.append(element("dd", "", line));
    if (!/^https?:/.test(address)) continue;
    const anchor = element("a", "", address);
    Object.assign(anchor, { href: address, target: "_blank", rel: "noopener noreferrer" });
    const place = element("dd");
    place.append(anchor);
    list.append(place);
  }
  return list;
}

function line(entry) {
  const item = element("li");
  item.id = entry.key;
  const opens = entry.details.length > 0;
  const fold = element(opens ? "details" : "div");
  const summary = element(opens ? "summary" : "div", "sp-line");
  summary.append(...entry.cells.map(cell));
  fold.append(summary);
  fold.ontoggle = () => { if (fold.open && fold.childElementCount === 1) fold.append(details(entry)); };
  item.append(fold);
  return { entry, item, fold };
}

// Shows what holds every word asked for and belongs to the group asked for; a lone entry opens itself.
function show(state) {
  const words = state.field.value.toLowerCase().split(/\s+/).filter(Boolean);
  const held = state.lines.filter(({ entry }) =>
    (!state.group || entry.group === state.group) && words.every((word) => entry.words.includes(word)));
  const shown = new Set(held);
  for (const one of state.lines) one.item.hidden = !shown.has(one);
  if (held.length === 1 && words.length) held[0].fold.open = true;
  for (const button of state.buttons) button.setAttribute("aria-pressed", String(button.dataset.group === state.group));
  state.count.textContent = state.data.labels.shown.replace("{shown}", held.length).replace("{total}", state.lines.length);
  state.nothing.hidden = held.length > 0;
}

function groupButton(state, { key, name, count }) {
  const button = element("button", "sp-chip", count === undefined ? name : `${name} ${count}`);
  button.type = "button";
  button.dataset.group = key;
  button.onclick = () => { state.group = key; show(state); state.tell(); };
  return button;
}

function head(state) {
  const { labels, groups, title } = state.data;
  state.field = element("input");
  Object.assign(state.field, { type: "search", placeholder: labels.filter, maxLength: 80, autocomplete: "off" });
  state.field.setAttribute("aria-label", labels.filter);
  state.field.oninput = () => { show(state); clearTimeout(state.timer); state.timer = setTimeout(state.tell, 700); };
  state.count = element("span", "sp-count");
  state.count.setAttribute("role", "status");
  const download = element("button", "sp-button", labels.save);
  download.type = "button";
  download.onclick = () => save(`${state.data.filename}.csv`, new Blob(["\ufeff" + state.data.csv], { type: "text/csv" }));
  const top = element("div", "sp-list-top");
  top.append(element("h2", "", title), state.count, state.field, download);
  const chips = element("div", "sp-chips");
  chips.setAttribute("role", "group");
  chips.setAttribute("aria-label", labels.groups);
  state.buttons = [{ key: "", name: labels.all }, ...groups.filter((one) => one.count)].map((one) => groupButton(state, one));
  if (state.buttons.length > 2) chips.append(...state.buttons);
  return [top, chips];
}

function build(root, state) {
  const names = element("div", "sp-list-names");
  names.setAttribute("aria-hidden", "true");
  names.append(...state.data.columns.map((name, i) => element("span", state.data.lines[0]?.cells[i].number ? "n" : "", name)));
  state.lines = state.data.lines.map(line);
  const list = element("ul", "sp-entries");
  list.append(...state.lines.map(({ item }) => item));
  state.nothing = element("p", "sp-unknown", state.data.labels.nothing);
  const body = element("div", "sp-list-body sp-card");
  body.tabIndex = 0;
  body.setAttribute("role", "region");
  body.setAttribute("aria-label", state.data.title);
  body.style.setProperty("--columns", state.data.widths);
  body.append(names, list, state.nothing);
  root.replaceChildren(...head(state), body);
}

const kept = new WeakMap();

export default function listing(component) {
  const root = component.parentElement.querySelector(".sp-listing-root") ?? component.parentElement;
  const before = kept.get(root);
  const drawn = component.data.title + component.data.csv; // a list may grow while it is looked at
  if (before?.drawn === drawn) return;
  const state = { data: component.data, drawn, group: component.data.asked.f, lines: [], buttons: [] };
  state.tell = () => component.setTriggerValue("asked", { q: state.field.value, f: state.group });
  kept.set(root, state);
  build(root, state);
  state.field.value = component.data.asked.q;
  show(state);
  const wanted = decodeURIComponent(location.hash.slice(1));
  const found = wanted && state.lines.find(({ entry }) => entry.key === wanted);
  if (found) { found.fold.open = true; found.item.scrollIntoView({ block: "center" }); }
}
