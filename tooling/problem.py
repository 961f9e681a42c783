"""What stops a command, said in words for people."""

from __future__ import annotations

import errno


class Problem(Exception):
    """A command cannot go on; the text says what is wrong and what to do."""


def describe_system_error(error: OSError) -> str:
    """Turn an error of the operating system into a sentence with advice."""
    where = f" ({error.filename})" if error.filename else ""
    if error.errno == errno.ENOSPC:
        return f"The disk is full{where}. Free about 2 GB and start again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"This folder may not be written to{where}. Copy the project to a folder of your own and start there."
    return f"The operating system said: {error.strerror or error}{where}."
