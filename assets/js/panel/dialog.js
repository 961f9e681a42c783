// A dialog inside the panel: Escape, the cross and a click beside it close; the focus goes back where it was.
import { el, icon } from "/assets/js/panel/dom.js";

export function makeDialog(testid, labels) {
  const name = `sp-lp-${testid}-name`;
  const dialog = el("dialog", { "aria-labelledby": name, "data-testid": testid });
  const close = () => dialog.close();
  dialog.addEventListener("click", (event) => { if (event.target === dialog) close(); });

  // Show what is given under its own heading; `kind` is the line above it.
  function open(className, kind, heading, ...content) {
    dialog.className = `sp-lp-card ${className}`;
    dialog.replaceChildren(
      el("button", { type: "button", class: "sp-lp-close", "aria-label": labels.close, onclick: close }, icon("close")),
      el("p", { class: "sp-lp-kind" }, ...kind), el("h2", { id: name }, heading), ...content);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  }
  return { dialog, open, close };
}
