// A figure of a slide: the same dicts as on the pages, larger; its table where it is one or where drawing failed.
import { apart } from "/assets/js/apart.js";
import { element, fillTable, loadPlotly, scaled } from "/assets/js/figure.js";
import { fit } from "/assets/js/fit.js";

const FACTOR = 1.6; // the smallest label of a figure has 15 px: 24 px on a slide of 1920
const NARROW = 0.74;
const FEW = 12; // rows of a table that leave room for larger letters

function table(box, figure) {
  const node = element("table", "sp-table");
  fillTable(node, figure.table);
  box.replaceChildren(node);
  box.classList.add("as-table");
  box.classList.toggle("few", figure.table.rows.length <= FEW);
}

// Draw `figure` into `box`; `unit` is the size of a slide's pixel, 0 where the slide flows on a phone.
export async function draw(box, figure, unit, failed) {
  if (figure.kind === "table") return table(box, figure);
  try {
    const Plotly = await loadPlotly();
    if (document.fonts?.ready) await document.fonts.ready;
    const { width, height } = box.getBoundingClientRect();
    if (!width || !height) return;
    const given = !unit && figure.plotly.narrow ? figure.plotly.narrow : figure.plotly;
    const { data, layout } = fit(scaled(given, unit ? FACTOR * unit : NARROW), width);
    await Plotly.react(box, data, { ...apart(layout, width, height), width, height },
      { displayModeBar: false, responsive: false, scrollZoom: false });
    box.dataset.drawn = "1";
  } catch (error) {
    table(box, figure);
    const said = element("p", "sp-error", failed);
    said.setAttribute("role", "alert");
    box.prepend(said);
    console.warn("slide", error);
  }
}
