// The card behind a lever: what it means, its range, today's value, its source, illustrative or not.
import { el, icon, mark } from "/assets/js/panel/dom.js";
import { makeDialog } from "/assets/js/panel/dialog.js";
import { printed } from "/assets/js/panel/values.js";

export function makeCard(numbers, labels, on) {
  const { dialog, open, close } = makeDialog("lever-card", labels);

  function show(lever, value) {
    const print = (number) => printed(lever, number, numbers);
    const rows = [
      [labels.card_value, print(value)],
      [labels.card_today, `${print(lever.default)} – ${lever.today}`],
      [labels.card_range, `${print(lever.minimum)} – ${print(lever.maximum)}. ${lever.limits}`],
      [labels.card_source, lever.source || labels.card_source_none],
      [labels.card_neighbours, labels.card_neighbours_none],
    ].filter(([, text]) => text);
    const tag = lever.illustrative ? [el("p", { class: "sp-lp-tag" }, labels.illustrative_long)] : [];
    const back = el("button", {
      type: "button", class: "sp-lp-button", disabled: value === lever.default,
      onclick: () => { on.input(lever.id, lever.default); on.commit(); close(); },
    }, icon("restart"), el("span", {}, labels.card_back));
    open(lever.group, [mark(lever.group), labels[`kind_${lever.group}`]], lever.title,
      el("p", {}, lever.meaning), ...tag,
      el("dl", {}, ...rows.flatMap(([term, text]) => [el("dt", {}, term), el("dd", {}, text)])), back);
  }
  return { dialog, open: show };
}
