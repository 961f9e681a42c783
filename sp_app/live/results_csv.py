"""The results as a CSV file that says what it is: simulated, which scenario, which figures, what is illustrative."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from urllib.parse import urlencode

from sp_app.data.projection_text import SIMULATED
from sp_app.i18n import Texts
from sp_app.i18n.numbers import Numbers
from sp_app.live.lever_names import illustrative_note
from sp_app.live.link import encode
from sp_app.live.results import Results
from sp_app.live.tables import changes

MARK = "\ufeff"  # by which spreadsheets see UTF-8


def results_csv(found: Results, t: Texts, n: Numbers, build_id: str, credits: Sequence[str]) -> str:
    """Return year, status and one column per result, then the same of the baseline; full precision."""
    out = io.StringIO()
    for line in notes(found, t, n, build_id, credits):
        out.write(f"# {' '.join(line.split())}\n")
    writer = csv.writer(out, lineterminator="\n")
    names = list(found.here.results)
    writer.writerow(["year", "status", *names, *(f"baseline.{name}" for name in names)])
    for at, year in enumerate(found.here.years):
        values = [it.results[name][at] for it in (found.here, found.baseline) for name in names]
        writer.writerow([year, SIMULATED, *(repr(float(value)) for value in values)])
    return MARK + out.getvalue()


def notes(found: Results, t: Texts, n: Numbers, build_id: str, credits: Sequence[str]) -> list[str]:
    """Return what has to be known beside the numbers."""
    moved = [
        f"{t('scenarios.change', lever=name, old=old, new=new)}" for name, _, old, new in changes(found, t, n).rows
    ]
    return [
        found.state.scenario.title.get(t.language),
        t("scenarios.csv_mark"),
        t("scenarios.csv_link", link=f"/scenarios?{urlencode(encode(found.state))}"),
        t("frame.build", build=build_id),
        *illustrative_note(found.state.scenario, t),
        *moved,
        t("frame.source", source="; ".join(credits)),
    ]
