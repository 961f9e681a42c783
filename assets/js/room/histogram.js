// How the answers of the room are spread: bars, the phone's own answer below them, the model's line over them.
import { el, say, write } from "/assets/js/panel/dom.js";
import { numbers, words } from "/assets/js/room/words.js";

export const printed = ({ measure }, value) => say(measure.full, { value: numbers.decimal(value, measure.digits) });
const share = ({ low, high }, value) => Math.min(1, Math.max(0, (value - low) / (high - low)));

export function makeHistogram() {
  const bars = el("div", { class: "room-bars", "aria-hidden": "true" });
  const model = el("div", { class: "room-model", hidden: true }, el("b"));
  const own = el("div", { class: "room-own", hidden: true }, el("span", {}, words.you));
  const axis = el("div", { class: "room-axis", "aria-hidden": "true" });
  const root = el("div", { class: "room-histogram", role: "img", "data-testid": "histogram" }, bars, model, own, axis);

  // A mark stands at its place; its words lean so far that they stay inside at either end.
  function place(mark, at) {
    mark.style.left = `${at * 100}%`;
    mark.style.setProperty("--lean", `${at * -100}%`);
  }

  function ends({ low, high, measure }) {
    const fewest = (value) => [0, 1, 2, 3].find((d) => Math.abs(value - Number(value.toFixed(d))) < 1e-9) ?? measure.digits;
    return [low, (low + high) / 2, high].map((value) => el("span", {}, numbers.decimal(value, fewest(value))));
  }

  function draw(question, mine) {
    const most = Math.max(1, ...question.bins);
    const half = (question.high - question.low) / question.bins.length / 2;
    bars.replaceChildren(...question.bins.map((count, i) => {
      const here = mine !== undefined && Math.abs(mine - question.low - (2 * i + 1) * half) <= half * 1.000001;
      return el("i", { class: here ? "mine" : "", style: `height:${(count / most) * 100}%` }, count ? el("em", {}, String(count)) : "");
    }));
    axis.replaceChildren(...ends(question));
    own.hidden = mine === undefined;
    if (mine !== undefined) place(own, share(question, mine));
    model.hidden = question.answer === undefined;
    if (question.answer !== undefined) {
      place(model, share(question, question.answer));
      write(model.firstChild, say(words.model_at, { value: printed(question, question.answer) }));
    }
    root.setAttribute("aria-label", inWords(question, mine));
  }
  return { root, draw };
}

// The same for whoever does not see it.
export function inWords(question, mine) {
  const told = [say(words.answers_count, { count: question.count })];
  if (question.median !== undefined) told.push(say(words.room_middle, { value: printed(question, question.median) }));
  if (question.answer !== undefined) told.push(say(words.model_says, { value: printed(question, question.answer) }));
  if (mine !== undefined) told.push(say(words.your_answer, { value: printed(question, mine) }));
  return told.join(" ");
}
