// Numbers that explain themselves: a click on any [data-ask] asks Python for its card and shows it.
// Parts of a card that are results themselves ask in turn; Back returns to the card before.
import { fillDialog, makeDialog } from "/assets/js/cards.js";
import { element } from "/assets/js/figure.js";

const self = Math.random().toString(36).slice(2, 8); // this tab: answers to others are not ours
let current, count = 0, waiting = "", opener;

function ask(node) {
  if (!current) return;
  count += 1;
  waiting = `${self}.${count}`;
  current.send("asked", { serial: waiting, ask: node.dataset.ask, year: node.dataset.year });
}

// Arrows move between the numbers of a table, so that Tab need not visit each.
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
function walk(event) {
  const button = event.target.closest?.("td .sp-number");
  const step = STEPS[event.key];
  if (!button || !step) return;
  const [rows, columns] = step, cell = button.closest("td");
  const lines = [...cell.closest("tbody").rows];
  const right = (td) => [...td.parentNode.cells].length - td.cellIndex; // counted from the right: rowspans stand left
  let line = lines.indexOf(cell.parentNode), place = right(cell);
  for (;;) {
    line += rows; place -= columns;
    if (!lines[line] || place < 1 || place > lines[line].cells.length) return;
    const found = lines[line].cells[lines[line].cells.length - place].querySelector(".sp-number");
    if (found) { event.preventDefault(); found.focus(); return; }
  }
}

function clicked(event) {
  const button = event.target.closest?.("[data-ask]");
  if (!button?.dataset.ask) return;
  if (!button.closest("dialog")) opener = button;
  ask(button);
}

document.addEventListener("click", clicked);
document.addEventListener("keydown", walk);

const made = new WeakMap();

export default function numbers(component) {
  const root = component.parentElement.querySelector(".sp-numbers-root") ?? component.parentElement;
  let dialog = made.get(root);
  if (!dialog) {
    dialog = makeDialog();
    dialog.addEventListener("close", () => opener?.focus());
    made.set(root, dialog);
    root.append(dialog);
  }
  const { data } = component;
  current = { send: component.setTriggerValue };
  const answer = data.answer;
  if (!answer || answer.serial !== waiting) return;
  waiting = "";
  if (answer.card) fillDialog(dialog, answer.card, data);
  else dialog.replaceChildren(element("p", "sp-error", answer.failed));
  if (!dialog.open) dialog.showModal();
}
