// The presenter's window: what to say, what comes next, the time. It follows the slides, and turns them too.
import { element } from "/assets/js/figure.js";

const two = (value) => String(value).padStart(2, "0");

function lasted(since) {
  const seconds = Math.floor((Date.now() - since) / 1000);
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

export function notesWindow(deck) {
  const node = element("section", "sp-notes");
  node.dataset.testid = "notes";
  const head = element("header");
  const place = element("b", "place"), clock = element("b", "clock"), since = element("span", "since");
  head.append(place, clock, since);
  const title = element("h2"), second = element("p", "second"), text = element("p", "text");
  const next = element("div", "next");
  node.append(head, title, second, text, next);
  const start = Date.now();
  const tick = () => {
    const now = new Date();
    clock.textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
    since.textContent = `${deck.labels.since}: ${lasted(start)}`;
  };
  const timer = setInterval(() => (node.isConnected ? tick() : clearInterval(timer)), 1000);
  tick();
  return {
    node,
    show(at) {
      const slide = deck.slides[at], after = deck.slides[at + 1];
      place.textContent = `${at + 1} / ${deck.slides.length}`;
      title.textContent = slide.title;
      second.textContent = slide.second;
      text.textContent = slide.notes || deck.labels.no_notes;
      next.replaceChildren(element("span", "", after ? `${deck.labels.upcoming}:` : deck.labels.last));
      if (after) next.append(element("b", "", after.title), element("span", "second", after.second));
    },
  };
}
