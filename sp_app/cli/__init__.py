"""The command line: python -m sp_app.cli …  Standard output carries only the data asked for."""

from sp_app.cli.application import app

__all__ = ["app"]
