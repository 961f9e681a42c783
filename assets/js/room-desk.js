// The presenter's desk: open a room, show its code, ask, reveal, lay delegations' scenarios over each other, close.
import { el, say, write } from "/assets/js/panel/dom.js";
import { makeAsking } from "/assets/js/room/asking.js";
import { makeOverlay, makeOverlayTable } from "/assets/js/room/overlay.js";
import { post, request } from "/assets/js/room/post.js";
import { language, numbers, words } from "/assets/js/room/words.js";

const EVERY = 1500; // ms
const OTHER = { en: ["lo", "ລາວ"], lo: ["en", "English"] };
const address = new URLSearchParams(window.location.search);
const place = document.getElementById("room");
const strip = el("p", { class: "room-strip", role: "status", hidden: true }, words.reconnecting);
const body = el("main", { class: "desk-body" });
let timer = 0, shown = "", desk = null;

const back = el("a", {}, words.to_scenarios);

// To the scenario that phones follow, as it stands.
function leadBack(query) {
  back.href = `/scenarios?${new URLSearchParams({ ...query, lang: language })}`;
}

function head() {
  const [other, name] = OTHER[language], query = new URLSearchParams(address);
  query.set("lang", other);
  leadBack(Object.fromEntries(address));
  return el("header", { class: "room-head" },
    el("h1", { class: "room-brand" }, words.desk_title),
    back,
    el("a", { class: "room-lang", href: `/room-desk?${query}`, lang: other, hreflang: other }, name));
}

async function look() {
  clearTimeout(timer);
  const answer = await request(`/room/desk?lang=${language}`);
  strip.hidden = Boolean(answer);
  if (answer) told(answer);
  timer = setTimeout(look, EVERY);
}

async function act(name, content = {}, complain = () => {}) {
  const answer = await post(`/room/desk/${name}`, content);
  strip.hidden = Boolean(answer);
  if (answer?.status === 200) told(answer);
  else complain(answer ? answer.found.said : words.not_sent);
  return answer;
}

function told({ status, found }) {
  if (found.editor === false || status === 403) return show("door", door);
  if (status !== 200) return;
  if (!found.room) return show("closed", opening);
  if (show("open", () => (desk = makeDesk()).root)) desk.start();
  desk.show(found);
}

// Put another face on the desk; the same one keeps what was typed in it.
function show(name, make) {
  if (shown === name) return false;
  shown = name;
  body.replaceChildren(make());
  return true;
}

function door() {
  const code = el("input", { id: "door-code", maxlength: 40, autocomplete: "off", "data-testid": "editor-code" });
  const name = el("input", { id: "door-name", maxlength: 80, autocomplete: "name", "data-testid": "editor-name" });
  const problem = el("p", { class: "room-problem", role: "alert", hidden: true });
  const form = el("form", { class: "room-door" }, el("h2", {}, words.enter_title), el("p", {}, words.enter_about),
    el("label", { for: "door-code" }, words.editor_code), code, el("label", { for: "door-name" }, words.editor_name), name,
    problem, el("button", { type: "submit", class: "room-primary" }, words.enter));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await post("/room/desk/enter", { code: code.value, name: name.value });
    problem.hidden = answer?.status === 200;
    write(problem, answer ? answer.found.said ?? "" : words.not_sent);
    if (answer?.status === 200) look();
  });
  return form;
}

function opening() {
  const problem = el("p", { class: "room-problem", role: "alert", hidden: true });
  const open = () => act("open", { scenario: Object.fromEntries(address) }, (why) => {
    problem.hidden = false;
    write(problem, why);
  });
  return el("section", { class: "room-door" }, el("h2", {}, words.open_title), el("p", {}, words.open_about), problem,
    el("button", { type: "button", class: "room-primary", onclick: open, "data-testid": "open" }, words.open));
}

