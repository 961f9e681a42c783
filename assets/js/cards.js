// Number cards: a grid of buttons; each opens its definition, source, method and all years in a dialog.
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
  value.append(element("b", "", card.value), element("small", card.unit.length > 4 ? "long" : "", card.unit));
  const foot = element("span", "sp-tile-foot");
  foot.append(element("span", "sp-reference", card.reference), element("span", "sp-when", card.when));
  button.append(element("span", "sp-name", card.name), value, bar(card));
  if (card.meaning) button.append(element("span", "sp-meaning", card.meaning));
  button.append(foot);
  button.onclick = () => open(card);
  return button;
}

function section(title, content) {
  const part = element("section");
  part.append(element("h3", "", title));
  for (const line of [content].flat()) part.append(element("p", "", line));
  return part;
}

function fillDialog(dialog, card, labels) {
  const close = element("button", "sp-close", "×");
  close.type = "button";
  close.setAttribute("aria-label", labels.close);
  close.onclick = () => dialog.close();
  const head = element("header");
  const value = element("p", "sp-card-value");
  value.append(element("b", "", card.value), element("small", "", card.unit));
  const title = element("h2", "", card.name);
  title.id = "sp-dialog-title";
  head.append(title, value, element("p", "sp-when", `${card.when} · ${card.status}`));
  const body = element("div", "sp-card-body");
  body.append(section(labels.definition, card.definition));
  if (card.comparability) body.append(section(labels.note, card.comparability));
  if (card.flags.length) body.append(section(labels.warning, card.flags));
  const table = element("table", "sp-table");
  fillTable(table, card.years);
  const years = section(labels.years, []);
  const scroll = element("div", "sp-scroll");
  scroll.tabIndex = 0;
  scroll.append(table);
  years.append(scroll);
  body.append(years, section(labels.source, card.source));
  dialog.replaceChildren(close, head, body);
}

const dialogs = new WeakMap();

export default function cards(component) {
  const root = component.parentElement.querySelector(".sp-cards-root") ?? component.parentElement;
  const { data } = component;
  let dialog = dialogs.get(root);
  if (!dialog) {
    dialog = element("dialog", "sp-dialog");
    dialog.setAttribute("aria-labelledby", "sp-dialog-title");
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialogs.set(root, dialog);
  }
  const open = (card) => {
    fillDialog(dialog, card, data.labels);
    dialog.showModal();
  };
  const grid = element("div", `sp-tiles ${data.layout}`);
  grid.append(...data.cards.map((card) => tile(card, open)));
  root.replaceChildren(grid, dialog);
}
