// The one figure element: title, measure, plot, source line; table twin, downloads, full screen.
// Python sends plain Plotly dicts; Plotly.react updates them in place, so nothing is re-mounted.
import { apart } from "/assets/js/apart.js";
import { fit } from "/assets/js/fit.js";
import { picture } from "/assets/js/picture.js";

let plotly;
export function loadPlotly() {
  plotly ??= new Promise((resolve, reject) => {
    if (window.Plotly) return resolve(window.Plotly);
    const script = document.createElement("script");
    script.src = "/assets/vendor/plotly-basic.min.js";
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("plotly"));
    document.head.append(script);
  });
  return plotly;
}

const ICONS = {
  table: '<path d="M3 4h14v12H3zM3 8h14M8 8v8"/>',
  download: '<path d="M10 3v9m-4-4 4 4 4-4M4 16h12"/>',
  full: '<path d="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4"/>',
};

export function element(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function iconButton(name, label, onclick) {
  const button = element("button", "sp-icon");
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.innerHTML = `<svg viewBox="0 0 20 20" aria-hidden="true">${ICONS[name]}</svg>`;
  button.onclick = onclick;
  return button;
}

// Shapes may be measured in pixels along either axis.
const PIXELS = { x0: "xsizemode", x1: "xsizemode", y0: "ysizemode", y1: "ysizemode" };

// Every font size and margin of a Plotly dict times a factor: full screen reads from the back row.
export function scaled(node, factor, key = "") {
  if (factor === 1) return node;
  if (Array.isArray(node)) return node.map((item) => scaled(item, factor, key));
  if (node && typeof node === "object")
    return Object.fromEntries(Object.entries(node).map(([k, v]) =>
      [k, typeof v === "number" && node[PIXELS[k]] === "pixel" ? v * factor : scaled(v, factor, k)]));
  if (typeof node !== "number") return node;
  if (key === "size" || key === "l" || key === "r" || key === "t" || key === "b" || key === "xshift" || key === "yshift")
    return node * factor;
  return key === "width" && node >= 1 ? node * factor : node;
}

export function fillTable(table, data) {
  const head = element("tr");
  data.columns.forEach((name, i) => {
    const cell = element("th", data.numeric[i] ? "n" : "", name);
    cell.scope = "col";
    head.append(cell);
  });
  const thead = element("thead");
  thead.append(head);
  const body = element("tbody");
  for (const row of data.rows) {
    const line = element("tr");
    row.forEach((value, i) => {
      const cell = element(i ? "td" : "th", data.numeric[i] ? "n" : data.classes?.[i] ?? "", value);
      if (!i) cell.scope = "row";
      line.append(cell);
    });
    body.append(line);
  }
  table.replaceChildren(thead, body);
}

export function save(name, blobOrUrl) {
  const link = element("a");
  link.href = typeof blobOrUrl === "string" ? blobOrUrl : URL.createObjectURL(blobOrUrl);
  link.download = name;
  link.click();
}

function build(root, state) {
  const figure = element("figure", "sp-figure");
  const head = element("div", "sp-figure-head");
  const titles = element("figcaption");
  const title = element("h2");
  const measure = element("p", "sp-measure");
  titles.append(title, measure);
  const tools = element("div", "sp-tools");
  head.append(titles, tools);
  const plot = element("div", "sp-plot");
  plot.setAttribute("role", "img");
  const twin = element("div", "sp-scroll sp-twin");
  twin.tabIndex = 0;
  const table = element("table", "sp-table");
  twin.append(table);
  twin.hidden = true;
  const source = element("p", "sp-source");
  const mark = element("span", "sp-simulated");
  mark.hidden = true;
  figure.append(head, mark, plot, twin, source);
  root.append(figure);
  const menu = element("div", "sp-menu");
  menu.hidden = true;
  const dom = { figure, title, measure, plot, twin, table, source, tools, menu, mark };
  const labels = state.data.labels;
  const tableButton = iconButton("table", labels.table, () => {
    twin.hidden = !twin.hidden;
    plot.hidden = !twin.hidden;
    if (!twin.hidden) fillTable(table, state.data.table);
    tableButton.setAttribute("aria-pressed", String(!twin.hidden));
    if (!plot.hidden) draw(dom, state);
  });
  tableButton.setAttribute("aria-pressed", "false");
  const downloadButton = iconButton("download", labels.download, () => {
    menu.hidden = !menu.hidden;
    downloadButton.setAttribute("aria-expanded", String(!menu.hidden));
  });
  downloadButton.setAttribute("aria-expanded", "false");
  const entry = (label, action) => {
    const button = element("button", "", label);
    button.type = "button";
    button.onclick = () => { menu.hidden = true; downloadButton.setAttribute("aria-expanded", "false"); action(); };
    menu.append(button);
  };
  entry(labels.csv, () => save(`${state.data.filename}.csv`, new Blob(["\ufeff" + state.data.csv], { type: "text/csv" })));
  if (!state.data.only_table) {
    for (const format of ["png", "svg"])
      entry(labels[format], async () =>
        save(`${state.data.filename}.${format}`, await picture(await loadPlotly(), state.data, format)));
  }
  const fullButton = iconButton("full", labels.full, () =>
    document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen());
  if (state.data.only_table) { twin.classList.add("only"); twin.hidden = false; plot.hidden = true; }
  else tools.append(tableButton);
  tools.append(downloadButton, fullButton, menu);
  figure.addEventListener("keydown", (event) => { if (event.key === "Escape") menu.hidden = true; });
  return dom;
}

async function draw(dom, state) {
  if (state.data.only_table) return void (dom.figure.dataset.drawn = String(++state.drawn));
  try {
    const Plotly = await loadPlotly();
    if (document.fonts?.ready) await document.fonts.ready;
    const box = dom.plot.getBoundingClientRect();
    if (!box.width || dom.plot.hidden) return;
    state.size = `${box.width} ${box.height}`;
    const small = box.width < 640 || box.height < 300;
    const factor = document.fullscreenElement === dom.figure ? 1.6 : box.width < 460 ? 0.74 : small ? 0.86 : 1;
    const drawing = state.data.plotly;
    const { data, layout } = fit(scaled(box.width < 460 && drawing.narrow ? drawing.narrow : drawing, factor), box.width);
    await Plotly.react(dom.plot, data, { ...apart(layout, box.width, box.height), width: box.width, height: box.height },
      { displayModeBar: false, responsive: false, scrollZoom: false, staticPlot: false });
    dom.figure.dataset.drawn = String(++state.drawn);
  } catch (error) {
    const box = element("div", "sp-error", state.data.labels.failed);
    box.setAttribute("role", "alert");
    dom.plot.replaceChildren(box);
    console.warn("figure", state.data.filename, error);
  }
}

const kept = new WeakMap();

export default function figure(component) {
  const root = component.parentElement.querySelector(".sp-figure-root") ?? component.parentElement;
  let entry = kept.get(root);
  if (!entry) {
    const state = { data: component.data, drawn: 0 };
    entry = { state, dom: build(root, state) };
    kept.set(root, entry);
    entry.observer = new ResizeObserver(([{ contentRect: { width, height } }]) => {
      if (entry.state.size === `${width} ${height}`) return;
      cancelAnimationFrame(entry.frame);
      entry.frame = requestAnimationFrame(() => draw(entry.dom, entry.state));
    });
    entry.observer.observe(entry.dom.plot);
  }
  const { dom, state } = entry;
  // Most figures of a page say after a run what they said before it.
  const said = JSON.stringify(component.data);
  if (state.said === said) return;
  state.said = said;
  const data = (state.data = component.data);
  dom.figure.dataset.testid = `figure-${data.key}`;
  dom.figure.classList.toggle("apart", Boolean(data.apart));
  dom.title.textContent = data.title;
  dom.measure.textContent = data.measure;
  dom.source.textContent = data.source;
  dom.plot.setAttribute("aria-label", data.alt);
  dom.mark.hidden = !data.simulated;
  dom.mark.textContent = data.simulated;
  if (!dom.twin.hidden) fillTable(dom.table, data.table);
  draw(dom, state);
}
