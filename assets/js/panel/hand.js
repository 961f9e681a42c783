// A hand on a lever, from the first touch to the release: results keep their scale, one drawing a frame.
export function makeHand({ set, reserve, draw, commit }) {
  let held = null, frame = 0;
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
      frame ||= requestAnimationFrame(() => { frame = 0; draw(); });
    },
    // The move is over: what waited for a frame is not drawn any more.
    release() {
      cancelAnimationFrame(frame);
      frame = 0;
      held = null;
    },
  };
  return hand;
}
