// A figure as a file: with its title, measure and source, and with the fonts it is set in, so that it reads
// the same wherever it travels. Nothing is fetched but our own fonts.
import { apart } from "/assets/js/apart.js";
import { fit, wrapped } from "/assets/js/fit.js";

const WIDTH = 1280, HEIGHT = 720;
const FONTS = [
  ["Noto Sans", 400, "noto-sans-latin-400-normal"],
  ["Noto Sans", 700, "noto-sans-latin-700-normal"],
  ["Noto Sans Lao", 400, "noto-sans-lao-lao-400-normal"],
  ["Noto Sans Lao", 700, "noto-sans-lao-lao-700-normal"],
];

async function face([family, weight, file]) {
  const blob = await (await fetch(`/assets/fonts/${file}.woff2`)).blob();
  const url = await new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(blob);
  });
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${url}) format("woff2")}`;
}

let faces;
const style = async () => `<style>${(await (faces ??= Promise.all(FONTS.map(face)))).join("")}</style>`;

// The figure's layout with title and measure above the plot and the source below it.
function titled({ plotly, title, measure, source, simulated }) {
  const { data, layout } = fit(plotly, WIDTH);
  const { family } = layout.font;
  const lines = (text, size) => wrapped(text, { size, family }, WIDTH - 40);
  const rows = (text) => text.split("<br>").length;
  const head = lines(`<b>${title}</b>`, 24), under = lines(measure, 17);
  const foot = lines((simulated ? simulated + " · " : "") + source, 14);
  const { l, t, b } = layout.margin;
  const margin = { ...layout.margin, t: t + 30 + 26 * rows(under) + 36 * rows(head), b: b + 40 + 22 * rows(foot) };
  const note = (text, size, y, yanchor, yshift, color) => ({
    text, xref: "paper", yref: "paper", x: 0, xshift: 14 - l, y, yanchor, yshift, xanchor: "left", align: "left",
    showarrow: false, font: { size, color, family },
  });
  const annotations = [...layout.annotations,
    note(head, 24, 1, "bottom", t + 20 + 26 * rows(under), "#14202E"),
    note(under, 17, 1, "bottom", t + 16, "#3D4A5A"),
    note(foot, 14, 0, "top", -b - 12, "#5A6675")];
  const size = { autosize: false, width: WIDTH, height: HEIGHT, paper_bgcolor: "#ffffff" };
  return { data, layout: { ...apart({ ...layout, margin }, WIDTH, HEIGHT), annotations, ...size } };
}

// Fonts inside an image begin to load only when it is first drawn, and nothing tells when they are there:
// it is drawn until two drawings in a row agree, and once more than that.
async function asPng(svg) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * WIDTH;
  canvas.height = 2 * HEIGHT;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  let before = "", same = 0;
  for (let tries = 0; tries < 20 && same < 2; tries += 1) {
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const now = canvas.toDataURL("image/png");
    same = now === before ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  URL.revokeObjectURL(image.src);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

// Return the figure as a blob; `format` is "svg" or "png".
export async function picture(Plotly, figure, format) {
  const url = await Plotly.toImage(titled(figure), { format: "svg", width: WIDTH, height: HEIGHT });
  const plain = decodeURIComponent(url.slice(url.indexOf(",") + 1));
  const svg = plain.replace(/(<svg[^>]*>)/, `$1${await style()}`);
  return format === "png" ? asPng(svg) : new Blob([svg], { type: "image/svg+xml" });
}
