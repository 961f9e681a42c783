// All levers of the scenario in a drawer over the usual ones: by programme, with a search; made when it is opened.
import { el, icon, say, write } from "/assets/js/panel/dom.js";
import { makeLever } from "/assets/js/panel/levers.js";

// Letters alone decide: "Sécurité" is found by "securite", in either case.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function makeDrawer(pack, context) {
  const { labels, on } = context;
  const headline = new Set(pack.levers.map((lever) => lever.id));
  const others = pack.all.filter((lever) => !headline.has(lever.id));
  const count = el("b", {}), button = el("button", {
    type: "button", class: "sp-lp-all", "data-testid": "all-levers", "aria-expanded": "false", onclick: () => open(),
  }, icon("list"), el("span", {}, say(labels.drawer_open, { count: pack.all.length })), count);
  const search = el("input", {
    type: "search", class: "sp-lp-search", "data-testid": "search-levers", autocomplete: "off",
    "aria-label": labels.drawer_search, placeholder: labels.drawer_search, oninput: () => filter(),
  });
  const told = el("p", { class: "sp-lp-found", role: "status" });
  const list = el("div", { class: "sp-lp-list", tabindex: "0", role: "group", "aria-label": labels.drawer_title });
  const root = el("section", { class: "sp-lp-drawer", "data-testid": "drawer", "aria-label": labels.drawer_title, hidden: true },
    el("header", {}, el("h2", {}, labels.drawer_title), el("button", {
      type: "button", class: "sp-lp-close", "aria-label": labels.close, onclick: () => close(),
    }, icon("close"))), search, told, list);
  root.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  let rows = null, groups = [];

  async function build() {
    const behind = await on.behind(), specs = new Map(behind.levers.map((lever) => [lever.id, lever]));
    rows = [];
    groups = behind.groups.map((group) => {
      const own = group.levers.map((id) => {
        const spec = specs.get(id), lever = makeLever(spec, context, "all-");
        const row = { id, ...lever, words: plain([spec.name, spec.title, id, group.name].join(" ")) };
        rows.push(row);
        return row;
      });
      const swatch = group.colour ? el("span", { class: "sp-lp-swatch", style: `background:${group.colour}` }) : "";
      const box = el("section", { class: `sp-lp-group ${group.group}` },
        el("h3", {}, swatch, group.name), ...own.map((row) => row.root));
      return { box, own };
    });
    list.replaceChildren(...groups.map((group) => group.box));
  }

  function filter() {
    const asked = plain(search.value).split(/\s+/).filter(Boolean);
    for (const row of rows ?? []) row.root.hidden = !asked.every((word) => row.words.includes(word));
    for (const { box, own } of groups) box.hidden = own.every((row) => row.root.hidden);
    const found = (rows ?? []).filter((row) => !row.root.hidden).length;
    write(told, asked.length ? say(labels.drawer_found, { count: found }) : "");
  }

  function show(opened) {
    root.hidden = !opened;
    root.parentElement.dataset.drawer = opened ? "open" : "";
    button.setAttribute("aria-expanded", String(opened));
  }

  async function open() {
    show(true);
    search.focus();
    try {
      if (!rows) await build();
      draw(on.values());
      filter();
    } catch {
      rows = null;
      write(told, labels.explain_none);
    }
  }

  function close() {
    show(false);
    button.focus();
  }

  function draw(values) {
    const changed = others.filter((lever) => values[lever.id] !== lever.default).length;
    write(count, changed ? say(labels.drawer_changed, { count: changed }) : "");
    if (rows && !root.hidden) rows.forEach((row) => row.draw(values[row.id]));
  }
  return { root, button, draw };
}
