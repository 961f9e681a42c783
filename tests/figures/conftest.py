"""Real figures, and what a page tells its figures, in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from sp_app.data.database import open_database
from sp_app.data.queries import Queries
from sp_app.figures.wording import Words
from sp_app.i18n import texts
from sp_app.i18n.numbers import numbers
from sp_core.records import Observation

Worded = Callable[..., Words]


@pytest.fixture
def q() -> Queries:
    """Questions to the database built from data/."""
    return open_database().queries()


@pytest.fixture
def told(q: Queries) -> Worded:
    """Words for a figure of `observations` that names `areas`."""

    def make(
        observations: Iterable[Observation | None], areas: Iterable[str] = ("LAO",), language: str = "en"
    ) -> Words:
        used = [o for o in observations if o is not None]
        t = texts(language)
        return Words(
            t=t,
            n=numbers(language),
            areas={key: q.area(key).name.get(language) for key in (*areas, *(o.area for o in used))},
            credits={o.origin: q.origin(o.origin).credit for o in used},
            source="Source: the figures of data/",
            none=t("asean.no_figure"),
        )

    return make
