"""Reading a TOML file into a checked table; an error names file, field, value and what is accepted."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sp_core.errors import DataError

T = TypeVar("T", bound=BaseModel)


def read_table(path: Path, table: type[T]) -> T:
    """Return the checked content of `path`; raise DataError with every fault found in it."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DataError(f"{path.name}: no such file in {path.parent.name}/") from None
    except UnicodeDecodeError as error:
        raise DataError(f"{path.name}: not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: not TOML: {error}") from error
    try:
        return table.model_validate(raw)
    except ValidationError as error:
        raise DataError("; ".join(_sentence(path.name, fault) for fault in error.errors())) from error


def fail_unless_named_after_its_id(path: Path, name: str) -> None:
    """Stop when a file is not called <id>.toml."""
    if path.stem != name:
        raise DataError(f"{path.name}: field id is {name!r}; the file should be called {name}.toml")


def _sentence(file: str, fault: Any) -> str:
    field = ".".join(str(part) for part in fault["loc"]) or "the whole file"
    value = fault["input"]
    shown = "" if isinstance(value, (dict, list)) else f" is {value!r}"
    return f"{file}: field {field}{shown}: {fault['msg']}"
