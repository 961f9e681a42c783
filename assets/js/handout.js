// The live panel in a file of its own: nobody else hears what is committed, and the address stays as it is.
import panel from "/assets/js/panel.js";

const given = JSON.parse(document.getElementById("handout").textContent);
const root = document.getElementById("panel");
const buttons = [...document.querySelectorAll("[data-language]")];

// A file has no history to write to: browsers refuse it.
for (const write of ["pushState", "replaceState"]) window.history[write] = () => {};

const address = (content) => URL.createObjectURL(new Blob([JSON.stringify(content)], { type: "application/json" }));
const packs = Object.fromEntries(Object.entries(given.packs).map(
  ([language, { pack, behind }]) => [language, address({ ...pack, behind: address(behind) })]));

const component = {
  parentElement: root,
  data: { values: given.values, year: given.year, view: given.view, heard: null, alone: true }, // nobody else moves the levers
  setTriggerValue(_, said) { // heard at once: there is no server
    component.data = { ...component.data, heard: said.serial };
    queueMicrotask(() => panel(component));
  },
};

function show(language) {
  document.documentElement.lang = language;
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.language === language));
  component.data = { ...component.data, pack: packs[language] };
  panel(component);
}

for (const button of buttons) button.addEventListener("click", () => show(button.dataset.language));
show(given.language);
