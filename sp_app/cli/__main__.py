"""Run the command line: python -m sp_app.cli."""

import sys

from sp_app.cli import app

for stream in (sys.stdout, sys.stderr):
    stream.reconfigure(encoding="utf-8")  # Lao must pass through consoles with another default
app()