function makeDesk() {
  const code = el("b", { class: "desk-code", "data-testid": "room-code" });
  const qr = el("img", { class: "desk-qr", alt: words.qr, "data-testid": "room-qr" });
  const link = el("code", { class: "desk-address", tabindex: "0" }), note = el("p", { class: "desk-note" }, words.here_only);
  const phones = el("b", { "data-testid": "phones" }), refused = el("p", { class: "desk-refused", "data-testid": "refused" });
  const follows = el("p", { class: "desk-follows" }), problem = el("p", { class: "room-problem", role: "alert", hidden: true });
  const complain = (why) => { problem.hidden = !why; write(problem, why ?? ""); };
  const close = el("button", { type: "button", class: "room-plain", "data-testid": "close", onclick: closing }, words.close);
  const asking = makeAsking({ ask: (content, wrong) => act("ask", content, wrong), advance: (question, phase) => act("advance", { question, phase }, complain) });
  const overlay = makeOverlay(choose), table = makeOverlayTable(choose, (line) => act("hide", { phone: line.phone }, complain));
  const none = el("p", { class: "desk-none" }, words.overlay_none);
  const compare = el("section", { class: "desk-overlay" }, el("h2", {}, words.overlay_title), el("p", { class: "room-about" }, words.overlay_measure, " ", el("span", { class: "room-simulated" }, words.simulated)), none, overlay.root, table.root);
  const tabs = ["question", "overlay"].map((id) => el("button", { type: "button", "data-testid": `tab-${id}`, onclick: () => turn(id) }));
  const stage = el("div", { class: "desk-stage" }, problem, el("div", { class: "room-modes", role: "group", "aria-label": words.parts }, ...tabs), asking.root, compare);
  const root = el("div", { class: "desk" },
    el("aside", { class: "desk-side" }, el("p", {}, words.room_code), code, qr, link, note,
      el("p", { class: "desk-phones" }, phones, " ", el("span", {}, words.phones)), follows, refused, close),
    stage);
  let state = null, chosen = "", sure = 0;

  function turn(id) {
    root.dataset.tab = id;
    tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.dataset.testid === `tab-${id}`)));
    asking.root.hidden = id !== "question";
    compare.hidden = id !== "overlay";
    if (state && id === "overlay") overlay.draw(state.overlay, chosen);
  }

  function choose(phone) {
    chosen = phone;
    overlay.draw(state.overlay, chosen);
    table.draw(state.overlay, chosen);
  }

  // A slip of the hand must not send everybody home: the second press within four seconds closes.
  function closing() {
    if (sure) {
      clearTimeout(sure);
      return act("close", {}, complain);
    }
    write(close, words.close_sure);
    sure = setTimeout(() => { sure = 0; write(close, words.close); }, 4000);
    return null;
  }

  let drawn = "";
  function draw(found) {
    state = found;
    leadBack(found.scenario.query);
    const { room } = found, sent = found.overlay.lines.filter(({ kind }) => kind === "delegation").length;
    write(code, room.code);
    if (qr.getAttribute("src") !== room.qr) qr.src = room.qr;
    write(link, room.address);
    note.hidden = !room.here_only;
    write(phones, numbers.decimal(room.phones));
    write(refused, room.refused ? say(words.refused_count, { count: numbers.decimal(room.refused) }) : "");
    write(follows, say(words.follows, { title: [found.scenario.title, ...found.scenario.moved].join(" · ") }));
    write(tabs[0], words.tab_question);
    write(tabs[1], say(words.tab_overlay, { count: numbers.decimal(sent) }));
    asking.show(found);
    none.hidden = sent > 0;
    const key = JSON.stringify(found.overlay);
    if (key === drawn) return;
    drawn = key;
    overlay.draw(found.overlay, chosen);
    table.draw(found.overlay, chosen);
  }
  return { root, show: draw, start: () => turn("question") };
}

place.replaceChildren(head(), strip, body);
document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
look();
