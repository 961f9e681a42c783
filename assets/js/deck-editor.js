// Edit a deck: slides in order, the fields of one slide. What is typed is kept in this browser at once and told to
// Python a moment later, which checks it like a file and answers what is wrong; the slides show the last good state.
import { el, write } from "/assets/js/panel/dom.js";
import { recall, remember } from "/assets/js/panel/memory.js";
import { makeServer } from "/assets/js/panel/server.js";
import { makeForm } from "/assets/js/present/form.js";
import { makeList } from "/assets/js/present/slide_list.js";

const sheet = new Promise((done) => {
  document.head.append(el("link", { rel: "stylesheet", href: "/assets/css/deck-editor.css", onload: done, onerror: done }));
});
const QUIET = 450; // ms without a key: then Python hears of it
const MOST = 60; // steps back
const NAME = ".st-key-decks_name input"; // under what name it is to be saved: Streamlit's field, which a new server forgets
const copy = (value) => JSON.parse(JSON.stringify(value));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function makeEditor(root) {
  let data = null, draft = null, good = null, pushed = "", at = 0, timer = 0, restored = false, away = false, called = "", form, list, bar;
  const past = [];
  const server = makeServer((gone) => { away = gone; tell(); });
  const key = () => `deck.${data.deck}`;
  const channel = () => new BroadcastChannel(`sp-present-${data.deck}`);

  function store() {
    remember(key(), { ...(same(draft, data.base) ? {} : { draft, good }), pushed, called });
  }

  function said() {
    const edited = !same(draft, data.base);
    return [["deck", data.deck], ["draft", edited ? JSON.stringify(draft) : ""], ["good", edited && good ? JSON.stringify(good) : ""], ["called", called]];
  }

  function commit() {
    clearTimeout(timer);
    server.commit(said());
  }

  // The name is in Streamlit's hands as long as its server lives; a new one is told.
  document.addEventListener("input", ({ target }) => {
    if (!root.isConnected || !target.matches?.(NAME)) return;
    called = target.value;
    store();
    server.keep(said());
  });

  // A change: kept at once, told when the hand rests.
  function changed(now) {
    store();
    clearTimeout(timer);
    if (now) commit();
    else timer = setTimeout(commit, QUIET);
    list?.draw(draft, at);
    tell();
  }

  const step = () => { if (past.length === 0 || !same(past.at(-1), draft)) past.push(copy(draft)); past.splice(0, past.length - MOST); };

  // A change of order or number of slides: one step that can be undone.
  function arrange(change) {
    step();
    at = Math.max(0, Math.min(draft.slides.length - 1, change(draft.slides) ?? at));
    changed(true);
    form.draw(draft, at);
    show();
  }

  function freeId(wanted) {
    const taken = new Set(draft.slides.map((slide) => slide.id));
    const stem = wanted.replace(/_\d+$/, "");
    for (let number = 2; ; number += 1) if (!taken.has(`${stem}_${number}`)) return `${stem}_${number}`;
  }

  const on = {
    choose(number) { at = number; list.draw(draft, at); form.draw(draft, at); show(); },
    move: (number, by) => arrange((slides) => {
      const to = Math.max(0, Math.min(slides.length - 1, number + by));
      slides.splice(to, 0, ...slides.splice(number, 1));
      return to;
    }),
    copy: (number) => arrange((slides) => {
      slides.splice(number + 1, 0, { ...copy(slides[number]), id: freeId(slides[number].id) });
      return number + 1;
    }),
    remove: (number) => { if (draft.slides.length > 1) arrange((slides) => { slides.splice(number, 1); return Math.min(at, slides.length - 1); }); },
    add: (kind) => arrange((slides) => {
      const levers = kind === "levers" ? { levers: [data.levers[draft.scenario]?.[0]?.[0]].filter(Boolean) } : {};
      slides.splice(at + 1, 0, { id: freeId(kind), ...copy(data.fresh[kind]), ...levers });
      return at + 1;
    }),
    begin: step,
    input: () => changed(false),
    done: () => changed(true),
  };

  function undo() {
    while (past.length && same(past.at(-1), draft)) past.pop();
    if (past.length) restore(past.pop());
  }

  function restore(next) {
    draft = next;
    at = Math.min(at, draft.slides.length - 1);
    changed(true);
    form?.draw(draft, at);
  }

  function show() {
    const line = channel();
    line.postMessage({ slide: draft.slides[at].id });
    setTimeout(() => line.close(), 100);
  }

  function tell() {
    if (!bar) return;
    const edited = !same(draft, data.base);
    bar.undo.disabled = !past.some((one) => !same(one, draft));
    bar.back.disabled = !edited;
    write(bar.said, away ? data.labels.away : data.problems.length ? data.labels.faulty : edited ? data.labels.kept : data.labels.none);
    bar.problems.replaceChildren(...data.problems.map((sentence) => el("p", {}, sentence)));
    bar.problems.hidden = !data.problems.length;
  }

  function build() {
    const { labels } = data;
    bar = {
      undo: el("button", { type: "button", class: "sp-de-plain", onclick: undo, "data-testid": "deck-undo" }, labels.undo),
      back: el("button", { type: "button", class: "sp-de-plain", "data-testid": "deck-back", onclick: () => { step(); restore(copy(data.base)); } }, labels.back),
      said: el("span", { role: "status", "data-testid": "deck-said" }),
      problems: el("div", { class: "sp-problem", role: "alert", hidden: true, "data-testid": "deck-problems" }),
    };
    list = makeList(data, on);
    form = makeForm(data, on);
    root.replaceChildren(el("section", { class: "sp-de", "aria-label": labels.slides, "data-testid": "deck-editor" },
      el("div", { class: "sp-de-bar" }, bar.undo, bar.back, bar.said), bar.problems,
      el("div", { class: "sp-de-desk" }, list.root, form.root)));
    list.draw(draft, at);
    form.draw(draft, at);
  }

  // What this browser kept of the draft comes first; then what Python has; then the deck itself.
  function begin() {
    const kept = recall(key());
    pushed = kept?.pushed ?? "";
    called = kept?.called ?? "";
    if (kept?.draft?.slides?.length) ({ draft, good = null } = kept);
    else draft = copy(data.draft ?? data.base);
    const wanted = new URLSearchParams(window.location.search).get("slide");
    at = Math.max(0, draft.slides.findIndex(({ id }) => id === wanted));
  }

  return async function update(next, send) {
    await sheet;
    const first = data === null, words = JSON.stringify([data?.language, data?.editing]);
    const base = data?.base;
    data = next;
    server.hear(next.heard, send);
    if (first) begin();
    else if (!same(base, next.base) && same(draft, base)) draft = copy(next.base);
    if (next.pushed && next.pushed !== pushed) {
      if (!first) step();
      pushed = next.pushed;
      if (!next.draft) called = ""; // it was saved
      draft = copy(next.draft ?? next.base);
      at = Math.min(at, draft.slides.length - 1);
      store();
      form?.draw(draft, at);
    }
    if (next.editing && (first || words !== JSON.stringify([next.language, next.editing]))) build();
    else if (!next.editing) { root.replaceChildren(); bar = list = form = null; }
    // Only what Python saw as it is now is good.
    if (next.draft && !next.problems.length && same(next.draft, draft)) { good = copy(draft); store(); }
    if (!restored && (called || !same(draft, next.draft ?? next.base))) commit();
    restored = true;
    list?.draw(draft, at);
    tell();
  };
}

const editors = new WeakMap();

export default function deckEditor(component) {
  const root = component.parentElement.querySelector(".sp-deck-editor-root") ?? component.parentElement;
  if (!editors.has(root)) editors.set(root, makeEditor(root));
  editors.get(root)(component.data, component.setTriggerValue);
}
