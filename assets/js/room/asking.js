// The presenter's question: the form, then how many have answered, then the answers, then the model's.
import { el, say, write } from "/assets/js/panel/dom.js";
import { inWords, makeHistogram } from "/assets/js/room/histogram.js";
import { numbers, words } from "/assets/js/room/words.js";

const NEXT = { open: ["shown", "show_answers"], shown: ["answered", "show_model"], answered: ["over", "end_question"] };

export function makeAsking({ ask, advance }) {
  const measure = el("select", { id: "ask-measure", onchange: () => range() });
  const year = el("select", { id: "ask-year", onchange: () => range() });
  const low = el("input", { id: "ask-low", inputmode: "decimal", autocomplete: "off" });
  const high = el("input", { id: "ask-high", inputmode: "decimal", autocomplete: "off" });
  const field = (name, control) => el("label", { for: control.id }, el("span", {}, words[name]), control);
  const problem = el("p", { class: "room-problem", role: "alert", hidden: true });
  const form = el("form", { class: "desk-ask", "data-testid": "ask" },
    el("h2", {}, words.ask_title), el("p", {}, words.ask_about),
    field("ask_measure", measure), field("ask_year", year),
    el("div", { class: "desk-range" }, field("ask_low", low), field("ask_high", high)), problem,
    el("button", { type: "submit", class: "room-primary" }, words.ask));
  const title = el("h2"), about = el("p", { class: "room-about" });
  const count = el("b", { class: "desk-count", "data-testid": "answers" }), of = el("p", { class: "desk-of" });
  const counting = el("div", { class: "desk-counting" }, count, of);
  const histogram = makeHistogram();
  const told = el("p", { class: "room-told" });
  const next = el("button", { type: "button", class: "room-primary", "data-testid": "next" });
  const drop = el("button", { type: "button", class: "room-plain", onclick: () => advance(shown.id, "over") }, words.drop_question);
  const stand = el("div", { class: "desk-stand", "data-testid": "standing" }, title, about, counting, histogram.root, told,
    el("div", { class: "desk-buttons" }, next, drop));
  const root = el("section", { class: "desk-question" }, form, stand);
  let shown = null, offers = [], years = [], offered = "";

  next.addEventListener("click", () => advance(shown.id, NEXT[shown.phase][0]));

  function range() {
    const found = offers.find(({ key }) => key === measure.value)?.ranges[years.indexOf(Number(year.value))];
    if (!found) return;
    const print = (value) => numbers.decimal(value, [0, 1, 2, 3, 4].find((d) => Number(value.toFixed(d)) === value) ?? 4, true);
    low.value = print(found[0]);
    high.value = print(found[1]);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = { measure: measure.value, year: Number(year.value), low: numbers.parse(low.value), high: numbers.parse(high.value) };
    const bad = !Number.isFinite(body.low) || !Number.isFinite(body.high);
    complain(bad ? words.range_numbers : "");
    if (!bad) ask(body, complain);
  });

  function complain(text) {
    write(problem, text);
    problem.hidden = !text;
  }

  // Another state of the levers brings other ranges; until then what the presenter typed stays.
  function offer(state) {
    const before = [measure.value, year.value];
    const key = JSON.stringify([state.measures, state.years]);
    if (key === offered) return;
    offered = key;
    ({ measures: offers, years } = state);
    measure.replaceChildren(...offers.map(({ key: id, name }) => el("option", { value: id }, name)));
    year.replaceChildren(...years.map((one) => el("option", { value: one }, String(one))));
    if (offers.some(({ key: id }) => id === before[0])) [measure.value] = before;
    year.value = years.includes(Number(before[1])) ? before[1] : state.year;
    range();
  }

  function show(state) {
    shown = state.question;
    form.hidden = Boolean(shown);
    stand.hidden = !shown;
    if (!shown) return offer(state);
    complain("");
    const { phase } = shown, open = phase === "open";
    write(title, say(open ? words.predict : words.predicted, { name: shown.measure.name, year: shown.year }));
    write(about, [shown.title, ...shown.moved].join(" · "));
    write(count, numbers.decimal(shown.count));
    write(of, say(words.answers_of, { phones: numbers.decimal(state.room.phones) }));
    counting.hidden = !open;
    histogram.root.hidden = told.hidden = open;
    if (!open) {
      histogram.draw(shown);
      write(told, inWords(shown));
    }
    write(next, words[NEXT[phase][1]]);
    drop.hidden = phase === "answered";
  }
  return { root, show };
}
