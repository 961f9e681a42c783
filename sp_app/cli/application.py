"""The command line put together from its parts."""

from __future__ import annotations

import typer

from sp_app.cli import analysis, figures, framework, handouts, scenario

app = typer.Typer(
    help="Figures and scenarios of social protection in the Lao PDR.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
figures.register(app)
scenario.register(app)
analysis.register(app)
framework.register(app)
handouts.register(app)
