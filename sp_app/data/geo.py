"""Outlines of countries and provinces as GeoJSON: polygons in degrees, exterior rings clockwise."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from sp_app.data.places import DATA
from sp_core.errors import DataError

NAMES = ("asean_countries", "lao_provinces")


@cache
def geometry(name: str, data_dir: Path = DATA) -> dict[str, Any]:
    """Return a feature collection; the id of a feature is its area code, `origin` names who drew it.

    In "asean_countries" only members carry an area code (`properties.member`): other land is
    background without a name or border of its own. Do not change what is returned: it is shared.
    """
    if name not in NAMES:
        raise DataError(f"no outlines {name!r}; there are {', '.join(NAMES)}")
    path = data_dir / "geo" / f"{name}.geojson"
    try:
        collection: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"geo/{path.name} cannot be read: {error}; right would be GeoJSON in UTF-8") from error
    return collection
