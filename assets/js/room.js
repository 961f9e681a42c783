// The room on a phone: follow the presenter or explore, answer before the reveal, send a delegation's levers.
import { el, say, write } from "/assets/js/panel/dom.js";
import { makeLine } from "/assets/js/room/line.js";
import { recall, remember } from "/assets/js/room/memory.js";
import { makeNaming } from "/assets/js/room/naming.js";
import { fetchPack } from "/assets/js/room/packs.js";
import { queryOf, valuesOf } from "/assets/js/room/query.js";
import { makeQuestion } from "/assets/js/room/question.js";
import { makeStage } from "/assets/js/room/stage.js";
import { language, words } from "/assets/js/room/words.js";

const OTHER = { en: ["lo", "ລາວ"], lo: ["en", "English"] };
const address = new URLSearchParams(window.location.search);
const place = document.getElementById("room");
// A question at one step of its reveal: who has seen it may go on to the levers until the next step.
const stepOf = ({ id, phase }) => `${id} ${phase}`;
let line, told = null, stage = null, mode = recall("mode") === "explore" ? "explore" : "follow", left = "";

// Without a code nothing can be shown but the place to type it.
function door(problem) {
  const field = el("input", {
    id: "room-code", maxlength: 4, autocomplete: "off", autocapitalize: "characters", spellcheck: "false", "data-testid": "code",
  });
  const form = el("form", { class: "room-door", method: "get", action: "/room" },
    el("h1", {}, words.join_title), el("p", {}, words.join_about),
    problem ? el("p", { class: "room-problem", role: "alert" }, problem) : "",
    el("label", { for: "room-code" }, words.code), field,
    el("button", { type: "submit", class: "room-primary" }, words.join));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = field.value.trim().toUpperCase();
    if (code) window.location.assign(`/room?${new URLSearchParams({ c: code, lang: language })}`);
  });
  place.replaceChildren(head("", ""), el("main", {}, form));
  field.focus();
}

function head(code, who) {
  const [other, name] = OTHER[language];
  const query = new URLSearchParams({ ...(code ? { c: code } : {}), lang: other });
  return el("header", { class: "room-head" },
    el("span", { class: "room-brand" }, words.phone_title, code ? el("b", {}, code) : ""), who,
    el("a", { class: "room-lang", href: `/room?${query}`, lang: other, hreflang: other }, name));
}

function room(code) {
  const strip = el("p", { class: "room-strip", role: "status", hidden: true, "data-testid": "reconnecting" });
  const closed = el("p", { class: "room-closed", role: "status", hidden: true, "data-testid": "closed" });
  const naming = makeNaming(() => write(who, recall("name") || words.name_give));
  const who = el("button", { type: "button", class: "room-who", onclick: () => naming.open(), "data-testid": "who" }, recall("name") || words.name_give);
  const question = makeQuestion({
    send: (id, value, done) => line.say("/room/prediction", { question: id, value }, done),
    leave(phase) { left = phase; show(); },
  });
  const modes = ["follow", "explore"].map((id) => el("button", {
    type: "button", "data-testid": `mode-${id}`, onclick: () => choose(id),
  }, words[id]));
  const title = el("h1"), moved = el("p", { class: "room-moved" });
  const holder = el("div", { class: "room-holder" });
  const said = el("p", { class: "room-said", role: "status", "data-testid": "scenario-said" });
  const undo = el("button", { type: "button", class: "room-plain", onclick: () => stage?.undo(), "data-testid": "undo" }, words.undo);
  const sendIt = el("button", { type: "button", class: "room-primary", onclick: submit, "data-testid": "send-scenario" }, words.send_scenario);
  const bar = el("footer", { class: "room-bar" }, said, undo, sendIt);
  const scene = el("div", { class: "room-scene" },
    el("div", { class: "room-modes", role: "group", "aria-label": words.modes }, ...modes),
    el("div", { class: "room-title" }, title, el("span", { class: "room-simulated" }, words.simulated)), moved, holder, bar);
  question.root.hidden = true;
  place.replaceChildren(head(code, who), el("main", {}, strip, closed, question.root, scene), naming.dialog);

  function choose(id) {
    mode = id;
    remember({ mode });
    if (id === "explore") keepOwn();
    show();
  }

  // Where this phone's own levers stand in this scenario; at first where the presenter's do.
  const own = () => {
    const kept = recall("own");
    return kept?.s === told.scenario.query.s ? kept : told.scenario.query;
  };
  const keepOwn = () => remember({ own: { ...own() } });

  async function prepareStage() {
    const wanted = told.scenario.packs[language];
    if (stage?.address === wanted) return true;
    let pack;
    try {
      pack = await fetchPack(wanted);
    } catch {
      return false;
    }
    if (told.scenario.packs[language] !== wanted) return false;
    const made = makeStage(pack, () => {
      remember({ own: queryOf(pack, stage.values) });
      write(said, "");
    });
    stage = Object.assign(made, { address: wanted, drawn: "" });
    holder.replaceChildren(stage.root);
    return true;
  }

  async function show() {
    const asked = told.question && stepOf(told.question) !== left ? told.question : null;
    question.root.hidden = !asked;
    scene.hidden = Boolean(asked);
    if (asked) return question.show(asked);
    question.forget();
    modes.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.testid === `mode-${mode}`)));
    scene.dataset.mode = mode;
    write(title, told.scenario.title);
    write(moved, told.scenario.moved.length ? told.scenario.moved.join(" · ") : words.nothing_moved);
    if (!(await prepareStage())) return;
    const query = mode === "follow" ? told.scenario.query : own();
    const drawn = JSON.stringify([mode, query]);
    if (stage.drawn === drawn && mode === "follow") return;
    if (mode === "explore" && stage.drawn.startsWith('["explore"')) return;
    stage.drawn = drawn;
    stage.show(valuesOf(stage.pack, query), Number(query.y ?? told.scenario.query.y));
  }

  function submit() {
    naming.open((name) => {
      write(said, words.sending);
      line.say("/room/scenario", { name, scenario: queryOf(stage.pack, stage.values) }, (answer) => {
        write(said, answer.status === 200 ? say(words.scenario_kept, { name: answer.found.name }) : answer.found.said ?? words.not_sent);
      });
    });
  }

  line = makeLine({
    code,
    phone: recall("phone"),
    hear(found) {
      told = found;
      closed.hidden = true;
      scene.dataset.closed = "false";
      document.body.dataset.joined = code;
      show();
    },
    refused({ said: why }) {
      if (!told) {
        line.stop();
        return door(why);
      }
      write(closed, why);
      closed.hidden = false;
      scene.dataset.closed = "true";
      question.root.hidden = true;
      scene.hidden = false;
    },
    away(gone) {
      strip.hidden = !gone;
      write(strip, gone ? words.reconnecting : "");
    },
  });
}

const code = (address.get("c") ?? "").trim().toUpperCase();
if (/^[A-Z0-9]{4}$/.test(code)) room(code);
else door("");
