// The document's language follows the switch (Streamlit hard-wires English), and a lost connection is said in a strip.
const STATE = "data-test-connection-state";
const PATIENCE = 700; // ms: shorter breaks are not worth a word
let words = "", timer = 0;

const strip = document.createElement("p");
strip.className = "sp-offline";
strip.setAttribute("role", "status");
strip.hidden = true;

// The live panel says it itself, and more: it works on.
function show(gone) {
  strip.textContent = gone ? words : "";
  strip.hidden = !gone || Boolean(document.querySelector(".sp-lp"));
}

function watch(app) {
  document.body.append(strip);
  const changed = () => {
    clearTimeout(timer);
    const gone = app.getAttribute(STATE) !== "CONNECTED";
    if (gone) timer = setTimeout(show, PATIENCE, true);
    else show(false);
  };
  new MutationObserver(changed).observe(app, { attributes: true, attributeFilter: [STATE] });
}

export default function frame(component) {
  document.documentElement.lang = component.data.language;
  words = component.data.offline;
  const app = document.querySelector('[data-testid="stApp"]');
  if (app && !strip.isConnected) watch(app);
}
