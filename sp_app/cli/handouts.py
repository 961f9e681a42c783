"""The command export: a hand-out of a scenario as a file, in any format of the registry."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import Annotated

import typer

from sp_app.cli.analysis import Moved, Scene
from sp_app.cli.figures import in_plain_words
from sp_app.cli.question import question
from sp_app.cli.waiting import Waiting
from sp_app.export.formats import FORMATS, format_of
from sp_app.export.handout import handout
from sp_app.export.whole_file import write_whole
from sp_app.i18n import LANGUAGES
from sp_core.errors import InvalidInput

NAMES = "|".join(FORMATS)
Written = Annotated[str, typer.Option("--format", metavar=NAMES, help="Kind of file.")]
Spoken = Annotated[str, typer.Option("--lang", metavar="|".join(LANGUAGES), help="Language of the file.")]
Proposer = Annotated[str, typer.Option("--proposer", metavar="NAME", help="Who proposes it; empty: a line to fill in.")]
Out = Annotated[Path, typer.Option("--out", metavar="FILE", help="File to write; one of that name is replaced.")]


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("export")(export_command)


@in_plain_words
def export_command(
    scenario: Scene, format: Written, out: Out, lang: Spoken = "en", moved: Moved = None, proposer: Proposer = ""
) -> None:
    """Write a hand-out of a scenario with sources, marks, build and date; the file is whole or is not written."""
    chosen = format_of(format)
    if lang not in LANGUAGES:
        raise InvalidInput(f"language {lang!r} is none of {', '.join(LANGUAGES)}")
    asked = question(scenario, moved)
    said = handout(asked.scenario, asked.values, lang, datetime.date.today(), asked.inputs, proposer)
    waiting = Waiting(out.name, sys.stderr)
    try:
        made = chosen.make(said, waiting.step)
    finally:
        waiting.end()
    write_whole(out, made)
    typer.echo(f"{out}: {len(made)} bytes", err=True)
