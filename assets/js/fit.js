// Margins that fit their words: labels are measured in the reader's language and font, never guessed.
// Works on the plain Plotly dicts of a figure, after scaling and before drawing.

const pen = document.createElement("canvas").getContext("2d");
const BREAK = "<br>";

// The width of one line of Plotly text; only <b> changes the font.
function lineWidth(line, font) {
  let bold = false, width = 0;
  for (const part of line.split(/(<\/?[^>]+>)/)) {
    if (part === "<b>" || part === "</b>") bold = part === "<b>";
    else if (part && !part.startsWith("<")) {
      pen.font = `${bold ? 700 : 400} ${font.size}px ${font.family}`;
      width += pen.measureText(part).width;
    }
  }
  return width;
}

export const textWidth = (text, font) => Math.max(...text.split(BREAK).map((line) => lineWidth(line, font)));

// Lao has no spaces between words: the browser's dictionary says where a line may break.
const dictionary = new Intl.Segmenter(["lo", "en"], { granularity: "word" });
function* pieces(text) {
  for (const part of text.split(/(<\/?[^>]+>)/))
    if (part.startsWith("<")) yield { segment: part, opens: false };
    else for (const { segment, isWordLike } of dictionary.segment(part)) yield { segment, opens: isWordLike || segment === "(" };
}

export function wrapped(text, font, limit) {
  const lines = [];
  for (const given of text.split(BREAK)) {
    let line = "";
    for (const { segment, opens } of pieces(given)) {
      if (opens && line.trim() && lineWidth(line + segment, font) > limit) { lines.push(line.trim()); line = ""; }
      line += segment;
    }
    lines.push(line.trim());
  }
  return lines.join(BREAK);
}

// The names of a figure's rows, where its bars or dots lie on a category axis.
function rows(data) {
  const names = [...new Set(data.flatMap((trace) => (trace.y ?? []).filter((y) => typeof y === "string")))];
  return names.length && data.every((trace) => (trace.y ?? []).every((y) => typeof y === "string")) ? names : null;
}

function fitRows(data, layout, width) {
  const names = rows(data);
  if (!names) return;
  const font = { ...layout.font, ...layout.yaxis.tickfont };
  const shown = names.map((name) => wrapped(name, font, width * 0.4));
  Object.assign(layout.yaxis, { tickmode: "array", tickvals: names, ticktext: shown, automargin: false });
  layout.margin.l = Math.ceil(Math.max(...shown.map((name) => textWidth(name, font)))) + (layout.yaxis.ticklabelstandoff ?? 0) + 8;
}

// Words at the end of a line or of the last bar stand in the right margin.
function fitEnds(layout, width) {
  const range = layout.xaxis?.range;
  if (!range || typeof range[0] !== "number") return;
  const edge = range[1] - 0.025 * (range[1] - range[0]);
  const ends = layout.annotations.filter((a) => a.xref !== "paper" && typeof a.x === "number" && a.x >= edge && a.xanchor === "left");
  if (!ends.length) return;
  const widths = ends.map((a) => {
    a.text = wrapped(a.text, a.font, width * 0.34);
    return textWidth(a.text, a.font) + (a.xshift ?? 0);
  });
  layout.margin.r = Math.ceil(Math.max(...widths)) + 6;
}

// Words beside a bar that ends further left may reach over the right margin too: then the plot gives way.
function fitBeside(data, layout, width) {
  const range = layout.xaxis?.range;
  if (!rows(data) || !range) return;
  const room = width - layout.margin.l;
  for (const a of layout.annotations.filter((a) => a.xref !== "paper" && typeof a.x === "number" && a.xanchor === "left")) {
    const share = (a.x - range[0]) / (range[1] - range[0]);
    const words = textWidth(a.text, { ...layout.font, ...a.font }) + (a.xshift ?? 0) + 6;
    if (share > 0) layout.margin.r = Math.max(layout.margin.r, Math.ceil(room - (room - words) / share));
  }
}

// A row of names above the plot begins at the card's edge and takes a second line where it must.
function fitNames(layout, width) {
  for (const a of layout.annotations.filter((a) => a.name === "names")) {
    a.xshift = -layout.margin.l;
    const parts = a.text.split("   ");
    let line = "", lines = [];
    for (const part of parts) {
      const longer = line ? `${line}   ${part}` : part;
      if (line && textWidth(longer, a.font) > width) { lines.push(line); line = part; } else line = longer;
    }
    lines.push(line);
    a.text = lines.join(BREAK);
    layout.margin.t += (lines.length - 1) * a.font.size * 1.45;
  }
}

// Return data and layout whose margins hold all labels at `width` CSS pixels.
export function fit({ data, layout }, width) {
  const copy = structuredClone(layout);
  fitRows(data, copy, width);
  fitEnds(copy, width);
  fitBeside(data, copy, width);
  fitNames(copy, width);
  return { data: structuredClone(data), layout: copy };
}
