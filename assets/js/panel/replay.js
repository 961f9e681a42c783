// Show the last change again, three times: from how the levers stood to how they stand. Nothing is committed.
import { between } from "/assets/js/panel/glide.js";

const TIMES = 3, LASTS = 1200, HOLDS = 600; // ms
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

// The levers on the way: whole numbers stay whole.
export const mixed = (levers, from, to, part) => Object.fromEntries(levers.map(({ id, integer }) => {
  const value = between(from[id], to[id], part);
  return [id, part === 1 ? to[id] : integer ? Math.round(value) : value];
}));

// How far the change has come at a time: it moves and holds, three times; without motion it only steps.
export function partAt(time, still) {
  const at = time % (LASTS + HOLDS);
  if (time >= TIMES * (LASTS + HOLDS)) return 1;
  if (still) return at < LASTS ? 0 : 1;
  const part = Math.min(1, at / LASTS);
  return part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) ** 2;
}

// `show` gets values once a frame, `done` is called at the end or when it is stopped.
export function makeReplay(levers, show, done) {
  let frame = 0;

  function stop() {
    if (!frame) return;
    cancelAnimationFrame(frame);
    frame = 0;
    done();
  }

  function start(from, to) {
    stop();
    const began = performance.now();
    let last = -1;
    function step(now) {
      const time = Math.max(0, now - began), part = partAt(time, calm.matches);
      if (part !== last) show(mixed(levers, from, to, part));
      last = part;
      if (time >= TIMES * (LASTS + HOLDS)) stop();
      else frame = requestAnimationFrame(step);
    }
    frame = requestAnimationFrame(step);
  }
  return { start, stop, get running() { return frame !== 0; } };
}
