// From the live panel back to the slide that led there: a button that outlives the change of page.
const KEY = "sp-present-back", PAGE = "/present";

export function remember(words) {
  sessionStorage.setItem(KEY, JSON.stringify({ address: window.location.href, words }));
}

// Show the way back on every page but the slides themselves; drawn once.
export function wayBack() {
  const there = document.querySelector(".sp-way-back");
  const kept = sessionStorage.getItem(KEY);
  if (window.location.pathname === PAGE) {
    sessionStorage.removeItem(KEY);
    return void there?.remove();
  }
  if (!kept || there) return;
  const { address, words } = JSON.parse(kept);
  if (new URL(address).origin !== window.location.origin) return;
  const link = document.createElement("a");
  link.className = "sp-way-back";
  link.href = address;
  link.textContent = `← ${words}`;
  document.body.append(link);
}
