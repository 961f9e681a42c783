// All slides at a glance: a picture, number, title, second title; a click or Enter goes there.
import { element } from "/assets/js/figure.js";
import { whenIdle } from "/assets/js/idle.js";

const SOON = 100, REST = 200; // ms; REST: a window that is pulled changes size many times

// Pictures come one after the other while nothing else is to do; on a phone, where slides flow, there are none.
// A window of another size has slides of another size: what was begun for the old one is not gone on with.
async function draw(view, pictures, wanted) {
  for (const [number, picture] of pictures.entries()) {
    await new Promise((resolve) => whenIdle(resolve, SOON));
    if (!picture.isConnected || !wanted()) return;
    picture.style.setProperty("--u", `${view.unit}px`);
    picture.replaceChildren(await view.picture(number));
    scale(view, picture);
  }
}

function scale(view, picture) {
  const slide = picture.firstElementChild;
  if (slide) picture.style.setProperty("--scale", String(picture.clientWidth / slide.offsetWidth));
}

export function overview(deck, view, go) {
  const grid = element("div", "sp-slide-grid");
  grid.setAttribute("role", "navigation");
  grid.setAttribute("aria-label", deck.labels.overview);
  const pictures = deck.slides.map((slide, number) => {
    const card = element("div", `sp-slide-card ${slide.kind}`), button = element("button");
    const picture = element("div", "sp-slide-picture");
    picture.setAttribute("aria-hidden", "true");
    button.type = "button";
    button.append(element("b", "", String(number + 1)), element("span", "", slide.title), element("small", "", slide.second));
    if (number === view.at) button.setAttribute("aria-current", "true");
    button.onclick = () => go(number);
    if (view.unit) card.append(picture);
    card.append(button);
    grid.append(card);
    return picture;
  });
  queueMicrotask(() => {
    grid.querySelector("[aria-current]")?.focus();
    if (!view.unit) return;
    let drawn = 0, timer = 0, turns = 0;
    const again = () => {
      if (!view.unit || view.unit === drawn) return;
      drawn = view.unit;
      const turn = (turns += 1);
      draw(view, pictures, () => turn === turns);
    };
    again();
    new ResizeObserver(() => {
      pictures.forEach((picture) => scale(view, picture));
      clearTimeout(timer);
      timer = setTimeout(again, REST);
    }).observe(grid);
  });
  return grid;
}
