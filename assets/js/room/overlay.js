// Delegations' scenarios over each other: one line each, named at its end; the chosen one is drawn in blue.
import { niceAxis, spread, tickDigits, ticks } from "/assets/js/panel/axis.js";
import { el, say, svg } from "/assets/js/panel/dom.js";
import { numbers, words } from "/assets/js/room/words.js";

const ENDS = [11, 17]; // em for the names at the right, on a narrow and on a wide screen

const axisOf = (lines) => niceAxis(Math.max(...lines.flatMap((line) => line.values)) * 1.04);
const LINE = 1.75, LOWEST = 16; // em
// As many decimals as tell the lines apart: those of the measure, or those of the axis.
const digitsOf = ({ lines, measure }) => Math.max(measure.digits, tickDigits(axisOf(lines)));

export function makeOverlay(choose) {
  const drawing = svg("svg", { class: "room-lines", "aria-hidden": "true" });
  const names = el("div", { class: "room-line-names" });
  const plot = el("div", { class: "room-plot", role: "img", "data-testid": "overlay" }, drawing, names);
  let last = null, chosen = "", digits = 0;

  function box() {
    const { width, height } = plot.getBoundingClientRect();
    const em = parseFloat(getComputedStyle(plot).fontSize);
    return { em, width, height, left: em * 3, right: width - em * ENDS[width > 700 ? 1 : 0], top: em, bottom: height - em * 2 };
  }

  function ground(b, axis, years, x, y) {
    const few = tickDigits(axis), marks = ticks(axis);
    const every = (x(5) - x(0)) > b.em * 3 ? 5 : 10;
    return [
      ...marks.flatMap((value, i) => [
        svg("line", { class: i ? "room-grid" : "room-zero", x1: b.left, x2: b.right, y1: y(value), y2: y(value) }),
        svg("text", { x: b.left - b.em * 0.5, y: y(value) + b.em * 0.35, "text-anchor": "end" },
          numbers.decimal(value, few) + (i === marks.length - 1 ? "%" : "")),
      ]),
      ...years.map((year, i) => [year, i]).filter(([year]) => year % every === 0).map(([year, i]) =>
        svg("text", { x: x(i), y: b.bottom + b.em * 1.4, "text-anchor": "middle" }, String(year))),
    ];
  }

  function name(line, left, top) {
    const value = el("b", {}, `${numbers.decimal(line.values.at(-1), digits)}%`);
    const content = [value, " ", el("span", {}, line.name)];
    const style = `left:${left}px;top:${top}px`;
    if (line.kind !== "delegation") return el("div", { class: `room-line-name ${line.kind}`, style }, ...content);
    const pressed = String(line.phone === chosen);
    const press = () => choose(line.phone === chosen ? "" : line.phone);
    return el("button", { type: "button", class: "room-line-name", "aria-pressed": pressed, style, onclick: press }, ...content);
  }

  function draw(overlay = last, phone = chosen) {
    last = overlay;
    chosen = phone;
    if (!last) return;
    const { years, lines } = last;
    plot.style.flexBasis = `${Math.max(LOWEST, lines.length * LINE + 3)}em`; // every name gets its line
    const b = box();
    if (!b.width) return;
    const axis = axisOf(lines);
    digits = digitsOf(last);
    const x = (i) => b.left + (i / (years.length - 1)) * (b.right - b.left);
    const y = (value) => b.bottom - (value / axis.top) * (b.bottom - b.top);
    const style = (line) => `room-line ${line.kind} ${line.kind === "delegation" && line.phone === chosen ? "chosen" : ""}`;
    const path = (line) => line.values.map((value, i) => `${i ? "L" : "M"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join("");
    const ends = lines.map((line) => y(line.values.at(-1)));
    const room = b.em * LINE;
    const placed = spread(ends, lines.map(() => room), b.bottom + b.em);
    // The presenter's line lies over the delegations', the chosen one over all.
    const height = (line) => (style(line).includes("chosen") ? 2 : line.kind === "presenter" ? 1 : 0);
    const order = lines.map((_, i) => i).sort((i, j) => height(lines[i]) - height(lines[j]));
    drawing.setAttribute("viewBox", `0 0 ${b.width} ${b.height}`);
    drawing.replaceChildren(...ground(b, axis, years, x, y), ...order.flatMap((i) => [
      svg("path", { class: style(lines[i]), d: path(lines[i]) }),
      svg("path", { class: `room-leader ${style(lines[i])}`, d: `M${b.right + 3} ${ends[i]}L${b.right + b.em * 0.9} ${placed[i]}` }),
    ]));
    names.replaceChildren(...lines.map((line, i) => name(line, b.right + b.em, placed[i] - room / 2)));
    const told = lines.map((line) => `${line.name} ${numbers.decimal(line.values.at(-1), digits)}%`);
    plot.setAttribute("aria-label", `${last.measure.name}, ${years.at(-1)}: ${told.join("; ")}`);
  }
  new ResizeObserver(() => draw()).observe(plot);
  return { root: plot, draw };
}

// The same numbers as a table, one row a scenario; a delegation can be taken off.
export function makeOverlayTable(choose, takeOff) {
  const root = el("div", { class: "room-table", tabindex: "0", role: "region", "aria-label": words.overlay_table });

  function row(line, digits, chosen, usual) {
    const values = line.values.map((value) => el("td", {}, numbers.decimal(value, digits)));
    const what = [...(line.scenario === usual ? [] : [line.scenario]), ...line.moved].join(" · ");
    const own = line.kind === "delegation";
    const press = () => choose(line.phone === chosen ? "" : line.phone);
    const title = own ? el("button", { type: "button", class: "room-pick", "aria-pressed": String(line.phone === chosen), onclick: press }, line.name) : el("b", {}, line.name);
    const off = el("button", { type: "button", class: "room-off", "aria-label": say(words.take_off_name, { name: line.name }), onclick: () => takeOff(line) }, words.take_off);
    return el("tr", { class: own && line.phone === chosen ? "chosen" : "" }, el("th", { scope: "row" }, title, el("small", {}, what)), ...values, el("td", {}, own ? off : ""));
  }

  function draw(overlay, chosen) {
    const { years, lines, measure } = overlay, digits = digitsOf(overlay);
    const head = el("tr", {}, el("th", { scope: "col" }, words.delegation), ...years.map((year) => el("th", { scope: "col" }, String(year))), el("th", { scope: "col" }, el("span", { class: "sp-lp-sr" }, words.take_off)));
    const kept = root.scrollLeft, focus = document.activeElement?.closest?.(".room-table tr")?.rowIndex;
    root.replaceChildren(el("table", { "data-testid": "overlay-table" }, el("caption", {}, measure.name), el("thead", {}, head),
      el("tbody", {}, ...lines.map((line) => row(line, digits, chosen, lines[0].scenario)))));
    root.scrollLeft = kept;
    if (focus !== undefined) root.querySelectorAll("tr")[focus]?.querySelector("button")?.focus();
  }
  return { root, draw };
}
