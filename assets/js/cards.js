// Number cards: a grid of buttons; each opens its definition, method, source and all years in a dialog.
import { element, fillTable } from "/assets/js/figure.js";

function bar(card) {
  if (card.share === null || card.share === undefined) return element("span", "sp-bar sp-bar-none");
  const track = element("span", `sp-bar ${card.style}`);
  const fill = element("span", "sp-bar-fill");
  fill.style.width = `${Math.max(0, Math.min(100, card.share))}%`;
  track.append(fill);
  if (card.tick !== null && card.tick !== undefined) {
    const tick = element("span", "sp-bar-tick");
    tick.style.left = `${Math.min(100, card.tick)}%`;
    track.append(tick);
  }
  return track;
}

function tile(card, open) {
  const button = element("button", `sp-tile ${card.size}`);
  button.type = "button";
  button.dataset.testid = `card-${card.key}`;
  button.setAttribute("aria-haspopup", "dialog");
  const value = element("span", "sp-value");
  value.append(element("b", "", card.value), element("small", card.short_unit.length > 4 ? "long" : "", card.short_unit));
  const foot = element("span", "sp-tile-foot");
  if (card.reference) foot.append(element("span", "sp-reference", card.reference));
  if (card.meaning) foot.append(element("span", "sp-meaning", card.meaning));
  foot.append(element("span", "sp-when", card.when));
  button.append(element("span", "sp-name", card.short), value, bar(card), foot);
  button.onclick = () => open(card);
  return button;
}

function section(title, lines, className) {
  const part = element("section", className);
  part.append(element("h3", "", title), ...[lines].flat().map((line) => element("p", "", line)));
  return part;
}

function link(words, address) {
  const anchor = element("a", "sp-button", words);
  anchor.href = address;
  return anchor;
}

// Copies figure, year and source; where a browser offers no clipboard, shows the words selected for copying.
function copyButton(card, labels) {
  const button = element("button", "sp-button", labels.copy);
  button.type = "button";
  const words = element("textarea", "sp-cite");
  words.readOnly = true;
  words.hidden = true;
  words.value = card.cite;
  words.setAttribute("aria-label", labels.copy);
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(card.cite);
      button.textContent = labels.copied;
    } catch {
      words.hidden = false;
      words.select();
    }
  };
  return [button, words];
}

function head(card, labels, close) {
  const button = element("button", "sp-close", "×");
  button.type = "button";
  button.setAttribute("aria-label", labels.close);
  button.onclick = close;
  const value = element("p", "sp-card-value");
  value.append(element("b", "", card.value), element("small", "", card.unit));
  const title = element("h2", "", card.name);
  title.id = "sp-dialog-title";
  const header = element("header");
  const state = element("p", "sp-card-state");
  state.append(element("span", card.simulated ? "sp-simulated" : "sp-tag", card.status), element("span", "sp-when", card.when));
  header.append(title, value, state);
  return [button, header];
}

function tabled(title, data) {
  const table = element("table", "sp-table");
  fillTable(table, data);
  const scroll = element("div", "sp-scroll");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", title);
  scroll.append(table);
  const part = section(title, []);
  part.append(scroll);
  return part;
}

// The parts of a calculated number; a part that is calculated too is a button that asks for its own card.
function partsOf(title, { columns, rows }) {
  const numeric = columns.map((_, i) => i === 1), classes = columns.map((_, i) => (i === 3 ? "where" : ""));
  const part = tabled(title, { columns, numeric, classes, rows: rows.map((one) => one.cells) });
  part.querySelectorAll("tbody tr").forEach((line, i) => {
    if (!rows[i].ask) return;
    const button = element("button", "sp-number", rows[i].cells[0]);
    button.type = "button";
    button.dataset.ask = rows[i].ask;
    button.dataset.year = rows[i].year;
    line.cells[0].replaceChildren(button);
  });
  return part;
}

// Fills the dialog with a card: a published figure, or a calculated number with its parts.
export function fillDialog(dialog, card, { labels, formulas }) {
  const body = element("div", "sp-card-body");
  if (card.definition) body.append(section(labels.definition, card.definition));
  if (card.flags.length) body.append(section(labels.warning, card.flags, "sp-care"));
  body.append(section(labels.method, card.method, "sp-method"));
  if (card.comparability) body.append(section(labels.note, card.comparability));
  if (card.parts?.rows.length) body.append(partsOf(labels.parts, card.parts));
  body.append(tabled(labels.years, card.years), section(labels.source, card.source));
  const foot = element("footer");
  foot.append(link(labels.formulas, formulas), link(labels.more, card.more), ...copyButton(card, labels));
  dialog.replaceChildren(...head(card, labels, () => dialog.close()), body, foot);
  dialog.scrollTop = 0;
}

export function makeDialog() {
  const dialog = element("dialog", "sp-dialog");
  dialog.setAttribute("aria-labelledby", "sp-dialog-title");
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  return dialog;
}

const dialogs = new WeakMap();

export default function cards(component) {
  const root = component.parentElement.querySelector(".sp-cards-root") ?? component.parentElement;
  const { data } = component;
  let dialog = dialogs.get(root);
  if (!dialog) {
    dialog = makeDialog();
    dialogs.set(root, dialog);
  }
  const open = (card) => {
    fillDialog(dialog, card, data);
    dialog.showModal();
  };
  const grid = element("div", `sp-tiles ${data.layout}`);
  grid.append(...data.cards.map((card) => tile(card, open)));
  root.replaceChildren(grid, dialog);
}
