// The card behind a lever: what it means, its range, today's value, its source, illustrative or not.
import { el, icon, mark } from "/assets/js/panel/dom.js";
import { shown, withUnit } from "/assets/js/panel/levers.js";

export function makeCard(numbers, labels) {
  const dialog = el("dialog", { class: "sp-lp-card", "aria-labelledby": "sp-lp-card-name", "data-testid": "lever-card" });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

  function open(lever, value) {
    const show = (number) => withUnit(lever, shown(lever, number, numbers));
    const rows = [
      [labels.card_value, show(value)],
      [labels.card_today, `${show(lever.default)} – ${lever.today}`],
      [labels.card_range, `${show(lever.minimum)} – ${show(lever.maximum)}`],
      [labels.card_source, lever.source],
    ].filter(([, text]) => text);
    const tag = lever.illustrative ? [el("p", { class: "sp-lp-tag" }, labels.illustrative_long)] : [];
    dialog.replaceChildren(
      el("button", { type: "button", class: "sp-lp-close", "aria-label": labels.close, onclick: () => dialog.close() }, icon("close")),
      el("p", { class: "sp-lp-kind" }, mark(lever.group), labels[`kind_${lever.group}`]),
      el("h2", { id: "sp-lp-card-name" }, lever.name),
      el("p", {}, lever.meaning), ...tag,
      el("dl", {}, ...rows.flatMap(([term, text]) => [el("dt", {}, term), el("dd", {}, text)])));
    dialog.className = `sp-lp-card ${lever.group}`;
    dialog.showModal();
  }
  return { dialog, open };
}
