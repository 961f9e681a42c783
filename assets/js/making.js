// Files being made: a strip says which and how far, and stops them. The server's board is asked only after a click
// on a button that makes a file. A quick file is there before the strip would be.
const BUTTON = '[data-testid="stDownloadButton"] button';
const FIRST = 250, AGAIN = 250; // ms between a click and the first look, and between two looks
const LOOKS = 6; // without a job on the board: the file was there at once, or needed no making
let ticket = "", words = {}, looks = 0, timer = 0, stopped = 0, asked = null;

const strip = document.createElement("div");
strip.className = "sp-making";

const board = () => `/making/${ticket}`;

// What is said where a file was not made: once for every job that was stopped here.
export function unmade() {
  if (!stopped) return "";
  stopped -= 1;
  return words.stopped;
}

async function stop(button, id) {
  if (button.ariaDisabled) return;
  button.ariaDisabled = "true"; // it keeps the focus
  button.textContent = words.stopping;
  stopped += 1; // the failure may be told before the answer is here
  const answer = await fetch(`${board()}/${id}`, { method: "DELETE" }).catch(() => ({ ok: false }));
  if (!answer.ok) stopped -= 1; // it was made already
}

function row(job) {
  const line = document.createElement("div");
  line.dataset.job = job.id;
  line.innerHTML = '<p role="status"></p><progress></progress><span></span><button type="button"></button>';
  line.querySelector("p").textContent = job.words;
  line.querySelector("progress").setAttribute("aria-label", job.words);
  const button = line.querySelector("button");
  button.textContent = words.stop;
  button.setAttribute("aria-label", `${words.stop}: ${job.words}`);
  button.addEventListener("click", () => stop(button, job.id));
  strip.append(line);
  if (document.activeElement === document.body) button.focus(); // the button that was pressed takes no focus now
  return line;
}

// The focus goes back to the button that was pressed, as soon as it takes it again.
function giveBack() {
  if (document.activeElement !== document.body || !asked?.isConnected) return;
  asked.focus();
  setTimeout(giveBack, AGAIN);
}

function show(jobs) {
  const held = strip.contains(document.activeElement);
  for (const line of [...strip.children]) if (!jobs.some((job) => job.id === line.dataset.job)) line.remove();
  for (const job of jobs) {
    const line = [...strip.children].find((it) => it.dataset.job === job.id) ?? row(job);
    const bar = line.querySelector("progress");
    if (job.of) [bar.max, bar.value] = [job.of, job.done];
    line.querySelector("span").textContent = job.part;
  }
  if (held && !strip.contains(document.activeElement)) giveBack();
}

async function look() {
  let jobs = [];
  try {
    jobs = await (await fetch(board())).json();
  } catch {
    // No server: the strip about it says so.
  }
  show(jobs);
  looks = jobs.length ? LOOKS : looks - 1;
  if (looks > 0) timer = setTimeout(look, AGAIN);
}

function clicked(event) {
  const button = event.target.closest?.(BUTTON);
  if (!button) return;
  asked = button;
  looks = LOOKS;
  clearTimeout(timer);
  timer = setTimeout(look, FIRST);
}

export function making(data) {
  ({ ticket, words } = data);
  if (strip.isConnected) return;
  document.body.append(strip);
  document.addEventListener("click", clicked, true);
}
