// Words at the ends of lines may not lie on each other: they are pushed apart by what they really need in pixels.

const LINE = 1.32; // Plotly's line step, of the font size

// Positions (pixels from the top) moved as little as possible so that neighbours keep their heights apart.
export function spread(wanted, heights, top, bottom) {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const groups = [];
  // Kept inside before it is compared: a group moved up by the lower edge may come to lie on the one above.
  const inside = (group) => ({ ...group, middle: Math.max(top + group.size / 2, Math.min(bottom - group.size / 2, group.middle)) });
  for (const i of order) {
    let group = inside({ items: [i], size: heights[i], middle: wanted[i] });
    while (groups.length && groups.at(-1).middle + groups.at(-1).size / 2 > group.middle - group.size / 2) {
      const above = groups.pop();
      const size = above.size + group.size;
      // The joined group stands where its members wanted to be on average.
      const middle = (above.middle * above.size + group.middle * group.size) / size;
      group = inside({ items: [...above.items, ...group.items], size, middle });
    }
    groups.push(group);
  }
  const placed = [...wanted];
  for (const group of groups) {
    let at = group.middle - group.size / 2;
    for (const i of group.items) { placed[i] = at + heights[i] / 2; at += heights[i]; }
  }
  return placed;
}

// Pixels per unit of the y axis; on a map both axes share one scale, and the smaller one rules.
function scale({ xaxis, yaxis, margin }, width, height) {
  const span = ({ range }) => range[1] - range[0];
  const tall = (height - margin.t - margin.b) / span(yaxis);
  return yaxis.scaleanchor ? Math.min(tall, (width - margin.l - margin.r) / span(xaxis)) : tall;
}

// Shift the annotations named "end" that share an x; `width` and `height` are those of the whole drawing.
export function apart(layout, width, height) {
  const range = layout.yaxis?.range;
  const ends = layout.annotations.filter((a) => a.name === "end");
  if (!range || !ends.length) return layout;
  const top = layout.margin.t, unit = scale(layout, width, height);
  const bottom = top + unit * (range[1] - range[0]) + 4;
  for (const x of new Set(ends.map((a) => a.x))) {
    const column = ends.filter((a) => a.x === x);
    const wanted = column.map((a) => top + unit * (range[1] - a.y));
    const heights = column.map((a) => a.text.split("<br>").length * a.font.size * LINE + 2);
    const placed = spread(wanted, heights, 0, bottom);
    column.forEach((a, i) => { a.yshift = wanted[i] - placed[i]; });
  }
  return layout;
}
