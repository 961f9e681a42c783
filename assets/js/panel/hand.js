// A hand on a lever, from the first touch to the release: results keep their scale. A move is drawn at once, so that it
// is on the screen with the next frame; what moves again before that frame is drawn with it, once.
export function makeHand({ set, reserve, draw, commit }) {
  let held = null, frame = 0, again = false;
  const next = () => {
    frame = 0;
    if (again) draw();
    again = false;
  };
  const hand = {
    get holds() { return held !== null; },
    start(lever) {
      if (held === lever.id) return;
      held = lever.id;
      reserve(lever);
    },
    grab(lever) {
      hand.start(lever);
      for (const over of ["pointerup", "pointercancel"]) window.addEventListener(over, commit, { once: true });
    },
    input(id, value) {
      set(id, value);
      again = frame !== 0;
      if (again) return;
      frame = requestAnimationFrame(next);
      draw();
    },
    // The move is over: what waited for a frame is not drawn any more.
    release() {
      cancelAnimationFrame(frame);
      frame = 0;
      again = false;
      held = null;
    },
  };
  return hand;
}
