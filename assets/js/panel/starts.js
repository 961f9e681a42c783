// Which programmes begin to reach others than today, and when: words on the chart of the cost, two years at most.
import { svg } from "/assets/js/panel/dom.js";

const NOISE = 1e-9;
const MOST = 2, NAMES = 2;

export function startsOf(sets, programmes) {
  const years = new Map();
  for (const { id, name } of programmes) {
    const here = sets.scenario[`recipients.${id}`], before = sets.modified[`recipients.${id}`];
    const at = here.findIndex((people, i) => Math.abs(people - before[i]) > NOISE * Math.max(1, people));
    if (at >= 0) years.set(at, [...(years.get(at) ?? []), name]);
  }
  return [...years].sort(([one], [other]) => one - other).slice(0, MOST).map(([at, names]) => ({
    at, words: names.slice(0, NAMES).join(", ") + (names.length > NAMES ? ` +${names.length - NAMES}` : ""),
  }));
}

export function makeStarts(years) {
  const root = svg("g", { class: "sp-lp-starts" });
  let drawn = "";

  // Draw anew only when something of it changed: during a drag nothing does.
  function draw(box, starts) {
    const key = JSON.stringify([box, starts]);
    if (key === drawn) return;
    drawn = key;
    const x = (at) => box.left + (at / (years.length - 1)) * (box.right - box.left);
    root.replaceChildren(...starts.flatMap(({ at, words }, i) => {
      const y = box.top + box.em * (1.1 + 1.5 * i), late = at > years.length * 0.6;
      return [
        svg("path", { class: "sp-lp-start", d: `M${x(at)} ${y - box.em * 0.8}V${box.bottom}` }),
        svg("text", { x: x(at) + box.em * (late ? -0.4 : 0.4), y, "text-anchor": late ? "end" : "start" },
          `${years[at]}: ${words}`),
      ];
    }));
  }
  return { root, draw };
}
