// The line to the room: ask every two seconds, slower while nobody answers, at once when the phone wakes up.
import { post, request } from "/assets/js/room/post.js";
import { language } from "/assets/js/room/words.js";

const EVERY = 2000, ASLEEP = 15000, LONGEST = 10000; // ms
const SILENT = 2; // failed requests before the phone says so

// A hall of phones must not ask in step.
const about = (time) => time * (0.85 + Math.random() * 0.3);

export function makeLine({ code, phone, hear, refused, away }) {
  let tag = "", failed = 0, timer = 0, asking = false, over = false;
  const waiting = new Map(); // path → what is to be said until it is answered

  async function look() {
    if (asking || over) return;
    asking = true;
    clearTimeout(timer);
    const query = new URLSearchParams({ c: code, p: phone, lang: language });
    const answer = await request(`/room/state?${query}`, tag ? { headers: { "If-None-Match": tag } } : {});
    asking = false;
    failed = answer ? 0 : failed + 1;
    away(failed >= SILENT);
    if (answer?.status === 200 && answer.found.code) {
      tag = answer.tag ?? "";
      hear(answer.found);
    } else if (answer && answer.status !== 304) {
      tag = "";
      refused(answer.found);
    }
    if (answer) for (const path of waiting.keys()) deliver(path);
    if (over) return;
    const rhythm = document.hidden ? ASLEEP : Math.min(LONGEST, EVERY * 1.5 ** failed);
    timer = setTimeout(look, about(rhythm));
  }

  async function deliver(path) {
    const message = waiting.get(path);
    if (!message || message.busy) return;
    message.busy = true;
    const answer = await post(path, { c: code, p: phone, ...message.body });
    message.busy = false;
    if (waiting.get(path) !== message) return deliver(path); // something newer is to be said
    if (!answer) return; // the next look that is answered tries again
    waiting.delete(path);
    message.done(answer);
  }

  const wake = () => { if (!document.hidden) look(); };
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);
  look();

  return {
    // Say it until it is heard; what was waiting under the same path is replaced.
    say(path, body, done) {
      const busy = [...waiting].some(([other, message]) => other === path && message.busy);
      waiting.set(path, { body, done, busy: false });
      if (!busy) deliver(path);
    },
    stop() { over = true; },
  };
}
