// The fields of one slide and of the deck, in both languages; a field writes into the draft with every letter.
import { el } from "/assets/js/panel/dom.js";
import { kindOf } from "/assets/js/present/slide_list.js";

const MOST_NUMBERS = 3;
// Which fields a kind of slide has, in the order of the form.
const FIELDS = {
  figure: ["figure", "titles", "numbers", "scenario", "ways", "notes"],
  points: ["titles", "points", "numbers", "scenario", "ways", "notes"],
  opening: ["titles", "points", "numbers", "notes"],
  decisions: ["decisions", "scenario", "ways", "notes"],
  levers: ["titles", "levers", "scenario", "ways", "notes"],
};

const set = (table, name, value) => {
  const empty = value === "" || value === false || value === null || value?.length === 0;
  if (empty) delete table[name];
  else table[name] = value;
};

export function makeForm(data, on) {
  const { labels } = data;
  const root = el("div", { class: "sp-de-form" });
  let count = 0;

  const field = (label, control, how) => {
    control.id = `sp-de-${data.deck}-${count += 1}`;
    return el("p", {}, el("label", { for: control.id }, label), control, how ? el("small", {}, how) : "");
  };
  const typed = (control) => {
    control.addEventListener("focus", on.begin);
    control.addEventListener("change", on.done);
    return control;
  };

  // `read` and `write` turn what is typed into the field's value and back.
  function text(table, name, label, { how = "", rows = 2, read, write }) {
    const control = typed(el("textarea", { lang: name.slice(-2), rows, "data-field": name, spellcheck: "false" }));
    control.value = write(table[name]);
    control.addEventListener("input", () => { set(table, name, read(control.value)); on.input(); });
    return field(label, control, how);
  }
  const ONE_LINE = { read: (typed) => typed.replace(/\s*\n\s*/g, " "), write: (value) => value ?? "" };
  const LINES = {
    read: (typed) => typed.split("\n").map((one) => one.trim()).filter(Boolean),
    write: (value) => (value ?? []).join("\n"), rows: 5,
  };
  const FREE = { read: (typed) => typed, write: (value) => value ?? "", rows: 3 };

  function choice(value, options, label, take, name, none) {
    const given = none ? [["", none], ...options] : options;
    const control = el("select", { "data-field": name }, ...given.map(([id, words]) => el("option", { value: id }, words)));
    if (value && !given.some(([id]) => id === value)) control.append(el("option", { value }, value));
    control.value = value ?? "";
    control.addEventListener("change", () => { on.begin(); take(control.value); on.done(); });
    return field(label, control);
  }

  function tick(table, name) {
    const box = el("input", { type: "checkbox", "data-field": name });
    box.checked = Boolean(table[name]);
    box.addEventListener("change", () => { on.begin(); set(table, name, box.checked); on.done(); });
    return el("label", { class: "tick" }, box, labels[name]);
  }

  const pair = (table, stem, shape) => el("div", { class: "pair" },
    ...["en", "lo"].map((lang) => text(table, `${stem}_${lang}`, labels[`${stem}_${lang}`], shape)));

  function several(slide, name, options, most, label) {
    const picked = slide[name] ?? [];
    const take = (place) => (value) => {
      const next = [...picked];
      next[place] = value;
      set(slide, name, next.filter(Boolean));
    };
    return el("div", { class: "pair" }, ...Array.from({ length: Math.min(most, picked.length + 1) }, (_, place) =>
      choice(picked[place], options, `${label} ${place + 1}`, (value) => { take(place)(value); draw(last, at); }, `${name}-${place}`, "–")));
  }

  const makers = {
    figure: (slide) => choice(slide.figure, data.figures, labels.figure, (value) => set(slide, "figure", value), "figure"),
    titles: (slide) => pair(slide, "title", { ...ONE_LINE, how: slide.figure ? labels.own_title : "" }),
    points: (slide) => pair(slide, "points", { ...LINES, how: labels.points_how }),
    numbers: (slide) => several(slide, "numbers", data.numbers, MOST_NUMBERS, labels.numbers),
    levers: (slide) => several(slide, "levers", data.levers[slide.scenario ?? last.scenario] ?? [], 2, labels.levers),
    scenario: (slide) => choice(slide.scenario, data.scenarios, labels.scenario, (value) => { set(slide, "scenario", value); draw(last, at); }, "scenario", labels.of_deck),
    ways: (slide) => el("p", { class: "ticks" }, tick(slide, "panel"), tick(slide, "room")),
    notes: (slide) => pair(slide, "notes", { ...FREE, how: labels.numbers_how }),
    decisions: () => el("p", { class: "how" }, labels.decisions_how),
  };

  let last = null, at = 0;
  function draw(draft, number) {
    last = draft;
    at = number;
    const slide = draft.slides[number], kind = kindOf(slide);
    const whole = el("details", {}, el("summary", {}, labels.whole), pair(draft, "title", ONE_LINE),
      choice(draft.scenario, data.scenarios, labels.scenario, (value) => { draft.scenario = value; draw(last, at); }, "deck-scenario"));
    whole.open = root.querySelector("details")?.open ?? false;
    root.replaceChildren(el("h3", {}, `${number + 1}. ${labels[`kind_${kind}`]}`, el("small", {}, ` ${slide.id}`)),
      ...FIELDS[kind].map((part) => makers[part](slide)), whole);
  }
  return { root, draw };
}
