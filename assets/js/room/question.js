// Predict before the reveal: one slider while the question is open, then the answers of the room, then the model's.
import { el, say, write } from "/assets/js/panel/dom.js";
import { inWords, makeHistogram, printed } from "/assets/js/room/histogram.js";
import { recall, remember } from "/assets/js/room/memory.js";
import { words } from "/assets/js/room/words.js";

export function makeQuestion({ send, leave }) {
  const title = el("h1", { tabindex: "-1" }), about = el("p", { class: "room-about" });
  const value = el("output", { class: "room-value", "aria-live": "off" }, "?");
  const slider = el("input", { type: "range", class: "room-slider", "data-testid": "answer" });
  const nudge = (way, name) => el("button", { type: "button", class: "room-nudge", "aria-label": words[name], onclick: () => step(way) }, way < 0 ? "−" : "+");
  const row = el("div", { class: "room-slide" }, nudge(-1, "less"), slider, nudge(1, "more"));
  const low = el("span"), high = el("span");
  const ends = el("div", { class: "room-ends", "aria-hidden": "true" }, low, high);
  const button = el("button", { type: "button", class: "room-primary", onclick: () => give(), "data-testid": "send-answer" });
  const said = el("p", { class: "room-said", role: "status", "data-testid": "answer-said" });
  const histogram = makeHistogram();
  const told = el("p", { class: "room-told", role: "status" });
  const on = el("button", { type: "button", class: "room-plain", onclick: () => leave(`${shown.id} ${shown.phase}`) }, words.go_on);
  const asking = el("div", { class: "room-asking" }, value, row, ends, button, said);
  const spread = el("div", { class: "room-spread" }, histogram.root, told, on);
  const root = el("section", { class: "room-question", "data-testid": "question" }, title, about, asking, spread);
  let shown = null, mine, touched = false;

  const answers = () => recall("answers") ?? {};

  function move(number) {
    touched = true;
    slider.value = number;
    draw();
  }
  function step(way) {
    move(touched ? Number(slider.value) + way * Number(slider.step) : Number(slider.value));
  }
  slider.addEventListener("input", () => move(Number(slider.value)));
  slider.addEventListener("pointerdown", () => { touched = true; draw(); });

  function draw() {
    const now = Number(slider.value), sent = mine !== undefined && now === mine;
    write(value, touched ? printed(shown, now) : "?");
    slider.setAttribute("aria-valuetext", touched ? printed(shown, now) : words.not_answered);
    button.disabled = !touched || sent;
    write(button, mine === undefined ? words.send_answer : words.change_answer);
    slider.classList.toggle("untouched", !touched);
  }

  function give() {
    const number = Number(slider.value), { id } = shown;
    mine = number;
    remember({ answers: { [id]: { value: number, heard: false } } });
    draw();
    write(said, words.sending);
    send(id, number, (answer) => {
      if (shown?.id !== id || mine !== number) return;
      if (answer.status === 200) {
        remember({ answers: { [id]: { value: number, heard: true } } });
        write(said, say(words.answer_kept, { value: printed(shown, number) }));
      } else write(said, answer.found.said ?? words.not_sent);
    });
  }

  // A question this phone has not shown yet: where its answer stands, or nowhere.
  function begin(question) {
    const before = answers()[question.id];
    mine = before?.value;
    touched = mine !== undefined;
    Object.assign(slider, { min: question.low, max: question.high, step: question.step });
    slider.value = mine ?? (question.low + question.high) / 2;
    slider.setAttribute("aria-label", say(words.predict, { name: question.measure.name, year: question.year }));
    write(low, printed(question, question.low));
    write(high, printed(question, question.high));
    write(said, mine === undefined ? words.until_reveal : say(words.answer_kept, { value: printed(question, mine) }));
    if (before && !before.heard && question.phase === "open") give();
  }

  function show(question) {
    const fresh = shown?.id !== question.id;
    shown = question;
    if (fresh) begin(question);
    const phase = question.phase;
    write(title, say(phase === "open" ? words.predict : words.predicted, { name: question.measure.name, year: question.year }));
    write(about, [question.title, ...question.moved].join(" · "));
    asking.hidden = phase !== "open";
    spread.hidden = phase === "open";
    if (phase === "open") draw();
    else {
      histogram.draw(question, mine);
      write(told, inWords(question, mine));
    }
    root.dataset.phase = phase;
    if (fresh) title.focus({ preventScroll: true });
  }
  return { root, show, forget() { shown = null; } };
}
