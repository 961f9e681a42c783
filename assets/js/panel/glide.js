// Glide from what is shown to what should be shown: on release, reset and undo, never while a hand moves.
const LASTS = 180;
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

export const between = (from, to, part) => from + (to - from) * part;

// Call `paint` with 0..1 once a frame, easing out; return how to stop it. Where motion is not wanted: once, with 1.
export function glide(paint) {
  if (calm.matches || document.hidden) {
    paint(1);
    return () => {};
  }
  let frame = 0;
  const began = performance.now();
  function step(now) {
    const part = Math.min(1, Math.max(0, (now - began) / LASTS));
    paint(part === 1 ? 1 : 1 - (1 - part) ** 3);
    if (part < 1) frame = requestAnimationFrame(step);
  }
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
