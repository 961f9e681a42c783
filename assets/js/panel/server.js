// The conversation with Python: what is committed is said until it is heard; while the server is gone it waits.
const APP = '[data-testid="stApp"]';
const STATE = "data-test-connection-state";
const PATIENCE = 700; // ms: shorter breaks are not worth a word
const AGAIN = 3000; // ms: what a server just started did not hear is said again
const WAITING = "waiting";

export function makeServer(tell) {
  const app = document.querySelector(APP);
  const connected = () => !app || app.getAttribute(STATE) === "CONNECTED";
  const self = Math.random().toString(36).slice(2, 8); // this panel, in this tab
  let send = () => {}, count = 0, latest = null, said = null, heard = null, gone = false, timer = 0, again = 0;

  function say() {
    if (latest === null || !connected()) return;
    count += 1;
    said = `${self}.${count}`;
    send("commit", { serial: said, query: latest });
    clearTimeout(again);
    again = setTimeout(() => said !== heard && say(), AGAIN);
  }

  function changed() {
    clearTimeout(timer);
    if (!connected()) {
      gone = true;
      timer = setTimeout(() => tell(true), PATIENCE);
      return;
    }
    tell(false);
    // A server that was started anew knows nothing: it is told where we are, once its first run of the page is over.
    if (gone) timer = setTimeout(() => settled().then(say), 100);
    gone = false;
  }
  const watch = new MutationObserver(changed);
  if (app) watch.observe(app, { attributes: true, attributeFilter: [STATE] });

  return {
    commit(query) {
      latest = Object.fromEntries(query);
      said = WAITING; // what Python shows meanwhile does not speak for the levers
      say();
    },
    // `query` is known to both sides already: it is said again only to a server that was away.
    keep(query) { latest = Object.fromEntries(query); },
    hear(serial, sender) {
      heard = serial;
      send = sender;
    },
    // Has Python heard all that was said? Only then may it speak for the levers.
    get settled() { return said === null || said === heard; },
    close() {
      watch.disconnect();
      clearTimeout(timer);
      clearTimeout(again);
    },
  };
}

// Wait until the page's own run is over: after Back, a commit in the middle of it would carry the switches as they
// stood before (Python would take the old language for a choice); a server started anew would not hear it.
export async function settled() {
  const app = document.querySelector('[data-testid="stApp"]');
  for (let quiet = 0, turn = 0; app && quiet < 4 && turn < 100; turn += 1) {
    await new Promise((next) => setTimeout(next, 50));
    quiet = app.dataset.testScriptState === "notRunning" ? quiet + 1 : 0;
  }
}
