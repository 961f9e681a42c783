// Where one left: every commit is remembered; who comes back to the page without a link is asked, never surprised.
import { el, say } from "/assets/js/panel/dom.js";
import { recall, remember } from "/assets/js/panel/memory.js";

const KEY = "last";
const USUAL = ["s", "v"]; // a scenario as its file says
const served = () => document.querySelector('[data-testid="stApp"]') !== null; // a page in one file has no address
const asked = new URLSearchParams(window.location.search).has("s");
let arrived = false; // once in the life of a tab

const bare = (found) => {
  const query = new URLSearchParams(found);
  query.delete("lang");
  return query;
};

export function keepLast(found, title) {
  if (served()) remember(KEY, { query: String(bare(found)), title, time: Date.now() });
}

// What to offer on arrival: the last committed scenario, where the page shows another one; null where there is none.
export function lastLeft(found) {
  if (arrived || asked || !served()) return null;
  arrived = true;
  const last = recall(KEY), query = new URLSearchParams(typeof last?.query === "string" ? last.query : "");
  const moved = [...query.keys()].some((name) => !USUAL.includes(name));
  if (!query.has("s") || !moved || String(query) === String(bare(found))) return null;
  return { query, title: String(last.title).slice(0, 120), time: new Date(Number(last.time)) };
}

export function makeOffer(left, { labels }, go) {
  const two = (number) => String(number).padStart(2, "0"), { time: t } = left;
  const day = `${t.getFullYear()}-${two(t.getMonth() + 1)}-${two(t.getDate())}`;
  const time = `${day} ${two(t.getHours())}:${two(t.getMinutes())}`;
  const close = () => root.remove();
  const take = () => { close(); go(left.query); };
  const root = el("aside", { class: "sp-lp-offer", role: "status", "data-testid": "continue" },
    el("p", {}, say(labels.resume, { name: left.title, time })),
    el("button", { type: "button", class: "sp-lp-button", onclick: take }, labels.resume_go),
    el("button", { type: "button", class: "sp-lp-button", onclick: close }, labels.resume_not));
  return root;
}
