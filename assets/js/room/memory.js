// What this phone keeps for itself: its id, the name of its delegation, its answers. Without storage: until it closes.
const KEY = "sp-room";
const random = () =>
  [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

function read() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY));
    return found && typeof found === "object" ? found : {};
  } catch {
    return {};
  }
}

const kept = read();

export const recall = (name) => kept[name];

export function remember(more) {
  Object.assign(kept, more);
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch { /* a browser that keeps nothing: this page still knows */ }
}

if (!/^[a-z0-9]{16,32}$/.test(kept.phone)) remember({ phone: random() });
