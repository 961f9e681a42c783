// What this browser remembers; where it may not (a private window, a full disk), the panel works without.
const PREFIX = "sp.panel.";

export function recall(key) {
  try {
    return JSON.parse(window.localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

export function remember(key, value) {
  try {
    window.localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch { /* nothing is lost but the convenience */ }
}
