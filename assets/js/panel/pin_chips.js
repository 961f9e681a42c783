// The pinned scenarios under the tiles, with their cost in the chosen year: go back to one, or take it off the charts.
import { el, icon, say } from "/assets/js/panel/dom.js";

export function makePinChips(spec, { numbers, labels, on }) {
  const root = el("div", { class: "sp-lp-pins", role: "group", "aria-label": labels.pins, "data-testid": "pins", hidden: true });
  let drawn = "";

  const worth = ({ letter, results }, at) =>
    `${letter} · ${numbers.decimal(results[spec.result][at] * spec.scale, spec.digits)} ${spec.unit}`;

  function chip(words, letter) {
    return el("span", { class: "sp-lp-pin" },
      el("button", {
        type: "button", onclick: () => on.pinned(letter), "data-testid": `pin-${letter}`,
        title: say(labels.pin_show, { letter }),
      }, words),
      el("button", {
        type: "button", onclick: () => on.unpin(letter), "aria-label": say(labels.unpin, { letter }),
        title: say(labels.unpin, { letter }),
      }, icon("close")));
  }

  // Made anew only where something of it changed: who is on a chip stays on it.
  function draw({ pins, at }) {
    const words = pins.map((pin) => worth(pin, at)), key = words.join();
    root.hidden = !pins.length;
    if (key !== drawn) root.replaceChildren(...pins.map(({ letter }, i) => chip(words[i], letter)));
    drawn = key;
  }
  return { root, draw };
}
