"""An adapter: which inputs of a row it needs, and how the core turns them into the row's results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.golden.rows import Row

Calculate = Callable[[Row], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Adapter:
    """`needs` are input columns without in_ and _json; others are optional and have the formula's default."""

    needs: tuple[str, ...]
    calculate: Calculate


class Adapters:
    """The adapters of one subject, in the order in which they are written."""

    def __init__(self) -> None:
        self.all: list[Adapter] = []

    def needing(self, *names: str) -> Callable[[Calculate], Calculate]:
        """Register a function for every row that gives these inputs."""

        def register(calculate: Calculate) -> Calculate:
            self.all.append(Adapter(names, calculate))
            return calculate

        return register
