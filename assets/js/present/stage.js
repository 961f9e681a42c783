// The stage: slides of one deck on top of each other, one shown; a page is turned without asking the server.
import { element } from "/assets/js/figure.js";
import { whenIdle } from "/assets/js/idle.js";
import { build } from "/assets/js/present/slide.js";
import { drawLevers } from "/assets/js/present/levers.js";
import { draw } from "/assets/js/present/plot.js";

const WIDE = 1920, HIGH = 1080, PHONE = 720;
const SOON = 300; // ms: the next slide is ready before it is asked for

export function stage(deck) {
  const node = element("div", "sp-stage");
  node.dataset.testid = "stage";
  const black = element("div", "sp-blank");
  black.hidden = true;
  node.append(black);
  const built = new Map();
  let at = 0, unit = 0, size = "";

  const slide = (number) => {
    if (!built.has(number)) {
      built.set(number, build(deck, number));
      node.append(built.get(number).node);
    }
    return built.get(number);
  };
  const paint = (number) => {
    const one = slide(number);
    const levers = one.live && drawLevers(one.live, deck.slides[number].live, deck.labels.failed);
    if (one.plot && one.size !== size) {
      one.size = size;
      one.drawn = draw(one.plot, deck.slides[number].figure, unit, deck.labels.failed);
    }
    return Promise.all([levers, one.drawn]);
  };

  return {
    node,
    get at() { return at; },
    show(number) {
      at = Math.max(0, Math.min(deck.slides.length - 1, number));
      slide(at);
      for (const [other, { node: there }] of built) there.classList.toggle("shown", other === at);
      paint(at);
      if (unit && at + 1 < deck.slides.length) whenIdle(() => node.isConnected && paint(at + 1 < deck.slides.length ? at + 1 : at), SOON);
    },
    // Take the largest 16:9 area inside `width` × `height`; on a phone slides flow.
    resize(width, height) {
      const phone = width < PHONE && height > width;
      unit = phone ? 0 : Math.min(width / WIDE, height / HIGH);
      size = `${phone ? width : unit}`;
      node.classList.toggle("flows", phone);
      node.style.setProperty("--u", phone ? "0.34px" : `${unit}px`);
      this.show(at);
    },
    get unit() { return unit; },
    // A copy of a slide as it is shown; it is drawn now if it was not yet.
    async picture(number) {
      await paint(number);
      const copy = slide(number).node.cloneNode(true);
      copy.classList.remove("shown");
      for (const node of copy.querySelectorAll("a, button, input, [tabindex]")) node.tabIndex = -1;
      return copy;
    },
    blank(on = black.hidden) { black.hidden = !on; },
  };
}
