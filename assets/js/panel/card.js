// The card behind a lever: what it means, its range, today's value, its source, illustrative or not.
import { el, icon, mark } from "/assets/js/panel/dom.js";
import { printed } from "/assets/js/panel/values.js";

export function makeCard(numbers, labels) {
  const name = "sp-lp-card-name";
  const dialog = el("dialog", { class: "sp-lp-card", "aria-labelledby": name, "data-testid": "lever-card" });
  const close = () => dialog.close();
  dialog.addEventListener("click", (event) => { if (event.target === dialog) close(); });

  function open(lever, value) {
    const show = (number) => printed(lever, number, numbers);
    const rows = [
      [labels.card_value, show(value)],
      [labels.card_today, `${show(lever.default)} – ${lever.today}`],
      [labels.card_range, `${show(lever.minimum)} – ${show(lever.maximum)}`],
      [labels.card_source, lever.source],
    ].filter(([, text]) => text);
    const tag = lever.illustrative ? [el("p", { class: "sp-lp-tag" }, labels.illustrative_long)] : [];
    dialog.className = `sp-lp-card ${lever.group}`;
    dialog.replaceChildren(
      el("button", { type: "button", class: "sp-lp-close", "aria-label": labels.close, onclick: close }, icon("close")),
      el("p", { class: "sp-lp-kind" }, mark(lever.group), labels[`kind_${lever.group}`]),
      el("h2", { id: name }, lever.title), el("p", {}, lever.meaning), ...tag,
      el("dl", {}, ...rows.flatMap(([term, text]) => [el("dt", {}, term), el("dd", {}, text)])));
    dialog.showModal();
  }
  return { dialog, open };
}
