// The document's language follows the switch (Streamlit hard-wires English), a lost connection is said in a strip,
// and a server found again is asked for the whole page: one started anew knows none of the page's parts, and a
// request of a part alone would run nothing. A file that was not made is told in the reader's language, and so are
// Streamlit's own words. A slide that led elsewhere leaves a way back. The page is shown when its letters are there.
import { foreign } from "/assets/js/foreign.js";
import { making, unmade } from "/assets/js/making.js";
import { wayBack } from "/assets/js/present/back.js";

const LETTERS = ["400", "700"].flatMap((weight) => ["Noto Sans", "Noto Sans Lao"].map((name) => `${weight} 1em "${name}"`));
const STATE = "data-test-connection-state";
const PATIENCE = 700; // ms: shorter breaks are not worth a word
const FAILED = '[data-testid="stDownloadButtonError"]';
let words = "", failed = "", timer = 0, away = false, ask = () => {};

const strip = document.createElement("p");
strip.className = "sp-offline";
strip.setAttribute("role", "status");
strip.hidden = true;

// The live panel says it itself, and more: it works on.
function show(gone) {
  strip.textContent = gone ? words : "";
  strip.hidden = !gone || Boolean(document.querySelector('[data-testid="live-panel"]'));
}

function watch(app) {
  document.body.append(strip);
  const changed = () => {
    clearTimeout(timer);
    const gone = app.getAttribute(STATE) !== "CONNECTED";
    if (gone) timer = setTimeout(show, PATIENCE, true);
    else show(false);
    if (away && !gone) ask();
    away = gone;
  };
  new MutationObserver(changed).observe(app, { attributes: true, attributeFilter: [STATE] });
}

// Streamlit says it in English, and not what still works.
const said = new Set(); // our own sentences: one node may be reported twice
const failures = new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) {
      const told = node.nodeType === 1 && (node.matches(FAILED) ? node : node.querySelector(FAILED));
      const text = told && (told.querySelector("p") ?? told);
      if (text && !said.has(text.textContent)) said.add((text.textContent = unmade() || failed));
    }
});

// Words in the letters of the system have other widths and heights: the page would jump when its own arrive.
Promise.all(LETTERS.map((face) => document.fonts.load(face, "aກ"))).catch(() => {}).then(() => {
  document.documentElement.classList.add("sp-lettered"); // app.css
});

export default function frame(component) {
  document.documentElement.lang = component.data.language;
  words = component.data.offline;
  failed = component.data.failed;
  foreign(component.data.foreign);
  making(component.data.making);
  wayBack();
  ask = () => component.setTriggerValue("back", true);
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || strip.isConnected) return;
  watch(app);
  failures.observe(app, { subtree: true, childList: true });
}
