// The dialog in which a delegation says its name.
import { el, write } from "/assets/js/panel/dom.js";
import { recall, remember } from "/assets/js/room/memory.js";
import { words } from "/assets/js/room/words.js";

const LONGEST = 40;

export function makeNaming(changed) {
  const field = el("input", { id: "room-name", maxlength: LONGEST, autocomplete: "organization", "data-testid": "name" });
  const keep = el("button", { type: "submit", class: "room-primary" });
  const cancel = el("button", { type: "button", class: "room-plain", onclick: () => dialog.close() }, words.cancel);
  const form = el("form", { method: "dialog" }, el("label", { for: "room-name" }, words.name_ask), field, keep, cancel);
  const dialog = el("dialog", { class: "room-dialog", "data-testid": "naming" }, form);
  let then = null;

  form.addEventListener("submit", (event) => {
    const name = field.value.trim();
    if (!name && then) return event.preventDefault(); // what is sent needs a name
    remember({ name });
    changed();
    then?.(name);
  });

  return {
    dialog,
    // Ask for the name; `next` goes on with it once it is given.
    open(next = null) {
      then = next;
      field.value = recall("name") ?? "";
      write(keep, next ? words.name_send : words.name_keep);
      dialog.showModal();
      field.focus();
    },
  };
}
