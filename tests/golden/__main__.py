"""`python -m tests.golden FOLDER`: evaluate every row of a folder; the last line says how many passed and failed."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.golden.rows import read_folder
from tests.golden.runner import judge


def main(arguments: list[str]) -> int:
    """Print a line for each row that fails and the count; return 0 when none does."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: python -m tests.golden FOLDER", file=sys.stderr)
        return 2
    verdicts = [judge(row) for row in read_folder(Path(arguments[0]))]
    failed = [verdict for verdict in verdicts if not verdict.passed]
    for verdict in failed:
        print(f"failed  {verdict.file}  {verdict.case}: {verdict.words}")
    print(f"{len(verdicts) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
