#!/usr/bin/env python3
"""The one entry for people: `python3 run.py` starts the dashboard, `python3 run.py test` tests it.

Only the standard library is needed here and in tooling/. This file is written so
that every Python since 2.7 can read it: an old one gets a plain sentence, not a
syntax error.
"""

# ruff: noqa: UP030, UP032  (f-strings would be a syntax error in the Pythons this file must speak to)

import os
import sys

NEEDED = (3, 11)
NEWER_COMMANDS = ("python3.13", "python3.12", "python3.11")


def too_old(version):
    """Say whether a Python of `version`, a tuple such as (3, 10), cannot run the program."""
    return tuple(version[:2]) < NEEDED


def newer_python(folders):
    """Return the name of a new enough Python in `folders`, or None."""
    for name in NEWER_COMMANDS:
        for folder in folders:
            if os.access(os.path.join(folder, name), os.X_OK):
                return name
    return None


def too_old_message(version, path, newer):
    """Say in plain words what to do about a Python that is too old."""
    lines = [
        "This program needs Python {0}.{1} or newer.".format(*NEEDED),
        "This one is Python {0}.{1} ({2}).".format(version[0], version[1], path),
    ]
    if newer:
        lines.append("A newer one is installed. Start with:  {0} run.py".format(newer))
    elif os.name == "nt":
        lines.append("Install a newer Python for Windows, then start with:  py run.py")
    else:
        lines.append("Install a newer Python (package python3.11 or later), then start with it.")
    return "\n".join(lines)


def main():
    """Refuse an old Python in words, else hand over to tooling/."""
    if too_old(sys.version_info):
        newer = newer_python(os.environ.get("PATH", "").split(os.pathsep))
        sys.stderr.write(too_old_message(sys.version_info, sys.executable, newer) + "\n")
        return 2
    from tooling.commands import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
