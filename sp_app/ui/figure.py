"""Draw a FigureSpec on a page through the one figure element."""

from __future__ import annotations

import csv
import io

from sp_app.figures.render import render
from sp_app.figures.spec import FigureSpec
from sp_app.ui import shown
from sp_app.ui.elements import element
from sp_app.ui.page import Context


def as_csv(spec: FigureSpec) -> str:
    """Return the figure's data as CSV, its title, measure and source as comment lines above."""
    out = io.StringIO()
    for line in (spec.title, spec.measure, spec.source_line):
        if line:
            out.write(f"# {line}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(spec.table.raw_columns or spec.table.columns)
    writer.writerows(spec.table.raw or spec.table.rows)
    return out.getvalue()


def draw(ctx: Context, spec: FigureSpec, height: int | None = None, phone: int = 520) -> None:
    """Draw `spec`; its height in CSS pixels, on a desk and on a phone, is fixed before the data arrive."""
    t = ctx.t
    shown.note(spec)
    element("figure", height or spec.height, phone)(
        key=f"figure_{spec.key}",
        data={
            "key": spec.key,
            "title": spec.title,
            "measure": spec.measure,
            "source": spec.source_line,
            "alt": spec.alt_text,
            "filename": f"{spec.key}_{ctx.lang}_{ctx.build_id}",
            "simulated": t("frame.simulated") if spec.simulated else "",
            "plotly": render(spec),
            "apart": spec.kept_apart,
            "only_table": spec.kind == "table",
            "table": {
                "columns": list(spec.table.columns),
                "rows": [list(r) for r in spec.table.rows],
                "numeric": list(spec.table.numeric),
            },
            "csv": as_csv(spec),
            "labels": {
                "table": t("frame.table"),
                "download": t("frame.download"),
                "full": t("frame.full_screen"),
                "csv": t("frame.download_csv"),
                "png": t("frame.download_png"),
                "svg": t("frame.download_svg"),
                "failed": t("frame.chart_failed"),
            },
        },
    )
