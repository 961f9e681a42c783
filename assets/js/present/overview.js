// All slides at a glance: number, title, second title; a click or Enter goes there.
import { element } from "/assets/js/figure.js";

export function overview(deck, at, go) {
  const grid = element("div", "sp-slide-grid");
  grid.setAttribute("role", "navigation");
  deck.slides.forEach((slide, number) => {
    const card = element("button", slide.kind);
    card.type = "button";
    card.append(element("b", "", String(number + 1)), element("span", "", slide.title), element("small", "", slide.second));
    if (number === at) card.setAttribute("aria-current", "true");
    card.onclick = () => go(number);
    grid.append(card);
  });
  queueMicrotask(() => grid.querySelector("[aria-current]")?.focus());
  return grid;
}
